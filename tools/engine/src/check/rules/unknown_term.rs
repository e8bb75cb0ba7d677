//! A reference to a term that this locale does not have.

use crate::check::context::Context;
use crate::check::finding::list;
use crate::check::unknown::{often_lacked, report_external, unknown};
use crate::project::entry::Kind;
use crate::rule::Severity;
use crate::text::nearest::Guesses;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (mut guesses, mut external) = (Guesses::new(), Vec::new());
    for unknown in unknown(context, Kind::Term) {
        let name = unknown.reference.name;
        let wanted = source.find(Kind::Term, name).map(|wanted| context.place(wanted.file, wanted.name));
        let is_message = locale.find(Kind::Message, name).is_some();
        let terms = locale.entries.iter().map(|entry| (entry.kind == Kind::Term).then_some(entry.name));
        let mut nearest = None;
        let meant = match () {
            () if is_message => Some(format!("write `{name}`, if the message is meant; the two can't share a name")),
            () if wanted.is_some() => Some(format!("write the term `-{name}` in {} too", locale.tag)),
            () => {
                nearest = guesses.nearest(name, terms);
                nearest.map(|nearest| format!("is `-{nearest}` meant?"))
            }
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
        nearest.into_iter().for_each(|name| finding.replace(format!("Write `-{name}`"), name));
        finding.related = wanted.map(|place| (place, format!("the term in {}", source.tag)));
    }
    report_external(context, &external);
    if source.tag == locale.tag {
        report_often_lacked(context);
    }
}

/// Reports the terms that so many translations lack that the app may add those of the source, with one warning for all.
fn report_often_lacked(context: &mut Context<'_, '_>) {
    let source = context.source();
    let lacked = often_lacked(context.tree);
    let Some((first, most)) = lacked.iter().max_by_key(|(_, count)| *count) else { return };
    let Some(term) = source.find(Kind::Term, first) else { return };
    let names: Vec<_> = lacked.iter().map(|(name, _)| format!("`-{name}`")).collect();
    let message = format!(
        "unless the app adds the terms of {} to every locale, readers see {} in up to {most} locales, which lack the term{}",
        source.tag,
        list(&names),
        if names.len() == 1 { "" } else { "s" },
    );
    let finding = context.report(term, term.name, message);
    finding.severity = Severity::Warning;
    finding.help = Some("write them in these locales too; if the app adds them, allow this finding".to_owned());
    finding.subject = Some("terms that translations lack".to_owned());
}
