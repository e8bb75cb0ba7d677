//! What a rule found.

use std::ops::Range;

use crate::rule::{Rule, Severity};

/// Something wrong, as a rule reports it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// The locale that it is about. Without one, it is about the folder as a whole.
    pub locale: Option<String>,
    /// Where it is.
    pub place: Place,
    /// The message, or the term with its hyphen.
    pub id: Option<String>,
    /// The codes that the message answers.
    pub codes: Vec<i64>,
    /// What is wrong, in one sentence, in terms of what the user would see.
    pub message: String,
    /// How to fix it.
    pub help: Option<String>,
    /// A second place, and what is there.
    pub related: Option<(Place, String)>,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Bytes of a file of the tree: the index of the file, and their range.
    Tree(usize, Range<usize>),
    /// A path, a line and a column: a whole file or folder (line 1, column 1), or a place of a file that is not in the tree.
    Path(String, usize, usize),
}

impl Finding {
    /// Returns a finding of a rule, as bad as the rule says, about no locale and no message.
    #[must_use]
    pub fn new(rule: Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            locale: None,
            place,
            id: None,
            codes: Vec::new(),
            message: message.into(),
            help: None,
            related: None,
        }
    }

    /// Sets how to fix it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets a second place, and what is there.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related = Some((place, message.into()));
        self
    }
}

/// Writes `a`, `a and b` or `a, b and c`.
pub(super) fn list(items: &[impl AsRef<str>]) -> String {
    joined(items, "and")
}

/// Writes the same with another word between the last two.
pub(super) fn joined(items: &[impl AsRef<str>], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", first.join(", "), last.as_ref())
        }
    }
}
