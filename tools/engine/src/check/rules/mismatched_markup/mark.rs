//! Pieces of markup, as a finding names them.

use std::fmt;

use crate::check::finding::list;
use crate::text::entities::entities;
use crate::text::tags::tags;

/// A piece of markup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The name of an element.
    Tag(String),
    /// The value of `data-l10n-name`.
    L10nName(String),
    /// The name of a character reference.
    Entity(String),
}

/// A piece of markup that a translation lacks.
pub(super) struct Lacking {
    pub(super) mark: Mark,
    /// How many are lacking, if the translation has others of its kind.
    pub(super) number: Option<usize>,
}

impl Mark {
    pub(super) fn name(&self) -> &str {
        let (Self::Tag(name) | Self::L10nName(name) | Self::Entity(name)) = self;
        name
    }

    /// Returns whether a text has it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Tag(name) => tags(text).iter().any(|tag| tag.name == *name),
            Self::L10nName(name) => tags(text).iter().any(|tag| tag.l10n_name.as_ref() == Some(name)),
            Self::Entity(name) => entities(text).any(|entity| entity == name),
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tag(name) => write!(f, "`<{name}>`"),
            Self::L10nName(name) => write!(f, "`data-l10n-name=\"{name}\"`"),
            Self::Entity(name) => write!(f, "`&{name};`"),
        }
    }
}

impl fmt::Display for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            None => {}
            Some(1) => f.write_str("one ")?,
            Some(number) => write!(f, "{number} ")?,
        }
        self.mark.fmt(f)
    }
}

/// Returns some pieces of markup as a list in a sentence.
pub(super) fn shown<M: fmt::Display>(marks: &[M]) -> String {
    list(&marks.iter().map(ToString::to_string).collect::<Vec<_>>())
}
