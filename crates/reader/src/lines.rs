//! Lines and columns, found quickly even in very long lines.

use crate::characters::BYTE_ORDER_MARK;

/// An index that converts the byte offsets of one text to lines and columns.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<usize>,
    /// The number of characters before every [`STEP`]th byte, so that at most one step is counted for a column.
    characters: Vec<usize>,
}

/// The maximum number of bytes to count for a position.
const STEP: usize = 1024;

impl Lines {
    /// Builds the index of a text, in linear time.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(newline, _)| newline + 1)).collect();
        let mut before = 0;
        let steps = text.as_bytes().chunks(STEP).map(|chunk| {
            before += count(chunk);
            before
        });
        Self { starts, characters: std::iter::once(0).chain(steps).collect() }
    }

    /// Returns the line and the column of a byte, both from 1, the column in characters. `text` is the text of the
    /// index. An offset past the end is the end. A byte-order mark counts for no column.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start(line).unwrap_or_default();
        let before = match text.as_bytes().get(start..offset) {
            Some(bytes) if bytes.len() <= STEP => count(bytes),
            _ => self.characters_before(text, offset) - self.characters_before(text, start),
        };
        let mark = usize::from(before > 0 && text.get(start..).is_some_and(|line| line.starts_with(BYTE_ORDER_MARK)));
        (line, before - mark + 1)
    }

    /// Returns the byte at which a line begins.
    #[must_use]
    pub fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        let counted = self.characters.get(step).copied().unwrap_or_default();
        counted + text.as_bytes().get(step * STEP..offset).map_or(0, count)
    }
}

/// Counts the bytes that begin a character.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn position_counts_characters_from_one() {
        let text = "\u{FEFF}a\r\n房间b\n";
        let lines = Lines::of(text);
        let cases = [(0, 1, 1), (3, 1, 1), (4, 1, 2), (6, 2, 1), (9, 2, 2), (12, 2, 3), (14, 3, 1), (99, 3, 1)];
        for (offset, line, column) in cases {
            assert_eq!(lines.position(text, offset), (line, column), "offset {offset}");
        }
        assert_eq!((lines.start(2), lines.start(0), lines.start(9)), (Some(6), None, None));
    }

    #[test]
    fn position_is_exact_in_long_lines() {
        let pairs = if cfg!(miri) { 2_000 } else { 2_000_000 };
        let text = "座a".repeat(pairs);
        let lines = Lines::of(&text);
        for index in (0..pairs).step_by(10) {
            assert_eq!(lines.position(&text, index * 4), (1, index * 2 + 1));
        }
        assert_eq!(lines.position(&text, text.len()), (1, pairs * 2 + 1));
    }
}
