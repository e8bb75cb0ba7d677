//! The findings of the check as diagnostics.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use code_prompts_engine::check::{Finding, Outcome, Place, Rule, Severity};
use gen_lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Position,
    Range, Uri,
};

use crate::open::uri;
use crate::position::range;

/// Returns the diagnostics of each file.
pub(crate) fn diagnostics(outcome: &Outcome) -> BTreeMap<PathBuf, Vec<Diagnostic>> {
    let mut files: BTreeMap<PathBuf, Vec<Diagnostic>> = BTreeMap::new();
    for finding in &outcome.findings {
        let file = PathBuf::from(&*outcome.locate(&finding.place).file);
        files.entry(file).or_default().push(diagnostic(outcome, finding));
    }
    files
}

pub(crate) fn diagnostic(outcome: &Outcome, finding: &Finding) -> Diagnostic {
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
        let uri = uri(Path::new(&*outcome.locate(place).file))?;
        Some(DiagnosticRelatedInformation {
            location: Location { uri, range: place_of(outcome, place) },
            message: note.clone(),
        })
    });
    Diagnostic {
        range: place_of(outcome, &finding.place),
        severity: Some(severity),
        code: Some(finding.rule.name().to_owned().into()),
        code_description: page(finding.rule).map(|href| CodeDescription { href }),
        source: Some("prompts".to_owned()),
        message: format!("{}{help}", finding.message).into(),
        tags: is_unnecessary.then(|| vec![DiagnosticTag::Unnecessary]),
        related_information: related.map(|related| vec![related]),
        data: None,
    }
}

/// Returns the address of a rule's page, if the repository of this version is known.
fn page(rule: Rule) -> Option<Uri> {
    let repository = env!("CARGO_PKG_REPOSITORY");
    let is_placeholder = repository.contains("/OWNER/");
    let address = format!("{repository}/blob/v{}/tools/engine/rules/{rule}/README.md", env!("CARGO_PKG_VERSION"));
    (!is_placeholder).then(|| address.parse().ok()).flatten()
}

pub(crate) fn place_of(outcome: &Outcome, place: &Place) -> Range {
    match outcome.text_at(place) {
        // What belongs at the end of the file is shown at the end of its last line: some editors have no line after it.
        Some((text, bytes)) if bytes.start == text.len() => {
            let end = text.trim_end().len();
            range(text, &(end..end))
        }
        Some((text, bytes)) => range(text, &bytes),
        None => {
            let at = outcome.locate(place);
            let start = Position {
                line: u32::try_from(at.line - 1).unwrap_or_default(),
                character: u32::try_from(at.column - 1).unwrap_or_default(),
            };
            Range { start, end: start }
        }
    }
}
