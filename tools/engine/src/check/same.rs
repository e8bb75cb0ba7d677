//! Texts that are the same in two locales, and what that means: a name, a forgotten text, or a locale that is a copy.

use std::borrow::Cow;
use std::cell::OnceCell;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant};

use crate::project::entry::{Entry, Part};
use crate::project::locale::Locale;
use crate::project::selects::written_key;
use crate::project::tree::Tree;
use crate::text::languages::are_close;
use crate::text::prose::{PLACEABLE, is_sentence, is_title};
use crate::text::scripts::Script;

/// Finds the first text that is the same in two patterns and for which `is_meant` is true. The argument of `is_meant`
/// is the text of a pattern as [`joined`] returns it.
pub(super) fn same_text<'a>(
    own: &Pattern<&'a str>,
    other: &Pattern<&'a str>,
    is_meant: &dyn Fn(&str) -> bool,
) -> Option<(&'a str, &'a str)> {
    // First the text outside selects, then each variant.
    if texts(own).eq(texts(other)) && is_meant(&joined(own)) {
        let longest = texts(own).zip(texts(other)).max_by_key(|(text, _)| text.trim().len());
        if let Some((text, original)) = longest {
            return Some((text.trim(), original.trim()));
        }
    }
    let mut pairs = selects(own).zip(selects(other)).flat_map(|(own, other)| {
        own.iter().filter_map(move |variant| {
            let twin = other.iter().find(|other| written_key(other) == written_key(variant));
            Some((variant, twin.or_else(|| other.iter().find(|other| other.default))?))
        })
    });
    pairs.find_map(|(variant, twin)| same_text(&variant.value, &twin.value, is_meant))
}

/// Returns the text of a pattern outside selects, with a character for each placeable.
pub(super) fn joined<'a>(pattern: &Pattern<&'a str>) -> Cow<'a, str> {
    if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
        return Cow::Borrowed(value);
    }
    let mut joined = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => joined.push_str(value),
            PatternElement::Placeable { .. } => joined.push(PLACEABLE),
        }
    }
    Cow::Owned(joined)
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

/// Returns whether a part has a sentence outside selects, in the script of its locale.
pub(super) fn has_sentence(part: &Part<'_>, script: Script) -> bool {
    is_sentence(&joined(part.pattern), script)
}

/// Sentences of the source, spread over its messages. Comparing them shows which locales are copies.
pub(super) struct Sample(Vec<usize>);

impl Sample {
    /// The number of sentences in a sample.
    const SIZE: usize = 64;

    pub(super) fn of(tree: &Tree<'_>) -> Self {
        let source = tree.source();
        let script = Script::of(source.id);
        let step = (source.entries.len() / (Self::SIZE * 4)).max(1);
        let value = |index: &usize| source.entries.get(*index).and_then(|entry| entry.value.as_ref());
        let is_sentence = |index: &usize| value(index).is_some_and(|part| has_sentence(part, script));
        let indices = (0..source.entries.len()).step_by(step).filter(is_sentence);
        Self(indices.take(Self::SIZE).collect())
    }

    /// Returns how many of the sentences are the same in two locales, and how many both have.
    fn compare(&self, one: &Locale<'_>, other: &Locale<'_>) -> (usize, usize) {
        let pairs = self.0.iter().filter_map(|index| {
            let (one, other) = (one.translation(*index)?.value.as_ref()?, other.translation(*index)?.value.as_ref()?);
            Some(one.pattern == other.pattern)
        });
        pairs.fold((0, 0), |(same, both), is_same| (same + usize::from(is_same), both + 1))
    }

    /// Returns whether at least half of the sentences that two locales have are the same.
    fn are_copies(&self, one: &Locale<'_>, other: &Locale<'_>) -> bool {
        let (same, both) = self.compare(one, other);
        same > 0 && same * 2 >= both
    }
}

/// A locale whose texts are mostly those of a locale.
pub(super) struct Twin<'t, 'a> {
    pub(super) locale: &'t Locale<'a>,
    pub(super) same: usize,
    pub(super) both: usize,
    /// The first text that is the same, with its entry.
    pub(super) first: (&'t Entry<'a>, &'a str),
}

impl<'t, 'a> Twin<'t, 'a> {
    /// Finds another locale, in a language that is not close, with the same text for most sentences. Of two such
    /// locales only the second has a twin: which of the two is the copy is not known.
    pub(super) fn of(tree: &'t Tree<'a>, locale: &'t Locale<'a>, sample: &Sample) -> Option<Self> {
        let others = tree.locales.iter().take_while(|other| other.tag != locale.tag);
        let others = others.filter(|other| other.tag != tree.source().tag && !are_close(other.id, locale.id));
        others.filter(|other| sample.are_copies(locale, other)).find_map(|other| Self::compare(tree, locale, other))
    }

    fn compare(tree: &'t Tree<'a>, locale: &'t Locale<'a>, other: &'t Locale<'a>) -> Option<Self> {
        const FEW: usize = 10;
        let script = Script::of(tree.source().id);
        let (mut same, mut both, mut first) = (0, 0, None);
        let references: Vec<_> = std::iter::once(tree.source()).chain(tree.fallbacks()).collect();
        for (index, original) in tree.source().entries.iter().enumerate() {
            let (Some(own), Some(theirs)) = (locale.translation(index), other.translation(index)) else { continue };
            let (Some(part), Some(twin)) = (&own.value, &theirs.value) else { continue };
            if original.value.as_ref().is_none_or(|part| !has_sentence(part, script)) {
                continue;
            }
            both += 1;
            // Both may have a text that is not translated.
            let is_of = |reference: &&Locale<'_>| {
                let value = reference.translation(index).and_then(|entry| entry.value.as_ref());
                value.is_some_and(|value| value.pattern == part.pattern)
            };
            if part.pattern == twin.pattern && !references.iter().any(is_of) {
                same += 1;
                let text = part.facts.texts.first().copied().unwrap_or(own.name);
                first = first.or(Some((own, text.trim())));
            }
        }
        let first = first.filter(|_| same >= FEW && same * 2 >= both)?;
        Some(Self { locale: other, same, both, first })
    }
}

/// The texts of a reference that most locales keep, such as the names of products.
pub(super) struct KeptTexts<'t, 'a> {
    tree: &'t Tree<'a>,
    locale: &'t Locale<'a>,
    reference: &'t Locale<'a>,
    sample: &'t Sample,
    /// The locales that count: in another language, and not copies of the reference.
    others: OnceCell<Vec<&'t Locale<'a>>>,
}

impl<'t, 'a> KeptTexts<'t, 'a> {
    pub(super) fn new(
        tree: &'t Tree<'a>,
        locale: &'t Locale<'a>,
        reference: &'t Locale<'a>,
        sample: &'t Sample,
    ) -> Self {
        Self { tree, locale, reference, sample, others: OnceCell::new() }
    }

    /// Returns whether so many other locales have the same text as the reference that it is a name: of a sentence
    /// nearly all, of a title a tenth, of other words a quarter. A title of one word, such as “Alpha”, is a name as soon as
    /// another locale keeps it too.
    pub(super) fn is_name(&self, original: usize, part: &Part<'a>) -> bool {
        const FEW: usize = 4;
        let text = joined(part.pattern);
        let share = match () {
            () if is_sentence(&text, Script::of(self.reference.id)) => 85,
            () if is_title(&text) => 10,
            () => 25,
        };
        let others = self.others.get_or_init(|| self.others());
        let theirs = others.iter().filter_map(|locale| locale.translation(original)?.part(part.attribute));
        let (same, all) =
            theirs.fold((0, 0), |(same, all), other| (same + usize::from(other.pattern == part.pattern), all + 1));
        let is_word = || is_title(&text) && text.split_whitespace().count() == 1;
        same * 100 >= all * share && (all >= FEW || same > 0 && is_word())
    }

    fn others(&self) -> Vec<&'t Locale<'a>> {
        let is_other = |other: &&Locale<'a>| {
            other.tag != self.locale.tag
                && other.tag != self.tree.source().tag
                && other.id.language != self.reference.id.language
                && !self.sample.are_copies(other, self.reference)
        };
        self.tree.locales.iter().filter(is_other).collect()
    }
}
