//! Messages and terms of a locale that are translations of an entry with another name: the record above one says which.

use rustc_hash::FxHashMap;

use super::entry::{Entry, Kind, pattern_text};
use super::locale::Locale;
use super::record::Record;
use super::records;
use super::tree::Tree;
use crate::text::nearest::variation;

/// Finds which missing entry is meant by one with a name that the source does not have.
pub(crate) struct Renames<'t, 'a> {
    tree: &'t Tree<'a>,
    /// The entries of the source that the locale lacks.
    missing: Vec<&'t Entry<'a>>,
    /// For an entry, by its file and its name, the indices in `missing` that have the source texts of its records.
    claims: FxHashMap<(usize, &'a str), Vec<usize>>,
    /// By the index in `missing`, how many entries have its source texts in their records.
    claimants: Vec<usize>,
    /// For a file of the source, the indices in `missing`. Collected at the first use.
    by_file: Option<FxHashMap<usize, Vec<usize>>>,
    /// The number of comparisons of names that are left: without a limit, a file with 10,000 other names takes seconds.
    left: usize,
}

/// The missing entry that another name stands for.
#[derive(Clone, Copy)]
pub(crate) enum Meant<'t, 'a> {
    /// There is none.
    Nothing,
    /// Its source texts are those of the records, and there is no other such pair.
    One(&'t Entry<'a>),
    /// The same, but several entries are possible on either side. This is the first of them.
    Unclear(&'t Entry<'a>),
}

impl<'t, 'a> Renames<'t, 'a> {
    /// Compares entries of a locale that the source does not have with those that the locale lacks.
    pub(crate) fn new(tree: &'t Tree<'a>, locale: &'t Locale<'a>, unknown: &[&'t Entry<'a>]) -> Self {
        let pairs = [Kind::Message, Kind::Term].into_iter().flat_map(|kind| tree.own_pairs(locale, kind));
        let missing: Vec<_> = pairs.filter(|(_, entry)| entry.is_none()).map(|(wanted, _)| wanted).collect();
        let claimants = vec![0; missing.len()];
        let claims = FxHashMap::default();
        let mut renames = Self { tree, missing, claims, claimants, by_file: None, left: 1_000_000 };
        renames.claim(unknown);
        renames
    }

    fn claim(&mut self, unknown: &[&'t Entry<'a>]) {
        if self.missing.is_empty() {
            return;
        }
        // Collected at the first record.
        let mut texts = None;
        for entry in unknown {
            let records = records::of(entry, self.tree.source());
            let Some(first) = records.first() else { continue };
            let by_text = texts.get_or_insert_with(|| by_text(&self.missing));
            let found = by_text.get(&key(entry.kind, first.attribute, &first.text())).map(Vec::as_slice);
            let is_meant = |index: &usize| self.missing.get(*index).is_some_and(|wanted| are_of(&records, wanted));
            let found: Vec<usize> = found.unwrap_or_default().iter().copied().filter(is_meant).collect();
            for index in &found {
                self.claimants.get_mut(*index).into_iter().for_each(|count| *count += 1);
            }
            self.claims.insert((entry.file, entry.name), found);
        }
    }

    /// Returns the missing entry whose source texts are those that the records of an entry have.
    pub(crate) fn meant(&self, entry: &Entry<'a>) -> Meant<'t, 'a> {
        let claimed = self.claims.get(&(entry.file, entry.name)).map(Vec::as_slice).unwrap_or_default();
        let Some((index, wanted)) = claimed.first().and_then(|index| Some((*index, *self.missing.get(*index)?))) else {
            return Meant::Nothing;
        };
        match (claimed, self.claimants.get(index)) {
            ([_], Some(1)) => Meant::One(wanted),
            _ => Meant::Unclear(wanted),
        }
    }

    /// Returns whether an entry of the same file and kind is missing, of which an entry may be the translation.
    pub(crate) fn may_be_renamed(&mut self, entry: &Entry<'a>) -> bool {
        let Some(file) = self.tree.twins.source_file(entry.file) else { return false };
        let missing = &self.missing;
        let by_file = self.by_file.get_or_insert_with(|| by_file(missing));
        let of_file = by_file.get(&file).into_iter().flatten().filter_map(|index| missing.get(*index));
        of_file.into_iter().any(|wanted| wanted.kind == entry.kind)
    }

    /// Returns the name of the missing entry of the same file whose name is almost that of an entry. Similar names in
    /// other files are those of other messages.
    pub(crate) fn alike(&mut self, entry: &Entry<'a>) -> Option<&'a str> {
        let file = self.tree.twins.source_file(entry.file)?;
        let missing = &self.missing;
        let by_file = self.by_file.get_or_insert_with(|| by_file(missing));
        let of_file = by_file.get(&file)?.iter().filter_map(|index| missing.get(*index));
        let left = &mut self.left;
        let counted = of_file.filter(|wanted| wanted.kind == entry.kind).map_while(|wanted| {
            *left = left.checked_sub(1)?;
            Some(wanted.name)
        });
        variation(entry.name, counted)
    }
}

/// Returns whether records have the current texts of an entry of the source.
fn are_of(records: &[Record<'_>], wanted: &Entry<'_>) -> bool {
    records.iter().all(|record| wanted.part(record.attribute).is_some_and(|part| record.is_of(part.pattern)))
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
            by_text.entry(key(wanted.kind, part.attribute, &pattern_text(part.pattern))).or_default().push(index);
        }
    }
    by_text
}

/// Returns a text without differences in white space, below the kind of its entry and the name of its attribute.
fn key(kind: Kind, attribute: Option<&str>, text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    format!("{kind:?} {}\n{}", attribute.unwrap_or_default(), words.join(" "))
}
