//! A number or a URL in the source's text that the translation lacks.

use crate::check::context::Context;
use crate::check::figures::{figures, has_any};
use crate::check::finding::list;
use crate::check::unused::is_unused;
use crate::project::entry::{Entry, Part};
use crate::text::figures::{Figure, Side};
use crate::text::nearest::nearest;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    for entry in &locale.entries {
        let Some(original) = context.tree.original(entry) else { continue };
        for wanted in original.parts().filter(|part| has_any(part)) {
            let part = match wanted.attribute {
                Some(attribute) => entry.attribute(attribute),
                None => entry.value.as_ref(),
            };
            let Some(part) = part else { continue };
            let Some(mut wanted) = figures(source, wanted.pattern, Side::Source) else { continue };
            // `empty-text` reports a text without words.
            if wanted.is_empty()
                || part.facts.texts.is_empty() && part.facts.literals.iter().all(|text| text.is_empty())
            {
                continue;
            }
            let Some(mut found) = figures(locale, part.pattern, Side::Translation) else { continue };
            wanted.truncate(MAX_FIGURES);
            // An encyclopedia has its pages in each language, under other names.
            if found.iter().any(|figure| figure.is_in_language_of(locale.tag)) {
                wanted.retain(|figure| !figure.is_in_language_of(source.tag));
            }
            for figure in wanted.iter_mut().chain(&mut found) {
                figure.remove_locales([source.tag, locale.tag]);
            }
            let missing = missing(wanted, &found);
            if !missing.is_empty() && !is_unused(original) {
                report(context, entry, part, original, &missing);
            }
        }
    }
}

/// The maximum number of figures that are compared in one text.
const MAX_FIGURES: usize = 100;

/// Returns the figures that a translation lacks. A figure that the source repeats is needed once only, unless the
/// translation has a number that the source does not have.
fn missing<'a>(wanted: Vec<Figure<'a>>, found: &[Figure<'_>]) -> Vec<Figure<'a>> {
    let is_extra = |other: &Figure<'_>| other.text.len() > 1 && !wanted.iter().any(|figure| figure.is_same(other));
    let has_extra = found.iter().any(is_extra);
    let mut left: Vec<&Figure<'_>> = found.iter().collect();
    let mut missing: Vec<Figure<'a>> = Vec::new();
    for figure in wanted {
        if let Some(index) = left.iter().position(|other| other.is_same(&figure)) {
            left.swap_remove(index);
            continue;
        }
        // “20 %” may be “a fifth”, unless there is another number.
        if figure.may_be_words && !has_extra || figure.is_url && has_other_page(&figure, found) {
            continue;
        }
        let is_repeated = !has_extra && found.iter().any(|other| other.is_same(&figure));
        if !is_repeated && !missing.iter().any(|other| other.text == figure.text) {
            missing.push(figure);
        }
    }
    missing
}

/// Returns whether a translation has a URL of another site, which is a page in its language. A misspelt host is the same
/// site.
fn has_other_page(wanted: &Figure<'_>, found: &[Figure<'_>]) -> bool {
    let Some(wanted) = wanted.host() else { return false };
    let mut hosts = found.iter().filter_map(Figure::host).peekable();
    hosts.peek().is_some() && hosts.all(|host| host != wanted && nearest(wanted, std::iter::once(host)).is_none())
}

/// Reports all missing figures of a text as one finding: usually the text was translated from another source text.
fn report<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    original: &Entry<'a>,
    missing: &[Figure<'a>],
) {
    let Some(first) = missing.first() else { return };
    let (tag, source_tag) = (context.locale.tag, context.source().tag);
    let what = |figure: &Figure<'_>| if figure.is_url { "address" } else { "number" };
    let (urls, numbers): (Vec<_>, Vec<_>) = missing.iter().partition(|figure| figure.is_url);
    let all: Vec<_> = [("number", numbers), ("address", urls)]
        .into_iter()
        .filter(|(_, figures)| !figures.is_empty())
        .map(|(what, figures)| {
            let written: Vec<_> = figures.iter().map(|figure| format!("`{}`", figure.at)).collect();
            let plural = match (what, figures.len()) {
                (_, 1) => "",
                ("address", _) => "es",
                _ => "s",
            };
            format!("the {what}{plural} {}", list(&written))
        })
        .collect();
    let message = format!("readers of {tag} do not see {}", all.join(" or "));
    let help = match missing {
        [only] => format!("write `{}` in the translation too", only.at),
        _ => "write them in the translation too".to_owned(),
    };
    let related = (context.place(original.file, first.at), format!("the {} in {source_tag}", what(first)));
    let finding = context.report(entry, part.attribute.unwrap_or(entry.name), message);
    finding.help = Some(help);
    finding.related = Some(related);
}
