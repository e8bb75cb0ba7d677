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

/// Returns the first of some names that is a variation of a name: it is one or two typing mistakes apart, has another number
/// at the end, or has one word more or less. Fluent's names are ASCII.
pub(crate) fn variation<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const FEW: usize = 5;
    const MISTAKES: usize = 2;
    if name.len() > MAX_LENGTH {
        return None;
    }
    let without_number = |name: &str| name.trim_end_matches(|end: char| end.is_ascii_digit()).len();
    let is_variation = |other: &str| {
        let is_long = name.len().min(other.len()) >= FEW && name.len().max(other.len()) <= MAX_LENGTH;
        let is_typo = || name.len().abs_diff(other.len()) <= MISTAKES && strsim::osa_distance(name, other) <= MISTAKES;
        let is_numbered = || name.get(..without_number(name)) == other.get(..without_number(other));
        is_long && (is_numbered() || is_typo()) || is_one_word_apart(name, other)
    };
    names.into_iter().find(|other| is_variation(other))
}

/// Returns whether a name is another with one word more or less.
fn is_one_word_apart(name: &str, other: &str) -> bool {
    let (short, long) = if name.len() < other.len() { (name, other) } else { (other, name) };
    let words = |name: &'_ str| name.split(['-', '_']).count();
    if words(short) + 1 != words(long) {
        return false;
    }
    let (short, mut long) = (short.split(['-', '_']), long.split(['-', '_']));
    let mut is_skipped = false;
    for word in short {
        if long.next() == Some(word) {
            continue;
        }
        if std::mem::replace(&mut is_skipped, true) || long.next() != Some(word) {
            return false;
        }
    }
    true
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
    fn variation_is_a_typo_a_number_or_a_word_apart() {
        for (name, other, is_variation) in [
            ("seat-lokced", "seat-locked", true),
            ("seat-locked2", "seat-locked", true),
            ("seat-locked2", "seat-locked10", true),
            ("seat-is-locked", "seat-locked", true),
            ("seat", "seat-locked", true),
            ("seat-locked", "locked", true),
            ("seats", "seat", false),
            ("seat-locked", "seat-blocked-now", false),
            ("seat-lock-button", "seat-save-button", false),
            ("seat-a-b", "seat", false),
        ] {
            assert_eq!(variation(name, [other].into_iter()).is_some(), is_variation, "{name} {other}");
            assert_eq!(variation(other, [name].into_iter()).is_some(), is_variation, "{other} {name}");
        }
    }

    #[test]
    fn guesses_end_after_many_comparisons() {
        let mut guesses = Guesses::new();
        let names = || [Some("seat-locked")].into_iter().chain(vec![None; 99_999]);
        let found =
            ["seat-lokced", "seat-loked", "seat-locket", "seat-lokced"].map(|name| guesses.nearest(name, names()));
        assert_eq!(found, [Some("seat-locked"), Some("seat-locked"), None, Some("seat-locked")]);
    }
}
