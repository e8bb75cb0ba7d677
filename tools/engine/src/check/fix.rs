//! How a finding is fixed by replacing parts of its file.

use std::ops::Range;

/// Replacements in the file of a finding that fix it. They are a proposal: somebody must look at the text afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, such as ``Write `$count` ``.
    pub title: String,
    /// The ranges to replace, in bytes, each with the new text. They do not overlap.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Fix {
    pub(crate) fn new(title: impl Into<String>, range: Range<usize>, with: impl Into<String>) -> Self {
        Self { title: title.into(), edits: vec![(range, with.into())] }
    }
}
