//! What is there twice in a list of names.

use rustc_hash::FxHashMap;

/// A list up to this length is searched as it is, without a map.
const FEW: usize = 16;

/// Finds each name that is there before, with the first of its kind. The names stay the slices that they are.
pub(crate) fn twice<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Vec<(&'n str, &'n str)> {
    let mut found = Vec::new();
    if names.clone().nth(FEW).is_none() {
        for (index, name) in names.clone().enumerate().skip(1) {
            found.extend(names.clone().take(index).find(|first| *first == name).map(|first| (first, name)));
        }
        return found;
    }
    let mut first_of: FxHashMap<&str, &'n str> = FxHashMap::default();
    for name in names {
        match first_of.get(name) {
            Some(first) => found.push((*first, name)),
            None => drop(first_of.insert(name, name)),
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
            let offset = |name: &str| name.as_ptr() as usize - text.as_ptr() as usize;
            let found: Vec<_> = twice(names).into_iter().map(|(first, name)| (offset(first), offset(name))).collect();
            assert_eq!(found, [(0, 4), (0, 6), (2, 10)], "{many} more");
        }
    }
}
