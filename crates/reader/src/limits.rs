//! Rejects input on which `fluent-syntax` overflows the stack, takes quadratic time or panics.
//!
//! The parser recurses for each nested bracket, compares each named argument of a call with all before it, and panics
//! on an escape sequence that a multi-byte character cuts short. [`guard`] replaces a character at each such place, so
//! that the parser reports a syntax error there.

use std::ops::Range;

use memchr::memchr;

use crate::characters::BYTE_ORDER_MARK;
use crate::names::begins_entry;

/// The maximum nesting of brackets, more than ten times what a message needs.
pub(crate) const MAX_NESTING: usize = 50;
/// The maximum number of named arguments of a call, more than ten times what a call needs.
const MAX_ARGUMENTS: usize = 200;
/// The maximum number of placeables in one text. Beyond it, the resolver of `fluent-bundle` leaves the rest in braces
/// or panics.
pub const MAX_PLACEABLES: usize = 100;
/// Replaces the letter of an escape sequence or the colon of an argument. It is a syntax error in both places.
const STOP: char = '!';
/// Replaces a bracket that is nested too deeply. No expression begins with it, and no author types it.
pub(crate) const TOO_DEEP: char = '\u{1A}';

/// The construct that the scan is in. Outside all of these it is in the text of a message.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Placeable,
    /// A placeable after its `->`, where texts follow keys.
    Variants,
    /// The parentheses of a call, with the number of named arguments so far.
    Call(usize),
}

/// Replaces each character at which the parser would overflow the stack, be slow or panic. Returns `None` if there is
/// none. The offsets of all other characters stay the same.
#[must_use]
pub fn guard(text: &str) -> Option<String> {
    let Found { stops, .. } = scan(text);
    if stops.is_empty() {
        return None;
    }
    let guarded = text.char_indices().map(|(offset, character)| match stops.binary_search(&offset) {
        Ok(_) if matches!(character, '{' | '(') => TOO_DEEP,
        Ok(_) => STOP,
        Err(_) => character,
    });
    Some(guarded.collect())
}

/// Returns a text as the parser can read it, with the same offsets, or `None` if that is the text itself: as [`guard`] does,
/// and without a byte-order mark, because of which the parser would lose the first message.
#[must_use]
pub fn parsable(text: &str) -> Option<String> {
    let mut guarded = guard(text);
    if text.starts_with(BYTE_ORDER_MARK) {
        let mark = BYTE_ORDER_MARK.len_utf8();
        guarded.get_or_insert_with(|| text.to_owned()).replace_range(..mark, &"\n".repeat(mark));
    }
    guarded
}

/// Returns the negative numbers that are values of named arguments: `-1` in `{ -term(count: -1) }`.
///
/// They are valid Fluent, but `fluent-syntax` does not read them.
#[must_use]
pub fn negative_arguments(text: &str) -> Vec<Range<usize>> {
    scan(text).negative_arguments
}

#[derive(Default)]
struct Found {
    /// The characters to replace, in order. All of them are ASCII.
    stops: Vec<usize>,
    negative_arguments: Vec<Range<usize>>,
}

fn scan(text: &str) -> Found {
    let mut found = Found::default();
    let (mut offset, mut is_line_start) = (0, true);
    // Outside brackets only the next opening brace matters, and most texts have few.
    let next = |offset| text.get(offset..).and_then(|rest: &str| rest.split_at_checked(memchr(b'{', rest.as_bytes())?));
    while let Some((before, brackets)) = next(offset) {
        let open = offset + before.len();
        let line = match before.rsplit_once('\n') {
            Some((_, line)) => line,
            None if is_line_start => before,
            None => "",
        };
        (offset, is_line_start) = if line.starts_with('#') {
            (open + line_length(brackets.as_bytes()), true)
        } else {
            skip_brackets(text.as_bytes(), open, &mut found)
        };
    }
    found
}

/// Finds the characters to replace in a placeable. Returns the offset behind it, and whether that is the start of a
/// line at which the parser begins a new entry although the placeable is not closed.
fn skip_brackets(text: &[u8], open: usize, found: &mut Found) -> (usize, bool) {
    let mut inside = Vec::new();
    let mut offset = open;
    let mut is_line_start = false;
    while let Some(byte) = text.get(offset) {
        let was_line_start = std::mem::replace(&mut is_line_start, *byte == b'\n');
        let rest = text.get(offset..).unwrap_or_default();
        if was_line_start && (*byte == b'#' || begins_entry(rest) || begins_attribute(rest)) {
            return (offset, true);
        }
        match (byte, inside.last()) {
            (b'{', _) | (b'(', Some(Inside::Placeable | Inside::Call(_))) if inside.len() == MAX_NESTING => {
                found.stops.push(offset)
            }
            (b'{', _) => inside.push(Inside::Placeable),
            (b'}', _) => while matches!(inside.pop(), Some(Inside::Call(_))) {},
            (b'(', Some(Inside::Placeable | Inside::Call(_))) => inside.push(Inside::Call(0)),
            (b')', Some(Inside::Call(_))) => drop(inside.pop()),
            (b':', Some(Inside::Call(MAX_ARGUMENTS))) => found.stops.push(offset),
            (b':', Some(Inside::Call(named))) => {
                let named = named + 1;
                inside.pop();
                inside.push(Inside::Call(named));
                let number = negative_number(rest);
                found.negative_arguments.extend(number.map(|number| offset + number.start..offset + number.end));
            }
            (b'-', Some(Inside::Placeable)) if rest.starts_with(b"->") => {
                inside.pop();
                inside.push(Inside::Variants);
            }
            (b'"', Some(Inside::Placeable | Inside::Call(_))) => {
                offset += string_length(rest, offset, &mut found.stops);
                continue;
            }
            _ => {}
        }
        offset += 1;
        if inside.is_empty() {
            return (offset, false);
        }
    }
    (offset, false)
}

/// Returns the range of the negative number after a colon, if there is one.
fn negative_number(colon: &[u8]) -> Option<Range<usize>> {
    let digits = |start: usize| {
        let digits = colon.get(start..).unwrap_or_default();
        start + digits.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let start = colon.iter().skip(1).take_while(|byte| matches!(byte, b' ' | b'\r' | b'\n')).count() + 1;
    let end = digits(start + 1);
    let decimals = if colon.get(end) == Some(&b'.') { digits(end + 1) } else { end };
    (colon.get(start) == Some(&b'-') && end > start + 1).then_some(start..decimals)
}

/// Returns the length of a string literal, up to its closing quote or the end of the line. Adds its incomplete escape
/// sequences to `stops`.
fn string_length(literal: &[u8], offset: usize, stops: &mut Vec<usize>) -> usize {
    let mut length = 1;
    while let Some(byte) = literal.get(length) {
        let digits = match literal.get(length + 1) {
            _ if *byte != b'\\' => 0,
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => 0,
        };
        let sequence = literal.get(length + 2..length + 2 + digits).unwrap_or_default();
        if sequence.len() < digits || !sequence.iter().all(u8::is_ascii_hexdigit) {
            stops.push(offset + length + 1);
        }
        length += match byte {
            b'"' => return length + 1,
            b'\n' => return length,
            b'\\' if literal.get(length + 1) != Some(&b'\n') => 2,
            _ => 1,
        };
    }
    literal.len()
}

/// Returns whether a line begins `.name =`, which also ends an unclosed placeable for the parser.
fn begins_attribute(line: &[u8]) -> bool {
    let indent = line.iter().take_while(|byte| **byte == b' ').count();
    line.get(indent..).and_then(|rest| rest.strip_prefix(b".")).is_some_and(begins_entry)
}

fn line_length(text: &[u8]) -> usize {
    text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |newline| newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guard_leaves_safe_text_unchanged() {
        let fine = "a = (((( { NUMBER($b) } {\n-b= { $c ->\n   *[d] \"{ -e } (\n }\n# {{{{ \"\nc = \\u12房 {\"\\u623f\\U01F60A\"}\n";
        assert_eq!(guard(&fine.repeat(60)), None);
    }

    #[test]
    fn guard_limits_nesting() {
        for open in ["{", "{房", "{\n", "{F(\n", "{ $x ->\n   *[a] )", "{ F(\"}}\", {", "{ \"\\\"}\" {"] {
            let depth = if cfg!(miri) { 60 } else { 100_000 };
            let deep = format!("a = {}", open.repeat(depth));
            let guarded = guard(&deep).unwrap();
            assert_eq!(guarded.len(), deep.len());
            assert!(guarded.matches(TOO_DEEP).count() >= depth - MAX_NESTING, "{open:?}");
        }
    }

    #[test]
    fn guard_limits_named_arguments() {
        let call = |count: usize| format!("a = {{ -b({}) }}", "c: 1, ".repeat(count));
        assert_eq!(guard(&call(MAX_ARGUMENTS)), None);
        assert_eq!(guard(&format!("{0}{0}", call(MAX_ARGUMENTS))), None);
        let stopped = format!("{}c! 1, ) }}", call(MAX_ARGUMENTS).trim_end_matches(") }"));
        assert_eq!(guard(&call(MAX_ARGUMENTS + 1)), Some(stopped));
    }

    #[test]
    fn negative_arguments_are_found() {
        let table: [(&str, &[&str]); 6] = [
            ("a = -1 { -b(c: -1, d:-2.50 , e : \n  -30, f: 4, g: \"c: -5\") } (c: -6)", &["-1", "-2.50", "-30"]),
            ("a = { -b(c: -d) } { -b(c: - 1) } { -b(c: -) }", &[]),
            ("a = { -1 } { NUMBER(-1) } { $b ->\n   *[-1] (c: -1) { -b(c: -2) }\n }", &["-2"]),
            ("# { -b(c: -1) }\na = { -b(c: -1", &["-1"]),
            ("a = { -b(c: -1.) }", &["-1."]),
            ("a = { -b(c:", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<&str> = negative_arguments(text).into_iter().filter_map(|number| text.get(number)).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn guard_replaces_incomplete_escapes() {
        let table = [
            ("a = {\"\\u12房\"}", "a = {\"\\!12房\"}"),
            ("a = {\"\\U0012房\"}", "a = {\"\\!0012房\"}"),
            ("a = {\"\\u", "a = {\"\\!"),
            ("a = { F(\"\\u12\n\") }", "a = { F(\"\\!12\n\") }"),
            ("a = { $x ->\n *[b] { \"\\\\\\u1\" }", "a = { $x ->\n *[b] { \"\\\\\\!1\" }"),
        ];
        for (text, guarded) in table {
            assert_eq!(guard(text).as_deref(), Some(guarded));
        }
    }
}
