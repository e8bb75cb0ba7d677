//! What a rule found.

use std::ops::Range;

use crate::rule::{Rule, Severity};

/// Something wrong, as a rule reports it.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: Rule,
    pub severity: Severity,
    pub locale: Option<String>,
    pub place: Place,
    /// The message, or the term with its hyphen.
    pub id: Option<String>,
    pub codes: Vec<i64>,
    /// What is wrong, in one sentence, in terms of what the user would see.
    pub message: String,
    /// The mend.
    pub help: Option<String>,
    /// A second place, and what is there.
    pub related: Option<(Place, String)>,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Bytes of a file of the tree, by its index.
    Tree(usize, Range<usize>),
    /// A whole file or folder, or a line and column of a file that is not in the tree.
    Path(String, usize, usize),
}

impl Finding {
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

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related = Some((place, message.into()));
        self
    }
}

/// Writes `a`, `a and b` or `a, b and c`.
pub fn list(items: &[impl AsRef<str>]) -> String {
    joined(items, "and")
}

/// Writes the same with another word between the last two.
pub fn joined(items: &[impl AsRef<str>], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", first.join(", "), last.as_ref())
        }
    }
}
