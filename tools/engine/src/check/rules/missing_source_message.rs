//! A code whose message the source locale lacks.

use crate::check::context::Context;
use crate::check::finding::Place;
use code_prompts_reader::names::UNKNOWN_CODE;

use crate::project::codes::Codes;
use crate::project::entry::Kind;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (tree, source) = (context.tree, context.source());
    let Codes::Catalog(catalog) = &tree.codes else { return };
    // `syntax` reports messages that can't be parsed.
    let broken = context.broken_names(source);
    let exists = |name: &str| source.find(Kind::Message, name).is_some() || broken.contains(name);
    for entry in catalog.codes().filter(|entry| !exists(entry.id())) {
        let at = entry.position();
        let message =
            format!("{} has no text for code {}: there is no message `{}`", source.tag, entry.code(), entry.id());
        let help = format!("write `{}` in {}, or fix the name here", entry.id(), source.tag);
        let finding =
            context.push(context.finding(Place::Path(at.file.clone(), at.line, at.column), message).help(help));
        finding.id = Some(entry.id().to_owned());
        finding.codes = vec![entry.code().value()];
    }
    if !exists(UNKNOWN_CODE) {
        let message = format!(
            "users see only a number for a code that is not in codes.toml: {} has no `{UNKNOWN_CODE}`",
            source.tag
        );
        let help = format!("write a message `{UNKNOWN_CODE}` in {}", source.tag);
        context.push(context.finding(Place::Tree(source.files.start, 0..0), message).help(help)).id =
            Some(UNKNOWN_CODE.to_owned());
    }
}
