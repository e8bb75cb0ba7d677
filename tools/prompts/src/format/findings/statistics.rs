//! How many findings each rule and each locale has, the worst first.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{COLUMNS, cells};
use code_prompts_engine::check::{Finding, Outcome, Severity};

pub(super) const RULE_COLUMNS: [&str; 3] = ["rule", "errors", "warnings"];
pub(super) const LOCALE_COLUMNS: [&str; 8] = {
    let [locale, messages, translated, missing, stale, percent] = COLUMNS;
    [locale, "errors", "warnings", messages, translated, missing, stale, percent]
};
/// The name in the column of locales for findings about the whole folder.
const TREE: &str = "all locales";

/// The findings of a rule or a locale.
pub(super) struct Count<'o> {
    /// `None`: the whole folder.
    pub(super) name: Option<&'o str>,
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

impl Count<'_> {
    pub(super) fn cells(&self) -> [String; 3] {
        [self.name.unwrap_or(TREE).to_owned(), self.errors.to_string(), self.warnings.to_string()]
    }
}

pub(super) fn by_rule(outcome: &Outcome) -> Vec<Count<'_>> {
    counts(outcome, [], |finding| Some(finding.rule.name()))
}

/// Returns also the locales without findings.
pub(super) fn by_locale(outcome: &Outcome) -> Vec<Count<'_>> {
    let checked = outcome.locales.iter().map(|summary| summary.locale.as_str());
    counts(outcome, checked, |finding| finding.locale.as_deref())
}

/// Returns the rows of a table of locales, with their progress.
pub(super) fn locale_cells(outcome: &Outcome) -> Vec<[String; 8]> {
    let summaries = outcome.locales.iter().map(|summary| (summary.locale.as_str(), summary));
    let summaries: FxHashMap<&str, _> = summaries.collect();
    let row = |count: &Count<'_>| {
        let [locale, errors, warnings] = count.cells();
        let progress = count.name.and_then(|name| summaries.get(name)).map(|summary| cells(summary));
        let [_, messages, translated, missing, stale, percent] = progress.unwrap_or_default();
        [locale, errors, warnings, messages, translated, missing, stale, percent]
    };
    by_locale(outcome).iter().map(row).collect()
}

fn counts<'o>(
    outcome: &'o Outcome,
    names: impl IntoIterator<Item = &'o str>,
    name: impl Fn(&'o Finding) -> Option<&'o str>,
) -> Vec<Count<'o>> {
    let empty = names.into_iter().map(|name| (Some(name), (0, 0)));
    let mut found: FxHashMap<Option<&str>, (usize, usize)> = empty.collect();
    for finding in &outcome.findings {
        let (errors, warnings) = found.entry(name(finding)).or_default();
        *(if finding.severity == Severity::Error { errors } else { warnings }) += 1;
    }
    let mut counts: Vec<_> =
        found.into_iter().map(|(name, (errors, warnings))| Count { name, errors, warnings }).collect();
    counts.sort_by_key(|count| (Reverse(count.errors), Reverse(count.warnings), count.name));
    counts
}
