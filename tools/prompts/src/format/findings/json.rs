use std::io::{self, Write};
use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::Number;

use super::statistics::{Count, by_locale, by_rule};
use crate::format::json::{self, percent};
use code_prompts_engine::check::{Finding, Outcome, Severity, Since};
use code_prompts_engine::project::LocaleSummary;

/// The JSON has these fields, in this order. So it is with the types below.
#[derive(Serialize)]
struct FindingsDocument<'a> {
    schema: u32,
    summary: Summary<'a>,
    /// In place of the findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<Statistics<'a>>,
    #[serde(serialize_with = "rows", skip_serializing_if = "Option::is_none")]
    findings: Option<&'a Outcome>,
}

#[derive(Serialize)]
struct Statistics<'a> {
    rules: Vec<RuleRow<'a>>,
    locales: Vec<LocaleCount<'a>>,
}

#[derive(Serialize)]
struct RuleRow<'a> {
    rule: Option<&'a str>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct LocaleCount<'a> {
    locale: Option<&'a str>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Summary<'a> {
    errors: usize,
    warnings: usize,
    since: Option<SinceRow<'a>>,
    /// The number of findings in the baseline. `None`: there is no baseline.
    in_baseline: Option<usize>,
    locales: Vec<LocaleRow<'a>>,
}

#[derive(Serialize)]
struct SinceRow<'a> {
    revision: &'a str,
    commit: &'a str,
    older: usize,
}

#[derive(Serialize)]
struct LocaleRow<'a> {
    locale: &'a str,
    messages: usize,
    translated: usize,
    missing: usize,
    stale: usize,
    percent: Option<Number>,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    rule: &'a str,
    severity: &'a str,
    locale: Option<&'a str>,
    file: Arc<str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    id: Option<&'a str>,
    codes: &'a [i64],
    message: &'a str,
    help: Option<&'a str>,
    related: Option<Related<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Related<'a> {
    file: Arc<str>,
    line: usize,
    column: usize,
    message: &'a str,
}

/// Prints one object, with the findings or only their numbers.
pub(crate) fn print(outcome: &Outcome, only_statistics: bool, out: &mut dyn Write) -> io::Result<()> {
    let document = FindingsDocument {
        schema: 1,
        summary: Summary {
            errors: outcome.count(Severity::Error),
            warnings: outcome.count(Severity::Warning),
            since: outcome.since.as_ref().map(since),
            in_baseline: outcome.baseline.as_ref().map(|baseline| baseline.known),
            locales: outcome.locales.iter().map(locale).collect(),
        },
        statistics: only_statistics.then(|| statistics(outcome)),
        findings: (!only_statistics).then_some(outcome),
    };
    json::print(&document, out)
}

/// Writes each finding as it is converted: together, they can take much more memory than the files.
fn rows<S: Serializer>(outcome: &Option<&Outcome>, serializer: S) -> Result<S::Ok, S::Error> {
    let rows = |outcome| move |finding| row(outcome, finding);
    serializer.collect_seq(outcome.iter().flat_map(|outcome| outcome.findings.iter().map(rows(outcome))))
}

fn statistics(outcome: &Outcome) -> Statistics<'_> {
    let rule = |Count { name: rule, errors, warnings }| RuleRow { rule, errors, warnings };
    let locale = |Count { name: locale, errors, warnings }| LocaleCount { locale, errors, warnings };
    Statistics {
        rules: by_rule(outcome).into_iter().map(rule).collect(),
        locales: by_locale(outcome).into_iter().map(locale).collect(),
    }
}

fn since(since: &Since) -> SinceRow<'_> {
    SinceRow { revision: &since.revision, commit: &since.commit, older: since.older }
}

fn locale(summary: &LocaleSummary) -> LocaleRow<'_> {
    let &LocaleSummary { ref locale, messages, translated, missing, stale } = summary;
    LocaleRow { locale, messages, translated, missing, stale, percent: percent(summary.permille()) }
}

fn row<'a>(outcome: &Outcome, finding: &'a Finding) -> FindingRow<'a> {
    let at = outcome.locate(&finding.place);
    let related = finding.related.as_ref().map(|(place, message)| {
        let at = outcome.locate(place);
        Related { file: at.file, line: at.line, column: at.column, message }
    });
    FindingRow {
        rule: finding.rule.name(),
        severity: finding.severity.name(),
        locale: finding.locale.as_deref(),
        file: at.file,
        line: at.line,
        column: at.column,
        end_line: at.end_line,
        end_column: at.end_column,
        id: finding.id.as_deref(),
        codes: &finding.codes,
        message: &finding.message,
        help: finding.help.as_deref(),
        related,
        fingerprint: finding.fingerprint.to_string(),
    }
}
