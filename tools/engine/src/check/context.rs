//! What a rule is given: the tree, the locale to look at, and where to put what it finds.

use rustc_hash::FxHashSet;

use super::finding::{Finding, Place};
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::settings::Settings;
use crate::project::tree::Tree;
use crate::rule::{Rule, Scope};

pub(super) struct Context<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    /// The locale that is looked at. The source, where the tree is looked at as a whole.
    pub(crate) locale: &'t Locale<'a>,
    pub(super) settings: &'t Settings,
    /// The rule that looks.
    pub(super) rule: Rule,
    pub(super) findings: Vec<Finding>,
}

impl<'t, 'a> Context<'t, 'a> {
    pub(super) fn new(tree: &'t Tree<'a>, locale: &'t Locale<'a>, settings: &'t Settings, rule: Rule) -> Self {
        Self { tree, locale, settings, rule, findings: Vec::new() }
    }

    pub(crate) fn source(&self) -> &'t Locale<'a> {
        self.tree.source()
    }

    /// Names what the parser could not read of a locale: `message`, `-term` or `message.attribute`.
    pub(super) fn broken_names(&self, locale: &Locale<'_>) -> FxHashSet<&'a str> {
        let unread = locale.files.clone().flat_map(|file| &self.tree.file(file).unread);
        unread.filter_map(|unread| unread.name.as_deref()).collect()
    }

    /// Gives the place of a slice of a file.
    pub(super) fn place(&self, file: usize, part: &str) -> Place {
        Place::Tree(file, self.tree.range(file, part))
    }

    /// Makes a finding of the rule that looks, in the locale that it looks at unless it looks at the tree as a whole.
    pub(super) fn finding(&self, place: Place, message: impl Into<String>) -> Finding {
        let mut finding = Finding::new(self.rule, place, message);
        finding.locale = (self.rule.scope() != Scope::Tree).then(|| self.locale.tag.to_owned());
        finding
    }

    /// Reports something about an entry, at a slice of its file.
    pub(super) fn report(&mut self, entry: &Entry<'a>, part: &str, message: impl Into<String>) -> &mut Finding {
        let mut finding = self.finding(self.place(entry.file, part), message);
        finding.id = Some(entry.written_name());
        finding.codes = self.tree.codes_of(entry.name);
        self.push(finding)
    }

    pub(super) fn push(&mut self, finding: Finding) -> &mut Finding {
        self.findings.push(finding);
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}
