//! `prompts sync`: brings what is new in the source into the translations.

use super::changes::carry_out;
use crate::cli::SyncArgs;
use crate::report::Report;
use code_prompts_engine::edit::{SyncedLocale, sync as sync_in};

pub(crate) fn sync(args: &SyncArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let synced = sync_in(&project, args.locale.as_deref())?;
    let mut messages: Vec<String> = synced.locales.iter().filter_map(told).collect();
    if synced.changes.is_empty() {
        messages.push("nothing to bring in".to_owned());
    }
    for obsolete in synced.locales.iter().flat_map(|locale| &locale.obsolete) {
        let (name, path, source) = (&obsolete.name, &obsolete.path, project.source());
        messages
            .push(format!("note: {path}: `{name}` waits to be translated, and {source} has it no longer; delete it"));
    }
    carry_out(&synced.changes, &args.write, messages)
}

/// Says how many messages of a locale were touched, by how.
fn told(locale: &SyncedLocale) -> Option<String> {
    let done = [
        (locale.new, "new to translate"),
        (locale.refreshed, "not yet translated and brought up to date"),
        (locale.marked, "marked to look at again"),
    ];
    let done: Vec<_> =
        done.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    (!done.is_empty()).then(|| format!("{}: {}", locale.tag, done.join(", ")))
}
