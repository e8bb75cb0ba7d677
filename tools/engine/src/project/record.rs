//! The record of the source text of a translation, in the comment above the translation.
//!
//! ```fluent
//! # zh-CN: 房间不存在
//! # zh-CN .action: 返回登录页
//! room-not-found = The room does not exist
//!     .action = Back to sign-in
//! ```
//!
//! A line consists of the source's tag; for an attribute, a space, a dot and its name; then a colon, a space and the
//! text. A pattern of several lines has one such line for each. The text is the pattern as `fluent-syntax` prints it,
//! so a select is recorded with all its variants:
//!
//! ```fluent
//! # zh-CN: { $im-reused ->
//! # zh-CN:     [true] 复用IM时，请先登录IM
//! # zh-CN:    *[false] IM登录失败
//! # zh-CN: }
//! ```
//!
//! Differences in white space are ignored. If the source has changed since, `prompts sync` writes the new text below
//! the record: `# zh-CN now: 房间已关闭`.

use code_prompts_reader::guard;
use code_prompts_reader::names::is_identifier_char;
use fluent_syntax::ast::{Comment, Entry as Node, Message, Pattern, PatternElement};
use fluent_syntax::parser;

use super::entry::{Entry, pattern_text};
use super::locale::Locale;
use super::review::is_review;

/// Follows the tag in a line with the new source text.
const NOW: &str = "now";

/// The recorded source text of a value or an attribute.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record<'a> {
    pub(crate) attribute: Option<&'a str>,
    /// Its lines in the comment from the tag on, slices of the file. There are none if it is in a records file.
    pub(crate) lines: Vec<&'a str>,
    /// The text in each line.
    texts: Vec<&'a str>,
}

/// Returns the lines of a comment that belong to the entry below it, without those of stubs, the untranslated messages
/// that `prompts add-locale` writes.
pub(crate) fn own_lines<'c, 'a>(comment: &'c Comment<&'a str>, source: &Locale<'_>) -> &'c [&'a str] {
    let is_stub = |at: &usize| pending(&comment.content, *at).is_some_and(|name| source.has(name));
    let Some(last) = (0..comment.content.len()).rev().find(is_stub) else { return &comment.content };
    let below = comment.content.get(last + 1..).unwrap_or_default();
    let body = below.iter().take_while(|line| line.starts_with(' ')).count();
    below.get(body..).unwrap_or_default()
}

/// Returns the name of the stub that begins at a line of a comment, with the hyphen of a term. The line is `name =`,
/// or, right below a record, `name = text`. Any other line is a note.
pub(crate) fn pending<'a>(lines: &[&'a str], at: usize) -> Option<&'a str> {
    let (name, text) = lines.get(at)?.split_once('=')?;
    let name = name.trim_end_matches(' ');
    let letters = name.strip_prefix('-').unwrap_or(name);
    let is_name =
        letters.starts_with(|first: char| first.is_ascii_alphabetic()) && letters.chars().all(is_identifier_char);
    let is_below_record =
        || at.checked_sub(1).and_then(|above| lines.get(above)).is_some_and(|line| is_any_record(line));
    (is_name && (text.trim().is_empty() || is_below_record())).then_some(name)
}

/// Returns whether a line looks like a record of any source locale.
fn is_any_record(line: &str) -> bool {
    let Some((key, _)) = line.split_once(':') else { return false };
    let tag = key.split(' ').next().unwrap_or_default();
    let language = tag.split('-').next().unwrap_or_default();
    matches!(language.len(), 2 | 3)
        && language.chars().all(|letter| letter.is_ascii_lowercase())
        && tag.chars().all(|part| part.is_ascii_alphanumeric() || part == '-')
        && (is_record(line, tag) || is_now(line, tag))
}

/// Reads the records of a comment.
pub(crate) fn read<'a>(comment: &Comment<&'a str>, source: &Locale<'_>) -> Vec<Record<'a>> {
    read_lines(own_lines(comment, source), source.tag)
}

/// Reads the records in some lines of a comment.
pub(crate) fn read_lines<'a>(lines: &[&'a str], source: &str) -> Vec<Record<'a>> {
    let mut records: Vec<Record<'a>> = Vec::new();
    for line in lines {
        let line = line.trim_end();
        let Some((attribute, text)) = read_line(line, source) else { continue };
        match records.iter_mut().find(|record| record.attribute == attribute) {
            Some(record) => {
                record.lines.push(line);
                record.texts.push(text);
            }
            None => records.push(Record { attribute, lines: vec![line], texts: vec![text] }),
        }
    }
    records
}

/// Returns the record of a pattern: one line of a comment for each line of the pattern, without the `# `.
pub(crate) fn write(source: &str, attribute: Option<&str>, pattern: &Pattern<&str>) -> Vec<String> {
    lines(&format!("{}:", key(source, attribute)), &pattern_text(pattern))
}

/// Returns the lines with the new source text, to be written below a stale record.
pub(crate) fn write_now(source: &str, attribute: Option<&str>, pattern: &Pattern<&str>) -> Vec<String> {
    lines(&format!("{} {NOW}:", key(source, attribute)), &pattern_text(pattern))
}

/// Returns whether a line of a comment belongs to a record.
pub(crate) fn is_record(line: &str, source: &str) -> bool {
    read_line(line, source).is_some()
}

/// Returns whether a line of a comment has the new source text.
pub(crate) fn is_now(line: &str, source: &str) -> bool {
    let Some((key, _)) = line.strip_prefix(source).and_then(|rest| rest.split_once(':')) else { return false };
    key.strip_suffix(NOW).and_then(|key| key.strip_suffix(' ')).is_some_and(|key| {
        key.is_empty() || key.strip_prefix(" .").is_some_and(|name| name.chars().all(is_identifier_char))
    })
}

/// Returns the part that a line of a comment is about, if it belongs to a record or has the new source text: the value
/// (`None`), or an attribute.
pub(crate) fn part_of<'a>(line: &'a str, source: &str) -> Option<Option<&'a str>> {
    if let Some((attribute, _)) = read_line(line, source) {
        return Some(attribute);
    }
    let key = line.strip_prefix(source).filter(|_| is_now(line, source))?;
    Some(key.strip_prefix(" .").and_then(|rest| rest.split_once(' ')).map(|(attribute, _)| attribute))
}

/// Returns the notes for translators in the source's comment above an entry.
pub(crate) fn notes<'a>(wanted: &Entry<'a>, source: &str) -> impl Iterator<Item = &'a str> {
    let lines = wanted.comment.into_iter().flat_map(|comment| comment.content.iter().copied());
    let is_own = move |line: &str| is_record(line, source) || is_now(line, source);
    lines.filter(move |line| !is_own(line) && !is_review(line) && !line.trim_start().starts_with("allow("))
}

fn key(source: &str, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => format!("{source} .{attribute}"),
        None => source.to_owned(),
    }
}

fn lines(key: &str, text: &str) -> Vec<String> {
    text.split('\n').map(|line| format!("{key} {line}").trim_end().to_owned()).collect()
}

impl<'a> Record<'a> {
    /// Returns the record that a records file has.
    pub(crate) fn stored(attribute: Option<&'a str>, text: &'a str) -> Self {
        Self { attribute, lines: Vec::new(), texts: text.split('\n').collect() }
    }

    /// Returns the lines of a comment that have it, without the `# `.
    pub(crate) fn write(&self, source: &str) -> Vec<String> {
        lines(&format!("{}:", key(source, self.attribute)), &self.text())
    }
}

impl Record<'_> {
    /// Returns the recorded text.
    pub(crate) fn text(&self) -> String {
        self.texts.join("\n")
    }

    /// Returns whether the recorded text equals the current text of the source.
    pub(crate) fn is_of(&self, pattern: &Pattern<&str>) -> bool {
        let words = || self.texts.iter().flat_map(|text| text.split_whitespace());
        if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
            return words().eq(value.split_whitespace());
        }
        let current = pattern_text(pattern);
        if words().eq(current.split_whitespace()) {
            return true;
        }
        // A record that was written by hand may have other spaces in its braces.
        self.reprinted().is_some_and(|recorded| recorded.split_whitespace().eq(current.split_whitespace()))
    }

    /// Returns whether it is a translator's note that quotes the text: `# en-US: "Sign in"`. No command writes quotation
    /// marks around a text that has none.
    pub(crate) fn is_quotation(&self, pattern: &Pattern<&str>) -> bool {
        const PAIRS: [(char, char); 3] = [('"', '"'), ('“', '”'), ('\'', '\'')];
        let [text] = self.texts.as_slice() else { return false };
        let text = text.trim();
        let has_pair = |text: &str| {
            PAIRS.iter().any(|(open, close)| {
                text.strip_prefix(*open)
                    .and_then(|rest| rest.strip_suffix(*close))
                    .is_some_and(|inner| !inner.is_empty())
            })
        };
        has_pair(text) && !has_pair(pattern_text(pattern).trim())
    }

    /// Returns whether characters of it were lost, as when the file was saved in an encoding that lacks them.
    pub(crate) fn is_damaged(&self) -> bool {
        const LOST: &str = "????";
        let is_lost = |text: &&str| {
            let text = text.trim();
            text.contains('\u{FFFD}') || text.contains(LOST) || !text.is_empty() && text.chars().all(|all| all == '?')
        };
        self.texts.iter().any(is_lost)
    }

    fn reprinted(&self) -> Option<String> {
        let text = format!("x =\n    {}\n", self.texts.join("\n    "));
        // The source has no text that the guard rejects, so the two differ.
        if guard(&text).is_some() {
            return None;
        }
        let resource = parser::parse(text.as_str()).ok()?;
        match resource.body.as_slice() {
            [Node::Message(Message { value: Some(pattern), .. })] => Some(pattern_text(pattern)),
            _ => None,
        }
    }
}

fn read_line<'a>(line: &'a str, source: &str) -> Option<(Option<&'a str>, &'a str)> {
    let rest = line.strip_prefix(source)?;
    let (attribute, text) = match rest.strip_prefix(" .") {
        Some(rest) => {
            let (attribute, text) = rest.split_once(':')?;
            attribute.chars().all(is_identifier_char).then_some((Some(attribute), text))?
        }
        None => (None, rest.strip_prefix(':')?),
    };
    // `# en-GB:see below` is a note.
    let text = if text.is_empty() { text } else { text.strip_prefix(' ')? };
    Some((attribute, text))
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Resource;

    use super::*;

    const SELECT: &str = "{ $reused ->\n    [true] 请先登录\n   *[false] 登录失败\n}";

    fn parse(text: &str) -> Resource<&str> {
        parser::parse(text).unwrap()
    }

    fn value<'a>(resource: &'a Resource<&'a str>) -> &'a Pattern<&'a str> {
        let Node::Message(Message { value: Some(value), .. }) = &resource.body[0] else { panic!("no value") };
        value
    }

    #[test]
    fn record_is_read_as_written() {
        for (text, attribute, lines) in [
            ("x = 房间不存在\n", None, &["zh-CN: 房间不存在"][..]),
            ("x = 返回\n", Some("action"), &["zh-CN .action: 返回"]),
            ("x =\n    一\n\n    二\n", None, &["zh-CN: 一", "zh-CN:", "zh-CN: 二"]),
            (
                "x = {$reused -> \n [true] 请先登录\n *[false] 登录失败\n }\n",
                None,
                &["zh-CN: { $reused ->", "zh-CN:     [true] 请先登录", "zh-CN:    *[false] 登录失败", "zh-CN: }"],
            ),
        ] {
            let resource = parse(text);
            let written = write("zh-CN", attribute, value(&resource));
            assert_eq!(written, lines);
            let records = read_lines(lines, "zh-CN");
            assert_eq!(records.len(), 1, "{text}");
            assert_eq!(records[0].attribute, attribute);
            assert!(records[0].is_of(value(&resource)), "{text}");
        }
    }

    #[test]
    fn record_comparison_ignores_white_space() {
        let select = format!("x =\n    {}\n", SELECT.replace('\n', "\n    "));
        for (text, record, is_of) in [
            ("x = The room\n", "zh-CN: The  room ", true),
            ("x = The room\n", "zh-CN: the room", false),
            ("x = {$a} 在\n", "zh-CN: {$a} 在", true),
            ("x = {$a} 在\n", "zh-CN: {$b} 在", false),
            ("x = {$a} 在\n", "zh-CN: {$a", false),
            (&select, "zh-CN: {$reused -> [true] 请先登录 *[false] 登录失败 }", false),
        ] {
            let resource = parse(text);
            assert_eq!(read_lines(&[record], "zh-CN")[0].is_of(value(&resource)), is_of, "{text} {record}");
        }
    }

    #[test]
    fn record_is_not_read_from_other_comments() {
        assert!(is_now("zh-CN now: 一", "zh-CN") && is_now("zh-CN .a now:", "zh-CN"));
        for (line, part) in [("zh-CN now: 一", None), ("zh-CN: 一", None), ("zh-CN .a now:", Some("a"))] {
            assert_eq!(part_of(line, "zh-CN"), Some(part), "{line}");
        }
        assert_eq!(part_of("zh-CN 一", "zh-CN"), None);
        assert!(!is_now("zh-CN: now: 一", "zh-CN") && !is_now("zh-CN .a b now: 一", "zh-CN"));
        for line in [
            "zh-CN now: 一",
            "zh-CN .a now: 一",
            "zh-TW: 一",
            "zh-CN 一",
            "See zh-CN: 一",
            "zh-CN .a b: 一",
            "zh-CN-x: 一",
            "zh-CN:一",
            "",
        ] {
            assert_eq!(read_lines(&[line], "zh-CN"), [], "{line}");
        }
    }

    #[test]
    fn stub_name_is_found_and_notes_are_skipped() {
        for (lines, name) in [
            (&["zh-CN: 一", "a ="][..], Some("a")),
            (&["zh-CN .b: 一", "-a = 1"], Some("-a")),
            (&["en: One", "a-b_1= draft"], Some("a-b_1")),
            (&["zh-CN now: 一", "a = draft"], Some("a")),
            (&["a note", "a ="], Some("a")),
            (&["a note", "a = b"], None),
            (&["Note: this", "a = b"], None),
            (&["zh-CN: 一", " a ="], None),
            (&["zh-CN: 一", "a b ="], None),
            (&["zh-CN: 一", "a"], None),
        ] {
            assert_eq!(pending(lines, 1), name, "{lines:?}");
        }
    }
}
