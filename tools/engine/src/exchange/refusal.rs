//! Why a text of a file is not imported.

use std::fmt;

/// A text that is refused. `Display` writes the file, the line, the text's key and the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The path of the file, for display.
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) key: String,
    pub(super) problem: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, key, problem } = self;
        write!(f, "{path}:{line}: `{key}`: {problem}")
    }
}
