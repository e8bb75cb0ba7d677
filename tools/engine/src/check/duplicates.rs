//! Duplicates in a list of names.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Returns each name whose key occurs earlier, as a pair of the first name with the key and this one. The names are the
/// slices that were passed.
pub(super) fn duplicates<'n, K: Eq + Hash>(names: impl Iterator<Item = (K, &'n str)>) -> Vec<(&'n str, &'n str)> {
    let mut first_of: FxHashMap<K, &'n str> = FxHashMap::default();
    let mut found = Vec::new();
    for (key, name) in names {
        match first_of.get(&key) {
            Some(first) => found.push((*first, name)),
            None => drop(first_of.insert(key, name)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicates_come_with_the_first() {
        let text = "a b a a c b";
        let offset = |name: &str| name.as_ptr() as usize - text.as_ptr() as usize;
        let found = duplicates(text.split(' ').map(|name| (name, name)));
        let found: Vec<_> = found.into_iter().map(|(first, name)| (offset(first), offset(name))).collect();
        assert_eq!(found, [(0, 4), (0, 6), (2, 10)]);
    }
}
