//! The entries that a translation is compared with, and what they say about numbers.

use fluent_syntax::ast::{Expression, Pattern, PatternElement, VariantKey};

use super::context::Context;
use crate::project::entry::{Entry, Part};
use crate::project::facts::Select;
use crate::project::locale::Locale;
use crate::project::selects::{self, category, is_plural, numbers_of, selects_on};
use crate::project::tree::Tree;
use crate::text::plurals::OTHER;

/// An entry in the source or in a fallback locale.
#[derive(Clone, Copy)]
pub(super) struct Original<'t, 'a> {
    pub(super) locale: &'t Locale<'a>,
    pub(super) entry: &'t Entry<'a>,
}

/// Returns the entry of the source that an entry translates, and those of the fallback locales. The source has none.
pub(super) fn originals<'t, 'a>(context: &Context<'t, 'a>, entry: &Entry<'a>) -> Vec<Original<'t, 'a>> {
    let (tree, locale) = (context.tree, context.locale);
    if locale.tag == tree.source().tag {
        return Vec::new();
    }
    let source = tree.original(entry).map(|entry| Original { locale: tree.source(), entry });
    let fallbacks = tree.fallbacks().filter(|fallback| fallback.tag != locale.tag);
    let fallbacks =
        fallbacks.filter_map(|locale| Some(Original { locale, entry: locale.find(entry.kind, entry.name)? }));
    source.into_iter().chain(fallbacks).collect()
}

impl<'t, 'a> Original<'t, 'a> {
    /// Returns its plurals on a variable. `source` is the source's entry.
    pub(super) fn plurals_on(
        self,
        variable: &'t str,
        source: Option<&'t Entry<'a>>,
    ) -> impl Iterator<Item = &'t Select<'a>> {
        selects_on(self.entry, variable).filter(move |select| has_plurals(self.locale, select, source))
    }

    /// Returns whether it selects on a variable by other keys than numbers and plurals.
    pub(super) fn selects_text(self, variable: &str) -> bool {
        let has_name = |select: &Select<'_>| {
            let categories = select.variants.iter().map(|variant| match variant.key {
                VariantKey::NumberLiteral { .. } => Some(OTHER),
                VariantKey::Identifier { .. } => category(&variant.key),
            });
            let has_name = categories.into_iter().any(|category| category != Some(OTHER));
            has_name && !has_plurals(self.locale, select, None)
        };
        selects_on(self.entry, variable).any(has_name)
    }
}

/// Returns whether a select is on a plural category that its language has. `[zero]` alone in English is the name of a
/// text.
pub(super) fn has_plurals(locale: &Locale<'_>, select: &Select<'_>, source: Option<&Entry<'_>>) -> bool {
    let numbers = || numbers_of(locale.plurals(), select.selector);
    is_plural(select, source)
        && (select.variants.iter().filter_map(|variant| category(&variant.key)))
            .any(|category| category != OTHER && numbers().all & 1 << category != 0)
}

/// Returns whether a part of a translation is still the source's text.
pub(super) fn is_copy<'a>(tree: &Tree<'a>, locale: &Locale<'a>, entry: &Entry<'a>, part: &Part<'a>) -> bool {
    locale.tag != tree.source().tag
        && tree.original_part(entry, part).is_some_and(|original| original.pattern == part.pattern)
}

/// Returns the slice of a variable that a text shows as a number before a word, and the word: the number of things.
pub(super) fn number_before_word<'a>(pattern: &Pattern<&'a str>, variable: &str) -> Option<(&'a str, &'a str)> {
    pattern.elements.iter().enumerate().find_map(|(at, element)| {
        let PatternElement::Placeable { expression } = element else { return None };
        match expression {
            Expression::Select { variants, .. } => {
                variants.iter().find_map(|variant| number_before_word(&variant.value, variable))
            }
            Expression::Inline(inline) => {
                let shown = selects::variable(inline).filter(|shown| *shown == variable)?;
                let PatternElement::TextElement { value } = pattern.elements.get(at + 1)? else { return None };
                Some((shown, noun_at_start(value, pattern.elements.get(at + 2).is_some())?))
            }
        }
    })
}

/// Returns the long word at the start of a text, after a space. A short word is mostly a preposition or a unit, and so is
/// the only one before the next placeable, as in “{ $done } from { $total }”.
fn noun_at_start(text: &str, is_followed: bool) -> Option<&str> {
    const SHORTEST: usize = 4;
    let text = text.strip_prefix([' ', '\u{A0}', '\u{202F}'])?;
    let end = text.find(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’' | '-')).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end)?;
    let rest = rest.trim_end();
    let is_shortened = rest.starts_with(['.', '(', '/']) && rest.len() > 1;
    (word.chars().count() >= SHORTEST && !is_shortened && !(is_followed && rest.is_empty())).then_some(word)
}
