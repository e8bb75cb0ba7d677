//! A text without selects: words and placeables.

use std::fmt;

use code_prompts_reader::guard;
use fluent_syntax::ast::{Entry as Node, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use crate::project::entry::pattern_text;

/// The longest placeable that is looked for in a text, in bytes, and how many braces may be in each other.
const LONGEST_PLACEABLE: usize = 1000;
const DEEPEST_PLACEABLE: usize = 4;

/// A text as a translator reads it. `Display` writes the placeables as Fluent does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text(pub(super) Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, and everything else that is shown as it is.
    Words(String),
    /// A placeable in Fluent's canonical form, with its braces: `{ $code }`.
    Placeable(String),
}

impl Text {
    /// Returns a text that has no placeables.
    pub(super) fn words(text: &str) -> Self {
        let mut words = Self::default();
        words.push_words(text);
        words
    }

    /// Adds words. Control characters, which some of the formats can't have, are shown by others.
    pub(super) fn push_words(&mut self, words: &str) {
        let words: String = words.replace("\r\n", "\n").replace('\r', "\n").chars().map(visible).collect();
        match self.0.last_mut() {
            Some(Piece::Words(last)) => last.push_str(&words),
            _ if words.is_empty() => {}
            _ => self.0.push(Piece::Words(words)),
        }
    }

    /// Adds an element of a pattern that is not a select.
    pub(super) fn push(&mut self, element: &PatternElement<&str>) {
        match element {
            PatternElement::TextElement { value } => self.push_words(value),
            placeable @ PatternElement::Placeable { .. } => {
                self.0.push(Piece::Placeable(pattern_text(&Pattern { elements: vec![placeable.clone()] })));
            }
        }
    }

    /// Returns the placeables, in order.
    pub(super) fn placeables(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Placeable(written) => Some(written.as_str()),
            Piece::Words(_) => None,
        })
    }

    /// Returns whether nothing is in it but white space.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Piece::Words(words) if words.trim().is_empty()))
    }

    /// Returns whether two texts are the same but for white space, which other tools change.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.to_string().split_whitespace().eq(other.to_string().split_whitespace())
    }

    /// Finds the placeables that are written among the words, as `{ $code }`. Other braces are words.
    pub(super) fn with_placeables(&self) -> Self {
        let mut found = Self::default();
        for piece in &self.0 {
            let Piece::Words(words) = piece else {
                found.0.push(piece.clone());
                continue;
            };
            let mut rest = words.as_str();
            while let Some((before, from)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
                found.push_words(before);
                match placeable(from) {
                    Some((length, written)) => {
                        found.0.push(Piece::Placeable(written));
                        rest = from.get(length..).unwrap_or_default();
                    }
                    None => {
                        found.push_words("{");
                        rest = from.get(1..).unwrap_or_default();
                    }
                }
            }
            found.push_words(rest);
        }
        found
    }

    /// Returns the lines of a Fluent pattern that shows the text, without an indent. Blanks around it are left out.
    pub(super) fn fluent(&self) -> Vec<String> {
        let mut written = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Placeable(placeable) => written.push_str(placeable),
                Piece::Words(words) => words.chars().for_each(|character| match character {
                    '{' | '}' => written.push_str(&format!("{{ \"{character}\" }}")),
                    other => written.push(other),
                }),
            }
        }
        let lines: Vec<&str> = written.trim_matches(BLANK).lines().collect();
        match lines.as_slice() {
            [only] => vec![(*only).to_owned()],
            lines => lines.iter().map(|line| begin_line(line)).collect(),
        }
    }
}

const BLANK: [char; 3] = [' ', '\n', '\t'];

/// Escapes what a line can't begin with.
fn begin_line(line: &str) -> String {
    match line.chars().next() {
        Some(first @ ('.' | '[' | '*')) => format!("{{ \"{first}\" }}{}", line.get(1..).unwrap_or_default()),
        Some(' ') if line.trim_matches(' ').is_empty() => String::new(),
        Some(' ') => format!("{{ \"\" }}{line}"),
        _ => line.to_owned(),
    }
}

/// Returns the character that is shown for a control character.
fn visible(character: char) -> char {
    match character {
        '\n' | '\t' => character,
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7F}' => '␡',
        '\u{80}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// Returns the placeable that a text begins with: its length as written, and its canonical form.
fn placeable(text: &str) -> Option<(usize, String)> {
    let (mut depth, mut is_quoted, mut is_escaped) = (0, false, false);
    for (at, character) in text.char_indices().take_while(|(at, _)| *at < LONGEST_PLACEABLE) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '{' if !is_quoted && depth == DEEPEST_PLACEABLE => return None,
            '{' if !is_quoted => depth += 1,
            '}' if !is_quoted && depth > 1 => depth -= 1,
            '}' if !is_quoted => {
                let length = at + character.len_utf8();
                return Some((length, canonical(text.get(..length)?)?));
            }
            _ => {}
        }
    }
    None
}

/// Returns the canonical form of a placeable without a select.
fn canonical(written: &str) -> Option<String> {
    with_pattern(&[written.to_owned()], |pattern| match pattern.elements.as_slice() {
        [PatternElement::Placeable { expression: Expression::Inline(_) }] => Some(pattern_text(pattern)),
        _ => None,
    })?
}

/// Returns whether a placeable is a literal, which any text may have: `{ "" }`.
pub(super) fn is_literal(placeable: &str) -> bool {
    let is_literal = |pattern: &Pattern<&str>| match pattern.elements.as_slice() {
        [PatternElement::Placeable { expression: Expression::Inline(inline) }] => {
            matches!(inline, InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. })
        }
        _ => false,
    };
    with_pattern(&[placeable.to_owned()], is_literal).unwrap_or_default()
}

/// Parses the lines of a pattern. Returns `None` if they are not one, or if more than it is in them.
pub(super) fn with_pattern<T>(lines: &[String], then: impl FnOnce(&Pattern<&str>) -> T) -> Option<T> {
    let text = match lines {
        [only] => format!("x = {only}\n"),
        lines => format!("x =\n    {}\n", lines.join("\n    ")),
    };
    if guard(&text).is_some() {
        return None;
    }
    let resource = parse(text.as_str()).ok()?;
    match resource.body.as_slice() {
        [Node::Message(Message { value: Some(pattern), attributes, .. })] if attributes.is_empty() => {
            Some(then(pattern))
        }
        _ => None,
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Words(text) | Piece::Placeable(text) => f.write_str(text),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parses what a text is written as, and returns the text that it shows.
    fn shown(lines: &[String]) -> String {
        let text = |pattern: &Pattern<&str>| {
            let mut text = String::new();
            for element in &pattern.elements {
                match element {
                    PatternElement::TextElement { value } => text.push_str(value),
                    PatternElement::Placeable {
                        expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                    } => text.push_str(value),
                    placeable @ PatternElement::Placeable { .. } => {
                        text.push_str(&pattern_text(&Pattern { elements: vec![placeable.clone()] }));
                    }
                }
            }
            text
        };
        with_pattern(lines, text).unwrap()
    }

    #[test]
    fn text_is_escaped_for_fluent() {
        for (text, expected) in [
            ("The room", "The room"),
            (" The room\n", "The room"),
            (".a", ".a"),
            ("[a] *b", "[a] *b"),
            ("a {b} c", "a {b} c"),
            ("}", "}"),
            ("a\n.b = c\n[d] e\n*[f] g\n}h", "a\n.b = c\n[d] e\n*[f] g\n}h"),
            ("a\n  b\n   \n c", "a\n  b\n\n c"),
            (".a\nb", ".a\nb"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("# a\nb = c", "# a\nb = c"),
            ("\u{1B}[1m\0", "␛[1m␀"),
            ("code { $code }.", "code { $code }."),
        ] {
            // `{b}` would be a reference to a message.
            let text = Text::words(text);
            let lines = if text.to_string().contains('$') { text.with_placeables() } else { text }.fluent();
            let first = lines[0].clone();
            assert_eq!(shown(&lines), expected, "{first}");
        }
    }

    #[test]
    fn placeables_are_found_among_words() {
        for (text, expected) in [
            ("a {$code} b", &["{ $code }"][..]),
            ("{ NUMBER( $n ,x:1) }{-brand}", &["{ NUMBER($n, x: 1) }", "{ -brand }"]),
            ("{ \"}{\" } {a.b}", &["{ \"}{\" }", "{ a.b }"]),
            ("{ } {{} { $a", &[]),
            ("{ $a -> *[b] c }", &[]),
            ("{ 1 two }", &[]),
        ] {
            let read = Text::words(text).with_placeables();
            assert_eq!(read.placeables().collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn placeables_take_little_time() {
        let start = std::time::Instant::now();
        assert_eq!(Text::words(&"{".repeat(100_000)).with_placeables().placeables().count(), 0);
        assert!(start.elapsed() < std::time::Duration::from_secs(5), "{:?}", start.elapsed());
    }
}
