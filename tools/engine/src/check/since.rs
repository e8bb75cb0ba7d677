//! The comparison of findings with those of an earlier revision.

use rustc_hash::FxHashMap;

use super::finding::Finding;
use super::fingerprint::{Identity, identity};
use super::outcome::Since;
use crate::project::past::Past;
use crate::project::tree::Tree;

/// Returns what is shown about a revision. `older` is the number of findings that were there already, if there was a tree.
pub(super) fn shown(past: &Past, older: Option<usize>) -> Since {
    Since {
        revision: past.revision.name().to_owned(),
        commit: past.revision.commit().to_owned(),
        older: older.unwrap_or_default(),
        is_all_new: older.is_none(),
    }
}

/// Removes the findings that were there already, and returns their number. If the same finding is there more often than
/// before, the last ones are new.
pub(super) fn remove_older(
    findings: &mut Vec<Finding>,
    tree: &Tree<'_>,
    older: &[Finding],
    older_tree: &Tree<'_>,
) -> usize {
    let mut known: FxHashMap<Identity<'_>, usize> = FxHashMap::default();
    for finding in older {
        *known.entry(identity(finding, |finding| path(finding, older_tree))).or_default() += 1;
    }
    let before = findings.len();
    let is_new: Vec<bool> = findings
        .iter()
        .map(|finding| match known.get_mut(&identity(finding, |finding| path(finding, tree))) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        })
        .collect();
    let mut is_new = is_new.into_iter();
    findings.retain(|_| is_new.next().unwrap_or(true));
    before - findings.len()
}

fn path(finding: &Finding, tree: &Tree<'_>) -> String {
    finding.place.below(tree.input, &tree.dir().display().to_string())
}
