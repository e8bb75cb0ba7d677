use std::hash::Hash;
use std::io::{self, Write};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Shown, counted, totals};
use code_prompts_engine::check::{Finding, Outcome, Severity};
use code_prompts_reader::visible::{Lines, OneLine};

/// How many errors GitHub shows beside their lines for one step of a job, and how many warnings.
const ANNOTATIONS: usize = 10;

/// Prints at most `max` findings: commands for those that GitHub shows beside their lines, and lines for the others.
pub(crate) fn print(outcome: &Outcome, max: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let shown = Shown::of(outcome, max);
    let annotated: FxHashSet<usize> = [Severity::Error, Severity::Warning]
        .into_iter()
        .flat_map(|severity| spread(outcome, &shown.findings, severity))
        .collect();
    let mut rest = Vec::new();
    for (index, finding) in shown.findings.iter().enumerate() {
        if annotated.contains(&index) {
            out.write_all(command(outcome, finding).as_bytes())?;
        } else {
            rest.push(*finding);
        }
    }
    if !rest.is_empty() {
        let errors = rest.iter().filter(|finding| finding.severity == Severity::Error).count();
        let count = format!("{}, {} of them errors", counted(rest.len(), "more finding"), errors);
        writeln!(out, "::notice title=prompts::{count}: see the log of this step")?;
        writeln!(out, "::group::{count}")?;
        rest.iter().try_for_each(|finding| writeln!(out, "{}", line(outcome, finding)))?;
        writeln!(out, "::endgroup::")?;
    }
    if let Some(note) = shown.note() {
        writeln!(out, "{note}")?;
    }
    writeln!(out, "{}", OneLine(totals(outcome)))
}

/// Chooses the findings of a severity that are annotated, by their indices: of as many rules as possible, and of each rule
/// in as many files as possible.
fn spread(outcome: &Outcome, findings: &[&Finding], severity: Severity) -> Vec<usize> {
    let of_severity = findings.iter().enumerate().filter(|(_, finding)| finding.severity == severity);
    let chosen = of_severity.map(|(index, finding)| (index, *finding)).collect();
    let by_file = in_turn(chosen, |finding| (finding.rule, outcome.locate(&finding.place).file));
    let by_rule = in_turn(by_file, |finding| finding.rule);
    by_rule.into_iter().take(ANNOTATIONS).map(|(index, _)| index).collect()
}

/// Sorts findings: the first of each group, then the second of each group, and so on.
fn in_turn<'o, G: Hash + Eq>(
    findings: Vec<(usize, &'o Finding)>,
    group: impl Fn(&Finding) -> G,
) -> Vec<(usize, &'o Finding)> {
    let mut seen: FxHashMap<G, usize> = FxHashMap::default();
    let number = |(index, finding): (usize, &'o Finding)| {
        let number = seen.entry(group(finding)).or_default();
        *number += 1;
        (*number, index, finding)
    };
    let mut numbered: Vec<_> = findings.into_iter().map(number).collect();
    numbered.sort_by_key(|(number, ..)| *number);
    numbered.into_iter().map(|(_, index, finding)| (index, finding)).collect()
}

/// Returns a line that GitHub only shows in the log.
fn line(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    let help = finding.help.iter().map(|help| format!("; help: {help}")).collect::<String>();
    let (severity, rule) = (finding.severity.name(), finding.rule);
    let text = format!("{}:{}:{}: {severity}[{rule}]: {}{help}", at.file, at.line, at.column, finding.message);
    Lines(&OneLine(text).to_string()).to_string()
}

fn command(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message += &format!("\nhelp: {help}");
    }
    if let Some((place, said)) = &finding.related {
        let at = outcome.locate(place);
        message += &format!("\n{}:{}:{}: {said}", at.file, at.line, at.column);
    }
    format!(
        "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        finding.severity.name(),
        property(&at.file),
        at.line,
        at.column,
        at.end_line,
        at.end_column,
        property(finding.rule.name()),
        data(&message)
    )
}

/// Escapes a text, so that it cannot end its command or write control characters to the log.
fn data(text: &str) -> String {
    let one_line = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    Lines(&one_line).to_string()
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_command_escapes_text() {
        let text = "100%: a,b\r\n::error::x\u{1B}[0m\u{202E}";
        assert_eq!(data(text), "100%25: a,b%0D%0A::error::x␛[0m\\u{202e}");
        assert_eq!(property(text), "100%25%3A a%2Cb%0D%0A%3A%3Aerror%3A%3Ax␛[0m\\u{202e}");
    }
}
