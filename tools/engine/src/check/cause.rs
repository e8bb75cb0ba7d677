//! Many findings of one cause, such as a locale that is in another language throughout, become one with a count.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::finding::Finding;
use crate::project::entry::{Entry, Part};
use crate::project::locale::Locale;

/// What findings of a rule in a locale may have in common. They share one `Arc` of it.
#[derive(Debug)]
pub(crate) struct Cause {
    /// The number of texts that could have it, or [`UNKNOWN`].
    texts: usize,
    /// The end of the sentence “7 of 9 texts …”.
    problem: String,
    help: String,
}

impl Cause {
    pub(crate) fn new(texts: usize, problem: impl Into<String>, help: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { texts, problem: problem.into(), help: help.into() })
    }

    /// Creates a cause that ten findings are enough for.
    pub(crate) fn of_many(problem: impl Into<String>, help: impl Into<String>) -> Arc<Self> {
        Self::new(UNKNOWN, problem, help)
    }

    /// Returns the number of texts of a locale that have words.
    pub(super) fn texts_of(locale: &Locale<'_>) -> usize {
        locale.entries.iter().flat_map(Entry::parts).filter(|part| has_words(part)).count()
    }
}

fn has_words(part: &Part<'_>) -> bool {
    part.facts.texts.iter().any(|text| text.contains(char::is_alphabetic))
}

/// Returns whether so many texts have the same defect that they have it for one reason: a quarter of them, or a hundred.
pub(crate) fn is_one_cause(found: usize, texts: usize) -> bool {
    const FEW: usize = 10;
    const MANY: usize = 100;
    const SHARE: usize = 4;
    found >= FEW && (found >= MANY || found * SHARE >= texts)
}

/// Replaces the findings of one cause by the first of them, with their number. Findings that are not reported must be
/// removed before.
pub(super) fn merge(findings: &mut Vec<Finding>) {
    let key = |cause: &Arc<Cause>| Arc::as_ptr(cause);
    let mut counts: FxHashMap<*const Cause, usize> = FxHashMap::default();
    for cause in findings.iter().filter_map(|finding| finding.cause.as_ref()) {
        *counts.entry(key(cause)).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    let mut fixes: FxHashMap<*const Cause, Vec<Finding>> = FxHashMap::default();
    findings.retain_mut(|finding| {
        let Some(cause) = &finding.cause else { return true };
        let Some(count) = counts.get_mut(&key(cause)) else { return true };
        if *count == MERGED {
            if finding.fix.is_some() {
                fixes.entry(key(cause)).or_default().push(finding.clone());
            }
            return false;
        }
        if !is_one_cause(*count, cause.texts) {
            return true;
        }
        finding.message = match cause.texts {
            UNKNOWN => format!("{count} texts {}", cause.problem),
            texts => format!("{count} of {} texts {}", texts.max(*count), cause.problem),
        };
        finding.help = Some(cause.help.clone()).filter(|help| !help.is_empty());
        finding.id = None;
        finding.codes = Vec::new();
        *count = MERGED;
        true
    });
    for finding in findings {
        let others = finding.cause.as_ref().and_then(|cause| fixes.remove(&key(cause)));
        others.iter().flatten().for_each(|other| finding.also_fix(other));
    }
}

/// Stands for the number of texts that could have a cause, if ten findings are enough for it.
const UNKNOWN: usize = 0;

/// Stands for the count of a cause whose first finding was seen.
const MERGED: usize = 0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Place;
    use crate::rule::Rule;

    fn merged(findings: usize, texts: usize) -> Vec<String> {
        let cause = Cause::new(texts, "are in French", "translate them");
        let finding =
            || Finding { cause: Some(cause.clone()), ..Finding::new(Rule::Untranslated, Place::Tree(0, 0..0), "one") };
        let mut all: Vec<_> = (0..findings).map(|_| finding()).collect();
        all.push(Finding::new(Rule::Untranslated, Place::Tree(0, 0..0), "other"));
        merge(&mut all);
        all.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn findings_of_one_cause_become_one() {
        assert_eq!(merged(10, 40), ["10 of 40 texts are in French", "other"]);
        assert_eq!(merged(100, 10_000), ["100 of 10000 texts are in French", "other"]);
    }

    #[test]
    fn few_findings_stay_single() {
        assert_eq!(merged(10, 41).len(), 11);
        assert_eq!(merged(9, 9).len(), 10);
        assert_eq!(merged(99, 1_000).len(), 100);
    }
}
