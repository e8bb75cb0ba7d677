//! Punctuation that belongs to another language, or differs from the source's at the end.

use std::sync::Arc;

use fluent_syntax::ast::{Expression, Pattern, PatternElement};
use unicode_script::UnicodeScript;

use crate::check::cause::Cause;
use crate::check::context::Context;
use crate::check::ends::{WrongEnd, wrong_ends};
use crate::check::finding::list;
use crate::check::fix::Fix;
use crate::check::unused::is_unused;
use crate::project::entry::{Entry, Part};
use crate::text::ends::End;
use crate::text::entities::ends_with_entity;
use crate::text::scripts::{Script, is_han, is_kana};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let is_source = context.source().tag == locale.tag;
    let script = Script::of(locale.id);
    let mut narrow = NarrowMarks::default();
    let mut found = Vec::new();
    for entry in &locale.entries {
        for part in entry.parts() {
            let marks = marks(part, script, &mut narrow);
            if !marks.is_empty() {
                found.push((entry, part, marks));
            }
        }
    }
    let mut causes = Vec::new();
    for (entry, part, mut marks) in found {
        if !is_source && context.tree.original(entry).is_some_and(is_unused) {
            continue;
        }
        let source = context.tree.original_part(entry, part).filter(|_| !is_source);
        marks.retain(|(wrong, mark, wanted)| match wrong {
            WrongMark::Narrow if narrow.is_habit(*wanted) => false,
            // “Folder;Manager” and “name,size” are lists for a machine, in every language.
            WrongMark::Narrow | WrongMark::Latin if matches!(*mark, ";" | ",") => {
                !source.is_some_and(|source| joins_words(source, mark))
            }
            _ => true,
        });
        report_marks(context, (entry, part, source), &marks, &mut causes);
    }
    if !is_source {
        for end in wrong_ends(context.tree, locale) {
            report_end(context, &end);
        }
    }
}

/// The fault of a punctuation mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WrongMark {
    /// It looks like a character of Fluent's syntax.
    Syntax,
    Narrow,
    Wide,
    /// A Latin mark after an Arabic letter.
    Latin,
}

/// A mark that is wrong: how, its slice, and the right one.
type Mark<'a> = (WrongMark, &'a str, char);

/// How often a locale writes marks after Chinese or Japanese characters in narrow and in wide form.
#[derive(Default)]
struct NarrowMarks {
    /// The numbers of narrow and of wide marks, for each of the [`GROUPS`].
    counts: [(usize, usize); GROUPS.len()],
}

/// Marks that are written in the same form.
const GROUPS: [&str; 4] = ["，、。；", "！？", "：", "（）"];

fn group(wide: char) -> Option<usize> {
    GROUPS.iter().position(|group| group.contains(wide))
}

impl NarrowMarks {
    fn add(&mut self, wide: char, is_narrow: bool) {
        if let Some((narrow, wide)) = group(wide).and_then(|index| self.counts.get_mut(index)) {
            *(if is_narrow { narrow } else { wide }) += 1;
        }
    }

    /// Returns whether the locale writes such marks in their narrow form more often. A narrow colon is common, so that
    /// there it is enough that none is wide.
    fn is_habit(&self, wide: char) -> bool {
        const FEW: usize = 3;
        let few = if wide == '：' { 1 } else { FEW };
        let counts = group(wide).and_then(|index| self.counts.get(index));
        counts.is_some_and(|(narrow, wide)| *narrow >= few && narrow > wide)
    }
}

/// Finds the wrong marks within a part.
fn marks<'a>(part: &Part<'a>, script: Script, narrow: &mut NarrowMarks) -> Vec<Mark<'a>> {
    let mut found = Vec::new();
    if part.facts.texts.iter().any(|text| !text.is_ascii()) {
        marks_of_pattern(part.pattern, script, narrow, &mut found);
    }
    found
}

fn marks_of_pattern<'a>(
    pattern: &Pattern<&'a str>,
    script: Script,
    narrow: &mut NarrowMarks,
    found: &mut Vec<Mark<'a>>,
) {
    for (index, element) in pattern.elements.iter().enumerate() {
        match element {
            PatternElement::TextElement { value } if value.is_ascii() => {}
            PatternElement::TextElement { value } => {
                let next = pattern.elements.get(index + 1);
                let is_end = !matches!(next, Some(PatternElement::Placeable { .. }));
                marks_of(value, script, is_end, narrow, found);
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().for_each(|variant| marks_of_pattern(&variant.value, script, narrow, found));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// Says what texts with a wrong mark have in common.
fn described(kind: WrongMark, mark: &str) -> String {
    match kind {
        WrongMark::Syntax => format!("have `{mark}`, which readers see literally"),
        WrongMark::Narrow => format!("have a narrow `{mark}` beside wide characters"),
        WrongMark::Latin => format!("have a Latin `{mark}` after Arabic letters"),
        WrongMark::Wide => format!("have a full-width `{mark}` among Latin letters"),
    }
}

/// Reports marks, one finding for each kind.
fn report_marks<'a>(
    context: &mut Context<'_, 'a>,
    (entry, part, source): (&Entry<'a>, &Part<'a>, Option<&Part<'a>>),
    found: &[Mark<'a>],
    causes: &mut Vec<(WrongMark, &'a str, Arc<Cause>)>,
) {
    // A period at the end where the source has none is too much in any form.
    let has_period = |part: &Part<'_>| part.facts.texts.iter().any(|text| text.contains(['.', '。', '．', '।', '۔']));
    let ends_in_period = || part.facts.texts.last().is_some_and(|text| text.trim_end().ends_with('.'));
    let is_superfluous =
        matches!(found, [(_, ".", _)]) && ends_in_period() && source.is_some_and(|source| !has_period(source));
    for kind in [WrongMark::Syntax, WrongMark::Narrow, WrongMark::Wide, WrongMark::Latin] {
        let of_kind = || found.iter().filter(|(wrong, ..)| *wrong == kind);
        let Some((_, first, _)) = of_kind().next() else { continue };
        let (mut written, mut wanted) = (Vec::new(), Vec::new());
        for (_, mark, sign) in of_kind() {
            let mark = format!("`{mark}`");
            if !written.contains(&mark) {
                written.push(mark);
                wanted.push(format!("`{sign}`"));
            }
        }
        let a = if written.len() == 1 { "a " } else { "" };
        let (tag, written, wanted) = (context.locale.tag, list(&written), list(&wanted));
        let message = match kind {
            WrongMark::Syntax => format!("readers see {written} literally: Fluent's syntax has {wanted}"),
            WrongMark::Narrow => format!("readers of {tag} see {a}narrow {written} beside wide characters"),
            WrongMark::Latin => format!("readers of {tag} see {a}Latin {written} after Arabic letters"),
            WrongMark::Wide => format!("readers of {tag} see {a}full-width {written} among Latin letters"),
        };
        let help = match is_superfluous {
            true => "leave it out, as the source does".to_owned(),
            false => format!("write {wanted}"),
        };
        let known = causes.iter().find(|(of, mark, _)| *of == kind && mark == first).map(|(.., cause)| cause.clone());
        let cause = known.unwrap_or_else(|| {
            let cause = Cause::of_many(described(kind, first), format!("write {wanted} in all of them"));
            causes.push((kind, *first, cause.clone()));
            cause
        });
        let replacement = |(_, mark, sign): &Mark<'a>| {
            let with = if is_superfluous { String::new() } else { sign.to_string() };
            (context.tree.range(entry.file, mark), with)
        };
        let title = if is_superfluous { "Delete the period".to_owned() } else { format!("Write {wanted}") };
        let fix = Fix { title, edits: of_kind().map(replacement).collect() };
        let finding = context.report(entry, first, message);
        finding.help = Some(help);
        finding.cause = Some(cause);
        finding.fix = Some(fix);
    }
}

fn marks_of<'a>(text: &'a str, script: Script, is_end: bool, narrow: &mut NarrowMarks, found: &mut Vec<Mark<'a>>) {
    let has_han = text.chars().any(is_han);
    let (mut before, mut is_open) = (None, false);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if !may_be_mark(c) {
            before = Some(c);
            continue;
        }
        let after = rest.peek().map(|(_, c)| *c);
        if c == ';' && text.get(..=at).is_some_and(ends_with_entity) {
            before = Some(c);
            continue;
        }
        let next = rest.clone().map(|(_, c)| c).find(|c| *c != ' ');
        let is_before_latin = next.is_some_and(|c| c.is_ascii_alphabetic());
        let around = Around { before, after, is_before_latin, is_end: is_end && after.is_none() };
        let mark = if let Some(sign) = syntax(c).filter(|_| c != '＄' || after.is_some_and(char::is_alphabetic)) {
            Some((WrongMark::Syntax, sign))
        } else if let Some(wide) = wide_form(c, script)
            // A closing parenthesis follows the opening one.
            .filter(|_| if c == ')' { is_open } else { around.should_be_wide(c) })
        {
            is_open = c == '(' || is_open && c != ')';
            narrow.add(wide, true);
            Some((WrongMark::Narrow, wide))
        } else if let Some(own) = arabic(c).filter(|_| script == Script::Arabic && before.is_some_and(is_arabic)) {
            Some((WrongMark::Latin, own))
        } else {
            if script.has_han() {
                narrow.add(c, false);
            }
            ascii(c).filter(|_| script == Script::Latin && !has_han).map(|narrow| (WrongMark::Wide, narrow))
        };
        if let (Some((wrong, sign)), Some(slice)) = (mark, text.get(at..at + c.len_utf8())) {
            found.push((wrong, slice, sign));
        }
        before = Some(c);
    }
}

/// Returns whether a character is in a block that has the marks. Asking whether it is a letter instead takes seven
/// times the instructions in the rule, on texts in other scripts than Latin.
fn may_be_mark(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}

/// The characters before and after a mark.
struct Around {
    before: Option<char>,
    after: Option<char>,
    /// Whether a Latin letter is the next character that is not a space.
    is_before_latin: bool,
    /// Whether the text ends with the mark.
    is_end: bool,
}

impl Around {
    /// Returns whether a Chinese or Japanese text has the wide form of an ASCII mark here.
    fn should_be_wide(&self, mark: char) -> bool {
        let is_wide = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_kana(c) || c == 'ー');
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let (before, after) = (is_wide(self.before), is_wide(self.after));
        // A mark before a value may be a part of it: “文件.{ $extension }”.
        let ends = self.is_end || self.after.is_some_and(char::is_whitespace);
        match mark {
            '.' | '!' | '?' => before && (after || ends),
            // A comma and a space before a Latin name are of a list in Latin style: “顾问, Example Ltd”.
            ',' | ';' if self.is_before_latin => before && is_latin(self.after),
            ',' | ';' => before && (after || ends) || is_latin(self.before) && after,
            ':' => before && (after || ends),
            _ => before && after,
        }
    }
}

/// Returns whether a mark joins two words without a space.
fn joins_words(part: &Part<'_>, mark: &str) -> bool {
    let is_joined = |text: &str| {
        let mut ends = text.match_indices(mark).map(|(at, _)| text.split_at(at));
        // In 1,000 the comma groups digits, and Chinese has no spaces.
        let is_data = |c: char| c.is_alphabetic() && (mark == ";" || !is_han(c) && !is_kana(c));
        ends.any(|(before, after)| before.ends_with(char::is_alphanumeric) && after[mark.len()..].starts_with(is_data))
    };
    part.facts.texts.iter().any(|text| is_joined(text))
}

const ASCII: &str = ",.:;?!()";
const FULL_WIDTH: &str = "，。：；？！（）";

/// Returns the form of an ASCII mark in Chinese or Japanese. Japanese is often set with narrow parentheses and colons.
fn wide_form(c: char, script: Script) -> Option<char> {
    match (script, c) {
        (Script::Japanese, '(' | ')' | ':') => None,
        (Script::Japanese, ',') => Some('、'),
        _ => full_width(c).filter(|_| script.has_han()),
    }
}

fn full_width(c: char) -> Option<char> {
    ASCII.chars().zip(FULL_WIDTH.chars()).find_map(|(ascii, wide)| (ascii == c).then_some(wide))
}

fn ascii(c: char) -> Option<char> {
    ASCII.chars().zip(FULL_WIDTH.chars()).find_map(|(ascii, wide)| (wide == c).then_some(ascii))
}

fn arabic(c: char) -> Option<char> {
    match c {
        ',' => Some('،'),
        ';' => Some('؛'),
        '?' => Some('؟'),
        _ => None,
    }
}

/// Returns whether a character is an Arabic letter or vowel sign.
fn is_arabic(c: char) -> bool {
    c.is_alphabetic() && matches!(c.script(), unicode_script::Script::Arabic | unicode_script::Script::Inherited)
}

/// Returns the character of Fluent's syntax that a character looks like.
fn syntax(c: char) -> Option<char> {
    match c {
        '｛' => Some('{'),
        '｝' => Some('}'),
        '＄' => Some('$'),
        _ => None,
    }
}

fn report_end<'a>(context: &mut Context<'_, 'a>, end: &WrongEnd<'_, 'a>) {
    let (tag, source_tag) = (context.locale.tag, context.source().tag);
    let (wanted, found) = end.kind;
    let message = format!("readers of {tag} see {} at the end, those of {source_tag} {}", found.name(), wanted.name());
    let help = match wanted {
        End::Bare => "leave the mark out".to_owned(),
        wanted => format!("end the text with {}", wanted.name()),
    };
    context.report(end.entry, end.mark, message).help = Some(help);
}
