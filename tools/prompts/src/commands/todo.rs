//! `prompts todo`: lists the missing and stale messages of a translation.

use code_prompts_engine::edit::{filled_in, worklist, write_file};
use code_prompts_engine::exchange::Format;
use code_prompts_engine::project::{Codes, Todo};
use code_prompts_reader::visible::{self, OneLine};

use super::{job, prune};
use crate::cli::{TodoArgs, TodoFormat};
use crate::format::todo;
use crate::report::{Report, Status};

pub(crate) fn todo(args: &TodoArgs) -> Result<Report, Report> {
    if args.all && matches!(args.format, TodoFormat::Human | TodoFormat::Ftl) {
        return Err(Report::failed(["--all is for the formats xliff, po and csv"]));
    }
    let project = args.project.read()?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let todo = Todo::of(&project, &tree, &args.locale)?;

    let mut messages: Vec<_> = todo.problems.iter().map(|problem| format!("error: {problem}")).collect();
    if let Codes::Broken(error) = tree.codes() {
        messages.extend(error.faults().iter().map(|fault| format!("warning: {fault:#}")));
    }
    messages.extend(filled_in(&todo, &nodes).iter().map(|waiting| format!("note: {waiting}")));
    messages.extend(unrecorded(&todo));
    messages.extend(prune::removable(todo.obsolete, todo.locale(), todo.source()));
    let mut output = match args.format {
        TodoFormat::Human => todo::human::print(&todo),
        TodoFormat::Json => todo::json::print(&todo),
        TodoFormat::Ftl => {
            messages.extend(todo::summary(&todo).filter(|_| todo.items.is_empty()));
            visible::fluent(&worklist(&todo, &nodes))
        }
        TodoFormat::Xliff => job::write(args, Format::Xliff, (&project, &tree, &todo), &mut messages)?,
        TodoFormat::Po => job::write(args, Format::Po, (&project, &tree, &todo), &mut messages)?,
        TodoFormat::Csv => job::write(args, Format::Csv, (&project, &tree, &todo), &mut messages)?,
    };
    if let Some(path) = args.output.as_ref().filter(|_| !output.is_empty()) {
        write_file(path, &output)?;
        output = format!("wrote {}\n", OneLine(path.display()));
    }
    let status = match (todo.problems.is_empty(), todo.items.is_empty()) {
        (false, _) => Status::Failed,
        (true, false) => Status::Findings,
        (true, true) => Status::Clean,
    };
    Ok(Report { output, messages, status })
}

/// Returns a note about translations without a record: `prompts` cannot tell whether they are stale.
fn unrecorded(todo: &Todo<'_, '_>) -> Option<String> {
    let (without, compare) = match todo.unrecorded {
        0 => return None,
        1 => ("translation has no record of its source text", "compare it"),
        _ => ("translations have no record of their source texts", "compare them"),
    };
    Some(format!(
        "note: {} {without}; {compare} with the source, then run `prompts accept {} --unrecorded`",
        todo.unrecorded,
        todo.locale()
    ))
}
