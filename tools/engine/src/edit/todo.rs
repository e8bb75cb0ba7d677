//! What is missing or stale in a translation.

use fluent_syntax::ast::{Comment, Resource};

use super::progress::{Progress, to_do};
use super::project::Project;
use crate::check::tree::{Entry, Locale, Tree};

/// What is to do in a locale.
pub struct Todo<'t, 'a> {
    pub tree: &'t Tree<'a>,
    /// What the files of the tree hold, in their order.
    pub nodes: &'a [Resource<&'a str>],
    pub locale: &'t Locale<'a>,
    /// In the order of the source.
    pub items: Vec<Item<'t, 'a>>,
    /// Whether the source and the locale could be read in full.
    pub is_whole: bool,
}

/// A message or a term with a text that is missing or stale.
pub struct Item<'t, 'a> {
    pub progress: Progress<'t, 'a>,
    /// The same in the fallback locales, with their tags.
    pub beside: Vec<(&'a str, &'t Entry<'a>)>,
}

pub fn items<'t, 'a>(project: &Project, tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Item<'t, 'a>> {
    let mut others = project.fallback_locales(tree);
    others.retain(|other| other.tag != locale.tag && other.tag != tree.source().tag);
    let beside = |wanted: &Entry<'_>| {
        others.iter().filter_map(|other| Some((other.tag, other.find(wanted.kind, wanted.name)?))).collect()
    };
    to_do(tree, locale).into_iter().map(|progress| Item { beside: beside(progress.wanted), progress }).collect()
}

impl Todo<'_, '_> {
    /// Says how much there is to do. What has a missing text and a stale one is missing. That there is nothing, nobody
    /// knows who has not read everything.
    pub fn summary(&self) -> Option<String> {
        let (all, tag) = (self.items.len(), self.locale.tag);
        if all == 0 {
            return self.is_whole.then(|| format!("nothing to do in {tag}"));
        }
        let stale = self.items.iter().filter(|item| item.progress.is_translated()).count();
        let counts = [(all - stale, "missing"), (stale, "stale")];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, state)| format!("{count} {state}"));
        let counts = counts.collect::<Vec<_>>().join(", ");
        let read = if self.is_whole { "" } else { ", as far as it can be read" };
        Some(format!("{all} to do in {tag}{read}: {counts}"))
    }
}

impl<'a> Item<'_, 'a> {
    /// Gives the `##` comment that the message or term stands under in the source.
    pub fn group(&self) -> Option<&'a Comment<&'a str>> {
        // One with nothing behind it ends a group.
        self.progress.wanted.group.filter(|group| group.content.iter().any(|line| !line.trim().is_empty()))
    }
}
