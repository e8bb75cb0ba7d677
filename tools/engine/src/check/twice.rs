//! What is there twice in a list of names.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Finds each name whose key is there before, with the first of that key. The names stay the slices that they are.
pub(super) fn twice<'n, K: Eq + Hash>(names: impl Iterator<Item = (K, &'n str)>) -> Vec<(&'n str, &'n str)> {
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
    fn the_second_and_the_third_come_with_the_first() {
        let text = "a b a a c b";
        let offset = |name: &str| name.as_ptr() as usize - text.as_ptr() as usize;
        let found = twice(text.split(' ').map(|name| (name, name)));
        let found: Vec<_> = found.into_iter().map(|(first, name)| (offset(first), offset(name))).collect();
        assert_eq!(found, [(0, 4), (0, 6), (2, 10)]);
    }
}
