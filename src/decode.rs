use std::borrow::Cow;

use crate::folder::File;
use crate::{Fault, Position};

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Makes text of a file's bytes, whatever they are, and says what is wrong with them.
///
/// A byte-order mark is dropped. What is not UTF-8 becomes U+FFFD.
pub(crate) fn decode(file: &File) -> (Cow<'_, str>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut text = String::from_utf8_lossy(&file.bytes);
    if let Err(error) = std::str::from_utf8(&file.bytes) {
        faults.push(Fault::InvalidEncoding { at: Position::at(&file.path, &text, error.valid_up_to()) });
    }
    if text.starts_with(BYTE_ORDER_MARK) {
        faults.push(Fault::ByteOrderMark { path: file.path.clone() });
        text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(BYTE_ORDER_MARK)),
            Cow::Owned(text) => Cow::Owned(text.trim_start_matches(BYTE_ORDER_MARK).to_owned()),
        };
    }
    (text, faults)
}

/// Makes a Fluent text safe for the parser, which calls itself for each placeable in a placeable until the stack
/// is gone: an opening bracket at a depth that no message needs becomes a syntax error, which the parser reports.
pub(crate) fn limit_nesting(text: Cow<'_, str>) -> String {
    let too_deep = brackets_too_deep(&text);
    if too_deep.is_empty() {
        return text.into_owned();
    }
    let limited = text.char_indices().map(|(offset, character)| match too_deep.binary_search(&offset) {
        Ok(_) => '!',
        Err(_) => character,
    });
    limited.collect()
}

/// Finds the opening brackets that are too deep, in order.
fn brackets_too_deep(text: &str) -> Vec<usize> {
    const MAX_NESTING: usize = 50;
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            depth = 0;
        }
        for (offset, byte) in line.bytes().enumerate() {
            match byte {
                // Outside a placeable, a parenthesis is only text.
                b'(' if depth == 0 => {}
                b'{' | b'(' if depth == MAX_NESTING => found.push(line_start + offset),
                b'{' | b'(' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b')' if depth > 1 => depth -= 1,
                _ => {}
            }
        }
        line_start += line.len();
    }
    found
}

/// Tells whether a line begins `name =`, which the parser reads nowhere but at depth 0.
fn begins_entry(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-')
        && line.split_once('=').is_some_and(|(name, _)| {
            let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
            name.trim_end_matches(' ').chars().all(is_part)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: &'static [u8]) -> File {
        File { path: "f.ftl".into(), bytes: Cow::Borrowed(bytes) }
    }

    #[test]
    fn any_bytes_become_text() {
        let cases: [(&[u8], &str, &[&str]); 4] = [
            ("a = 房\n".as_bytes(), "a = 房\n", &[]),
            (
                b"\xEF\xBB\xBFa = b",
                "a = b",
                &["f.ftl: the file begins with a byte-order mark; save it as UTF-8 without one"],
            ),
            (
                b"a = b\nc\xFF\xFE",
                "a = b\nc\u{FFFD}\u{FFFD}",
                &["f.ftl:2:2: the file is not UTF-8 from here on; save it as UTF-8"],
            ),
            (
                b"\xFF\xFEa\0",
                "\u{FFFD}\u{FFFD}a\0",
                &["f.ftl:1:1: the file is not UTF-8 from here on; save it as UTF-8"],
            ),
        ];
        for (bytes, text, faults) in cases {
            let file = file(bytes);
            let (decoded, found) = decode(&file);
            assert_eq!(decoded, text);
            assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), faults);
        }
    }

    #[test]
    fn only_hopeless_nesting_is_touched() {
        let fine = "a = (((( { NUMBER($b) } {\n-b= { $c ->\n   *[d] { -e } (\n }\n".repeat(60);
        assert_eq!(limit_nesting(Cow::Borrowed(&fine)), fine);

        for open in ["{", "{房", "{\n", "{F(\n"] {
            let deep = format!("a = {}", open.repeat(100_000));
            let limited = limit_nesting(Cow::Borrowed(&deep));
            assert_eq!(limited.matches(['{', '(']).count(), 50, "{open:?}");
            assert_eq!(limited.len(), deep.len());
        }
    }
}
