//! A folder of locales as it was in an earlier revision.

use std::path::Path;

use fluent_syntax::ast::{Pattern, Resource};
use rustc_hash::FxHashMap;

use super::codes::Codes;
use super::entry::{Entry, Kind, pattern_text};
use super::input::Input;
use super::layout::Layout;
use super::locale::Locale;
use super::revision::Revision;
use super::settings::Settings;
use super::tree::{self, Tree};
use crate::error::Error;

/// The folder in an earlier revision.
pub(crate) struct Past {
    pub(crate) revision: Revision,
    pub(crate) input: Input,
    pub(crate) settings: Settings,
}

impl Past {
    /// Reads a folder in an earlier revision, with the settings of today: a rule that is stricter now is about new
    /// texts only.
    pub(crate) fn read(revision: Revision, settings: &Settings) -> Result<Self, Error> {
        // What `codes.toml` said is checked too, so it is that of the revision. If it was broken then, the rest of it is
        // new.
        let then = Settings::read_entry(&revision.folder).unwrap_or_default();
        let layout = Layout { records: then.layout.records, ..settings.layout.clone() };
        let mut input = Input::read_entry(&revision.folder, &layout)?;
        tree::recover_all(&mut input);
        Ok(Self { revision, input, settings: settings.with_contents_of(then) })
    }

    /// Returns the tree. Returns `None` if it did not have the source locale.
    pub(crate) fn tree<'a>(&'a self, nodes: &'a [Resource<&'a str>], source: &str) -> Option<Tree<'a>> {
        let codes = match Codes::read(&self.revision.folder, &self.settings) {
            Codes::Catalog(catalog) => Codes::Catalog(self.settings.with_functions(catalog)),
            codes => codes,
        };
        Some(Tree::new(&self.input, nodes, source, codes)?.with_settings(&self.settings))
    }
}

/// The messages and terms of a locale in an earlier revision.
pub(crate) struct PastEntries<'t, 'a> {
    tree: &'t Tree<'a>,
    entries: FxHashMap<(Kind, &'a str), Vec<&'t Entry<'a>>>,
}

impl<'t, 'a> PastEntries<'t, 'a> {
    pub(crate) fn new(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Self {
        let mut entries: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for entry in &locale.entries {
            entries.entry((entry.kind, entry.name)).or_default().push(entry);
        }
        Self { tree, entries }
    }

    /// Returns what an entry of today was: the entry with the same name, and if there are more, the one in the same file.
    pub(crate) fn of(&self, tree: &Tree<'_>, entry: &Entry<'_>) -> Option<&'t Entry<'a>> {
        let entries = self.entries.get(&(entry.kind, entry.name))?;
        if let [only] = **entries {
            return Some(only);
        }
        // On Windows, the paths differ in their separators.
        let path = |tree: &Tree<'_>, file| Path::new(&*tree.file(file).path).to_owned();
        let own = path(tree, entry.file);
        entries.iter().copied().find(|then| path(self.tree, then.file) == own)
    }
}

/// Returns whether two texts differ only in their layout.
pub(crate) fn is_same_text(then: &Pattern<&str>, now: &Pattern<&str>) -> bool {
    on_one_line(&pattern_text(then)) == on_one_line(&pattern_text(now))
}

/// Returns a text on one line, with single spaces.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
