//! Punctuation that belongs to another language, or differs from the source's at the end.

use fluent_syntax::ast::PatternElement;
use unicode_script::UnicodeScript;

use crate::check::context::Context;
use crate::check::ends::ending_texts;
use crate::check::finding::list;
use crate::project::entry::{Entry, Kind, Part};
use crate::text::ends::{End, Ends};
use crate::text::scripts::{Script, is_han, is_kana};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let is_source = context.source().tag == locale.tag;
    let script = Script::of(locale.id);
    for entry in &locale.entries {
        for part in entry.parts() {
            let source = context.tree.original_part(entry, part).filter(|_| !is_source);
            marks(context, entry, part, source, script);
            // Most texts end in a letter, like the source's.
            let may_differ = |source: &&Part<'_>| entry.kind != Kind::Term && !(is_bare(source) && is_bare(part));
            if let Some(source) = source.filter(may_differ) {
                end_mark(context, entry, part, source);
            }
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

/// Reports marks within a text, one finding for each kind.
fn marks<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
    source: Option<&Part<'a>>,
    script: Script,
) {
    let mut found: Vec<(WrongMark, &'a str, char)> = Vec::new();
    for text in part.facts.texts.iter().filter(|text| !text.is_ascii()) {
        marks_of(text, script, &mut found);
    }
    // “Folder;Manager” is a list for a machine, in every language.
    found.retain(|(wrong, mark, _)| {
        *wrong != WrongMark::Narrow || !source.is_some_and(|source| joins_words(source, mark))
    });
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
            WrongMark::Narrow => format!("readers of {tag} see {a}narrow {written} between wide characters"),
            WrongMark::Latin => format!("readers of {tag} see {a}Latin {written} after Arabic letters"),
            WrongMark::Wide => format!("readers of {tag} see {a}full-width {written} among Latin letters"),
        };
        context.report(entry, first, message).help = Some(format!("write {wanted}"));
    }
}

fn marks_of<'a>(text: &'a str, script: Script, found: &mut Vec<(WrongMark, &'a str, char)>) {
    let is_chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_kana(c));
    let has_han = text.chars().any(is_han);
    let (mut before, mut is_open) = (None, false);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|(_, c)| *c);
        let is_between = || match c {
            // A closing parenthesis follows the opening one.
            ')' => is_open,
            _ => is_chinese(before) && is_chinese(after),
        };
        let mark = if let Some(sign) = syntax(c).filter(|_| c != '＄' || after.is_some_and(char::is_alphabetic)) {
            Some((WrongMark::Syntax, sign))
        } else if let Some(wide) = full_width(c)
            // Japanese is often set with narrow parentheses.
            .filter(|_| script.has_han() && (script != Script::Japanese || !matches!(c, '(' | ')')))
            .filter(|_| is_between())
        {
            is_open = c == '(' || is_open && c != ')';
            Some((WrongMark::Narrow, wide))
        } else if let Some(own) = arabic(c).filter(|_| script == Script::Arabic && before.is_some_and(is_arabic)) {
            Some((WrongMark::Latin, own))
        } else {
            ascii(c).filter(|_| script == Script::Latin && !has_han).map(|narrow| (WrongMark::Wide, narrow))
        };
        if let (Some((wrong, sign)), Some(slice)) = (mark, text.get(at..at + c.len_utf8())) {
            found.push((wrong, slice, sign));
        }
        before = Some(c);
    }
}

/// Returns whether a mark joins two words without a space.
fn joins_words(part: &Part<'_>, mark: &str) -> bool {
    let is_joined = |text: &str| {
        let mut ends = text.match_indices(mark).map(|(at, _)| text.split_at(at));
        ends.any(|(before, after)| {
            before.ends_with(char::is_alphanumeric) && after[mark.len()..].starts_with(char::is_alphanumeric)
        })
    };
    part.facts.texts.iter().any(|text| is_joined(text))
}

const ASCII: &str = ",.:;?!()";
const FULL_WIDTH: &str = "，。：；？！（）";

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

/// Returns whether a part ends in a letter. This is a quick test before comparing ends.
fn is_bare(part: &Part<'_>) -> bool {
    match part.pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => value.ends_with(char::is_alphabetic),
        _ => false,
    }
}

/// Reports the first end of a text that does not match any end of the source.
fn end_mark<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, part: &Part<'a>, source: &Part<'a>) {
    let (locale, source_tag) = (context.locale, context.source().tag);
    let Some(expected) = Ends::of_source(ending_texts(source.pattern)) else { return };
    let Some((mark, end)) = expected.first_other(&ending_texts(part.pattern), locale.id.language.as_str()) else {
        return;
    };
    let wanted = expected.first();
    let message =
        format!("readers of {} see {} at the end, those of {source_tag} {}", locale.tag, end.name(), wanted.name());
    let help = match wanted {
        End::Bare => "leave the mark out".to_owned(),
        wanted => format!("end the text with {}", wanted.name()),
    };
    context.report(entry, mark, message).help = Some(help);
}
