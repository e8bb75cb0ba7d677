//! The findings of the check as diagnostics.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use code_prompts_engine::check::{Finding, Outcome, Place, Rule, Severity};
use gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Position,
    Range, Uri,
};

use crate::open::OpenFiles;
use crate::position::Lines;

/// Converts findings to diagnostics.
pub(crate) struct Diagnostics<'o> {
    outcome: &'o Outcome,
    open: &'o OpenFiles,
    /// The lines of each file that was seen, by its path.
    lines: BTreeMap<Arc<str>, Lines<'o>>,
}

impl<'o> Diagnostics<'o> {
    pub(crate) fn new(outcome: &'o Outcome, open: &'o OpenFiles) -> Self {
        Self { outcome, open, lines: BTreeMap::new() }
    }

    /// Returns those of each file.
    pub(crate) fn of_files(mut self) -> BTreeMap<PathBuf, Vec<Diagnostic>> {
        let mut files: BTreeMap<PathBuf, Vec<Diagnostic>> = BTreeMap::new();
        for finding in &self.outcome.findings {
            let file = PathBuf::from(&*self.outcome.locate(&finding.place).file);
            let diagnostic = self.of(finding);
            files.entry(file).or_default().push(diagnostic);
        }
        files
    }

    pub(crate) fn of(&mut self, finding: &Finding) -> Diagnostic {
        let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        let severity = match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning | Severity::Allow => DiagnosticSeverity::Warning,
        };
        let is_unnecessary = matches!(
            finding.rule,
            Rule::ObsoleteMessage | Rule::ObsoleteAttribute | Rule::UnreachableVariant | Rule::UnusedMessage
        );
        let related = finding.related.as_ref().and_then(|(place, note)| {
            let uri = self.open.uri(Path::new(&*self.outcome.locate(place).file))?;
            let location = Location { uri, range: self.range(place) };
            Some(DiagnosticRelatedInformation { location, message: note.clone() })
        });
        Diagnostic {
            range: self.range(&finding.place),
            severity: Some(severity),
            code: Some(finding.rule.name().to_owned().into()),
            code_description: page(finding.rule).map(|href| CodeDescription { href }),
            source: Some(SOURCE.to_owned()),
            message: format!("{}{help}", finding.message).into(),
            tags: is_unnecessary.then(|| vec![DiagnosticTag::Unnecessary]),
            related_information: related.map(|related| vec![related]),
            data: None,
        }
    }

    fn range(&mut self, place: &Place) -> Range {
        let at = self.outcome.locate(place);
        let Some((text, bytes)) = self.outcome.text_at(place) else {
            let count = |number: usize| u32::try_from(number - 1).unwrap_or_default();
            let start = Position { line: count(at.line), character: count(at.column) };
            return Range { start, end: start };
        };
        let lines = self.lines.entry(at.file).or_insert_with(|| Lines::new(text));
        // What belongs at the end of the file is shown at the end of its last line: some editors have no line after it.
        let end = text.trim_end().len();
        lines.range(&if bytes.start == text.len() { end..end } else { bytes })
    }
}

/// Returns a diagnostic for a `codes.toml` with which the folder can't be checked. The error may begin with its path and the line.
pub(crate) fn of_codes(path: &Path, error: &str) -> Diagnostic {
    let rest = error.strip_prefix(&format!("{}:", path.display()));
    let line = rest.and_then(|rest| rest.split([':', ' ']).next()?.parse::<u32>().ok());
    let start = Position { line: line.unwrap_or(1).saturating_sub(1), character: 0 };
    // To the end of the line.
    let end = Position { character: 0, line: start.line + 1 };
    Diagnostic {
        range: Range { start, end },
        severity: Some(DiagnosticSeverity::Error),
        code: Some(Rule::InvalidCodesFile.name().to_owned().into()),
        source: Some(SOURCE.to_owned()),
        message: error.to_owned().into(),
        ..Diagnostic::default()
    }
}

/// What editors show as the origin of a diagnostic.
const SOURCE: &str = "prompts";

/// Returns the address of a rule's page, if the repository of this version is known.
fn page(rule: Rule) -> Option<Uri> {
    let repository = env!("CARGO_PKG_REPOSITORY");
    let is_placeholder = repository.contains("/OWNER/");
    let address = format!("{repository}/blob/v{}/tools/engine/rules/{rule}/README.md", env!("CARGO_PKG_VERSION"));
    (!is_placeholder).then(|| address.parse().ok()).flatten()
}
