//! `prompts sync`: updates the translations from the source.

use super::changes::apply;
use crate::cli::SyncArgs;
use crate::report::Report;
use code_prompts_engine::edit::{SyncedLocale, sync as sync_in};

pub(crate) fn sync(args: &SyncArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let synced = sync_in(&project, args.locale.as_deref())?;
    let mut messages: Vec<String> = synced.locales.iter().filter_map(counts).collect();
    if synced.changes.is_empty() {
        messages.push("nothing to update".to_owned());
    }
    for obsolete in synced.locales.iter().flat_map(|locale| &locale.obsolete) {
        let (name, path, source) = (&obsolete.name, &obsolete.path, project.source());
        messages.push(format!("note: {path}: `{name}` is still a comment and is no longer in {source}; delete it"));
    }
    apply(&synced.changes, &args.write, messages)
}

/// Returns how many messages of a locale were changed, and how.
fn counts(locale: &SyncedLocale) -> Option<String> {
    let done = [
        (locale.new, "new to translate"),
        (locale.refreshed, "updated but not yet translated"),
        (locale.marked, "marked as changed in the source"),
        (locale.forgotten, "removed from the records, since the messages are gone"),
    ];
    let done: Vec<_> =
        done.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    (!done.is_empty()).then(|| format!("{}: {}", locale.tag, done.join(", ")))
}
