use std::fmt::{self, Write as _};
use std::sync::Arc;

use code_prompts_reader::visible::{OneLine, one_line};

use crate::Fault;

/// The result of a [reload](crate::LiveCatalog::reload): the parts that were applied, removed or rejected, and the
/// faults.
///
/// Its `Display` is for a log: a line for each part and each fault.
///
/// ```
/// use code_prompts::{Catalog, LiveCatalog};
///
/// let reload = LiveCatalog::new(Catalog::embedded()).reload(); // the embedded catalogue never changes
/// assert!(!reload.is_changed());
/// assert!(reload.rejected().is_empty() && reload.faults().is_empty());
/// assert_eq!(reload.to_string(), "nothing has changed");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "it reports which changes were rejected, and why"]
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
    /// The whole folder.
    Folder,
    /// The code table, `codes.toml`.
    Codes,
    /// All files of the locale with this tag.
    Locale(Arc<str>),
}

/// A part whose new version was not applied because of new faults. The previous version stays in use.
///
/// Its `Display` is a line for each fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    pub(super) unit: ReloadUnit,
    pub(crate) faults: Vec<Fault>,
}

impl ReloadReport {
    /// Returns whether any part was applied or removed, so that prompts may differ from before.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.applied.is_empty() || !self.removed.is_empty()
    }

    /// Returns the changed parts that were applied: `codes.toml` first, then the locales in alphabetical order.
    #[must_use]
    pub fn applied(&self) -> &[ReloadUnit] {
        &self.applied
    }

    /// Returns the tags of the locales that were removed, in alphabetical order.
    pub fn removed(&self) -> impl ExactSizeIterator<Item = &str> {
        self.removed.iter().map(AsRef::as_ref)
    }

    /// Returns the parts that were rejected, in the order of [`applied`](Self::applied). Each reload retries and
    /// reports them until they are fixed.
    #[must_use]
    pub fn rejected(&self) -> &[Rejection] {
        &self.rejected
    }

    /// Returns the new faults for which nothing is rejected: a folder with an invalid name, a new code without a
    /// message. [`Catalog::faults`](crate::Catalog::faults) returns all such faults, new or not.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(super) fn reject(&mut self, unit: ReloadUnit, faults: Vec<Fault>) {
        self.rejected.push(Rejection { unit, faults });
    }
}

impl Rejection {
    /// Returns the part.
    #[must_use]
    pub fn unit(&self) -> &ReloadUnit {
        &self.unit
    }

    /// Returns the faults of the new version that the previous one did not have, at least one.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for ReloadUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
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
        lines.extend(self.removed.iter().map(|tag| format!("{} removed", OneLine(tag))));
        lines.extend(self.rejected.iter().map(ToString::to_string));
        lines.extend(self.faults.iter().map(|fault| format!("{fault:#}")));
        if lines.is_empty() {
            lines.push("nothing has changed".to_owned());
        }
        f.write_str(&lines.join("\n"))
    }
}
