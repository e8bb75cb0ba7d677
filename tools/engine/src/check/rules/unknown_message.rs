//! A reference to a message that this locale does not have, or that has no text.

use crate::check::context::Context;
use crate::check::unknown::{report_external, unknown};
use crate::project::codes::Codes;
use crate::project::entry::Kind;
use crate::text::nearest::Guesses;

pub(super) fn check(context: &mut Context<'_, '_>) {
    without_text(context);
    let (source, locale) = (context.source(), context.locale);
    let has_codes = !matches!(context.tree.codes, Codes::None);
    let (mut guesses, mut external) = (Guesses::new(), Vec::new());
    for unknown in unknown(context, Kind::Message) {
        let name = unknown.reference.name;
        let wanted = source.find(Kind::Message, name);
        let wanted = wanted.map(|wanted| context.place(wanted.file, wanted.name));
        let is_term = locale.find(Kind::Term, name).is_some();
        let messages = locale.entries.iter().map(|entry| (entry.kind == Kind::Message).then_some(entry.name));
        let mut nearest = None;
        let meant = match () {
            () if is_term => Some(format!("write `-{name}`, if the term is meant; the two can't share a name")),
            () if wanted.is_some() => Some(format!("translate `{name}` too")),
            () => {
                nearest = guesses.nearest(name, messages);
                nearest.map(|nearest| format!("is `{nearest}` meant?"))
            }
        };
        let is_guess = !is_term && wanted.is_none();
        if unknown.is_external && (meant.is_none() || is_guess && !has_codes) {
            external.push(unknown);
            continue;
        }
        let shown = unknown.reference.attribute.map_or_else(|| name.to_owned(), |attr| format!("{name}.{attr}"));
        let (elsewhere, copies) = (unknown.elsewhere(), unknown.copies());
        let message =
            format!("readers see `{{{shown}}}` here{elsewhere}: {} has no message `{name}`{copies}", locale.tag);
        let finding = context.report(unknown.entry, name, message);
        finding.help = Some(meant.unwrap_or_else(|| unknown.advice()));
        finding.subject = Some(name.to_owned());
        nearest.into_iter().for_each(|name| finding.replace(format!("Write `{name}`"), name));
        finding.related = wanted.map(|place| (place, format!("the message in {}", source.tag)));
    }
    report_external(context, &external);
}

/// Reports references to messages that have only attributes. `unknown-attribute` reports an unknown attribute.
fn without_text(context: &mut Context<'_, '_>) {
    let (locale, is_obsolete) = (context.locale, context.obsolete());
    for entry in locale.entries.iter().filter(|entry| !is_obsolete(entry)) {
        let references = entry.parts().flat_map(|part| &part.facts.references);
        for reference in references.filter(|reference| !reference.is_term && reference.attribute.is_none()) {
            let name = reference.name;
            let found = locale.find_from(entry.file, Kind::Message, name).filter(|found| found.value.is_none());
            let Some(found) = found else { continue };
            let place = context.place(found.file, found.name);
            let message = format!("readers see `{{{name}}}` here: `{name}` has attributes, but no text");
            let finding = context.report(entry, name, message);
            finding.help = Some(format!("give `{name}` a text, or refer to one of its attributes"));
            finding.related = Some((place, "the message without a text".to_owned()));
        }
    }
}
