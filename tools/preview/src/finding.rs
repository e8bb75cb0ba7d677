//! The findings of the check, by the cells that they are about.

use std::collections::{BTreeMap, BTreeSet};

use code_prompts_engine::check::{Finding, Severity};

use crate::column::Column;

/// Some findings.
pub(crate) struct Findings<'f> {
    by_cell: BTreeMap<&'f str, BTreeMap<&'f str, Vec<&'f Finding>>>,
    /// Those that are about no cell.
    pub(crate) others: Vec<&'f Finding>,
}

impl<'f> Findings<'f> {
    pub(crate) fn of(findings: &'f [Finding], columns: &[Column], ids: &[String]) -> Self {
        let tags: BTreeSet<&str> = columns.iter().map(|column| column.tag.as_str()).collect();
        let ids: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        let mut found = Self { by_cell: BTreeMap::new(), others: Vec::new() };
        for finding in findings.iter().filter(|finding| finding.severity > Severity::Allow) {
            // One about a locale that is not shown is not either.
            if finding.locale.as_deref().is_some_and(|tag| !tags.contains(tag)) {
                continue;
            }
            match (finding.locale.as_deref(), finding.id.as_deref().filter(|id| ids.contains(id))) {
                (Some(locale), Some(id)) => {
                    found.by_cell.entry(locale).or_default().entry(id).or_default().push(finding);
                }
                _ => found.others.push(finding),
            }
        }
        let cells = found.by_cell.values_mut().flat_map(BTreeMap::values_mut);
        cells.for_each(|cell| cell.sort_by_key(|finding| (finding.severity != Severity::Error, finding.rule.name())));
        found
    }

    pub(crate) fn about(&self, locale: &str, id: &str) -> &[&'f Finding] {
        self.by_cell.get(locale).and_then(|of_locale| of_locale.get(id)).map(Vec::as_slice).unwrap_or_default()
    }
}
