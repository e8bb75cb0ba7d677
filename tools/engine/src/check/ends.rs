//! Texts that end differently from the source, although the locale and the other locales mostly end like it.

use fluent_syntax::ast::{Expression, Pattern, PatternElement};

use super::unused::is_unused;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::locale::Locale;
use crate::project::tree::Tree;
use crate::text::ends::{End, EndingText, Ends};
use crate::text::scripts::{is_han, is_kana};

/// A text that ends differently from the source.
pub(super) struct WrongEnd<'t, 'a> {
    pub(super) entry: &'t Entry<'a>,
    /// The last character.
    pub(super) mark: &'a str,
    /// The source's end, and its own.
    pub(super) kind: (End, End),
    /// The index of the source's entry.
    original: usize,
    attribute: Option<&'a str>,
}

/// Finds the texts of a locale that end differently from the source by mistake: neither the locale nor others have the
/// same difference often.
pub(super) fn wrong_ends<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<WrongEnd<'t, 'a>> {
    let mut found = Vec::new();
    let mut texts = [0; END_KINDS];
    for (index, original) in tree.source().entries.iter().enumerate() {
        let Some(entry) = locale.translation(index).filter(|entry| entry.kind != Kind::Term) else { continue };
        for part in entry.parts() {
            let Some(source) = original.part(part.attribute) else { continue };
            // Most texts end in a letter, like the source's.
            if is_bare(source.pattern) && is_bare(part.pattern) {
                texts[End::Bare.index()] += 1;
                continue;
            }
            let Some(expected) = Ends::of_source(ending_texts(source.pattern)) else { continue };
            let wanted = expected.first();
            texts[wanted.index()] += 1;
            let Some((mark, end)) = other_end(&expected, part, locale) else { continue };
            let kind = (wanted, end);
            // “Ignore times longer than” continues with a value, which another language introduces with a colon.
            // So does “By”.
            if kind == (End::Bare, End::Colon) && (is_long(source) || is_particle(source)) {
                continue;
            }
            // “Confirm your address?” may be the label “Address” elsewhere.
            if kind == (End::Question, End::Bare) && !is_long(part) {
                continue;
            }
            let is_fine = || may_be_abbreviated(part) || is_longer(part, source) || ends_line(source, End::Period);
            if kind == (End::Bare, End::Period) && is_fine() {
                continue;
            }
            if is_unused(original) {
                continue;
            }
            found.push(WrongEnd { entry, mark, kind, original: index, attribute: part.attribute });
        }
    }
    let mut counts = [[0; END_KINDS]; END_KINDS];
    found.iter().for_each(|end| counts[end.kind.0.index()][end.kind.1.index()] += 1);
    // A locale without any ellipsis does not write it.
    if found.iter().any(|end| end.kind.0 == End::Ellipsis) && !has_ellipsis(locale) {
        found.retain(|end| end.kind.0 != End::Ellipsis);
    }
    let count = |(wanted, found): (End, End)| counts[wanted.index()][found.index()];
    let is_slip: Vec<bool> = found
        .iter()
        .map(|end| is_mistake(end.kind) && !is_habit(end.kind, count(end.kind), texts[end.kind.0.index()]))
        .collect();
    let mut is_slip = is_slip.into_iter();
    found.retain(|end| is_slip.next().unwrap_or_default() && end.is_rare(tree, locale));
    found
}

/// The number of kinds of ends.
const END_KINDS: usize = 6;

/// Returns whether a difference of ends looks like a mistake. Others come from another wording: a statement in place of
/// a question, an ellipsis for “and more”, or a sentence before a list that ends with a period, not with a colon.
fn is_mistake(kind: (End, End)) -> bool {
    match kind {
        (End::Bare, found) => matches!(found, End::Period | End::Colon),
        (End::Ellipsis | End::Colon | End::Question, found) => found == End::Bare,
        (End::Period | End::Exclamation, _) => false,
    }
}

fn has_ellipsis(locale: &Locale<'_>) -> bool {
    let mut texts = locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.texts);
    texts.any(|text| text.contains('…') || text.contains(".."))
}

/// Returns whether a line of a text, or all of it, has an end.
fn ends_line(part: &Part<'_>, end: End) -> bool {
    let lines = part.facts.texts.iter().flat_map(|text| text.lines());
    lines.filter(|line| !line.trim().is_empty()).any(|line| EndingText::new(line, false).end() == Some(end))
}

/// Returns whether a label ends in a short word, whose period may be that of an abbreviation. A longer word is cut off in
/// the middle, after two consonants.
fn may_be_abbreviated(part: &Part<'_>) -> bool {
    const SHORT: usize = 5;
    const SHORTENED: usize = 9;
    const LABEL: usize = 3;
    let last = part.facts.texts.last().and_then(|text| text.split_whitespace().next_back()).unwrap_or_default();
    let word = last.trim_end_matches('.');
    let length = word.chars().count();
    let is_consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c);
    let is_cut = length <= SHORTENED && word.chars().rev().take_while(|c| is_consonant(*c)).count() >= 2;
    let words = part.facts.texts.iter().flat_map(|text| text.split_whitespace()).count();
    !last.is_empty() && (length <= SHORT && !is_long(part) || is_cut && words <= LABEL)
}

/// Returns whether a text is one short word, which can't be a label.
fn is_particle(part: &Part<'_>) -> bool {
    const SHORT: usize = 3;
    matches!(&*part.facts.texts, [text] if text.trim().chars().all(char::is_alphabetic) && text.trim().len() <= SHORT)
}

/// Returns whether a text has more words than the source's and is no label: it may be a sentence where the source has a
/// title. Chinese and Japanese words can't be counted by their spaces.
fn is_longer(part: &Part<'_>, source: &Part<'_>) -> bool {
    let words = |part: &Part<'_>| part.facts.texts.iter().flat_map(|text| text.split_whitespace()).count();
    let has_spaces =
        |part: &Part<'_>| !part.facts.texts.iter().any(|text| text.chars().any(|c| is_han(c) || is_kana(c)));
    has_spaces(source) && is_long(part) && words(part) > words(source)
}

/// Returns whether a text has more words than a label.
fn is_long(part: &Part<'_>) -> bool {
    const WORDS: usize = 2;
    part.facts.texts.iter().flat_map(|text| text.split_whitespace()).nth(WORDS).is_some()
}

/// Returns whether a locale has a difference so often that it is a habit.
fn is_habit(kind: (End, End), found: usize, texts: usize) -> bool {
    // Whole sentences get a period in many languages; a single one is a slip, if many texts have none.
    const FEW_PERIODS: usize = 1;
    const TEXTS: usize = 20;
    const FEW: usize = 2;
    const SHARE: usize = 10;
    match kind {
        (End::Bare, End::Period) => found > FEW_PERIODS || texts < TEXTS,
        _ => found > FEW && found * SHARE >= texts,
    }
}

impl<'a> WrongEnd<'_, 'a> {
    /// Returns whether nearly all other locales end this text as the source does.
    fn is_rare(&self, tree: &Tree<'a>, locale: &Locale<'a>) -> bool {
        // An instruction in place of a question is another wording, unless all others ask.
        let percent = if self.kind.0 == End::Question { 98 } else { 90 };
        let source = tree.source();
        let original = source.entries.get(self.original).and_then(|entry| entry.part(self.attribute));
        let Some(original) = original else { return false };
        let Some(expected) = Ends::of_source(ending_texts(original.pattern)) else { return false };
        let others = tree.locales.iter().filter(|other| other.tag != locale.tag && other.tag != source.tag);
        let parts = others.filter_map(|other| Some((other, other.translation(self.original)?.part(self.attribute)?)));
        let (mut same, mut all) = (0, 0);
        for (other, part) in parts {
            all += 1;
            same += usize::from(other_end(&expected, part, other).is_none());
            // Most differences are not rare, and the first locales show it.
            if (all - same) * 100 > tree.locales.len() * (100 - percent) {
                return false;
            }
        }
        same * 100 >= all * percent
    }
}

fn other_end<'a>(expected: &Ends<'_>, part: &Part<'a>, locale: &Locale<'_>) -> Option<(&'a str, End)> {
    expected.first_other(&ending_texts(part.pattern), locale.id.language.as_str())
}

/// Returns whether a pattern ends in a letter, in each variant. This is a quick test before comparing ends.
fn is_bare(pattern: &Pattern<&str>) -> bool {
    match pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => value.ends_with(char::is_alphabetic),
        Some(PatternElement::Placeable { expression: Expression::Select { variants, .. } }) => {
            variants.iter().all(|variant| is_bare(&variant.value))
        }
        _ => false,
    }
}

/// Returns the last text of each variant of a pattern.
fn ending_texts<'a>(pattern: &Pattern<&'a str>) -> Vec<EndingText<'a>> {
    match pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => vec![EndingText::new(value, pattern.elements.len() > 1)],
        Some(PatternElement::Placeable { expression: Expression::Select { variants, .. } }) => {
            variants.iter().flat_map(|variant| ending_texts(&variant.value)).collect()
        }
        _ => vec![EndingText::new("", true)],
    }
}
