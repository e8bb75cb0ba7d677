//! A source message that a locale lacks.

use unic_langid::LanguageIdentifier;

use super::super::context::Context;
use super::super::finding::{Finding, Place};
use super::super::tree::{Entry, Kind, Locale};

pub(super) const NAME: &str = "missing-message";
pub(super) const DOCS: &str = include_str!("../../../rules/missing-message/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    // What is broken has its finding already.
    let broken = context.broken_names(locale);
    let mut above: Option<&Entry<'_>> = None;
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        if entry.is_some() {
            above = entry;
            continue;
        }
        if broken.contains(wanted.name) || inherits(context, wanted.name) {
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

/// Tells whether a locale of the same language and script has the message, and this is a regional one that may leave to it
/// what is the same: en-GB beside en, es-MX beside es. zh-TW beside zh-CN is another script.
fn inherits(context: &Context<'_, '_>, name: &str) -> bool {
    let (locale, source) = (context.locale, context.source());
    let written = |id: &LanguageIdentifier| {
        let mut full = id.clone();
        full.maximize();
        (full.language, full.script)
    };
    locale.id.region.is_some()
        && context.tree.locales.iter().any(|other| {
            (other.tag == source.tag || other.id.region.is_none())
                && other.id.language == locale.id.language
                && other.tag != locale.tag
                && written(other.id) == written(locale.id)
                && other.find(Kind::Message, name).is_some()
        })
}

/// Where the message would stand: below the one that is above it in the source, or at the head of the first file.
fn place(context: &Context<'_, '_>, locale: &Locale<'_>, above: Option<&Entry<'_>>) -> Place {
    match above {
        Some(above) => context.place(above.file, above.name),
        None => Place::Tree(locale.files.start, 0..0),
    }
}
