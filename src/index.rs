use crate::ErrorCode;

/// Where each code is in a table: a hash table that costs one multiplication and mostly one look.
///
/// Most of the cells are free, and for a table of everyday size a multiplier is looked for that gives each code a cell
/// of its own. Then a processor has nothing to guess. Cells are small, for large tables to stay in its caches.
#[derive(Debug, Default)]
pub(crate) struct CodeIndex {
    /// A power of two of them, or none: the place of a code, or [`FREE`].
    cells: Box<[u32]>,
    /// The code of each place.
    codes: Box<[ErrorCode]>,
    /// An odd number that spreads the codes.
    multiplier: u64,
    /// By how much a hash is shifted for the number of its cell.
    shift: u32,
}

/// No table has so many codes that this is a place.
const FREE: u32 = u32::MAX;

/// How many codes a table of everyday size has at most.
const EVERYDAY: usize = 256;

/// 2⁶⁴ divided by the golden ratio: neighbours are spread far apart (Knuth, The Art of Computer Programming, 6.4).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

impl CodeIndex {
    /// Makes one of codes in the order of their places. Of one code that is there twice, the last place counts.
    pub(crate) fn new(codes: impl ExactSizeIterator<Item = ErrorCode>) -> Self {
        if codes.len() == 0 {
            return Self::default();
        }
        let codes: Box<[ErrorCode]> = codes.collect();
        let cells_for_each = if codes.len() > EVERYDAY { 2 } else { 4 };
        let size = (codes.len() * cells_for_each).next_power_of_two();
        let shift = u64::BITS - size.trailing_zeros();
        let multiplier = multiplier(&codes, size, shift);
        let mut cells = vec![FREE; size];
        for (code, place) in codes.iter().zip(0..FREE) {
            let (before, from) = cells.split_at_mut_checked(hash(*code, multiplier, shift)).unwrap_or_default();
            let is_own = |cell: &&mut u32| codes.get(**cell as usize).is_none_or(|other| other == code);
            if let Some(cell) = from.iter_mut().chain(before).find(is_own) {
                *cell = place;
            }
        }
        Self { cells: cells.into(), codes, multiplier, shift }
    }

    /// Finds the place of a code.
    #[inline]
    pub(crate) fn find(&self, code: ErrorCode) -> Option<usize> {
        let start = hash(code, self.multiplier, self.shift);
        let place = *self.cells.get(start)? as usize;
        // Mostly the cell is the code's own, or free.
        match self.codes.get(place) {
            Some(other) if *other == code => return Some(place),
            Some(_) => {}
            None => return None,
        }
        let (before, from) = self.cells.split_at_checked(start)?;
        let mut places = from.iter().chain(before).map(|cell| *cell as usize);
        let place = places.find(|place| self.codes.get(*place).is_none_or(|other| *other == code))?;
        (place != FREE as usize).then_some(place)
    }
}

#[inline]
fn hash(code: ErrorCode, multiplier: u64, shift: u32) -> usize {
    (code.value() as u64).wrapping_mul(multiplier).wrapping_shr(shift) as usize
}

/// Looks for a multiplier that gives no two codes the same cell. If none of those that are tried does, takes the first.
fn multiplier(codes: &[ErrorCode], size: usize, shift: u32) -> u64 {
    const TRIES: u64 = 64;
    let tries = if codes.len() > EVERYDAY { 1 } else { TRIES };
    let mut multipliers = (0..tries).map(|number| SPREAD.wrapping_mul(2 * number + 1));
    let is_perfect = |multiplier: &u64| {
        let mut taken = vec![false; size];
        codes.iter().all(|code| {
            let cell = taken.get_mut(hash(*code, *multiplier, shift));
            cell.is_some_and(|cell| !std::mem::replace(cell, true))
        })
    };
    multipliers.find(is_perfect).unwrap_or(SPREAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_found_and_nothing_else() {
        for size in [0, 1, 2, 31, 32, 33, if cfg!(miri) { 300 } else { 1_000 }] {
            for step in [1, -1, 1_000, 1 << 32, 1 << 60] {
                let code = |place: usize| ErrorCode::new((place as i64).wrapping_mul(step));
                let index = CodeIndex::new((0..size).map(code));
                let mut known = std::collections::HashMap::new();
                known.extend((0..size).map(|place| (code(place), place)));
                for place in 0..size + 100 {
                    assert_eq!(index.find(code(place)), known.get(&code(place)).copied(), "{size} {step} {place}");
                }
            }
        }
    }
}
