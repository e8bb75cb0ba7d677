use serde::Serialize;
use serde_json::Number;

use code_prompts_engine::check::finding::Finding;
use code_prompts_engine::check::outcome::{LocaleSummary, Outcome};
use code_prompts_engine::check::rule::Severity;

/// The names and the order of the fields are those of the JSON, here and below.
#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    summary: Summary<'a>,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Summary<'a> {
    errors: usize,
    warnings: usize,
    locales: Vec<LocaleRow<'a>>,
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
struct Row<'a> {
    rule: &'a str,
    severity: &'a str,
    locale: Option<&'a str>,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    id: Option<&'a str>,
    codes: &'a [i64],
    message: &'a str,
    help: Option<&'a str>,
    related: Option<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    file: String,
    line: usize,
    column: usize,
    message: &'a str,
}

/// Prints one object.
pub(crate) fn print(outcome: &Outcome) -> String {
    let document = Document {
        schema: 1,
        summary: Summary {
            errors: outcome.count(Severity::Error),
            warnings: outcome.count(Severity::Warning),
            locales: outcome.locales.iter().map(locale).collect(),
        },
        findings: outcome.findings.iter().map(|finding| row(outcome, finding)).collect(),
    };
    // Only a map with keys that are no text can't be JSON, and there is no map here.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn locale(summary: &LocaleSummary) -> LocaleRow<'_> {
    let &LocaleSummary { ref locale, messages, translated, missing, stale } = summary;
    LocaleRow { locale, messages, translated, missing, stale, percent: percent(summary.permille()) }
}

/// Writes tenths of a percent as a number, a whole one without a fraction.
pub(crate) fn percent(permille: usize) -> Option<Number> {
    if permille % 10 == 0 { Some((permille / 10).into()) } else { Number::from_f64(permille as f64 / 10.0) }
}

fn row<'a>(outcome: &Outcome, finding: &'a Finding) -> Row<'a> {
    let at = outcome.locate(&finding.place);
    let related = finding.related.as_ref().map(|(place, message)| {
        let at = outcome.locate(place);
        Related { file: at.file, line: at.line, column: at.column, message }
    });
    Row {
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_are_a_hundred_percent() {
        let written = |messages: usize, translated: usize| {
            let locale = String::new();
            let summary = LocaleSummary { locale, messages, translated, missing: messages - translated, stale: 0 };
            serde_json::to_string(&percent(summary.permille())).unwrap()
        };
        let cases = [(3, 2, "66.6"), (2000, 1999, "99.9"), (3, 3, "100"), (2, 1, "50"), (7, 0, "0"), (0, 0, "100")];
        for (messages, translated, expected) in cases {
            assert_eq!(written(messages, translated), expected);
        }
    }
}
