//! The characters of a pattern with their places, in the order in which they are shown.

use super::marks::written;

/// A character of a pattern.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    pub character: char,
    /// Where it stands in the file; an escape as a whole.
    pub slice: &'a str,
    pub origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Text,
    /// A string literal, by its number in the pattern.
    Literal(usize),
    /// Something that is known only when the message is shown.
    Placeable,
}

/// The characters of a pattern, or of a variant's, in the order in which they are shown.
#[derive(Debug, Default)]
pub struct Run<'a> {
    pub characters: Vec<Placed<'a>>,
    /// Nothing is shown before it.
    pub is_start: bool,
    /// Nothing is shown after it.
    pub is_end: bool,
}

impl Run<'_> {
    /// Returns the characters without their places.
    pub fn chars(&self) -> Vec<char> {
        self.characters.iter().map(|placed| placed.character).collect()
    }

    /// The character at an index, or else one that stands for something unknown.
    pub fn at(&self, index: Option<usize>) -> char {
        index.and_then(|index| self.characters.get(index)).map_or(UNKNOWN, |placed| placed.character)
    }
}

/// Stands for a placeable: no rule minds it.
pub const UNKNOWN: char = '\u{FFFC}';

impl<'a> Run<'a> {
    /// Adds the characters of a text.
    pub fn add(&mut self, text: &'a str, origin: Origin) {
        let characters = written(text, origin != Origin::Text);
        self.characters.extend(characters.map(|(character, slice)| Placed { character, slice, origin }));
    }
}
