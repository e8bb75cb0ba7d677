//! The formats of the files.

use std::path::Path;

use super::job::Job;
use super::{csv, po, xliff};

/// A format of a file for translators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 2.0, the format of OASIS.
    Xliff,
    /// PO, the format of GNU gettext.
    Po,
    /// CSV, for spreadsheets.
    Csv,
}

impl Format {
    /// Returns the format of a file, by its name, or else by its content.
    #[must_use]
    pub fn of(path: &Path, text: &str) -> Option<Self> {
        let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        match extension.as_deref() {
            Some("xlf" | "xliff") => Some(Self::Xliff),
            Some("po") => Some(Self::Po),
            Some("csv" | "tsv") => Some(Self::Csv),
            _ if text.starts_with('<') => Some(Self::Xliff),
            _ if text.lines().any(|line| line.starts_with("msgid ")) => Some(Self::Po),
            _ if text.lines().next().is_some_and(|head| head.contains("translation (")) => Some(Self::Csv),
            _ => None,
        }
    }
}

impl Job {
    /// Returns the file in a format.
    #[must_use]
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Xliff => xliff::write(self),
            Format::Po => po::write(self),
            Format::Csv => csv::write(self),
        }
    }
}
