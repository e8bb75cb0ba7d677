//! What a check found, for the formats to print.

use super::finding::{Finding, Place};
use crate::project::input::Input;
use crate::project::progress::LocaleSummary;
use crate::rule::{Rule, Severity};

/// What a check found, to be printed.
pub struct Outcome {
    pub input: Input,
    /// In the order of paths, lines and columns, and then of rules.
    pub findings: Vec<Finding>,
    pub locales: Vec<LocaleSummary>,
    /// The tag of the source locale.
    pub source: String,
    /// The rules that looked.
    pub rules: Vec<Rule>,
}

/// Where a finding is, in lines and columns from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
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

    /// Counts the findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Tells where a place is.
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
