//! Texts for tests, put together at random and the same each time.

/// Knuth's linear congruential generator (MMIX).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        Self(1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    pub(crate) fn one_of<'p>(&mut self, pieces: &[&'p str]) -> &'p str {
        pieces[self.below(pieces.len())]
    }

    /// Puts fewer than `limit` pieces behind one of some beginnings.
    pub(crate) fn text(&mut self, beginnings: &[&str], pieces: &[&str], limit: usize) -> String {
        let begin = self.one_of(beginnings).to_owned();
        (0..self.below(limit)).fold(begin, |text, _| text + self.one_of(pieces))
    }
}

/// How many texts to try: few under Miri, which is a thousand times slower.
pub(crate) fn texts(usual: usize) -> usize {
    if cfg!(miri) { 300 } else { usual }
}
