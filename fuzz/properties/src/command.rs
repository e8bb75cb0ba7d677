//! Runs commands in this process.

use std::path::Path;

use clap::Parser;
use prompts::{Cli, Report, Status, Styling, run};

use crate::folder::{Folder, OnDisk};

/// Runs a command on a folder. If none of its files names the source locale, its first locale is the source.
pub(crate) fn execute(disk: &OnDisk, folder: &Folder, words: &[&str], styling: Styling) -> Report {
    execute_cli(&parse(disk.path(), folder, words).unwrap(), styling)
}

/// Parses a command line for a folder in `dir`, as [`execute`] does.
pub(crate) fn parse(dir: &Path, folder: &Folder, words: &[&str]) -> Result<Cli, clap::Error> {
    let dir = dir.display().to_string();
    let mut arguments = vec!["prompts"];
    arguments.extend_from_slice(words);
    arguments.extend(["--dir", &dir]);
    let source = format!("--source={}", folder.locales().first().unwrap_or(&"zh-CN"));
    if !["fmt", "rename"].contains(&words[0]) && !folder.has("codes.toml") {
        arguments.push(&source);
    }
    Cli::try_parse_from(arguments)
}

pub(crate) fn execute_cli(cli: &Cli, styling: Styling) -> Report {
    let report = run(cli, styling);
    if report.status == Status::Failed {
        assert!(report.output.is_empty() && !report.messages.is_empty(), "{cli:?}: {report:?}");
        assert!(report.messages.iter().all(|message| !message.trim().is_empty()), "{cli:?}: {report:?}");
    }
    report
}
