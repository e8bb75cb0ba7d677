//! A message that the source does not have.

use crate::check::context::Context;
use crate::project::entry::Kind;
use crate::text::nearest::nearest;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    // A message with a syntax error in the source exists too.
    let broken = context.broken_names(source);
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        if source.find(Kind::Message, entry.name).is_some() || broken.contains(entry.name) {
            continue;
        }
        let missing = source.entries.iter().filter(|wanted| locale.find(wanted.kind, wanted.name).is_none());
        let names = missing.filter(|wanted| wanted.kind == Kind::Message).map(|wanted| wanted.name);
        let help = match nearest(entry.name, names) {
            Some(name) => format!("rename it, if `{name}` is meant, or delete it"),
            None => "delete it".to_owned(),
        };
        let message = format!("`{}` is never shown: {} has no such message", entry.name, source.tag);
        context.report(entry, entry.name, message).help = Some(help);
    }
}
