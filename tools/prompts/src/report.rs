use std::fmt::Display;
use std::process::ExitCode;

/// The result of a command.
#[derive(Debug)]
pub struct Report {
    /// The text for standard output.
    pub output: String,
    /// The errors, warnings and notes for standard error, one line each.
    pub messages: Vec<String>,
    /// The exit status.
    pub status: Status,
}

/// The exit status of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Exit status 0: the command succeeded and found nothing to report.
    Clean,
    /// Exit status 1: the command succeeded and found something.
    Findings,
    /// Exit status 2: the command failed.
    Failed,
}

/// Whether the output may have colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styling {
    /// Plain text.
    Plain,
    /// Text with ANSI escape sequences.
    Ansi,
}

impl Report {
    pub(crate) fn clean(output: String) -> Self {
        Self { output, messages: Vec::new(), status: Status::Clean }
    }

    pub(crate) fn failed(errors: impl IntoIterator<Item = impl Display>) -> Self {
        let messages = errors.into_iter().map(|error| format!("error: {error:#}")).collect();
        Self { output: String::new(), messages, status: Status::Failed }
    }
}

impl From<code_prompts_engine::Error> for Report {
    fn from(error: code_prompts_engine::Error) -> Self {
        Self::failed(error.problems())
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Failed => 2,
        })
    }
}
