//! A finding of a rule.

use std::ops::Range;
use std::sync::Arc;

use super::cause::Cause;
use super::fingerprint::Fingerprint;
use super::fix::Fix;
use crate::project::input::Input;
use crate::rule::{Rule, Severity};

/// A defect that a rule reports.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// Its severity.
    pub severity: Severity,
    /// The locale that it is about. `None`: the whole folder.
    pub locale: Option<Arc<str>>,
    /// Where it is.
    pub place: Place,
    /// The id of the message, or of the term with its hyphen.
    pub id: Option<String>,
    /// The codes that have the message.
    pub codes: Vec<i64>,
    /// One sentence that says what is wrong, in terms of what a user would see.
    pub message: String,
    /// How to fix it.
    pub help: Option<String>,
    /// Replacements that fix it, if there are some that a program can know.
    pub fix: Option<Fix>,
    /// A second place, and a note about it.
    pub related: Option<(Place, String)>,
    /// Identifies it in later checks. A finding has it when the check is done.
    pub fingerprint: Fingerprint,
    /// What it may have in common with other findings.
    pub(crate) cause: Option<Arc<Cause>>,
    /// What it is about, if it stands for several places, of which some may be fixed: it is still the same finding then,
    /// with another message.
    pub(crate) subject: Option<String>,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A range of bytes in a file of the tree: the index of the file, and the range.
    Tree(usize, Range<usize>),
    /// A path, a line and a column, both from 1: a whole file or folder (line 1, column 1), or a place in a file that
    /// is not in the tree.
    Path(Arc<str>, usize, usize),
}

impl Place {
    /// Returns the index of its file in the tree.
    #[must_use]
    pub fn file(&self) -> Option<usize> {
        match self {
            Self::Tree(file, _) => Some(*file),
            Self::Path(..) => None,
        }
    }

    /// Returns the path of its file below a folder, with slashes on every system.
    pub(super) fn below(&self, input: &Input, dir: &str) -> String {
        let file = match self {
            Self::Path(path, ..) => path,
            Self::Tree(file, _) => &input.files[*file].path,
        };
        let path = file.strip_prefix(dir).unwrap_or(file);
        let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
        path.trim_start_matches('/').to_owned()
    }
}

impl Finding {
    /// Creates a finding with the default severity of its rule, without a locale and a message id.
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
            fix: None,
            related: None,
            fingerprint: Fingerprint::default(),
            cause: None,
            subject: None,
        }
    }

    /// Sets the help: how to fix it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets a second place, and a note about it.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related = Some((place, message.into()));
        self
    }

    /// Sets a fix that replaces the text at its place.
    pub(super) fn replace(&mut self, title: impl Into<String>, with: impl Into<String>) {
        if let Place::Tree(_, range) = &self.place {
            self.fix = Some(Fix::new(title, range.clone(), with));
        }
    }

    /// Sets a fix that deletes the text at its place.
    pub(super) fn delete(&mut self, what: &str) {
        self.replace(format!("Delete {what}"), "");
    }

    /// Adds the edits of a finding of the same cause in the same file.
    pub(super) fn also_fix(&mut self, other: &Self) {
        let is_same_file = self.place.file().is_some() && self.place.file() == other.place.file();
        if let (Some(own), Some(fix)) = (&mut self.fix, other.fix.as_ref().filter(|_| is_same_file)) {
            own.edits.extend(fix.edits.iter().cloned());
        }
    }
}

/// Writes `a`, `a and b` or `a, b and c`.
pub(super) fn list(items: &[impl AsRef<str>]) -> String {
    list_with(items, "and")
}

/// Writes the same with another word between the last two.
pub(super) fn list_with(items: &[impl AsRef<str>], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", first.join(", "), last.as_ref())
        }
    }
}
