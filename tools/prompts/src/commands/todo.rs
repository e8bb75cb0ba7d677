//! `prompts todo`: what is missing or stale in a translation.

use crate::cli::{TodoArgs, TodoFormat};
use crate::format;
use crate::report::{Report, Status};
use code_prompts_engine::check::tree::Codes;
use code_prompts_engine::edit::progress::unrecorded;
use code_prompts_engine::edit::project::locale;
use code_prompts_engine::edit::stub;
use code_prompts_engine::edit::todo::{Todo, items};

pub(crate) fn todo(args: &TodoArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
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
