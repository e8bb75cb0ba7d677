//! The texts of a translation, for a translator who works with other tools.

use super::key::Key;
use super::text::Text;

/// The texts of a translation.
#[derive(Debug)]
pub struct Job {
    /// The tag of the source locale.
    pub(super) source: String,
    /// The tag of the translation.
    pub(super) target: String,
    pub(super) units: Vec<Unit>,
}

/// A text to translate.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) key: Key,
    /// The file of its source text, below the folder of locales, and the line.
    pub(super) place: (String, usize),
    pub(super) source: Text,
    /// The placeables of the source text that a translation must have.
    pub(super) needed: Vec<String>,
    /// The text that the translation was made from, if that has changed since.
    pub(super) previous: Option<Text>,
    pub(super) translation: Option<Text>,
    pub(super) state: UnitState,
    pub(super) notes: Vec<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitState {
    Missing,
    Stale,
    Translated,
}

/// A note to a translator.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// What it is about: a word in lower case, or the tag of a locale for its text.
    pub(super) category: String,
    pub(super) text: String,
}

impl Job {
    /// Returns whether there are no texts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
}
