//! Comments that allow findings, with a reason: `# allow(untranslated): the brand is the same everywhere` above a
//! message, `### allow(punctuation): …` for a file.

use std::cell::Cell;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::context::place;
use super::finding::{Finding, Place};
use crate::project::pattern::PathPattern;
use crate::project::records::{self, Allowance, RecordPlace};
use crate::project::settings::Settings;
use crate::project::tree::Tree;
use crate::rule::Rule;

/// The findings that an allowance is about: those of a file and a rule, and of one message or of any.
type About<'k> = (usize, &'k str, Option<&'k str>);

fn about<'k>(allowance: &'k Allowance<'_>) -> impl Iterator<Item = About<'k>> {
    allowance.files.clone().map(|file| (file, allowance.rule, allowance.id.as_deref()))
}

/// Removes allowed findings, and reports allowances that allow nothing. `ran` returns whether a rule has run.
pub(super) fn apply(tree: &Tree<'_>, findings: &mut Vec<Finding>, ran: impl Fn(Rule) -> bool) {
    let allowances: Vec<_> = tree.locales.par_iter().flat_map_iter(records::allowances).collect();
    if allowances.is_empty() {
        return;
    }
    let with_reason = allowances.iter().filter(|allowance| allowance.reason.is_some());
    let is_used: FxHashMap<About<'_>, Cell<bool>> =
        with_reason.flat_map(|allowance| about(allowance)).map(|about| (about, Cell::new(false))).collect();
    findings.retain(|finding| {
        let Place::Tree(file, _) = finding.place else { return true };
        let mut is_allowed = false;
        for id in [None, finding.id.as_deref()] {
            if let Some(is_used) = is_used.get(&(file, finding.rule.name(), id)) {
                is_used.set(true);
                is_allowed = true;
            }
        }
        !is_allowed
    });
    let is_used = |allowance: &Allowance<'_>| about(allowance).any(|about| is_used.get(&about).is_some_and(Cell::get));
    for allowance in &allowances {
        let has_reason = allowance.reason.is_some();
        if has_reason && is_used(allowance) {
            continue;
        }
        let (message, help) = match Rule::named(allowance.rule) {
            Err(unknown) => (unknown.to_string(), "fix the rule's name"),
            Ok(rule) if !ran(rule) => continue,
            // What these find depends on the revision that the folder is compared with.
            Ok(Rule::StaleTranslation | Rule::ChangedCode) if has_reason => continue,
            Ok(_) if !has_reason => {
                let help = match allowance.at {
                    RecordPlace::Comment(..) => "write why after a colon: `allow(rule): because …`",
                    RecordPlace::File(..) => "write why, in the quotation marks",
                };
                ("an allowance needs a reason".to_owned(), help)
            }
            Ok(rule) => (format!("this allows nothing: there is no `{rule}` finding here"), "delete it"),
        };
        let place = place(tree, allowance.at);
        let mut finding = Finding::new(Rule::UnusedAllow, place, message).help(help);
        finding.locale = Some(allowance.locale.into());
        finding.id = allowance.id.clone();
        findings.push(finding);
    }
}

/// Reports patterns in `codes.toml` that match no file.
pub(super) fn unused_patterns(tree: &Tree<'_>, settings: &Settings) -> Vec<Finding> {
    let Some(codes) = &tree.input.codes else { return Vec::new() };
    let excluded = &tree.input.excluded;
    let read: Vec<String> = (0..tree.input.files.len()).map(|file| tree.below(file)).collect();
    let is_read = |pattern: &PathPattern| read.iter().any(|path| pattern.matches(path));
    let exclude = tree
        .input
        .layout
        .exclude
        .iter()
        .map(|pattern| ("this excludes nothing", pattern, excluded.iter().any(|path| pattern.matches(path))));
    let paths = settings.path_patterns().map(|pattern| ("these settings are for nothing", pattern, is_read(pattern)));
    let unused = exclude.chain(paths).filter(|(.., is_used)| !is_used);
    let finding = |(what, pattern, _): (&str, &PathPattern, bool)| {
        let (line, column) = pattern.at?;
        let message = format!("{what}: no file matches `{}`", pattern.text);
        let place = Place::Path(codes.path.clone(), line, column);
        let help = "delete it, or write a path below this folder, such as `de/old/*.ftl`";
        Some(Finding::new(Rule::UnusedAllow, place, message).help(help))
    };
    unused.filter_map(finding).collect()
}
