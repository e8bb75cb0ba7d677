//! A number or a URL in the source's text that the translation lacks.

use crate::check::context::Context;
use crate::check::figures::{figures, has_any};
use crate::check::finding::list;
use crate::project::entry::{Entry, Part};
use crate::text::figures::{Figure, Side};

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
            // A text without any words is empty, which is another rule's.
            if wanted.is_empty()
                || part.facts.texts.is_empty() && part.facts.literals.iter().all(|text| text.is_empty())
            {
                continue;
            }
            let Some(mut there) = figures(locale, part.pattern, Side::Translation) else { continue };
            there.iter_mut().for_each(|figure| figure.leave_out(locale.tag));
            wanted.truncate(MOST);
            wanted.iter_mut().for_each(|figure| figure.leave_out(source.tag));
            report(context, entry, part, original, &untold(wanted, &there));
        }
    }
}

/// How many figures of a text are looked for.
const MOST: usize = 100;

/// Lists the figures that a translation lacks. One that the source repeats may be told once, unless another number stands
/// in its place.
fn untold<'a>(wanted: Vec<Figure<'a>>, there: &[Figure<'_>]) -> Vec<Figure<'a>> {
    let is_strange = |other: &Figure<'_>| other.text.len() > 1 && !wanted.iter().any(|figure| figure.is_same(other));
    let has_strange = there.iter().any(is_strange);
    let mut left: Vec<&Figure<'_>> = there.iter().collect();
    let mut untold: Vec<Figure<'a>> = Vec::new();
    for figure in wanted {
        if let Some(index) = left.iter().position(|other| other.is_same(&figure)) {
            left.swap_remove(index);
            continue;
        }
        let is_told = !has_strange && there.iter().any(|other| other.is_same(&figure));
        if !is_told && !untold.iter().any(|other| other.text == figure.text) {
            untold.push(figure);
        }
    }
    untold
}

/// Reports all that a text does not tell at once: mostly it was translated from another text.
fn report<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    original: &Entry<'a>,
    untold: &[Figure<'a>],
) {
    let Some(first) = untold.first() else { return };
    let (tag, source_tag) = (context.locale.tag, context.source().tag);
    let what = |figure: &Figure<'_>| if figure.is_url { "address" } else { "number" };
    let (urls, numbers): (Vec<_>, Vec<_>) = untold.iter().partition(|figure| figure.is_url);
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
    let message = format!("readers of {tag} are not told {}", all.join(", nor "));
    let help = match untold {
        [only] => format!("write `{}` in the translation too", only.at),
        _ => "write them in the translation too".to_owned(),
    };
    let related = (context.place(original.file, first.at), format!("the {} in {source_tag}", what(first)));
    let finding = context.report(entry, part.attribute.unwrap_or(entry.name), message);
    finding.help = Some(help);
    finding.related = Some(related);
}
