//! What is there twice in a list of names.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// A list up to this length is searched as it is, without a map.
const FEW: usize = 16;

/// Finds each name whose key is there before, with the first of that key. The names stay the slices that they are.
pub(crate) fn twice<'n, K: Eq + Hash>(names: impl Iterator<Item = (K, &'n str)> + Clone) -> Vec<(&'n str, &'n str)> {
    let mut found = Vec::new();
    if names.clone().nth(FEW).is_none() {
        for (index, (key, name)) in names.clone().enumerate().skip(1) {
            let first = names.clone().take(index).find(|(first, _)| *first == key);
            found.extend(first.map(|(_, first)| (first, name)));
        }
        return found;
    }
    let mut first_of: FxHashMap<K, &'n str> = FxHashMap::default();
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
        for many in [0, FEW] {
            let more: Vec<String> = (0..many).map(|number| format!("n{number}")).collect();
            let text = "a b a a c b";
            let names = text.split(' ').chain(more.iter().map(String::as_str));
            let names = names.map(|name| (name, name));
            let offset = |name: &str| name.as_ptr() as usize - text.as_ptr() as usize;
            let found: Vec<_> = twice(names).into_iter().map(|(first, name)| (offset(first), offset(name))).collect();
            assert_eq!(found, [(0, 4), (0, 6), (2, 10)], "{many} more");
        }
    }
}
