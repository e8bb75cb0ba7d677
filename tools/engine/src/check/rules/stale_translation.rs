//! A translation of a source text that has changed since.

mod since;

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::entry::{Entry, Part, pattern_text};
use crate::project::past::on_one_line;
use crate::project::records;

pub(super) fn check(context: &mut Context<'_, '_>) {
    since::check(context);
    let (source, locale) = (context.source(), context.locale);
    let mut damaged: Vec<(&Entry<'_>, &str)> = Vec::new();
    for entry in &locale.entries {
        let records = records::of(entry, source);
        if records.is_empty() {
            continue;
        }
        let Some(original) = context.tree.original(entry) else { continue };
        for record in records {
            let is_stale = |part: &&Part<'_>| !record.is_of(part.pattern) && !record.is_quotation(part.pattern);
            let Some(part) = original.part(record.attribute).filter(is_stale) else { continue };
            if record.is_damaged() {
                damaged.push((entry, record.lines.first().unwrap_or(&entry.name)));
                continue;
            }
            // A record in a file is far from the translation, which is what has to change.
            let translation = entry.part(record.attribute).and_then(|part| part.attribute).unwrap_or(entry.name);
            let first = record.lines.first().unwrap_or(&translation);
            let last = record.lines.last().unwrap_or(&translation);
            let (start, end) = (context.tree.range(entry.file, first).start, context.tree.range(entry.file, last).end);
            let name = match record.attribute {
                Some(attribute) => format!("{}.{attribute}", entry.shown_name()),
                None => entry.shown_name(),
            };
            let (then, now) = (on_one_line(&record.text()), on_one_line(&pattern_text(part.pattern)));
            let message = format!(
                "readers of {} see an outdated `{name}`: the {} text was `{then}`, and is now `{now}`",
                locale.tag, source.tag
            );
            let help =
                format!("translate the new text, then run `prompts accept {} {}`", locale.tag, entry.shown_name());
            let related = context.place(original.file, part.attribute.unwrap_or(original.name));
            let finding = context.report(entry, first, message);
            finding.place = Place::Tree(entry.file, start..end);
            finding.help = Some(help);
            finding.related = Some((related, format!("the text in {}", source.tag)));
        }
    }
    report_damaged(context, &damaged);
}

/// Reports records with lost characters once: they have one cause, and say nothing about the translations.
fn report_damaged<'a>(context: &mut Context<'_, 'a>, damaged: &[(&Entry<'a>, &'a str)]) {
    let Some((entry, line)) = damaged.first() else { return };
    let (source, tag) = (context.source().tag, context.locale.tag);
    let message = match damaged.len() {
        1 => format!("this record of the {source} text has lost characters"),
        count => format!("{count} records of {source} texts in {tag} have lost characters"),
    };
    let help = format!(
        "restore the records from an older version in UTF-8, or compare the translations with {source} and run `prompts accept {tag} ID`"
    );
    let finding = context.finding(context.place(entry.file, line), message).help(help);
    context.push(finding);
}
