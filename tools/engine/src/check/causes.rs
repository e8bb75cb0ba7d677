//! Findings that follow from others, which are enough to fix them.

use rustc_hash::FxHashSet;

use super::finding::{Finding, Place};
use crate::project::tree::Tree;
use crate::rule::Rule;

/// Removes findings that follow from another one.
pub(super) fn hide_consequences(_tree: &Tree<'_>, findings: &mut Vec<Finding>) {
    // A message with another name is not missing.
    let renamed: FxHashSet<(Option<String>, usize, usize)> =
        findings.iter().filter(|finding| finding.rule == Rule::ObsoleteMessage).filter_map(of_source).collect();
    if !renamed.is_empty() {
        let is_renamed = |finding: &Finding| of_source(finding).is_some_and(|of| renamed.contains(&of));
        findings.retain(|finding| finding.rule != Rule::MissingMessage || !is_renamed(finding));
    }
}

/// Returns the locale, and the message of the source that a finding is about: its file and its start.
fn of_source(finding: &Finding) -> Option<(Option<String>, usize, usize)> {
    match finding.related.as_ref()? {
        (Place::Tree(file, range), _) => Some((finding.locale.as_deref().map(str::to_owned), *file, range.start)),
        _ => None,
    }
}
