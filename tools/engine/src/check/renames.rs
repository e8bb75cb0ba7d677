//! Messages of a locale that are translations of a message with another name: the record above one says which.

use rustc_hash::FxHashMap;

use super::context::Context;
use crate::project::entry::{Entry, Kind, pattern_text};
use crate::project::record::Record;
use crate::project::records;
use crate::text::nearest::variation;

/// The missing messages of a locale by their source texts.
pub(super) struct Renames<'t, 'a> {
    missing: Vec<&'t Entry<'a>>,
    /// For the text of a value or an attribute, the indices in `missing`. Collected at the first record.
    by_text: Option<FxHashMap<String, Vec<usize>>>,
    is_taken: Vec<bool>,
    /// For a file of the source, the indices in `missing`. Collected at the first use.
    by_file: Option<FxHashMap<usize, Vec<usize>>>,
    /// The number of comparisons of names that are left: without a limit, a file with 10,000 other names takes seconds.
    left: usize,
}

impl<'t, 'a> Renames<'t, 'a> {
    pub(crate) fn new(context: &Context<'t, 'a>) -> Self {
        let pairs = context.tree.own_pairs(context.locale, Kind::Message);
        let missing: Vec<_> = pairs.filter(|(_, entry)| entry.is_none()).map(|(wanted, _)| wanted).collect();
        Self { is_taken: vec![false; missing.len()], by_text: None, by_file: None, left: 1_000_000, missing }
    }

    /// Returns the missing message of the same file whose name is almost that of an entry. Similar names in other files are
    /// those of other messages.
    pub(super) fn alike(&mut self, context: &Context<'_, 'a>, entry: &Entry<'a>) -> Option<&'a str> {
        let file = context.tree.twins.source_file(entry.file)?;
        let missing = &self.missing;
        let by_file = self.by_file.get_or_insert_with(|| by_file(missing));
        let names = by_file.get(&file)?.iter().filter_map(|index| Some(missing.get(*index)?.name));
        let left = &mut self.left;
        let counted = names.map_while(|name| {
            *left = left.checked_sub(1)?;
            Some(name)
        });
        variation(entry.name, counted)
    }

    /// Returns the only missing message whose source texts are those that the records of an entry have.
    pub(super) fn meant(&mut self, context: &Context<'_, 'a>, entry: &Entry<'a>) -> Option<&'t Entry<'a>> {
        if self.missing.is_empty() {
            return None;
        }
        let records = records::of(entry, context.source());
        let first = records.first()?;
        let missing = &self.missing;
        let by_text = self.by_text.get_or_insert_with(|| by_text(missing));
        let is_meant = |wanted: &Entry<'_>| {
            let is_of =
                |record: &Record<'_>| wanted.part(record.attribute).is_some_and(|part| record.is_of(part.pattern));
            records.iter().all(is_of)
        };
        let found = by_text.get(&key(first.attribute, &first.text()))?;
        let mut found =
            found.iter().copied().filter(|index| missing.get(*index).is_some_and(|wanted| is_meant(wanted)));
        let (Some(only), None) = (found.next(), found.next()) else { return None };
        let is_free = !std::mem::replace(self.is_taken.get_mut(only)?, true);
        missing.get(only).copied().filter(|_| is_free)
    }
}

fn by_file(missing: &[&Entry<'_>]) -> FxHashMap<usize, Vec<usize>> {
    let mut by_file: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (index, wanted) in missing.iter().enumerate() {
        by_file.entry(wanted.file).or_default().push(index);
    }
    by_file
}

fn by_text(missing: &[&Entry<'_>]) -> FxHashMap<String, Vec<usize>> {
    let mut by_text: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, wanted) in missing.iter().enumerate() {
        for part in wanted.shown_parts() {
            by_text.entry(key(part.attribute, &pattern_text(part.pattern))).or_default().push(index);
        }
    }
    by_text
}

/// Returns a text without differences in white space, below the name of its attribute.
fn key(attribute: Option<&str>, text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    format!("{}\n{}", attribute.unwrap_or_default(), words.join(" "))
}
