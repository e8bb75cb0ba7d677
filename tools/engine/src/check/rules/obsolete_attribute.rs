//! An attribute, or a text, that the source's message does not have.

use crate::check::context::Context;
use crate::project::entry::Kind;
use crate::text::nearest::nearest;
use code_prompts_reader::names::shortened;

/// The maximum number of names that are compared with a misspelt one.
const MAX_COMPARED: usize = 100;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let broken = context.broken_names(source);
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        let Some(wanted) = context.tree.original(entry) else { continue };
        if wanted.value.is_none() && entry.value.is_some() {
            let related = (context.place(wanted.file, wanted.name), format!("the message in {}", source.tag));
            let message = format!("the text of `{}` is never shown: {} has only attributes", entry.name, source.tag);
            let finding = context.report(entry, entry.name, message);
            finding.help = Some("delete the text, and keep the attributes".to_owned());
            finding.related = Some(related);
        }
        let obsolete = entry.attributes_not_in(wanted);
        if obsolete.is_empty() {
            continue;
        }
        let mut missing = wanted.attributes_not_in(entry);
        missing.truncate(MAX_COMPARED);
        for name in obsolete {
            let is_broken =
                || !broken.is_empty() && broken.contains(format!("{}.{name}", shortened(entry.name)).as_str());
            if is_broken() {
                continue;
            }
            let help = match nearest(name, missing.iter().copied()) {
                Some(meant) => format!("rename it, if `.{meant}` is meant, or delete it"),
                None => "delete it".to_owned(),
            };
            let owner = shortened(entry.name);
            let message = format!("`.{name}` of `{owner}` is never shown: {} has no such attribute", source.tag);
            context.report(entry, name, message).help = Some(help);
        }
    }
}
