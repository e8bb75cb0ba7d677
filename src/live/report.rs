use std::fmt;
use std::sync::Arc;

use crate::Fault;

/// What a [reload](crate::LiveCatalog::reload) did: what it applied, what it removed, and what it rejected and why.
///
/// Its `Display` is for a log, with a line for each part and each fault.
///
/// ```
/// use code_prompts::{Catalog, LiveCatalog};
///
/// let reload = LiveCatalog::new(Catalog::embedded()).reload(); // what is compiled in does not change
/// assert!(!reload.is_changed());
/// assert!(reload.rejected().is_empty() && reload.faults().is_empty());
/// assert_eq!(reload.to_string(), "nothing has changed");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "it says what was rejected, and why"]
pub struct ReloadReport {
    pub(super) applied: Vec<ReloadUnit>,
    pub(super) removed: Vec<Arc<str>>,
    pub(super) rejected: Vec<Rejection>,
    pub(crate) faults: Vec<Fault>,
}

/// A part of a catalogue that is applied or rejected as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReloadUnit {
    /// All of it.
    Folder,
    /// The code table, `codes.toml`.
    Codes,
    /// A locale, by its tag: all of its files.
    Locale(Arc<str>),
}

/// A part whose new version was not applied, since it is worse than the one in use, which stays in use.
///
/// Its `Display` has a line for each fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    pub(super) unit: ReloadUnit,
    pub(crate) faults: Vec<Fault>,
}

impl ReloadReport {
    /// Returns whether prompts may differ from those before: whether something was applied or removed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.applied.is_empty() || !self.removed.is_empty()
    }

    /// Returns what was new and was applied: `codes.toml` first, then the locales in alphabetical order.
    #[must_use]
    pub fn applied(&self) -> &[ReloadUnit] {
        &self.applied
    }

    /// Returns the tags of the locales that are no longer there, in alphabetical order.
    pub fn removed(&self) -> impl ExactSizeIterator<Item = &str> {
        self.removed.iter().map(AsRef::as_ref)
    }

    /// Returns what was rejected, in the order of [`applied`](Self::applied). It is tried again at each reload, so it is
    /// here each time until it is fixed.
    #[must_use]
    pub fn rejected(&self) -> &[Rejection] {
        &self.rejected
    }

    /// Returns the new faults that are no reason to reject anything: a folder with an invalid name, a new code without
    /// a message. [`Catalog::faults`](crate::Catalog::faults) has all such faults, new or not.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(super) fn reject(&mut self, unit: ReloadUnit, faults: Vec<Fault>) {
        self.rejected.push(Rejection { unit, faults });
    }
}

impl Rejection {
    /// Returns which part it is.
    #[must_use]
    pub fn unit(&self) -> &ReloadUnit {
        &self.unit
    }

    /// Returns what is wrong with the new version and was not wrong before, at least one fault.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for ReloadUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder => f.write_str("the folder"),
            Self::Codes => f.write_str("codes.toml"),
            Self::Locale(tag) => f.write_str(tag),
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.faults.iter().map(|fault| format!("{} rejected: {fault:#}", self.unit));
        f.write_str(&lines.collect::<Vec<_>>().join("\n"))
    }
}

impl fmt::Display for ReloadReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines: Vec<String> = self.applied.iter().map(|unit| format!("{unit} applied")).collect();
        lines.extend(self.removed.iter().map(|tag| format!("{tag} removed")));
        lines.extend(self.rejected.iter().map(ToString::to_string));
        lines.extend(self.faults.iter().map(|fault| format!("{fault:#}")));
        if lines.is_empty() {
            lines.push("nothing has changed".to_owned());
        }
        f.write_str(&lines.join("\n"))
    }
}
