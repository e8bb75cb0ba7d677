//! The missing and stale texts of a translation.

use fluent_syntax::ast::Comment;

use super::entry::{Entry, Kind, group_heading};
use super::locale::Locale;
use super::obsolete;
use super::open::{self, Project};
use super::progress::{Progress, to_do, unrecorded};
use super::record::notes;
use super::tree::Tree;
use crate::error::Error;

/// The missing and stale texts of a locale.
pub struct Todo<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    pub(crate) locale: &'t Locale<'a>,
    /// The messages and terms with missing or stale texts, in the order of the source.
    pub items: Vec<TodoItem<'t, 'a>>,
    /// The syntax and encoding errors in the files of the source and of the locale, one line each. A broken message of
    /// the source is not in `items`; one of the locale is, as missing.
    pub problems: Vec<String>,
    /// The number of complete translations without a record of their source text.
    pub unrecorded: usize,
    /// The number of messages and terms that the source does not have and no text refers to.
    pub obsolete: usize,
}

/// A message or a term with a text that is missing or stale.
pub struct TodoItem<'t, 'a> {
    /// The state of its texts.
    pub progress: Progress<'t, 'a>,
    /// The same message or term in the fallback locales, with their tags.
    pub fallbacks: Vec<(&'a str, &'t Entry<'a>)>,
    /// The maximum length of the prompt in grapheme clusters, if there is one. A variable counts as its name.
    pub max_length: Option<usize>,
}

impl<'t, 'a> Todo<'t, 'a> {
    /// Finds the missing and stale texts of a locale.
    ///
    /// # Errors
    ///
    /// The locale is the source, or does not exist.
    pub fn of(project: &Project, tree: &'t Tree<'a>, tag: &str) -> Result<Self, Error> {
        let locale = open::locale(tree, tag)?;
        project.refuse_source(locale.tag)?;
        let mut others = project.fallback_locales(tree);
        others.retain(|other| other.tag != locale.tag && other.tag != tree.source().tag);
        let fallbacks = |wanted: &Entry<'_>| {
            others.iter().filter_map(|other| Some((other.tag, other.find(wanted.kind, wanted.name)?))).collect()
        };
        let max_length = |wanted: &Entry<'_>| {
            let is_message = wanted.kind == Kind::Message;
            is_message.then(|| tree.max_length(wanted.name)).flatten()
        };
        let item = |progress: Progress<'t, 'a>| TodoItem {
            fallbacks: fallbacks(progress.wanted),
            max_length: max_length(progress.wanted),
            progress,
        };
        Ok(Self {
            tree,
            locale,
            items: to_do(tree, locale).into_iter().map(item).collect(),
            problems: project.unreadable(&[tree.source().tag, locale.tag]),
            unrecorded: unrecorded(tree, locale).len(),
            obsolete: obsolete::count(tree, locale, &project.settings),
        })
    }

    /// Returns the tag of the locale.
    #[must_use]
    pub fn locale(&self) -> &'a str {
        self.locale.tag
    }

    /// Returns the tag of the source locale.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.tree.source().tag
    }

    /// Returns the items. The first of each group comes with the heading of the group.
    pub fn grouped(&self) -> impl Iterator<Item = (Option<String>, &TodoItem<'t, 'a>)> {
        let mut above = None;
        self.items.iter().map(move |item| {
            let group = item.group();
            let is_first = group != std::mem::replace(&mut above, group);
            // An empty heading ends the group above.
            (is_first.then(|| group.map_or("##".to_owned(), group_heading)), item)
        })
    }

    /// Returns the codes of the message of an item.
    #[must_use]
    pub fn codes_of(&self, item: &TodoItem<'_, '_>) -> Vec<i64> {
        self.tree.codes_of(&item.progress.wanted.written_name())
    }

    /// Returns the path of the source's file with an item, below the folder, with slashes.
    #[must_use]
    pub fn file_of(&self, item: &TodoItem<'_, '_>) -> String {
        self.tree.below(item.progress.wanted.file)
    }

    /// Returns the state of the texts of an item in a fallback locale: they may be stale too.
    #[must_use]
    pub fn fallback<'i>(&self, item: &TodoItem<'i, 'a>, entry: &'i Entry<'a>) -> Progress<'i, 'a> {
        Progress::of(self.tree, item.progress.wanted, Some(entry))
    }

    /// Returns the notes for translators in the source's comment above an item.
    pub fn notes(&self, item: &TodoItem<'_, 'a>) -> impl Iterator<Item = &'a str> {
        notes(item.progress.wanted, self.tree.source().tag)
    }
}

impl<'a> TodoItem<'_, 'a> {
    /// Returns the lines of the `##` comment of its group in the source.
    pub fn group_lines(&self) -> impl Iterator<Item = &'a str> {
        self.group().into_iter().flat_map(|group| group.content.iter().copied())
    }

    /// Returns the `##` comment of its group in the source.
    fn group(&self) -> Option<&'a Comment<&'a str>> {
        // An empty comment ends a group.
        self.progress.wanted.group.filter(|group| group.content.iter().any(|line| !line.trim().is_empty()))
    }
}
