//! A source text that has changed since a revision, while its translation has not.

use crate::check::changed::has_same_meaning;
use crate::check::context::{Context, PastTree};
use crate::project::entry::pattern_text;
use crate::project::past::{PastEntries, is_same_text, on_one_line};
use crate::project::records;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (tree, source, locale) = (context.tree, context.source(), context.locale);
    let Some(PastTree { tree: past, revision }) = context.past else { return };
    let Some(past_locale) = past.locales.iter().find(|past| past.tag == locale.tag) else { return };
    let (past_sources, past_entries) = (PastEntries::new(past, past.source()), PastEntries::new(past, past_locale));
    for entry in &locale.entries {
        let Some(original) = tree.original(entry) else { continue };
        let (Some(past_original), Some(past_entry)) = (past_sources.of(tree, original), past_entries.of(tree, entry))
        else {
            continue;
        };
        // A record says more: whether the present source text was translated.
        let records = records::of(entry, source);
        let is_recorded = |name: Option<&str>| records.iter().any(|record| record.attribute == name);
        for part in entry.shown_parts().filter(|part| !is_recorded(part.attribute)) {
            let (Some(now), Some(then)) = (original.part(part.attribute), past_original.part(part.attribute)) else {
                continue;
            };
            let Some(past_part) = past_entry.part(part.attribute) else { continue };
            if has_same_meaning(then.pattern, now.pattern) || !is_same_text(past_part.pattern, part.pattern) {
                continue;
            }
            let name = match part.attribute {
                Some(attribute) => format!("{}.{attribute}", entry.shown_name()),
                None => entry.shown_name(),
            };
            let [then, text] = [then, now].map(|part| on_one_line(&pattern_text(part.pattern)));
            let message = format!(
                "readers of {} may see an outdated `{name}`: the {} text was `{then}`, and is now `{text}`; the \
                 translation has not changed",
                locale.tag, source.tag
            );
            let help = format!(
                "translate the new text; if the translation is right as it is, run `prompts accept {} {}`",
                locale.tag,
                entry.shown_name()
            );
            let related = context.place(original.file, now.attribute.unwrap_or(original.name));
            let finding = context.report(entry, part.attribute.unwrap_or(entry.name), message);
            finding.help = Some(help);
            finding.related =
                Some((related, format!("the text in {}, which has changed since `{revision}`", source.tag)));
        }
    }
}
