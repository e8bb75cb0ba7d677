//! The characters of a pattern with their places, in the order in which they are shown.

use super::marks::written;

/// A character of a pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Placed<'a> {
    pub(crate) character: char,
    /// Where it stands in the file; an escape as a whole.
    pub(crate) slice: &'a str,
    pub(crate) origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Text,
    /// A string literal, by its number in the pattern.
    Literal(usize),
    /// Something that is known only when the message is shown.
    Placeable,
}

/// The characters of a pattern, or of a variant's, in the order in which they are shown.
#[derive(Debug, Default)]
pub(crate) struct Run<'a> {
    pub(crate) characters: Vec<Placed<'a>>,
    /// Nothing is shown before it.
    pub(crate) is_start: bool,
    /// Nothing is shown after it.
    pub(crate) is_end: bool,
}

impl Run<'_> {
    /// Returns the characters without their places.
    pub(crate) fn chars(&self) -> Vec<char> {
        self.characters.iter().map(|placed| placed.character).collect()
    }

    /// The character at an index, or else one that stands for something unknown.
    pub(crate) fn at(&self, index: Option<usize>) -> char {
        index.and_then(|index| self.characters.get(index)).map_or(UNKNOWN, |placed| placed.character)
    }
}

/// Stands for a placeable: no rule minds it.
pub(crate) const UNKNOWN: char = '\u{FFFC}';

impl<'a> Run<'a> {
    /// Adds the characters of a text.
    pub(crate) fn add(&mut self, text: &'a str, origin: Origin) {
        let characters = written(text, origin != Origin::Text);
        self.characters.extend(characters.map(|(character, slice)| Placed { character, slice, origin }));
    }
}
