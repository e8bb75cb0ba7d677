//! Punctuation of another language than the text's.

use fluent_syntax::ast::{Expression, Pattern, PatternElement};

use super::super::context::Context;
use super::super::scripts::{Script, is_han, is_kana};
use super::super::tree::{Entry, Kind, Part};

pub(super) const NAME: &str = "punctuation";
pub(super) const DOCS: &str = include_str!("../../../rules/punctuation/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let is_source = context.source().tag == locale.tag;
    let script = Script::of(locale.id);
    for entry in &locale.entries {
        for part in entry.parts() {
            part.facts.texts().iter().for_each(|text| marks(context, entry, text, script));
            if is_source || entry.kind == Kind::Term {
                continue;
            }
            // Most texts end in a letter, as the source's does.
            if let Some(source) = context.tree.original_part(entry, part).filter(|source| !(is_bare(source) && is_bare(part))) {
                end_mark(context, entry, part, source);
            }
        }
    }
}

/// Reports marks within a text.
fn marks<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, text: &'a str, script: Script) {
    if text.is_ascii() {
        return;
    }
    let is_chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_kana(c));
    let has_han = text.chars().any(is_han);
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|(_, c)| *c);
        let tag = context.locale.tag;
        let found = if let Some(sign) = syntax(c).filter(|_| c != '＄' || after.is_some_and(char::is_alphabetic)) {
            Some((format!("readers see the sign `{c}` as it is: Fluent knows only `{sign}`"), sign))
        } else if let Some(wide) = full_width(c)
            .filter(|_| script.has_han() && is_chinese(before) && is_chinese(after))
            // Japanese is often set with narrow parentheses.
            .filter(|_| script != Script::Japanese || !matches!(c, '(' | ')'))
        {
            Some((format!("readers of {tag} see a narrow `{c}` between wide characters"), wide))
        } else {
            let narrow = ascii(c).filter(|_| script == Script::Latin && !has_han);
            narrow.map(|narrow| (format!("readers of {tag} see a full-width `{c}` among Latin letters"), narrow))
        };
        if let (Some((message, sign)), Some(slice)) = (found, text.get(at..at + c.len_utf8())) {
            context.report(entry, slice, message).help = Some(format!("write `{sign}`"));
        }
        before = Some(c);
    }
}

const ASCII: &str = ",.:;?!()";
const FULL_WIDTH: &str = "，。：；？！（）";

fn full_width(c: char) -> Option<char> {
    ASCII.chars().zip(FULL_WIDTH.chars()).find_map(|(ascii, wide)| (ascii == c).then_some(wide))
}

fn ascii(c: char) -> Option<char> {
    ASCII.chars().zip(FULL_WIDTH.chars()).find_map(|(ascii, wide)| (wide == c).then_some(ascii))
}

/// Gives the sign of Fluent's syntax that a character looks like.
fn syntax(c: char) -> Option<char> {
    match c {
        '｛' => Some('{'),
        '｝' => Some('}'),
        '＄' => Some('$'),
        _ => None,
    }
}

/// How a text ends. A set of them is a number with a bit for each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Bare = 1,
    Period = 2,
    Exclamation = 4,
    Question = 8,
    Ellipsis = 16,
    Colon = 32,
    /// What is at the end is not known before it is shown.
    Unknown = 64,
}

impl End {
    fn name(self) -> &'static str {
        match self {
            Self::Bare | Self::Unknown => "no mark",
            Self::Period => "a period",
            Self::Exclamation => "an exclamation mark",
            Self::Question => "a question mark",
            Self::Ellipsis => "an ellipsis",
            Self::Colon => "a colon",
        }
    }
}

fn end_mark<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, part: &Part<'a>, source: &Part<'a>) {
    let mut expected = 0;
    ends(source.pattern, &mut |_, end| expected |= end as u8);
    if expected & End::Unknown as u8 != 0 {
        return;
    }
    let language = context.locale.id.language;
    // These languages end a sentence with nothing, or put the mark elsewhere.
    let has_no_marks = matches!(language.as_str(), "th" | "lo" | "km" | "my" | "hy" | "hye" | "hyw");
    let mut said = false;
    ends(part.pattern, &mut |mark, end| {
        let end = match (language.as_str(), end) {
            // Greek asks with a semicolon.
            ("el", End::Bare) if mark.ends_with([';', '\u{37E}']) => End::Question,
            // The Armenian full stop looks like a colon, and is often written as one.
            ("hy" | "hye" | "hyw", End::Colon) if expected & End::Colon as u8 == 0 => End::Period,
            _ => end,
        };
        let is_bare_fine = has_no_marks || expected & (End::Bare as u8 | End::Period as u8) != 0;
        if said || end == End::Unknown || expected & end as u8 != 0 || (end == End::Bare && is_bare_fine) {
            return;
        }
        let all = [End::Bare, End::Period, End::Exclamation, End::Question, End::Ellipsis, End::Colon];
        let wanted = all.into_iter().find(|end| expected & *end as u8 != 0).unwrap_or(End::Bare);
        let (tag, source_tag) = (context.locale.tag, context.source().tag);
        let message =
            format!("readers of {tag} see {} at the end, those of {source_tag} {}", end.name(), wanted.name());
        let help = match wanted {
            End::Bare => "leave the mark out".to_owned(),
            wanted => format!("end the text with {}", wanted.name()),
        };
        context.report(entry, mark, message).help = Some(help);
        said = true;
    });
}

/// Tells whether a part is seen at once to end without a mark.
fn is_bare(part: &Part<'_>) -> bool {
    match part.pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => value.ends_with(char::is_alphabetic),
        _ => false,
    }
}

/// Tells how a pattern may end, with the mark or the last character.
fn ends<'a>(pattern: &Pattern<&'a str>, found: &mut dyn FnMut(&'a str, End)) {
    match pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => {
            let (mark, end) = end(value);
            // Below a placeable's line a mark may belong to what the placeable shows.
            let is_all = value.trim_start().len() == mark.len() && pattern.elements.len() > 1;
            found(mark, if is_all && end != End::Bare { End::Unknown } else { end });
        }
        Some(PatternElement::Placeable { expression: Expression::Select { variants, .. } }) => {
            for variant in variants {
                ends(&variant.value, found);
            }
        }
        _ => found("", End::Unknown),
    }
}

fn end(text: &str) -> (&str, End) {
    let closing = |c: char| c.is_whitespace() || "\"'”’»›」』)）]】\u{200E}\u{200F}\u{2068}\u{2069}".contains(c);
    let text = text.trim_end_matches(closing);
    let Some((at, last)) = text.char_indices().next_back() else { return (text, End::Unknown) };
    let mark = text.get(at..).unwrap_or_default();
    let kind = match last {
        '…' => End::Ellipsis,
        '.' if text.ends_with("..") => End::Ellipsis,
        '.' if is_abbreviation(text) => End::Unknown,
        '.' | '。' | '．' | '｡' | '।' | '۔' | '։' | '።' => End::Period,
        '!' | '！' => End::Exclamation,
        '?' | '？' | '؟' => End::Question,
        ':' | '：' => End::Colon,
        _ => End::Bare,
    };
    (mark, kind)
}

/// Tells whether a text ends in an abbreviation or an address, whose dot is its own.
fn is_abbreviation(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.strip_suffix('.').unwrap_or(word).trim_start_matches(['(', '（', '"']);
    let known = ["etc", "inc", "ltd", "co", "corp", "approx", "min", "sec", "max", "usw", "bzw", "vs", "др", "пр"];
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
        || (word.is_ascii() && word.contains(['.', '/', '@']))
        || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}
