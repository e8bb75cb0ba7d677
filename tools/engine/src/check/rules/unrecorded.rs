//! A translation without a record of its source text, in a locale that has records.

use crate::check::context::Context;
use crate::project::entry::Entry;
use crate::project::progress::unrecorded;
use crate::project::record::Record;
use crate::project::records;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    // Most locales have no records. What looks like one above a message that the source does not have may be a note.
    let has_record = |entry: &Entry<'_>| {
        entry.original.is_some()
            && records::of(entry, source).iter().any(|record| !is_quotation(context, entry, record))
    };
    if !locale.entries.iter().any(has_record) {
        return;
    }
    let without = unrecorded(context.tree, locale);
    let entries = without.iter().filter_map(|progress| progress.entry);
    let Some(first) = entries.min_by_key(|entry| (entry.file, context.tree.range(entry.file, entry.name).start)) else {
        return;
    };
    let message = match without.len() {
        1 => "this translation has no record of its source text, as others have: nobody will notice when the source changes"
            .to_owned(),
        count => format!(
            "{count} translations in {} have no record of their source texts, as others have: nobody will notice when the source changes",
            locale.tag
        ),
    };
    let help = format!(
        "compare with {}, then run `prompts accept {} --unrecorded`, which writes the records",
        source.tag, locale.tag
    );
    let finding = context.finding(context.place(first.file, first.name), message).help(help);
    context.push(finding);
}

/// Returns whether a record is a note that quotes the source.
fn is_quotation<'a>(context: &Context<'_, 'a>, entry: &Entry<'a>, record: &Record<'_>) -> bool {
    let original = context.tree.original(entry);
    let part = original.and_then(|original| original.part(record.attribute));
    part.is_some_and(|part| record.is_quotation(part.pattern))
}
