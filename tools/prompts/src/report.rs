use std::fmt::Display;
use std::process::ExitCode;

/// What a command has to say.
#[derive(Debug)]
pub struct Report {
    /// The result, for standard output.
    pub output: String,
    /// Everything else, for standard error, a message each.
    pub messages: Vec<String>,
    /// How it went.
    pub status: Status,
}

/// How a command went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Exit status 0: there is nothing to complain of.
    Clean,
    /// Exit status 1: the command did its work, and found something.
    Findings,
    /// Exit status 2: the command could not do its work.
    Failed,
}

/// Whether the output may have colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styling {
    /// Text only.
    Plain,
    /// With the escape sequences of a terminal.
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
