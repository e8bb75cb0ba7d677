//! Suggestions for misspelt names.

use rustc_hash::FxHashMap;

/// Longer names are not compared, because that is slow.
const MAX_LENGTH: usize = 128;

/// Returns the most similar of some names, if one is similar enough.
pub(crate) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const SIMILAR: f64 = 0.85;
    if name.len() > MAX_LENGTH {
        return None;
    }
    names
        .filter(|other| other.len() <= MAX_LENGTH)
        .map(|other| (strsim::jaro_winkler(name, other), other))
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, other)| other)
}

/// Finds the nearest name for many misspelt ones, with a limit on comparisons: without it, the check of 10,000
/// references to unknown messages, with 10,000 known ones, takes 44 s instead of 0.5 s.
pub(crate) struct Guesses<'n> {
    known: FxHashMap<&'n str, Option<&'n str>>,
    /// The number of comparisons that are left.
    left: usize,
}

impl<'n> Guesses<'n> {
    pub(crate) fn new() -> Self {
        Self { known: FxHashMap::default(), left: 200_000 }
    }

    /// Returns the nearest name. `names` must be the same in each call. A `None` in it counts as a comparison.
    pub(crate) fn nearest(&mut self, name: &'n str, names: impl Iterator<Item = Option<&'n str>>) -> Option<&'n str> {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let found = self.nearest_of(name, names);
        self.known.insert(name, found);
        found
    }

    /// Returns the nearest name. `names` may differ in each call.
    pub(crate) fn nearest_of(&mut self, name: &str, names: impl Iterator<Item = Option<&'n str>>) -> Option<&'n str> {
        let left = &mut self.left;
        let counted = names.map_while(|other| {
            *left = left.checked_sub(1)?;
            Some(other)
        });
        nearest(name, counted.flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_end_after_many_comparisons() {
        let mut guesses = Guesses::new();
        let names = || [Some("seat-locked")].into_iter().chain(vec![None; 99_999]);
        let found =
            ["seat-lokced", "seat-loked", "seat-locket", "seat-lokced"].map(|name| guesses.nearest(name, names()));
        assert_eq!(found, [Some("seat-locked"), Some("seat-locked"), None, Some("seat-locked")]);
    }
}
