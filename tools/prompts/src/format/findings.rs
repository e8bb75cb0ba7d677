//! The output formats of findings, one module each.

pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;

mod snippet;
mod statistics;

use code_prompts_engine::check::{Finding, Outcome, Severity, Since};
use code_prompts_engine::project::LocaleSummary;

/// The findings that are printed for people.
struct Shown<'o> {
    findings: Vec<&'o Finding>,
    left_out: usize,
}

impl<'o> Shown<'o> {
    /// Chooses at most `max` findings, errors before warnings. They stay in their order.
    fn of(outcome: &'o Outcome, max: Option<usize>) -> Self {
        let max = max.unwrap_or(usize::MAX);
        let mut errors = outcome.count(Severity::Error).min(max);
        let mut warnings = max - errors;
        let is_shown = |finding: &&Finding| {
            let left = if finding.severity == Severity::Error { &mut errors } else { &mut warnings };
            let is_shown = *left > 0;
            *left = left.saturating_sub(1);
            is_shown
        };
        let findings: Vec<_> = outcome.findings.iter().filter(is_shown).collect();
        Self { left_out: outcome.findings.len() - findings.len(), findings }
    }

    /// Returns a sentence about the findings that are left out, if there are any.
    fn note(&self) -> Option<String> {
        match self.left_out {
            0 => None,
            1 => Some("1 more finding is not shown; `--max-findings all` shows it".to_owned()),
            count => Some(format!("{count} more findings are not shown; `--max-findings all` shows them")),
        }
    }
}

/// Returns the totals, such as `1 error, 2 warnings; 20,113 in the baseline`.
fn totals(outcome: &Outcome) -> String {
    let count = |severity: Severity| counted(outcome.count(severity), severity.name());
    let since = outcome.since.iter().map(|since| format!(", {}", comparison(since)));
    let known = outcome.baseline.iter().map(|baseline| format!("; {} in the baseline", grouped(baseline.known)));
    let more: String = since.chain(known).collect();
    format!("{}, {}{more}", count(Severity::Error), count(Severity::Warning))
}

/// Returns a number and a noun in its form.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

/// Writes a number as `20,113`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Returns what the findings are compared with.
fn comparison(since: &Since) -> String {
    let commit = since.commit.get(..SHORT_COMMIT).unwrap_or(&since.commit);
    let new = format!("new since {} ({commit})", since.revision);
    match since.older {
        _ if since.is_all_new => format!("{new}, where this folder has no texts in the source language"),
        0 => new,
        1 => format!("{new}; 1 older finding is left out"),
        count => format!("{new}; {count} older findings are left out"),
    }
}

/// The number of digits of a commit's id that are shown.
const SHORT_COMMIT: usize = 12;

/// The columns of the table of locales.
const COLUMNS: [&str; 6] = ["locale", "messages", "translated", "missing", "stale", "percent"];

fn cells(locale: &LocaleSummary) -> [String; 6] {
    let counts = [locale.messages, locale.translated, locale.missing, locale.stale].map(|count| count.to_string());
    let [messages, translated, missing, stale] = counts;
    let permille = locale.permille();
    [locale.locale.clone(), messages, translated, missing, stale, format!("{}.{}", permille / 10, permille % 10)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_nouns_agree() {
        let cases = [(0, "0 errors"), (1, "1 error"), (999, "999 errors"), (1000, "1,000 errors")];
        for (count, expected) in cases.into_iter().chain([(20_113, "20,113 errors"), (1_234_567, "1,234,567 errors")]) {
            assert_eq!(counted(count, "error"), expected);
        }
    }
}
