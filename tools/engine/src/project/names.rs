//! The names of the messages and terms of a locale.

use std::hash::BuildHasher;
use std::slice;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry as Slot;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::entry::Entry;

/// Finds entries by their names. The table has only the indices of the entries: with their names too, the check of 39 MB
/// takes 10 MB more memory.
#[derive(Default)]
pub(super) struct Names<'a> {
    /// The index of the first entry of each name. As in Fluent's runtime, messages and terms share one namespace.
    first: HashTable<usize>,
    /// The indices of all entries of each name that has several.
    pub(super) repeated: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Names<'a> {
    /// Indexes the entries of a locale.
    pub(super) fn of(entries: &[Entry<'a>]) -> Self {
        let name = |index: &usize| entries.get(*index).map_or("", |entry| entry.name);
        let mut names = Self { first: HashTable::with_capacity(entries.len()), ..Self::default() };
        for (index, entry) in entries.iter().enumerate() {
            let is_same = |first: &usize| name(first) == entry.name;
            match names.first.entry(hash(entry.name), is_same, |first| hash(name(first))) {
                Slot::Vacant(vacant) => drop(vacant.insert(index)),
                Slot::Occupied(first) => {
                    names.repeated.entry(entry.name).or_insert_with(|| vec![*first.get()]).push(index);
                }
            }
        }
        names
    }

    /// Returns the indices of all entries with a name, in the order of the files.
    pub(super) fn all(&self, entries: &[Entry<'a>], name: &str) -> &[usize] {
        let is_same = |first: &usize| entries.get(*first).is_some_and(|entry| entry.name == name);
        match self.repeated.get(name) {
            Some(all) => all,
            None => self.first.find(hash(name), is_same).map(slice::from_ref).unwrap_or_default(),
        }
    }
}

fn hash(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}
