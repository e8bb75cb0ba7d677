use std::fmt;
use std::sync::Arc;

use crate::Fault;

/// What came of a [reload](crate::LiveCatalog::reload): what was taken of the files, and what was kept back and why.
///
/// Its `Display` is for a log, with a line for each thing that there is to know.
///
/// ```
/// use code_prompts::{Catalog, LiveCatalog};
///
/// let reload = LiveCatalog::new(Catalog::embedded()).reload(); // what is compiled in does not change
/// assert!(!reload.is_changed());
/// assert!(reload.kept_back().is_empty() && reload.faults().is_empty());
/// assert_eq!(reload.to_string(), "nothing has changed");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "it says what was kept back, and why"]
pub struct Reload {
    pub(crate) taken: Vec<Part>,
    pub(crate) withdrawn: Vec<Arc<str>>,
    pub(crate) kept_back: Vec<KeptBack>,
    pub(crate) faults: Vec<Fault>,
}

/// A part of a catalogue that is taken or kept back as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// All of it.
    Folder,
    /// The code table, `codes.toml`.
    Codes,
    /// A locale, by its tag: all of its files.
    Locale(Arc<str>),
}

/// A part whose new version was not taken, since it is worse than what there was. What there was goes on to answer.
///
/// Its `Display` has a line for each fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBack {
    pub(crate) part: Part,
    pub(crate) faults: Vec<Fault>,
}

impl Reload {
    /// Tells whether prompts may differ from those before: something was taken or withdrawn.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.taken.is_empty() || !self.withdrawn.is_empty()
    }

    /// Lists what is new and was taken: `codes.toml` first, then the locales in alphabetical order.
    #[must_use]
    pub fn taken(&self) -> &[Part] {
        &self.taken
    }

    /// Lists the tags of the locales that are no longer there, in alphabetical order.
    pub fn withdrawn(&self) -> impl ExactSizeIterator<Item = &str> {
        self.withdrawn.iter().map(AsRef::as_ref)
    }

    /// Lists what was kept back, in the order of [`taken`](Self::taken). It is tried again at each reload, so it is
    /// listed each time until it is mended.
    #[must_use]
    pub fn kept_back(&self) -> &[KeptBack] {
        &self.kept_back
    }

    /// Lists what else is wrong and was not before, but stood in the way of nothing: a folder with a bad name, a new
    /// code without a message. [`Catalog::faults`](crate::Catalog::faults) lists such things whenever they came.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(crate) fn keep_back(&mut self, part: Part, faults: Vec<Fault>) {
        self.kept_back.push(KeptBack { part, faults });
    }
}

impl KeptBack {
    /// Tells which part it is.
    #[must_use]
    pub fn part(&self) -> &Part {
        &self.part
    }

    /// Lists what is wrong with the new version and was not wrong before, at least one thing.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder => f.write_str("the folder"),
            Self::Codes => f.write_str("codes.toml"),
            Self::Locale(tag) => f.write_str(tag),
        }
    }
}

impl fmt::Display for KeptBack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.faults.iter().map(|fault| format!("{} is kept back: {fault}", self.part));
        f.write_str(&lines.collect::<Vec<_>>().join("\n"))
    }
}

impl fmt::Display for Reload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines: Vec<String> = self.taken.iter().map(|part| format!("{part} is taken")).collect();
        lines.extend(self.withdrawn.iter().map(|tag| format!("{tag} is withdrawn")));
        lines.extend(self.kept_back.iter().map(ToString::to_string));
        lines.extend(self.faults.iter().map(ToString::to_string));
        if lines.is_empty() {
            lines.push("nothing has changed".to_owned());
        }
        f.write_str(&lines.join("\n"))
    }
}
