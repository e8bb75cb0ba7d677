//! Changes of files: shown as a diff, or written, all or none.

use std::fmt::Write as _;

use crate::cli::WriteArgs;
use crate::report::{Report, Status};
use code_prompts_engine::edit::{Change, Changes};
use similar::TextDiff;

/// Writes all files or none, or shows the diff. `messages` go to standard error.
pub(super) fn apply(changes: &Changes, args: &WriteArgs, mut messages: Vec<String>) -> Result<Report, Report> {
    let mut output = String::new();
    if args.dry_run {
        changes.files().for_each(|change| output.push_str(&diff(change)));
        if !changes.is_empty() {
            messages.push("note: dry run; no file was written".to_owned());
        }
    } else {
        changes.write()?;
        for change in changes.files() {
            let done = if change.before().is_some() { "changed" } else { "created" };
            let _ = writeln!(output, "{done} {}", change.path().display());
        }
    }
    Ok(Report { output, messages, status: Status::Clean })
}

fn diff(change: &Change) -> String {
    let path = change.path().display().to_string();
    let (before, old) = match change.before() {
        Some(before) => (before, path.as_str()),
        None => ("", "/dev/null"),
    };
    TextDiff::from_lines(before, change.after()).unified_diff().context_radius(3).header(old, &path).to_string()
}
