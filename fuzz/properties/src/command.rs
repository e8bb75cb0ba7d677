//! Runs commands in this process.

use clap::Parser;
use prompts::{Cli, Report, Status, Styling, run};

use crate::folder::{Folder, OnDisk};

/// Runs a command on a folder. If none of its files names the source locale, its first locale is the source.
pub(crate) fn execute(disk: &OnDisk, folder: &Folder, words: &[&str], styling: Styling) -> Report {
    let dir = disk.path().display().to_string();
    let mut arguments = vec!["prompts"];
    arguments.extend_from_slice(words);
    arguments.extend(["--dir", &dir]);
    let source = format!("--source={}", folder.locales().first().unwrap_or(&"zh-CN"));
    if words[0] != "fmt" && !folder.has("codes.toml") {
        arguments.push(&source);
    }
    let report = run(&Cli::try_parse_from(arguments).unwrap(), styling);
    if report.status == Status::Failed {
        assert!(report.output.is_empty() && !report.messages.is_empty(), "{words:?}: {report:?}");
        assert!(report.messages.iter().all(|message| !message.trim().is_empty()), "{words:?}: {report:?}");
    }
    report
}
