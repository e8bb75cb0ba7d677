//! A text that is equal to the source's, in a language with another script.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant};

use crate::check::context::Context;
use crate::check::names::KeptNames;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::selects::written_key;
use crate::project::tree::Tree;
use crate::text::scripts::{Script, is_chinese_only, is_han, is_kana};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (Script::of(source.id), Script::of(locale.id));
    let names = KeptNames::new(locale);
    for entry in &locale.entries {
        for part in entry.parts() {
            let is_name = |text: &str| from == Script::Latin && names.is_name(text);
            let Some((text, original)) = find_untranslated_except(context.tree, entry, part, (from, to), &is_name)
            else {
                continue;
            };
            let Some(wanted) = context.tree.original(entry) else { continue };
            let related = (context.place(wanted.file, original), format!("the text in {}", source.tag));
            let message = format!("readers of {} see a text in the language of {}", locale.tag, source.tag);
            let finding = context.report(entry, text, message);
            finding.help = Some("translate the text".to_owned());
            finding.related = Some(related);
        }
    }
}

/// Finds the first untranslated text of a part, and the same text in the source.
pub(super) fn find_untranslated<'a>(
    tree: &Tree<'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    from: Script,
    to: Script,
) -> Option<(&'a str, &'a str)> {
    find_untranslated_except(tree, entry, part, (from, to), &|_| false)
}

/// Does the same, but skips names.
fn find_untranslated_except<'a>(
    tree: &Tree<'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    (from, to): (Script, Script),
    is_name: &dyn Fn(&str) -> bool,
) -> Option<(&'a str, &'a str)> {
    // A term is mostly a brand. In Latin letters, brands and words look alike.
    let may_be_brand = entry.kind == Kind::Term && from == Script::Latin;
    if from == to || !to.is_known() || (from.is_chinese() && to.is_chinese()) || may_be_brand {
        return None;
    }
    let is_untranslated = |text: &str| is_translatable(text, from, to) && !is_name(text);
    equal_text(part.pattern, tree.original_part(entry, part)?.pattern, &is_untranslated)
}

/// Compares the text outside selects, then each variant.
fn equal_text<'a>(
    own: &Pattern<&'a str>,
    source: &Pattern<&'a str>,
    is_untranslated: &dyn Fn(&str) -> bool,
) -> Option<(&'a str, &'a str)> {
    if texts(own).eq(texts(source)) {
        let mut pairs = texts(own).zip(texts(source));
        if let Some((text, original)) = pairs.find(|(text, _)| is_untranslated(text)) {
            return Some((text.trim(), original.trim()));
        }
    }
    let mut pairs = selects(own).zip(selects(source)).flat_map(|(own, source)| {
        own.iter().filter_map(move |variant| {
            let twin = source.iter().find(|other| written_key(other) == written_key(variant));
            Some((variant, twin.or_else(|| source.iter().find(|other| other.default))?))
        })
    });
    pairs.find_map(|(variant, twin)| equal_text(&variant.value, &twin.value, is_untranslated))
}

fn texts<'p, 'a>(pattern: &'p Pattern<&'a str>) -> impl Iterator<Item = &'a str> + use<'p, 'a> {
    pattern.elements.iter().filter_map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    })
}

fn selects<'p, 'a>(pattern: &'p Pattern<&'a str>) -> impl Iterator<Item = &'p [Variant<&'a str>]> + use<'p, 'a> {
    pattern.elements.iter().filter_map(|element| {
        let PatternElement::Placeable { expression } = element else { return None };
        let mut expression = expression;
        while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
            expression = inner;
        }
        match expression {
            Expression::Select { variants, .. } => Some(variants.as_slice()),
            Expression::Inline(_) => None,
        }
    })
}

/// Returns whether a source text has words that differ in the target language.
fn is_translatable(text: &str, from: Script, to: Script) -> bool {
    if from.has_han() {
        // A few Chinese characters may be a Japanese word too.
        const SHORT: usize = 4;
        let han = text.chars().filter(|c| is_han(*c)).count();
        let is_shared = to.has_han() && han <= SHORT && !text.chars().any(|c| is_kana(c) || is_chinese_only(c));
        return !is_shared && (han > 0 || text.chars().any(is_kana));
    }
    if from == Script::Latin {
        return text.split_whitespace().any(is_word);
    }
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// Returns whether a word belongs to a language: it is not in capitals (`IM`), a brand (`GitHub`), a URL or a file
/// name.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let has_inner_capital = word.chars().skip(1).any(char::is_uppercase);
    let is_name = word.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '@' | '_' | ':' | '\\' | '='));
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !has_inner_capital && !is_name
}
