//! Changes of files: shown as a diff, or written, all or none.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::cli::WriteArgs;
use crate::report::{Report, Status};
use code_prompts_engine::edit::{Change, Changes};
use code_prompts_reader::visible::{Lines, OneLine};
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
        messages.extend(removed(&changes.write()?));
        for change in changes.files() {
            let done = match change.before() {
                _ if change.is_removed() => "removed",
                Some(_) => "changed",
                None => "created",
            };
            let _ = writeln!(output, "{done} {}", OneLine(change.path().display()));
        }
    }
    Ok(Report { output, messages, status: Status::Clean })
}

/// Returns a note for each temporary file that was removed.
pub(super) fn removed(strays: &[PathBuf]) -> Vec<String> {
    let note = |stray: &PathBuf| format!("note: removed {}, left by an interrupted command", stray.display());
    strays.iter().map(note).collect()
}

fn diff(change: &Change) -> String {
    let path = OneLine(change.path().display()).to_string();
    let (before, old) = match change.before() {
        Some(before) => (before, path.as_str()),
        None => ("", "/dev/null"),
    };
    let (before, after) = (Lines(before).to_string(), Lines(change.after()).to_string());
    let new = if change.is_removed() { "/dev/null" } else { &path };
    TextDiff::from_lines(&before, &after).unified_diff().context_radius(3).header(old, new).to_string()
}
