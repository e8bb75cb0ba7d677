//! Places in a text: bytes here, lines and UTF-16 units in the protocol.

use std::ops::Range as Bytes;

use gen_lsp_types::{Position, Range};

/// The lines of a text.
pub(crate) struct Lines<'t> {
    text: &'t str,
    /// The byte at the start of each line.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// Returns the position of a byte. One beyond the text is its end, and one inside a character its start.
    pub(crate) fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let column = self.text.get(start..byte).unwrap_or_default().encode_utf16().count();
        Position { line: count(line), character: count(column) }
    }

    /// Returns the range of some bytes.
    pub(crate) fn range(&self, bytes: &Bytes<usize>) -> Range {
        Range { start: self.position(bytes.start), end: self.position(bytes.end) }
    }
}

/// Returns the range of some bytes. Of many in one text, [`Lines`] is faster.
pub(crate) fn range(text: &str, bytes: &Bytes<usize>) -> Range {
    Lines::new(text).range(bytes)
}

/// Returns the byte at a position. One beyond the end of a line is that end, and one inside a character its start.
pub(crate) fn byte(text: &str, position: Position) -> usize {
    let mut start = 0;
    for _ in 0..position.line {
        match text.get(start..).and_then(|rest| rest.find('\n')) {
            Some(end) => start += end + 1,
            None => return text.len(),
        }
    }
    let line = text.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let mut units = 0;
    for (at, character) in line.char_indices() {
        units += character.len_utf16();
        if units > position.character as usize {
            return start + at;
        }
    }
    start + line.len()
}

/// Returns the line end of a text.
pub(crate) fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_in_utf_16() {
        let text = "a = 房😀e\u{301}\r\nb = \u{202b}עב\n";
        for (byte_, line, character) in [
            (0, 0, 0),
            (4, 0, 4),
            (7, 0, 5),
            (11, 0, 7),
            (12, 0, 8),
            (14, 0, 9),
            (16, 1, 0),
            (23, 1, 5),
            (text.len(), 2, 0),
        ] {
            assert_eq!(Lines::new(text).position(byte_), Position { line, character }, "{byte_}");
            assert_eq!(byte(text, Position { line, character }), byte_, "{line}:{character}");
        }
        // Inside of a surrogate pair, beyond a line and beyond the text.
        assert_eq!(byte(text, Position { line: 0, character: 6 }), 7);
        assert_eq!(byte(text, Position { line: 0, character: 99 }), 14);
        assert_eq!(byte(text, Position { line: 9, character: 0 }), text.len());
        assert_eq!(Lines::new(text).position(8), Position { line: 0, character: 5 });
    }
}
