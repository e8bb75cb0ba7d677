//! `prompts sync`: updates the translations from the source.

use super::changes::apply;
use super::prune;
use crate::cli::SyncArgs;
use crate::report::Report;
use code_prompts_engine::edit::{FollowedId, ObsoleteStub, SyncedLocale, sync as sync_in};

pub(crate) fn sync(args: &SyncArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let synced = sync_in(&project, args.locale.as_deref())?;
    let mut messages: Vec<String> = synced.locales.iter().filter_map(counts).collect();
    if synced.changes.is_empty() {
        messages.push("nothing to update".to_owned());
    }
    for locale in &synced.locales {
        messages.extend(notes(locale, project.source()));
    }
    apply(&synced.changes, &args.write, messages)
}

/// Returns what else there is to know about a locale.
fn notes(locale: &SyncedLocale, source: &str) -> Vec<String> {
    let SyncedLocale { tag, renamed, unclear, removable, obsolete, .. } = locale;
    let renamed = renamed.iter().map(|FollowedId { path, line, old, new }| {
        format!("note: {path}:{line}: `{old}` is now `{new}`, as in {source}")
    });
    let unclear = unclear.iter().map(|FollowedId { path, line, old, new }| {
        format!(
            "note: {path}:{line}: `{old}` has the source text of `{new}`, but it may be another message; rename it, if it \
             is this one"
        )
    });
    let obsolete = obsolete.iter().map(|ObsoleteStub { path, name }| {
        format!(
            "note: {path}: `{name}` is still a comment and is no longer in {source}; `prompts prune {tag}` removes it"
        )
    });
    renamed.chain(unclear).chain(obsolete).chain(prune::removable(*removable, tag, source)).collect()
}

/// Returns how many messages of a locale were changed, and how.
fn counts(locale: &SyncedLocale) -> Option<String> {
    let done = [
        (locale.renamed.len(), "renamed"),
        (locale.new, "new to translate"),
        (locale.refreshed, "updated but not yet translated"),
        (locale.marked, "marked as changed in the source"),
        (locale.forgotten, "removed from the records, since the messages are gone"),
    ];
    let done: Vec<_> =
        done.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    (!done.is_empty()).then(|| format!("{}: {}", locale.tag, done.join(", ")))
}
