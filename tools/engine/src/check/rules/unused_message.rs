//! A source message that no code, no reserved id and no reference reaches.

use rustc_hash::FxHashSet;

use crate::check::context::Context;
use code_prompts_reader::names::UNKNOWN_CODE;

use crate::project::codes::Codes;
use crate::project::entry::Kind;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (tree, source) = (context.tree, context.source());
    let Codes::Catalog(catalog) = &tree.codes else { return };
    let mut used: FxHashSet<&str> = catalog.codes().map(|entry| entry.id()).collect();
    used.insert(UNKNOWN_CODE);
    for entry in tree.locales.iter().flat_map(|locale| &locale.entries) {
        let references = entry.parts().flat_map(|part| &part.facts.references);
        used.extend(references.filter(|to| !to.is_term && to.name != entry.name).map(|to| to.name));
    }
    for entry in source.entries.iter().filter(|entry| entry.kind == Kind::Message && !used.contains(entry.name)) {
        let message =
            format!("`{}` is never shown: no code in codes.toml names it, and no message refers to it", entry.name);
        context.report(entry, entry.name, message).help =
            Some("give its code a line in codes.toml, or delete it".to_owned());
    }
}
