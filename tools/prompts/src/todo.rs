//! `prompts todo`: what is missing or stale in a translation.

use fluent_syntax::ast::Resource;

use crate::check::tree::{Codes, Entry, Kind, Locale, Tree};
use crate::cli::{TodoArgs, TodoFormat};
use crate::edit::progress::{Progress, progress, unrecorded};
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
}

/// A message with a text that is missing or stale.
pub(crate) struct Item<'t, 'a> {
    pub(crate) progress: Progress<'t, 'a>,
    /// The message in the fallback locales, with their tags.
    pub(crate) beside: Vec<(&'a str, &'t Entry<'a>)>,
}

pub(crate) fn todo(args: &TodoArgs) -> Result<Report, Report> {
    let project = Project::read(&args.project)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = locale(&tree, &args.locale)?;
    if locale.tag == tree.source().tag {
        let problem = format!("`{}` is the source, which is translated from nothing; name another locale", locale.tag);
        return Err(Report::failed([problem]));
    }
    let todo = Todo { tree: &tree, nodes: &nodes, locale, items: items(&project, &tree, locale) };

    // What can't be read of the source would be missing from the list.
    let mut problems = project.unreadable(&[tree.source().tag, locale.tag]);
    if let Codes::Broken(error) = &tree.codes {
        problems.extend(error.faults().iter().map(ToString::to_string));
    }
    let mut messages: Vec<_> = problems.iter().map(|problem| format!("warning: {problem}")).collect();
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
            if todo.items.is_empty() {
                messages.push(todo.summary());
            }
            format::todo::ftl::print(&todo)
        }
    };
    let status = if todo.items.is_empty() { Status::Clean } else { Status::Findings };
    Ok(Report { output, messages, status })
}

fn items<'t, 'a>(project: &Project, tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Item<'t, 'a>> {
    let others = project.fallback.iter().filter(|tag| **tag != locale.tag && **tag != tree.source().tag);
    let others: Vec<&Locale<'_>> =
        others.filter_map(|tag| tree.locales.iter().find(|other| other.tag == tag.as_str())).collect();
    let beside = |name| others.iter().filter_map(|other| Some((other.tag, other.find(Kind::Message, name)?))).collect();
    let messages = progress(tree, locale).into_iter();
    let messages = messages.filter(|message| !message.is_translated() || message.is_stale());
    messages.map(|message| Item { beside: beside(message.wanted.name), progress: message }).collect()
}

impl Todo<'_, '_> {
    /// Says how much there is to do. A message that has a missing text and a stale one is missing.
    pub(crate) fn summary(&self) -> String {
        let (all, tag) = (self.items.len(), self.locale.tag);
        let stale = self.items.iter().filter(|item| item.progress.is_translated()).count();
        let counts = [(all - stale, "missing"), (stale, "stale")];
        let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, state)| format!("{count} {state}"));
        match counts.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => format!("nothing to do in {tag}"),
            counts => format!("{all} to do in {tag}: {counts}"),
        }
    }
}

impl<'a> Item<'_, 'a> {
    /// Gives the lines of the `##` comment that the message stands under in the source. Without a group there are none.
    pub(crate) fn group(&self) -> &[&'a str] {
        let lines = self.progress.wanted.group.map(|comment| comment.content.as_slice()).unwrap_or_default();
        // A `##` with nothing behind it ends a group.
        if lines.iter().all(|line| line.trim().is_empty()) { &[] } else { lines }
    }
}
