//! Changes of files: shown as a difference, or written, all or none.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::cli::WriteArgs;
use crate::report::{Report, Status};
use code_prompts_engine::edit::{Change, Changes};
use similar::TextDiff;

/// Writes all files or none, or shows what would be written. `messages` tell people about it.
pub(super) fn carry_out(changes: &Changes, args: &WriteArgs, mut messages: Vec<String>) -> Result<Report, Report> {
    let mut output = String::new();
    if args.dry_run {
        changes.files().for_each(|change| output.push_str(&difference(change)));
        if !changes.is_empty() {
            messages.push("note: this is what would change; no file was written".to_owned());
        }
    } else {
        messages.extend(removed(&changes.write()?));
        for change in changes.files() {
            let done = if change.before().is_some() { "changed" } else { "made" };
            let _ = writeln!(output, "{done} {}", change.path().display());
        }
    }
    Ok(Report { output, messages, status: Status::Clean })
}

/// Says which temporary files were removed.
pub(super) fn removed(strays: &[PathBuf]) -> Vec<String> {
    let say = |stray: &PathBuf| format!("note: removed {}, left by an interrupted command", stray.display());
    strays.iter().map(say).collect()
}

fn difference(change: &Change) -> String {
    let path = change.path().display().to_string();
    let (before, old) = match change.before() {
        Some(before) => (before, path.as_str()),
        None => ("", "/dev/null"),
    };
    TextDiff::from_lines(before, change.after()).unified_diff().context_radius(3).header(old, &path).to_string()
}
