use std::cell::OnceCell;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use code_prompts_reader::Lines;
use code_prompts_reader::visible::one_line;

/// A place in a file.
///
/// Its `Display` is `locales/en-US/prompts.ftl:12:8`, a form that terminals and editors turn into a link.
///
/// ```
/// use code_prompts::Catalog;
///
/// let catalog = Catalog::embedded();
/// let position = catalog.codes().next().expect("there are codes").position();
/// assert_eq!(position.to_string(), format!("locales/codes.toml:{}:1", position.line));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Position {
    /// The path of the file. It begins with the path that its folder was read by, or the name that it was given by.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Something that a text has and its file does not.
pub(crate) struct Insertion {
    /// The offset in the text at which it ends.
    pub(crate) end: usize,
    /// The number of bytes inserted up to there.
    pub(crate) total: usize,
}

/// The text of a file, with positions in it.
pub(crate) struct Source<'a> {
    file: &'a Arc<str>,
    text: &'a str,
    /// The text as it is in the file, and what has been inserted into it, in order.
    original: &'a str,
    insertions: &'a [Insertion],
    /// Computed for the first position.
    lines: OnceCell<Lines>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(file: &'a Arc<str>, text: &'a str) -> Self {
        Self::with_insertions(file, text, text, &[])
    }

    pub(crate) fn with_insertions(
        file: &'a Arc<str>,
        text: &'a str,
        original: &'a str,
        insertions: &'a [Insertion],
    ) -> Self {
        Self { file, text, original, insertions, lines: OnceCell::new() }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Returns the position of a byte. An offset past the end of the text is its end.
    pub(crate) fn position(&self, offset: usize) -> Position {
        let offset = self.original_offset(offset);
        let (line, column) = self.lines.get_or_init(|| Lines::of(self.original)).position(self.original, offset);
        Position { file: self.file.clone(), line, column }
    }

    fn original_offset(&self, offset: usize) -> usize {
        let before = self.insertions.partition_point(|insertion| insertion.end <= offset);
        let inserted = self.insertions.get(..before).and_then(|before| before.last()).map_or(0, |last| last.total);
        // An offset within an insertion is that of its start.
        let start = self.insertions.get(before).map_or(offset, |next| next.end - (next.total - inserted));
        offset.min(start) - inserted
    }

    /// Returns the offset of a slice of the text.
    fn offset_of(&self, part: &str) -> Option<usize> {
        let offset = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        (offset < self.text.len()).then_some(offset)
    }
}

/// The files of a locale, each with its layer, to find the position of a slice of any of them.
pub(crate) struct Sources<'a>(pub(crate) Vec<(usize, Source<'a>)>);

impl<'a> Sources<'a> {
    pub(crate) fn position_of(&self, part: &str) -> Position {
        let nowhere = || Position { file: Arc::from(""), line: 1, column: 1 };
        self.find(part).map_or_else(nowhere, |(_, source, offset)| source.position(offset))
    }

    /// Returns the layer of a slice, and the text from the start of its line on.
    pub(crate) fn line_of(&self, part: &str) -> Option<(usize, &'a str)> {
        let (layer, source, offset) = self.find(part)?;
        let start = source.text.get(..offset)?.rfind('\n').map_or(0, |newline| newline + 1);
        Some((layer, source.text.get(start..)?))
    }

    fn find(&self, part: &str) -> Option<(usize, &Source<'a>, usize)> {
        self.0.iter().find_map(|(layer, source)| Some((*layer, source, source.offset_of(part)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn position_counts_characters_from_one() {
        let file = "f".into();
        let source = Source::new(&file, "a\r\n房间b\n");
        let cases = [(0, 1, 1), (2, 1, 3), (3, 2, 1), (6, 2, 2), (9, 2, 3), (11, 3, 1), (99, 3, 1)];
        for (offset, line, column) in cases.into_iter().chain(cases) {
            let position = source.position(offset);
            assert_eq!((position.line, position.column), (line, column), "offset {offset}");
        }
    }

    #[test]
    fn insertions_do_not_count() {
        let file = "f".into();
        let insertions = [(4, 2), (7, 3), (11, 5), (14, 6)].map(|(end, total)| Insertion { end, total });
        let source = Source::with_insertions(&file, "a(N(-1), N(-2))", "a(-1, -2)", &insertions);
        let columns: Vec<usize> = (0..15).map(|offset| source.position(offset).column).collect();
        assert_eq!(columns, [1, 2, 3, 3, 3, 4, 5, 5, 6, 7, 7, 7, 8, 9, 9]);
    }
}
