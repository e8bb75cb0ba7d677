use std::fmt;
use std::sync::Arc;

/// A place in a file.
///
/// Written as `locales/en-US/prompts.ftl:12:8`, the form that terminals and editors turn into a link.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// The file, as its folder was named: below `locales/` for the embedded one.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

impl Position {
    /// Finds the line and column of the byte at `offset` of `text`. Past its end is its end.
    pub(crate) fn at(file: &Arc<str>, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            file: file.clone(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// The texts of a locale's files, to tell where a slice of one of them stands.
pub(crate) struct Sources<'a>(pub(crate) Vec<(&'a Arc<str>, &'a str)>);

impl Sources<'_> {
    pub(crate) fn position_of(&self, part: &str) -> Position {
        let offset_in = |text: &str| (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        let holder = self.0.iter().find(|(_, text)| offset_in(text) < text.len());
        let nowhere = Arc::from("");
        let (file, text) = holder.copied().unwrap_or((&nowhere, ""));
        Position::at(file, text, offset_in(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let text = "a\r\n房间b\n";
        let cases = [(0, 1, 1), (3, 2, 1), (6, 2, 2), (9, 2, 3), (11, 3, 1), (99, 3, 1)];
        for (offset, line, column) in cases {
            let position = Position::at(&"f".into(), text, offset);
            assert_eq!((position.line, position.column), (line, column), "offset {offset}");
        }
    }
}
