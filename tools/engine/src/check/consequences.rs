//! Findings that follow from others, which are enough to fix them.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::finding::{Finding, Place};
use crate::project::tree::Tree;
use crate::rule::Rule;

/// Removes findings that follow from another one.
pub(super) fn hide(tree: &Tree<'_>, findings: &mut Vec<Finding>) {
    hide_renamed(findings);
    hide_unreadable(tree, findings);
}

/// A message with another name is not missing.
fn hide_renamed(findings: &mut Vec<Finding>) {
    let renamed: FxHashSet<(Arc<str>, usize, usize)> =
        findings.iter().filter(|finding| finding.rule == Rule::ObsoleteMessage).filter_map(of_source).collect();
    if !renamed.is_empty() {
        let is_renamed = |finding: &Finding| of_source(finding).is_some_and(|of| renamed.contains(&of));
        findings.retain(|finding| finding.rule != Rule::MissingMessage || !is_renamed(finding));
    }
}

/// Returns the locale, and the message of the source that a finding is about: its file and its start.
fn of_source(finding: &Finding) -> Option<(Arc<str>, usize, usize)> {
    match finding.related.as_ref()? {
        (Place::Tree(file, range), _) => Some((finding.locale.clone()?, *file, range.start)),
        _ => None,
    }
}

/// What an unreadable file would hold is not missing or unknown.
fn hide_unreadable(tree: &Tree<'_>, findings: &mut Vec<Finding>) {
    let file_of = |finding: &Finding| match finding.place {
        Place::Tree(file, _) => Some(file),
        Place::Path(..) => None,
    };
    let is_cause = |finding: &Finding| matches!(finding.rule, Rule::InvalidEncoding | Rule::Syntax);
    let causes = findings.iter().filter(|finding| is_cause(finding)).filter_map(file_of);
    let unreadable: FxHashSet<usize> = causes.filter(|file| tree.file(*file).is_unreadable()).collect();
    if unreadable.is_empty() {
        return;
    }
    let is_in_source = |file: &usize| tree.source().files.contains(file);
    let source_is_unreadable = unreadable.iter().any(is_in_source);
    // A file without a counterpart in the source may hold anything.
    let may_hold = |file: &usize, wanted: usize| tree.twins.source_file(*file).is_none_or(|source| source == wanted);
    let may_be_in_unreadable = |finding: &Finding| {
        let Some((locale, wanted, _)) = of_source(finding) else { return false };
        let locale = tree.locales.iter().find(|other| *other.tag == *locale);
        let mut unreadable = unreadable.iter().filter(|file| locale.is_some_and(|locale| locale.files.contains(file)));
        unreadable.any(|file| may_hold(file, wanted))
    };
    let is_unknown_to_source = |finding: &Finding| {
        let source_file = file_of(finding).map(|file| tree.twins.source_file(file));
        source_is_unreadable && source_file.is_none_or(|file| file.is_none_or(|file| unreadable.contains(&file)))
    };
    findings.retain(|finding| match finding.rule {
        Rule::InvalidEncoding | Rule::Syntax => true,
        Rule::MissingMessage => !may_be_in_unreadable(finding),
        _ if file_of(finding).is_some_and(|file| unreadable.contains(&file)) => false,
        Rule::UnknownMessage | Rule::UnknownTerm => !source_is_unreadable && !may_be_in_unreadable(finding),
        Rule::ObsoleteMessage | Rule::MissingSourceMessage => !is_unknown_to_source(finding),
        _ => true,
    });
}
