//! The attributes of the source's message that the translation lacks.

use crate::check::context::Context;
use crate::check::finding::list;
use crate::project::entry::Kind;
use code_prompts_reader::names::shortened;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let broken = context.broken_names(locale);
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        let Some(entry) = entry.filter(|_| !wanted.attributes.is_empty()) else { continue };
        let mut missing = wanted.attributes_not_in(entry);
        missing
            .retain(|name| broken.is_empty() || !broken.contains(format!("{}.{name}", shortened(entry.name)).as_str()));
        // One finding for the message: its attributes are translated together.
        let Some(first) = missing.first() else { continue };
        let related = (context.place(wanted.file, first), format!("the attribute in {}", source.tag));
        let names: Vec<_> = missing.iter().map(|name| format!("`.{name}`")).collect();
        let message = format!(
            "readers of {} are not shown {} of `{}`: {} missing",
            locale.tag,
            list(&names),
            shortened(entry.name),
            if names.len() == 1 { "it is" } else { "they are" }
        );
        let on = if names.len() == 1 { "on an indented line" } else { "each on an indented line" };
        let help = format!("translate {}, {on} below the message", list(&names));
        let finding = context.report(entry, entry.name, message);
        finding.help = Some(help);
        finding.subject = Some(entry.name.to_owned());
        finding.related = Some(related);
    }
}
