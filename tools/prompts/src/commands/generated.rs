//! A file that a command generates: printed, written, or compared with the present one.

use std::fs;
use std::io;
use std::path::Path;

use code_prompts_engine::edit::write_file;

use super::changes::removed;
use crate::report::{Report, Status};

/// Prints the content, writes it to a file, or reports a file that has another content. `command` writes the file.
pub(super) fn output(
    content: String,
    file: Option<&Path>,
    is_check: bool,
    is_same: impl Fn(&str, &str) -> bool,
    command: impl Fn() -> String,
) -> Result<Report, Report> {
    let Some(file) = file else { return Ok(Report::clean(content)) };
    if !is_check {
        return Ok(Report { messages: removed(&write_file(file, &content)?), ..Report::clean(String::new()) });
    }
    let shown = file.display();
    match fs::read_to_string(file) {
        Ok(present) if is_same(&present, &content) => return Ok(Report::clean(String::new())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Report::failed([format!("{shown}: can't be read ({error})")]));
        }
        _ => {}
    }
    let message = format!("note: this file is not up to date; run `{} --output {shown}`", command());
    Ok(Report { output: format!("{shown}\n"), messages: vec![message], status: Status::Findings })
}
