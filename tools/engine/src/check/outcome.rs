//! The result of a check.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::finding::{Finding, Place};
use super::fingerprint;
use crate::project::input::Input;
use crate::project::progress::LocaleSummary;
use crate::rule::{Rule, Severity};

/// The result of a check.
pub struct Outcome {
    pub(crate) input: Input,
    /// The path of the folder, for display.
    pub(super) dir: String,
    /// The findings, sorted by path, line, column and rule.
    pub findings: Vec<Finding>,
    /// The progress of each locale that was checked.
    pub locales: Vec<LocaleSummary>,
    /// The tag of the source locale.
    pub source: String,
    /// The rules that ran.
    pub rules: Vec<Rule>,
    /// What was done with [`Options::baseline`](super::Options::baseline).
    pub baseline: Option<Compared>,
    /// The revision that the folder was compared with.
    pub since: Option<Since>,
}

/// The revision that a check has compared the folder with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Its name as given.
    pub revision: String,
    /// The id of the commit.
    pub commit: String,
    /// The number of findings that were there already, which are left out.
    pub older: usize,
    /// Whether the folder, or the source locale in it, did not exist: every finding is new.
    pub is_all_new: bool,
}

/// What a check did with its baseline.
#[derive(Debug, Default)]
pub struct Compared {
    /// The number of findings that are in the baseline, and so not in the outcome.
    pub known: usize,
    /// The lines that are still needed, or may be: the check would not have found what they are about.
    pub(super) needed: BTreeSet<String>,
}

/// Where a finding is. Lines and columns start at 1; columns count characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The path, for display.
    pub file: Arc<str>,
    /// The line of its first character.
    pub line: usize,
    /// The column of its first character.
    pub column: usize,
    /// The line of its end, which is after its last character.
    pub end_line: usize,
    /// The column of its end, which is after its last character.
    pub end_column: usize,
}

impl Outcome {
    /// Sorts the findings, and sets their fingerprints.
    pub(super) fn sort(&mut self) {
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_cached_key(|finding| {
            let at = self.locate(&finding.place);
            (at.file, at.line, at.column, finding.rule.name())
        });
        fingerprint::assign(&mut findings, |finding| self.below(&finding.place));
        self.findings = findings;
    }

    /// Returns the path of the folder, for display.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.dir
    }

    /// Returns whether a file was checked, by its path, which begins with that of the folder.
    #[must_use]
    pub fn has_file(&self, path: &Path) -> bool {
        self.input.files.iter().any(|file| file.on_disk == path)
    }

    /// Returns the number of findings with a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Returns the text of the file that a place is in, and the range of the place in bytes. Returns `None` if the file
    /// is not in the tree, nor `codes.toml`, nor one of records.
    #[must_use]
    pub fn text_at(&self, place: &Place) -> Option<(&str, Range<usize>)> {
        match place {
            Place::Tree(file, range) => Some((&self.input.files.get(*file)?.text, range.clone())),
            Place::Path(path, line, column) => {
                let records = self.input.records.iter().map(|records| &records.file);
                let file = self.input.codes.iter().chain(records).find(|file| file.path == *path)?;
                Some((&file.text, file.character(*line, *column)))
            }
        }
    }

    /// Returns the path, line and column of a place.
    #[must_use]
    pub fn locate(&self, place: &Place) -> Located {
        match place {
            Place::Path(path, line, column) => {
                let (line, column) = ((*line).max(1), (*column).max(1));
                Located { file: path.clone(), line, column, end_line: line, end_column: column }
            }
            Place::Tree(file, range) => {
                let file = &self.input.files[*file];
                let ((line, column), (end_line, end_column)) = (file.position(range.start), file.position(range.end));
                Located { file: file.path.clone(), line, column, end_line, end_column }
            }
        }
    }

    /// Returns the path of a place's file below the folder, with slashes on every system.
    pub(super) fn below(&self, place: &Place) -> String {
        place.below(&self.input, &self.dir)
    }
}
