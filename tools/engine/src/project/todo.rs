//! What is missing or stale in a translation.

use fluent_syntax::ast::Comment;

use super::entry::{Entry, group_heading};
use super::locale::Locale;
use super::open::{self, Project};
use super::progress::{Progress, to_do, unrecorded};
use super::record::notes;
use super::tree::Tree;
use crate::error::Error;

/// What is to do in a locale.
pub struct Todo<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    pub(crate) locale: &'t Locale<'a>,
    /// What is missing or stale, in the order of the source.
    pub items: Vec<TodoItem<'t, 'a>>,
    /// Which files of the source and of the locale can't be read in full, and where. What can't be read of the source is
    /// missing from the list, and what can't be of the locale is on it.
    pub problems: Vec<String>,
    /// How many whole translations have no record of the text that they were made from.
    pub unrecorded: usize,
}

/// A message or a term with a text that is missing or stale.
pub struct TodoItem<'t, 'a> {
    /// How far its translation is.
    pub progress: Progress<'t, 'a>,
    /// The same in the fallback locales, with their tags.
    pub beside: Vec<(&'a str, &'t Entry<'a>)>,
}

impl<'t, 'a> Todo<'t, 'a> {
    /// Lists what is to do in a locale.
    ///
    /// # Errors
    ///
    /// The locale is the source, or is not there.
    pub fn of(project: &Project, tree: &'t Tree<'a>, tag: &str) -> Result<Self, Error> {
        let locale = open::locale(tree, tag)?;
        project.refuse_source(locale.tag)?;
        let mut others = project.fallback_locales(tree);
        others.retain(|other| other.tag != locale.tag && other.tag != tree.source().tag);
        let beside = |wanted: &Entry<'_>| {
            others.iter().filter_map(|other| Some((other.tag, other.find(wanted.kind, wanted.name)?))).collect()
        };
        let items = to_do(tree, locale).into_iter();
        Ok(Self {
            tree,
            locale,
            items: items.map(|progress| TodoItem { beside: beside(progress.wanted), progress }).collect(),
            problems: project.unreadable(&[tree.source().tag, locale.tag]),
            unrecorded: unrecorded(tree, locale).len(),
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

    /// Returns the items, each with the heading of its group, if it is the first of the group.
    pub fn grouped(&self) -> impl Iterator<Item = (Option<String>, &TodoItem<'t, 'a>)> {
        let mut above = None;
        self.items.iter().map(move |item| {
            let group = item.group();
            let is_first = group != std::mem::replace(&mut above, group);
            // An empty heading ends the group above.
            (is_first.then(|| group.map_or("##".to_owned(), group_heading)), item)
        })
    }

    /// Returns the codes that the message of an item answers.
    #[must_use]
    pub fn codes_of(&self, item: &TodoItem<'_, '_>) -> Vec<i64> {
        self.tree.codes_of(&item.progress.wanted.written_name())
    }

    /// Returns the notes for translators that the source has above an item.
    pub fn notes(&self, item: &TodoItem<'_, 'a>) -> impl Iterator<Item = &'a str> {
        notes(item.progress.wanted, self.tree.source().tag)
    }
}

impl<'a> TodoItem<'_, 'a> {
    /// Gives the `##` comment that the message or term stands under in the source.
    fn group(&self) -> Option<&'a Comment<&'a str>> {
        // One with nothing behind it ends a group.
        self.progress.wanted.group.filter(|group| group.content.iter().any(|line| !line.trim().is_empty()))
    }
}
