use serde::Serialize;
use serde_json::Number;

use crate::format::json::{self, percent};
use code_prompts_engine::project::{LocaleRole, LocaleStatus, Review};

/// The JSON has these fields, in this order. So it is with the types below.
#[derive(Serialize)]
struct StatusDocument<'a> {
    schema: u32,
    locales: Vec<StatusRow<'a>>,
}

#[derive(Serialize)]
struct StatusRow<'a> {
    locale: &'a str,
    role: &'a str,
    messages: usize,
    translated: usize,
    stale: usize,
    missing: usize,
    unrecorded: usize,
    terms: TermsRow,
    obsolete: usize,
    percent: Option<Number>,
    review: ReviewRow<'a>,
}

#[derive(Serialize)]
struct TermsRow {
    stale: usize,
    missing: usize,
}

#[derive(Serialize)]
struct ReviewRow<'a> {
    state: &'a str,
    by: Option<&'a str>,
    /// The messages with a review of their own.
    messages: usize,
    lapsed: usize,
}

/// Prints one object.
pub(crate) fn print(locales: &[LocaleStatus]) -> String {
    let document = StatusDocument { schema: 1, locales: locales.iter().map(row).collect() };
    json::document(&document)
}

fn row(status: &LocaleStatus) -> StatusRow<'_> {
    let summary = &status.summary;
    StatusRow {
        locale: &summary.locale,
        role: match status.role {
            LocaleRole::Source => "source",
            LocaleRole::Fallback => "fallback",
            LocaleRole::Translation => "translation",
        },
        messages: summary.messages,
        translated: summary.translated,
        stale: summary.stale,
        missing: summary.missing,
        unrecorded: status.unrecorded,
        terms: TermsRow { stale: status.terms.stale, missing: status.terms.missing },
        obsolete: status.obsolete,
        percent: percent(summary.permille()),
        review: review(status),
    }
}

fn review(status: &LocaleStatus) -> ReviewRow<'_> {
    let (state, by) = match &status.review {
        None => ("source", None),
        Some(Review::Draft) => ("draft", None),
        Some(Review::Reviewed(line)) => ("reviewed", by(line)),
    };
    ReviewRow { state, by, messages: status.reviewed, lapsed: status.lapsed }
}

/// Returns the reviewer, and the rest of the line, of `reviewed by Tanaka Yui, 2026-05-01`.
fn by(line: &str) -> Option<&str> {
    const KEY: &str = "reviewed";
    let (key, rest) = line.split_at_checked(KEY.len())?;
    let rest = Some(rest).filter(|_| key.eq_ignore_ascii_case(KEY))?.trim_start();
    Some(rest.strip_prefix("by ").unwrap_or(rest).trim()).filter(|by| !by.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn review_line_names_the_reviewer() {
        let cases = [
            ("reviewed by 田中 結衣, 2026-05-01", Some("田中 結衣, 2026-05-01")),
            ("Reviewed by Ann, 2026-05-01", Some("Ann, 2026-05-01")),
            ("reviewed 2026-05-01", Some("2026-05-01")),
            ("reviewed", None),
        ];
        for (line, expected) in cases {
            assert_eq!(by(line), expected, "{line}");
        }
    }
}
