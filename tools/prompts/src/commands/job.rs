//! The file of `prompts todo` for translators who work with other tools.

use code_prompts_engine::exchange::{Format, Job, Wanted};
use code_prompts_engine::project::{Project, Todo, Tree};

use crate::cli::TodoArgs;
use crate::format::todo;
use crate::report::Report;

/// Returns the file. It is empty if it would have no texts; a message then says so.
pub(super) fn write(
    args: &TodoArgs,
    format: Format,
    (project, tree, todo): (&Project, &Tree<'_>, &Todo<'_, '_>),
    messages: &mut Vec<String>,
) -> Result<String, Report> {
    let wanted = if args.all { Wanted::All } else { Wanted::ToDo };
    let job = Job::of(project, tree, todo.locale(), wanted)?;
    if job.is_empty() {
        messages.extend(todo::summary(todo));
        return Ok(String::new());
    }
    Ok(job.write(format))
}
