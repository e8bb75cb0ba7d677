//! An app's own errors, with their codes and arguments, shown in the user's language.
//!
//! `cargo run --example errors`. `cargo test` runs it too.

use std::collections::HashSet;
use std::io;

use code_prompts::{Catalog, ErrorCode, Fault, HasCode, Localizer, Prompt, Value};

/// What can go wrong in a room.
#[derive(Debug, thiserror::Error)]
enum RoomError {
    #[error("room {0} does not exist")]
    NotFound(u32),
    #[error("the IM service refused the user")]
    SignIn { reused: bool, source: io::Error },
    /// What a component has reported, as it is.
    #[error("the component reported {0}")]
    Reported(ErrorCode),
}

impl HasCode for RoomError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::NotFound(_) => ErrorCode::ROOM_NOT_FOUND,
            Self::SignIn { .. } => ErrorCode::IM_LOGIN_FAILED,
            Self::Reported(code) => *code,
        }
    }

    fn args(&self) -> Vec<(&str, Value<'_>)> {
        match self {
            Self::SignIn { reused, .. } => vec![("im-reused", (*reused).into())],
            Self::NotFound(_) | Self::Reported(_) => Vec::new(),
        }
    }
}

/// Returns the prompt for the first error of a chain that has a code. Others are failures that nobody has foreseen.
fn prompt<'a>(localizer: &'a Localizer, error: &anyhow::Error) -> Prompt<'a> {
    match error.chain().find_map(|cause| cause.downcast_ref::<RoomError>()) {
        Some(error) => localizer.prompt_for(error),
        None => localizer.prompt(ErrorCode::INTERNAL_SERVER_ERROR),
    }
}

/// Logs each fault once, however often its prompt is asked for: a user interface may do so in each frame.
#[derive(Default)]
struct FaultLog(HashSet<Fault>);

impl FaultLog {
    /// Returns the faults that are new.
    fn new_faults<'p>(&mut self, prompt: &'p Prompt<'_>) -> Vec<&'p Fault> {
        prompt.faults().iter().filter(|fault| self.0.insert((*fault).clone())).collect()
    }
}

fn sign_in() -> Result<(), RoomError> {
    Err(RoomError::SignIn { reused: true, source: io::ErrorKind::ConnectionRefused.into() })
}

fn enter(number: u32) -> anyhow::Result<()> {
    use anyhow::Context;

    match number {
        1 => sign_in().context("entering room 1"),
        2 => Err(RoomError::Reported(4711.into()).into()),
        3 => Err(io::Error::from(io::ErrorKind::BrokenPipe).into()),
        _ => Err(RoomError::NotFound(number).into()),
    }
}

fn main() {
    let localizer = Catalog::embedded().localizer(["en-US"]).without_isolation_marks();
    let mut log = FaultLog::default();
    for number in [1, 2, 2, 3, 4] {
        if let Err(error) = enter(number) {
            let prompt = prompt(&localizer, &error);
            println!("{prompt}"); // for the user
            eprintln!("{error:#}"); // for the log, with its causes
            log.new_faults(&prompt).iter().for_each(|fault| eprintln!("{fault:#}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_have_prompts_through_any_chain() {
        let localizer = Catalog::embedded().localizer(["en-US"]).without_isolation_marks();
        let texts = [1, 2, 3, 4].map(|number| prompt(&localizer, &enter(number).unwrap_err()).to_string());
        assert_eq!(
            texts,
            [
                "Sign in to IM first",
                "An unknown error occurred (code 4711)",
                "The server ran into an internal error",
                "The room does not exist"
            ]
        );
    }

    #[test]
    fn fault_is_logged_once() {
        let localizer = Catalog::embedded().localizer(["en-US"]);
        let mut log = FaultLog::default();
        let counts = [4711, 4711, -4, 4711, -4].map(|code: i64| log.new_faults(&localizer.prompt(code)).len());
        assert_eq!(counts, [1, 0, 1, 0, 0]);
    }

    #[test]
    fn example_runs() {
        main();
    }
}
