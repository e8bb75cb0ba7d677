//! A message that has only attributes, and a text in the source.

use crate::check::context::Context;
use crate::project::entry::Kind;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        let Some(entry) = entry.filter(|entry| wanted.value.is_some() && entry.value.is_none()) else { continue };
        let related = (context.place(wanted.file, wanted.name), format!("the message in {}", source.tag));
        let message =
            format!("readers of {} are shown `{}` in another language: it has no text", locale.tag, entry.name);
        let finding = context.report(entry, entry.name, message);
        finding.help = Some(format!("write the text after `{} =`", entry.name));
        finding.related = Some(related);
    }
}
