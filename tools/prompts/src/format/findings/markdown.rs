use std::io::{self, Write};

use super::{COLUMNS, Shown, cells, comparison};
use crate::format::markdown::cell;
use code_prompts_engine::check::{Finding, Outcome};

/// Prints a table of locales, and one of at most `max` findings.
pub(crate) fn print(outcome: &Outcome, max: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |\n| --- | ---: | ---: | ---: | ---: | ---: |", COLUMNS.join(" | "))?;
    for locale in &outcome.locales {
        writeln!(out, "| {} |", cells(locale).map(|part| cell(&part)).join(" | "))?;
    }
    if let Some(since) = &outcome.since {
        writeln!(out, "\nThe findings are {}.", cell(&comparison(since)))?;
    }
    if outcome.findings.is_empty() {
        return writeln!(out, "\nNothing was found.");
    }
    writeln!(out, "\n| severity | rule | place | finding |\n| --- | --- | --- | --- |")?;
    let shown = Shown::of(outcome, max);
    for finding in &shown.findings {
        out.write_all(row(outcome, finding).as_bytes())?;
    }
    match shown.note() {
        Some(note) => writeln!(out, "\n{note}."),
        None => Ok(()),
    }
}

fn row(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    let place = cell(&format!("{}:{}:{}", at.file, at.line, at.column));
    let help = finding.help.iter().map(|help| format!("<br>help: {}", cell(help))).collect::<String>();
    let (severity, rule) = (finding.severity.name(), cell(finding.rule.name()));
    format!("| {severity} | {rule} | {place} | {}{help} |\n", cell(&finding.message))
}
