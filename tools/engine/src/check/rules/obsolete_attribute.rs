//! Attributes, or a text, that the source's message does not have.

use crate::check::context::Context;
use crate::check::finding::list;
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
        let mut obsolete = entry.attributes_not_in(wanted);
        if obsolete.is_empty() {
            continue;
        }
        let mut missing = wanted.attributes_not_in(entry);
        missing.truncate(MAX_COMPARED);
        obsolete
            .retain(|name| broken.is_empty() || !broken.contains(format!("{}.{name}", shortened(entry.name)).as_str()));
        // One finding for the message: its attributes most often have one cause.
        let Some(first) = obsolete.first() else { continue };
        let quoted = |name: &&str| format!("`.{name}`");
        let names: Vec<_> = obsolete.iter().map(quoted).collect();
        let is_one = names.len() == 1;
        let renames: Vec<_> = (obsolete.iter())
            .filter_map(|name| Some((name, nearest(name, missing.iter().copied())?)))
            .map(|(name, meant)| {
                let shown = if is_one { "it".to_owned() } else { format!("`.{name}`") };
                format!("rename {shown}, if `.{meant}` is meant")
            })
            .collect();
        let deletion = match renames.len() {
            _ if is_one => "or delete it",
            all if all == names.len() => "or delete them",
            _ => "and delete the others",
        };
        let help = match renames.as_slice() {
            [] if is_one => "delete it".to_owned(),
            [] => "delete them".to_owned(),
            renames => format!("{}, {deletion}", renames.join(", ")),
        };
        let message = format!(
            "{} of `{}` {} never shown: {} has no such {}",
            list(&names),
            shortened(entry.name),
            if is_one { "is" } else { "are" },
            source.tag,
            if is_one { "attribute" } else { "attributes" }
        );
        let finding = context.report(entry, first, message);
        finding.help = Some(help);
        finding.subject = Some(format!("attributes of {}", entry.name));
    }
}
