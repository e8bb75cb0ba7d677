//! A locale of the page.

use code_prompts::Direction;

use crate::state::State;

/// A locale, with the number of its messages in each state.
pub(crate) struct Column {
    pub(crate) tag: String,
    pub(crate) dir: &'static str,
    /// In the order of [`State::ALL`].
    counts: [usize; State::ALL.len()],
    /// The number of findings in its cells.
    pub(crate) findings: usize,
}

impl Column {
    pub(crate) fn new(tag: &str) -> Self {
        Self { tag: tag.to_owned(), dir: direction(tag), counts: [0; State::ALL.len()], findings: 0 }
    }

    /// Counts a cell.
    pub(crate) fn add(&mut self, state: State, findings: usize) {
        self.findings += findings;
        if let Some(count) = self.counts.get_mut(state as usize) {
            *count += 1;
        }
    }

    pub(crate) fn count(&self, state: State) -> usize {
        self.counts.get(state as usize).copied().unwrap_or_default()
    }
}

/// Returns the value of the attribute `dir` for a locale.
pub(crate) fn direction(tag: &str) -> &'static str {
    match Direction::of(tag) {
        Direction::RightToLeft => "rtl",
        Direction::LeftToRight => "ltr",
    }
}
