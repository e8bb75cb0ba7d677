use crate::format::findings::{COLUMNS, cells};
use crate::format::markdown::cell;
use code_prompts_engine::check::{Finding, Outcome};

/// Prints a table of locales, and one of findings.
pub(crate) fn print(outcome: &Outcome) -> String {
    let mut text = format!("| {} |\n| --- | ---: | ---: | ---: | ---: | ---: |\n", COLUMNS.join(" | "));
    for locale in &outcome.locales {
        text += &format!("| {} |\n", cells(locale).map(|part| cell(&part)).join(" | "));
    }
    if outcome.findings.is_empty() {
        return text + "\nNothing was found.\n";
    }
    text += "\n| severity | rule | place | finding |\n| --- | --- | --- | --- |\n";
    text + &outcome.findings.iter().map(|finding| row(outcome, finding)).collect::<String>()
}

fn row(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    let place = cell(&format!("{}:{}:{}", at.file, at.line, at.column));
    let help = finding.help.iter().map(|help| format!("<br>help: {}", cell(help))).collect::<String>();
    let (severity, rule) = (finding.severity.name(), cell(finding.rule.name()));
    format!("| {severity} | {rule} | {place} | {}{help} |\n", cell(&finding.message))
}
