//! The input of a rule, and the list that it adds findings to.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::finding::{Finding, Place};
use crate::project::entry::{Entry, Kind};
use crate::project::locale::Locale;
use crate::project::obsolete::Unknown;
use crate::project::records::RecordPlace;
use crate::project::settings::Settings;
use crate::project::tree::Tree;
use crate::rule::{Rule, Scope};

/// A tree in an earlier revision, and the name of that.
#[derive(Clone, Copy)]
pub(crate) struct PastTree<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    pub(crate) revision: &'t str,
}

pub(super) struct Context<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    /// The locale to check. For a rule of [`Scope::Tree`], the source.
    pub(crate) locale: &'t Locale<'a>,
    /// The tree in the revision to compare with.
    pub(crate) past: Option<PastTree<'t, 'a>>,
    pub(super) settings: &'t Settings,
    /// The rule that runs.
    pub(super) rule: Rule,
    pub(super) findings: Vec<Finding>,
    /// The locale of the findings. `None`: the rule checks the whole folder.
    tag: Option<Arc<str>>,
}

impl<'t, 'a> Context<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>, locale: &'t Locale<'a>, settings: &'t Settings, rule: Rule) -> Self {
        let tag = (rule.scope() != Scope::Tree).then(|| locale.tag.into());
        Self { tree, locale, past: None, settings, rule, findings: Vec::new(), tag }
    }

    pub(crate) fn source(&self) -> &'t Locale<'a> {
        self.tree.source()
    }

    /// Returns the names of the entries of a locale with a syntax error: `message`, `-term` or `message.attribute`.
    pub(super) fn broken_names(&self, locale: &Locale<'_>) -> FxHashSet<&'a str> {
        self.tree.broken_names(locale)
    }

    /// Returns a function that returns whether an entry of the locale is a message that the source does not have and that no
    /// shown text refers to. `obsolete-message` is enough for what is in such a message.
    pub(super) fn obsolete(&self) -> impl Fn(&Entry<'_>) -> bool + use<'t, 'a> {
        let unknown = Unknown::of(self.tree, self.locale);
        move |entry| entry.kind == Kind::Message && unknown.is_obsolete(entry)
    }

    /// Returns the place of a slice of a file.
    pub(super) fn place(&self, file: usize, part: &str) -> Place {
        Place::Tree(file, self.tree.range(file, part))
    }

    /// Creates a finding of the rule, about the locale unless the rule checks the whole folder.
    pub(super) fn finding(&self, place: Place, message: impl Into<String>) -> Finding {
        let mut finding = Finding::new(self.rule, place, message);
        finding.locale.clone_from(&self.tag);
        finding
    }

    /// Adds a finding about an entry, at a slice of its file.
    pub(super) fn report(&mut self, entry: &Entry<'a>, part: &str, message: impl Into<String>) -> &mut Finding {
        let mut finding = self.finding(self.place(entry.file, part), message);
        finding.id = Some(entry.shown_name());
        finding.codes = self.tree.codes_of(entry.name);
        self.push(finding)
    }

    pub(super) fn push(&mut self, finding: Finding) -> &mut Finding {
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}

/// Returns the place of something that is recorded.
pub(super) fn place(tree: &Tree<'_>, at: RecordPlace<'_>) -> Place {
    match at {
        RecordPlace::Comment(file, part) => Place::Tree(file, tree.range(file, part)),
        RecordPlace::File(records, at) => {
            let (line, column) = records.file.position(at);
            Place::Path(records.file.path.clone(), line, column)
        }
    }
}
