//! The formats of the files.

use std::path::Path;

/// A format of a file for translators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PO, the format of GNU gettext.
    Po,
}

impl Format {
    /// Returns the format of a file, by its name, or else by its content.
    #[must_use]
    pub fn of(path: &Path, text: &str) -> Option<Self> {
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        match extension.as_deref() {
            Some("po") => return Some(Self::Po),
            _ => {}
        }
        let is_po = text.lines().any(|line| line.starts_with("msgid "));
        is_po.then_some(Self::Po)
    }
}
