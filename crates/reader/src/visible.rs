//! Makes visible what would otherwise act on a terminal, on a log or on the lines of an output.
//!
//! Names, keys and texts come from files that somebody else may have written. A terminal obeys control characters,
//! bidirectional controls change the order of what is read, and a line break begins a line of its own. The log of
//! GitHub Actions also obeys two sequences: `::` at the start of a line, even an indented one, and `##[` anywhere.
//!
//! - [`OneLine`] and [`one_line`] are for problems and names. Invisible characters are shown too.
//! - [`Lines`] is for texts. It leaves line breaks, tabs and invisible characters: they may be part of the text.
//! - [`json`] and [`fluent`] are for files in these formats, which have escapes of their own.
//!
//! All leave ordinary text as it is, in any script, and their own output too.

use std::fmt::{self, Write};

use crate::characters::{is_bidi_control, is_invisible};

/// The start of a command in GitHub's log. It counts anywhere in a line, so that its bracket is escaped.
const COMMAND: &str = "##[";
/// The other start of a command in GitHub's log, after white space at the start of a line.
const COMMAND_AT_START: &str = "::";

/// A value whose `Display` is one line, in which all characters are visible.
///
/// ```
/// use code_prompts_reader::visible::OneLine;
///
/// assert_eq!(OneLine("en\n::error::x\u{1B}[2J\u{202E}").to_string(), "en␊::error::x␛[2J\\u{202e}");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OneLine<T>(pub T);

impl<T: fmt::Display> fmt::Display for OneLine<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(one_line(f), "{}", self.0)
    }
}

/// Returns a writer that writes to `inner` as [`OneLine`] does. A `Display` that begins with it can't forget a field.
pub fn one_line<W: Write>(inner: &mut W) -> impl Write {
    OneLineWriter(inner)
}

struct OneLineWriter<'w, W>(&'w mut W);

impl<W: Write> Write for OneLineWriter<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        write_escaped(self.0, text, is_unseen, picture)
    }
}

/// A text whose `Display` has the same lines, and in which nothing acts on a terminal or a log.
///
/// Tabs, `\n` and `\r\n` stay, and so do U+2068 and U+2069, with which Fluent isolates arguments.
///
/// ```
/// use code_prompts_reader::visible::Lines;
///
/// assert_eq!(Lines("one\n  ::error::x\u{9B}2J\n").to_string(), "one\n  \\u{3a}:error::x\\u{9b}2J\n");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a>(pub &'a str);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_lines(f, self.0, "\\u{3a}:", picture)
    }
}

/// Escapes a JSON document as [`Lines`] does, in the way of JSON: its values are the same.
#[must_use]
pub fn json(document: &str) -> String {
    // No line begins with a colon, and line breaks in values are escaped already.
    escaped(|json| write_escaped(json, document, |character| character != '\n' && is_active(character), four_digits))
}

/// Escapes a Fluent file as [`Lines`] does, in the way of Fluent: texts in quotes, and lines that begin with `::`, have
/// the same meaning. Other texts show the escape.
#[must_use]
pub fn fluent(file: &str) -> String {
    escaped(|fluent| write_lines(fluent, file, "{ \"::\" }", four_digits))
}

/// Returns whether a terminal, a log or a reader's eyes would obey a character.
fn is_active(character: char) -> bool {
    let is_isolation_mark = matches!(character, '\u{2068}' | '\u{2069}');
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}')
        || (is_bidi_control(character) && !is_isolation_mark)
}

/// Returns whether a character is active or can't be seen, without those that letters and emoji are made of.
fn is_unseen(character: char) -> bool {
    let is_joiner = matches!(character, '\u{200C}' | '\u{200D}');
    let is_variation_selector = matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    let is_annotation = matches!(character, '\u{FFF9}'..='\u{FFFB}');
    is_active(character) || is_annotation || (is_invisible(character) && !is_joiner && !is_variation_selector)
}

fn escaped(write: impl Fn(&mut String) -> fmt::Result) -> String {
    let mut text = String::new();
    // A string takes everything that is written to it.
    let _ = write(&mut text);
    text
}

fn write_lines<W: Write>(
    f: &mut W,
    text: &str,
    command_at_start: &str,
    escape: fn(&mut W, char) -> fmt::Result,
) -> fmt::Result {
    for line in text.split_inclusive('\n') {
        let body = line.strip_suffix('\n').map_or(line, |body| body.strip_suffix('\r').unwrap_or(body));
        let is_escaped = |character| character != '\t' && is_active(character);
        let mut rest = body.trim_start();
        write_escaped(f, body.strip_suffix(rest).unwrap_or_default(), is_escaped, escape)?;
        if let Some(command) = rest.strip_prefix(COMMAND_AT_START) {
            f.write_str(command_at_start)?;
            rest = command;
        }
        write_escaped(f, rest, is_escaped, escape)?;
        f.write_str(line.strip_prefix(body).unwrap_or_default())?;
    }
    Ok(())
}

fn write_escaped<W: Write>(
    f: &mut W,
    text: &str,
    is_escaped: impl Fn(char) -> bool,
    escape: fn(&mut W, char) -> fmt::Result,
) -> fmt::Result {
    for (index, part) in text.split(COMMAND).enumerate() {
        if index > 0 {
            f.write_str("##")?;
            escape(f, '[')?;
        }
        for piece in part.split_inclusive(&is_escaped) {
            match piece.chars().next_back().filter(|last| is_escaped(*last)) {
                None => f.write_str(piece)?,
                Some(last) => {
                    f.write_str(piece.strip_suffix(last).unwrap_or_default())?;
                    escape(f, last)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the picture of a control character, which has the same width as a letter, or else `\u{202e}`.
fn picture<W: Write>(f: &mut W, character: char) -> fmt::Result {
    match character {
        '\0'..='\u{1F}' => f.write_char(char::from_u32(0x2400 + u32::from(character)).unwrap_or_default()),
        '\u{7F}' => f.write_char('␡'),
        other => write!(f, "{}", other.escape_unicode()),
    }
}

/// Writes `\u202e`: a character with four digits, as all are that [`Lines`] escapes.
fn four_digits<W: Write>(f: &mut W, character: char) -> fmt::Result {
    write!(f, "\\u{:04x}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts in which nothing is escaped.
    const ORDINARY: [&str; 9] = [
        "",
        "a::b, c: \"d\" #[e] ## [f] \\u{1b}",
        "می\u{200C}خواهم",
        "👩\u{200D}💻 ❤\u{FE0F} 葛\u{E0100}",
        "غرفة עברית",
        "क्षि e\u{301}",
        "ห้องเรียน",
        "座位 ｂ　c\u{A0}d",
        "␛[2J",
    ];

    #[test]
    fn one_line_shows_what_is_active_or_invisible() {
        let cases = [
            ("a\nb\r\nc", "a␊b␍␊c"),
            ("\u{1B}[2J\0\t\u{7F}", "␛[2J␀␉␡"),
            ("\u{80}\u{85}\u{9B}", "\\u{80}\\u{85}\\u{9b}"),
            ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
            ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202a}\\u{202e}\\u{2066}\\u{2069}"),
            ("\u{AD}\u{200B}\u{200E}\u{61C}\u{2060}\u{FEFF}", "\\u{ad}\\u{200b}\\u{200e}\\u{61c}\\u{2060}\\u{feff}"),
            ("\u{FFF9}\u{E0001}\u{3164}", "\\u{fff9}\\u{e0001}\\u{3164}"),
            ("a ##[add-mask]b ###[c]", "a ##\\u{5b}add-mask]b ###\\u{5b}c]"),
        ];
        for (text, expected) in cases.into_iter().chain(ORDINARY.map(|text| (text, text))) {
            assert_eq!(OneLine(text).to_string(), expected, "{text:?}");
            assert_eq!(OneLine(expected).to_string(), expected, "twice: {text:?}");
        }
    }

    #[test]
    fn lines_show_what_is_active_and_keep_their_breaks() {
        let cases = [
            ("a\nb\r\n\n\tc\n", "a\nb\r\n\n\tc\n"),
            ("a\rb\r\r\n\r", "a␍b␍\r\n␍"),
            ("\u{1B}[2J\0\u{7F}\u{9B}", "␛[2J␀␡\\u{9b}"),
            ("a\u{2028}::b\u{202E}", "a\\u{2028}::b\\u{202e}"),
            ("\u{2068}x\u{2069}\u{200F}\u{AD}\u{200B}", "\u{2068}x\u{2069}\u{200F}\u{AD}\u{200B}"),
            ("::a\n \u{3000}::b\n\u{85}::c\na ::d", "\\u{3a}:a\n \u{3000}\\u{3a}:b\n\\u{85}\\u{3a}:c\na ::d"),
            ("::##[a]", "\\u{3a}:##\\u{5b}a]"),
        ];
        for (text, expected) in cases.into_iter().chain(ORDINARY.map(|text| (text, text))) {
            assert_eq!(Lines(text).to_string(), expected, "{text:?}");
            assert_eq!(Lines(expected).to_string(), expected, "twice: {text:?}");
        }
    }

    #[test]
    fn json_and_fluent_have_their_own_escapes() {
        let text = "\"a\u{9B}\u{7F}\u{202E}##[b]\u{2068}\"\n";
        for escaped in [json(text), fluent(text)] {
            assert_eq!(escaped, "\"a\\u009b\\u007f\\u202e##\\u005bb]\u{2068}\"\n");
        }
        assert_eq!(fluent("a =\n    ::b\n"), "a =\n    { \"::\" }b\n");
        for text in ORDINARY {
            assert_eq!((json(text), fluent(text)), (text.to_owned(), text.to_owned()));
        }
    }

    #[test]
    fn all_active_characters_have_four_digits() {
        assert!(('\u{10000}'..=char::MAX).all(|character| !is_active(character)));
    }
}
