//! `prompts`: see the library beside this for what it does.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use prompts::{Cli, Report, Styling, run};

fn main() -> ExitCode {
    let Report { output, messages, status } = run(&Cli::parse(), styling());
    for message in messages {
        eprintln!("{message}");
    }
    match io::stdout().write_all(output.as_bytes()) {
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status.into(),
        Err(error) => {
            eprintln!("error: standard output: {error}");
            prompts::Status::Failed.into()
        }
        Ok(()) => status.into(),
    }
}

/// Colours are for terminals, where <https://no-color.org> does not forbid them.
fn styling() -> Styling {
    let is_forbidden = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let is_dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    if io::stdout().is_terminal() && !is_forbidden && !is_dumb { Styling::Ansi } else { Styling::Plain }
}
