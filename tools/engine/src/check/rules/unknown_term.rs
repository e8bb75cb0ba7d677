//! A reference to a term that this locale does not have.

use crate::check::context::Context;
use crate::check::unknown::{report_external, unknown};
use crate::project::entry::Kind;
use crate::text::nearest::Guesses;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (mut guesses, mut external) = (Guesses::new(), Vec::new());
    for unknown in unknown(context, Kind::Term) {
        let name = unknown.reference.name;
        let wanted = source.find(Kind::Term, name).map(|wanted| context.place(wanted.file, wanted.name));
        let is_message = locale.find(Kind::Message, name).is_some();
        let terms = locale.entries.iter().map(|entry| (entry.kind == Kind::Term).then_some(entry.name));
        let meant = match () {
            () if is_message => Some(format!("write `{name}`, if the message is meant; the two can't share a name")),
            () if wanted.is_some() => Some(format!("write the term `-{name}` in {} too", locale.tag)),
            () => guesses.nearest(name, terms).map(|nearest| format!("is `-{nearest}` meant?")),
        };
        if meant.is_none() && unknown.is_external {
            external.push(unknown);
            continue;
        }
        let (elsewhere, copies) = (unknown.elsewhere(), unknown.copies());
        // An attribute of a term is a selector, and is not shown.
        let message = match unknown.reference.attribute {
            Some(attribute) => format!(
                "`-{name}.{attribute}` never selects a variant here{elsewhere}: {} has no term `-{name}`{copies}",
                locale.tag
            ),
            None => {
                format!("readers see `{{-{name}}}` here{elsewhere}: {} has no term `-{name}`{copies}", locale.tag)
            }
        };
        let finding = context.report(unknown.entry, name, message);
        finding.help = Some(meant.unwrap_or_else(|| unknown.advice()));
        finding.subject = Some(name.to_owned());
        finding.related = wanted.map(|place| (place, format!("the term in {}", source.tag)));
    }
    report_external(context, &external);
}
