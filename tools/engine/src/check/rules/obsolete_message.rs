//! A message that the source does not have.

use crate::check::context::Context;
use crate::project::entry::{Entry, Kind};
use crate::text::nearest::Guesses;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    // A message with a syntax error in the source exists too.
    let broken = context.broken_names(source);
    let is_missing =
        |wanted: &&Entry<'_>| wanted.kind == Kind::Message && locale.find(Kind::Message, wanted.name).is_none();
    let missing: Vec<&str> = source.entries.iter().filter(is_missing).map(|wanted| wanted.name).collect();
    let mut guesses = Guesses::new();
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        if source.find(Kind::Message, entry.name).is_some() || broken.contains(entry.name) {
            continue;
        }
        let help = match guesses.nearest(entry.name, missing.iter().copied().map(Some)) {
            Some(name) => format!("rename it, if `{name}` is meant, or delete it"),
            None => "delete it".to_owned(),
        };
        let message = format!("`{}` is never shown: {} has no such message", entry.name, source.tag);
        context.report(entry, entry.name, message).help = Some(help);
    }
}
