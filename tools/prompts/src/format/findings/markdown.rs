use std::cmp::Reverse;
use std::io::{self, Write};

use super::statistics::{Count, LOCALE_COLUMNS, RULE_COLUMNS, by_rule, locale_cells};
use super::{Shown, counted, totals};
use crate::format::markdown::cell;
use code_prompts_engine::check::{Finding, Outcome};

/// The maximum size. GitHub rejects the summary of a step if it is larger than 1 MiB.
const LIMIT: usize = 1000 * 1024;
/// The part of it for the table of locales, if there are very many, and for the notes about what is left out.
const LOCALES: usize = LIMIT / 4;
const NOTES: usize = 1024;

/// Prints the totals, the numbers of findings by rule and by locale, and at most `max` findings: the worst first.
pub(crate) fn print(outcome: &Outcome, max: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { out, size: 0 };
    page.statistics(outcome)?;
    if outcome.findings.is_empty() {
        return page.write("\nNothing was found.\n");
    }
    page.write("\n| severity | rule | place | finding |\n| --- | --- | --- | --- |\n")?;
    let mut shown = Shown::of(outcome, max);
    shown.findings.sort_by_key(|finding| Reverse(finding.severity));
    let left_out = page.rows(shown.findings.iter().map(|found| finding(outcome, found)), LIMIT - NOTES)?;
    if left_out > 0 {
        let count = counted(left_out + shown.left_out, "more finding");
        return page.write(&format!("\n{count} not shown: a summary on GitHub has at most 1 MiB.\n"));
    }
    match shown.note() {
        Some(note) => page.write(&format!("\n{note}.\n")),
        None => Ok(()),
    }
}

/// Prints the same without the findings.
pub(crate) fn print_statistics(outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    Page { out, size: 0 }.statistics(outcome)
}

/// Counts what is written.
struct Page<'w> {
    out: &'w mut dyn Write,
    size: usize,
}

impl Page<'_> {
    fn statistics(&mut self, outcome: &Outcome) -> io::Result<()> {
        self.write(&format!("**{}**\n", cell(&totals(outcome))))?;
        let rules = by_rule(outcome);
        if !rules.is_empty() {
            self.head(&RULE_COLUMNS)?;
            rules.iter().map(Count::cells).try_for_each(|cells| self.write(&row(&cells)))?;
        }
        self.head(&LOCALE_COLUMNS)?;
        let locales = locale_cells(outcome);
        match self.rows(locales.iter().map(|cells| row(cells)), LOCALES)? {
            0 => Ok(()),
            left_out => self.write(&format!("\n{} not shown.\n", counted(left_out, "more locale"))),
        }
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.size += text.len();
        self.out.write_all(text.as_bytes())
    }

    /// Writes the head of a table of a name and numbers.
    fn head(&mut self, columns: &[&str]) -> io::Result<()> {
        let lines = vec!["---:"; columns.len().saturating_sub(1)];
        self.write(&format!("\n| {} |\n| --- | {} |\n", columns.join(" | "), lines.join(" | ")))
    }

    /// Writes rows up to a size of the whole page. Returns how many are left out.
    fn rows(&mut self, rows: impl Iterator<Item = String>, limit: usize) -> io::Result<usize> {
        let mut left_out = 0;
        for row in rows {
            if left_out > 0 || self.size + row.len() > limit {
                left_out += 1;
            } else {
                self.write(&row)?;
            }
        }
        Ok(left_out)
    }
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn finding(outcome: &Outcome, finding: &Finding) -> String {
    let at = outcome.locate(&finding.place);
    let place = cell(&format!("{}:{}:{}", at.file, at.line, at.column));
    let help = finding.help.iter().map(|help| format!("<br>help: {}", cell(help))).collect::<String>();
    let (severity, rule) = (finding.severity.name(), cell(finding.rule.name()));
    format!("| {severity} | {rule} | {place} | {}{help} |\n", cell(&finding.message))
}
