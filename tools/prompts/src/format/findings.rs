//! The output formats of findings, one module each.

pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;

mod snippet;

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
