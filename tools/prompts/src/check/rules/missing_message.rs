//! A source message that a locale lacks.

use super::super::context::Context;
use super::super::finding::{Finding, Place, Severity};
use super::super::tree::{Entry, Kind, Locale};

pub(super) const NAME: &str = "missing-message";
pub(super) const DOCS: &str = include_str!("../../../rules/missing-message/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    // Nobody is shown anything of a folder by another name, which has its finding already, unless that is allowed.
    let is_misnamed = *locale.id != locale.tag;
    if is_misnamed && context.settings.severity("invalid-locale", Severity::Error, None) != Severity::Allow {
        return;
    }
    // What is broken has its finding already.
    let broken = context.broken_names(locale);
    let mut above: Option<&Entry<'_>> = None;
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        if entry.is_some() {
            above = entry;
            continue;
        }
        if broken.contains(wanted.name) || context.tree.inherits(locale, wanted.name) {
            continue;
        }
        let mut finding = Finding::new(
            place(context, locale, above),
            format!("readers of {} are shown `{}` in another language", locale.tag, wanted.name),
        )
        .help(format!("translate `{}`", wanted.name))
        .related(context.place(wanted.file, wanted.name), format!("the message in {}", source.tag));
        finding.id = Some(wanted.name.to_owned());
        finding.codes = context.tree.codes_of(wanted.name);
        context.push(finding);
    }
}

/// Where the message would stand: below the one that is above it in the source, or at the head of the first file.
fn place(context: &Context<'_, '_>, locale: &Locale<'_>, above: Option<&Entry<'_>>) -> Place {
    match above {
        Some(above) => context.place(above.file, above.name),
        None => Place::Tree(locale.files.start, 0..0),
    }
}
