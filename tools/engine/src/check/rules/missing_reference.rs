//! A term or a message that the source's text shows and the translation does not.

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use crate::check::context::Context;
use crate::check::finding::list;
use crate::check::renderings::renderings;
use crate::check::unused::is_unused;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::locale::Locale;
use crate::text::prose::PLACEABLE;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        let Some(original) = context.tree.original(entry) else { continue };
        for part in entry.parts() {
            let Some(wanted) = original.part(part.attribute) else { continue };
            if wanted.facts.references.is_empty() {
                continue;
            }
            let missing = missing(context.source(), (original, wanted), locale, (entry, part));
            // The search in comments takes a while.
            if !missing.is_empty() && !is_unused(original) {
                report(context, (original, wanted), (entry, part), &missing);
            }
        }
    }
}

/// Where a reference points to: a kind and a name.
type Target<'a> = (Kind, &'a str);

/// Returns what a text of the source shows in each case and its translation never does.
fn missing<'a>(
    source: &Locale<'a>,
    (original, wanted): (&Entry<'a>, &Part<'a>),
    locale: &Locale<'_>,
    (entry, part): (&Entry<'_>, &Part<'_>),
) -> Vec<Target<'a>> {
    let has = |part: &Part<'_>, (kind, name): Target<'_>| {
        part.facts.references.iter().any(|reference| (kind_of(reference.is_term), reference.name) == (kind, name))
    };
    let mut missing = always_shown(wanted);
    missing.retain(|target| !has(part, *target));
    // With another name of the same thing in its place, nothing is lost.
    let others = part.facts.references.iter().filter(|reference| {
        let target = (kind_of(reference.is_term), reference.name);
        !has(wanted, target)
    });
    if missing.len() <= others.count() {
        return Vec::new();
    }
    let texts = renderings(part.pattern);
    // A text that is left empty is another rule's.
    if !texts.iter().any(|text| text.chars().any(char::is_alphabetic)) {
        return Vec::new();
    }
    // In another word order, other words are behind the dots of a teaser.
    if is_teaser(wanted) && is_teaser(part) {
        return Vec::new();
    }
    missing.retain(|(kind, name)| {
        let values = [source.find_from(original.file, *kind, name), locale.find_from(entry.file, *kind, name)];
        let is_written = |target: &Entry<'_>| target.value.as_ref().is_some_and(|value| is_written_out(value, &texts));
        !values.into_iter().flatten().any(is_written)
    });
    missing
}

/// Returns the references of a text outside of its variants.
fn always_shown<'a>(part: &Part<'a>) -> Vec<Target<'a>> {
    let mut shown = Vec::new();
    for element in &part.pattern.elements {
        let target = match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::MessageReference { id, .. } => (Kind::Message, id.name),
                // With arguments, a term is a word with forms, which other languages may write themselves.
                InlineExpression::TermReference { id, arguments: None, .. } => (Kind::Term, id.name),
                _ => continue,
            },
            _ => continue,
        };
        if !shown.contains(&target) {
            shown.push(target);
        }
    }
    shown
}

fn is_teaser(part: &Part<'_>) -> bool {
    part.facts.texts.last().is_some_and(|text| text.trim_end().ends_with('…') || text.trim_end().ends_with("..."))
}

fn kind_of(is_term: bool) -> Kind {
    if is_term { Kind::Term } else { Kind::Message }
}

/// Returns whether any of some texts has the words of a value, in any case and with any ending, or the first of several:
/// “Firefox” may stand for “Firefox browser”. A value that is only known at run time can't be looked for.
fn is_written_out(value: &Part<'_>, texts: &[String]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    renderings(value.pattern).iter().any(|value| {
        let value = value.trim().to_lowercase();
        let name = value.split_whitespace().next().filter(|word| word.chars().count() > 2).unwrap_or(&value);
        value.is_empty() || value.contains(PLACEABLE) || texts.iter().any(|text| text.contains(name))
    })
}

fn report<'a>(
    context: &mut Context<'_, 'a>,
    (original, wanted): (&Entry<'a>, &Part<'a>),
    (entry, part): (&Entry<'a>, &Part<'a>),
    missing: &[Target<'a>],
) {
    let source = context.source().tag;
    let written = |(kind, name): &Target<'_>| format!("{}{name}", if *kind == Kind::Term { "-" } else { "" });
    let names: Vec<String> = missing.iter().map(|target| format!("`{}`", written(target))).collect();
    let references: Vec<String> = missing.iter().map(|target| format!("`{{ {} }}`", written(target))).collect();
    let at = wanted.facts.references.iter().find(|reference| missing.iter().any(|(_, name)| *name == reference.name));
    let related = context.place(original.file, at.map_or(original.name, |reference| reference.name));
    let message = format!("the text does not use {}, which {source} shows", list(&names));
    let finding = context.report(entry, part.attribute.unwrap_or(entry.name), message);
    let place = if names.len() == 1 { "where it belongs" } else { "where they belong" };
    finding.help = Some(format!("write {} {place}", list(&references)));
    finding.related = Some((related, format!("the text in {source}")));
}
