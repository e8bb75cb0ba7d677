//! The characters of a pattern with their places, in display order.

use super::marks::written;

/// A character of a pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) character: char,
    /// Its slice of the file: a character or an escape.
    pub(crate) slice: &'a str,
    pub(crate) origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Text,
    /// A string literal, by its index in the pattern.
    Literal(usize),
    /// A value that is known only at run time.
    Placeable,
}

/// The characters of a pattern or a variant, in display order.
#[derive(Debug, Default)]
pub(crate) struct Run<'a> {
    pub(crate) characters: Vec<Placed<'a>>,
    /// Whether the text starts here.
    pub(crate) is_start: bool,
    /// Whether the text ends here.
    pub(crate) is_end: bool,
}

impl Run<'_> {
    /// Returns the characters without their places.
    pub(crate) fn chars(&self) -> Vec<char> {
        self.characters.iter().map(|placed| placed.character).collect()
    }

    /// Returns the character at an index, or [`UNKNOWN`] outside of the run.
    pub(crate) fn at(&self, index: Option<usize>) -> char {
        index.and_then(|index| self.characters.get(index)).map_or(UNKNOWN, |placed| placed.character)
    }
}

/// Stands for a placeable. No rule reports it.
pub(crate) const UNKNOWN: char = '\u{FFFC}';

impl<'a> Run<'a> {
    /// Adds the characters of a text.
    pub(crate) fn add(&mut self, text: &'a str, origin: Origin) {
        let characters = written(text, origin != Origin::Text);
        self.characters.extend(characters.map(|(character, slice)| Placed { character, slice, origin }));
    }
}
