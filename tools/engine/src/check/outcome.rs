//! What a check found.

use std::ops::Range;

use super::finding::{Finding, Place};
use crate::project::input::Input;
use crate::project::progress::LocaleSummary;
use crate::rule::{Rule, Severity};

/// What a check found.
pub struct Outcome {
    pub(crate) input: Input,
    /// In the order of paths, lines and columns, and then of rules.
    pub findings: Vec<Finding>,
    /// How far each locale is that was looked at.
    pub locales: Vec<LocaleSummary>,
    /// The tag of the source locale.
    pub source: String,
    /// The rules that looked.
    pub rules: Vec<Rule>,
}

/// Where a finding is, in lines and columns from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The path, as it is shown.
    pub file: String,
    /// The line of its first character.
    pub line: usize,
    /// The column of its first character.
    pub column: usize,
    /// The line of what follows its last character.
    pub end_line: usize,
    /// The column of what follows its last character.
    pub end_column: usize,
}

impl Outcome {
    pub(super) fn sort(&mut self) {
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_cached_key(|finding| {
            let at = self.locate(&finding.place);
            (at.file, at.line, at.column, finding.rule.name())
        });
        self.findings = findings;
    }

    /// Returns how many findings of a severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Returns the text of the file that a place is in, and which bytes of it are meant: that of a file of the tree, or of
    /// `codes.toml`.
    #[must_use]
    pub fn text_at(&self, place: &Place) -> Option<(&str, Range<usize>)> {
        match place {
            Place::Tree(file, range) => Some((&self.input.files.get(*file)?.text, range.clone())),
            Place::Path(path, line, column) => {
                let codes = self.input.codes.as_ref().filter(|codes| codes.path == *path)?;
                Some((&codes.text, codes.character(*line, *column)))
            }
        }
    }

    /// Returns where a place is, in lines and columns.
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
}
