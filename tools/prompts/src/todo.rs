//! `prompts todo`: what is missing or stale in a translation.

use fluent_syntax::ast::{Comment, Resource};

use crate::check::tree::{Codes, Entry, Locale, Tree};
use crate::cli::{TodoArgs, TodoFormat};
use crate::edit::progress::{Progress, to_do, unrecorded};
use crate::edit::project::{Project, locale};
use crate::edit::stub;
use crate::format;
use crate::report::{Report, Status};

/// What is to do in a locale, to be printed.
pub(crate) struct Todo<'t, 'a> {
    pub(crate) tree: &'t Tree<'a>,
    /// What the files of the tree hold, in their order.
    pub(crate) nodes: &'a [Resource<&'a str>],
    pub(crate) locale: &'t Locale<'a>,
    /// In the order of the source.
    pub(crate) items: Vec<Item<'t, 'a>>,
    /// Whether the source and the locale could be read in full.
    is_whole: bool,
}

/// A message or a term with a text that is missing or stale.
pub(crate) struct Item<'t, 'a> {
    pub(crate) progress: Progress<'t, 'a>,
    /// The same in the fallback locales, with their tags.
    pub(crate) beside: Vec<(&'a str, &'t Entry<'a>)>,
}

pub(crate) fn todo(args: &TodoArgs) -> Result<Report, Report> {
    let project = Project::read(&args.project)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = locale(&tree, &args.locale)?;
    project.refuse_source(locale.tag)?;
    // What can't be read of the source is missing from the list, and what can't be of the locale is on it.
    let problems = project.unreadable(&[tree.source().tag, locale.tag]);
    let items = items(&project, &tree, locale);
    let todo = Todo { tree: &tree, nodes: &nodes, locale, items, is_whole: problems.is_empty() };

    let mut messages: Vec<_> = problems.iter().map(|problem| format!("error: {problem}")).collect();
    if let Codes::Broken(error) = &tree.codes {
        messages.extend(error.faults().iter().map(|fault| format!("warning: {fault:#}")));
    }
    messages.extend(stub::filled_in(&tree, &nodes, locale).iter().map(|waiting| format!("note: {waiting}")));
    let unrecorded = unrecorded(&tree, locale).len();
    if unrecorded > 0 {
        let (are, compare) = match unrecorded {
            1 => ("translation has no record of the text that it was", "compare it"),
            _ => ("translations have no record of the texts that they were", "compare them"),
        };
        messages.push(format!(
            "note: {unrecorded} {are} made from; {compare} with the source, then run `prompts accept {} --unrecorded`",
            locale.tag
        ));
    }
    let output = match args.format {
        TodoFormat::Human => format::todo::human::print(&todo),
        TodoFormat::Ftl => {
            messages.extend(todo.summary().filter(|_| todo.items.is_empty()));
            format::todo::ftl::print(&todo)
        }
    };
    let status = match (todo.is_whole, todo.items.is_empty()) {
        (false, _) => Status::Failed,
        (true, false) => Status::Findings,
        (true, true) => Status::Clean,
    };
    Ok(Report { output, messages, status })
}

fn items<'t, 'a>(project: &Project, tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Item<'t, 'a>> {
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
    pub(crate) fn summary(&self) -> Option<String> {
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
    pub(crate) fn group(&self) -> Option<&'a Comment<&'a str>> {
        // One with nothing behind it ends a group.
        self.progress.wanted.group.filter(|group| group.content.iter().any(|line| !line.trim().is_empty()))
    }
}
