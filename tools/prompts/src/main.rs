//! `prompts`: see the library beside this for what it does.

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;
use prompts::{Cli, Report, Styling, run};

fn main() -> ExitCode {
    let stdout = io::stdout();
    // By `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`, and whether it is a terminal.
    let styling = match AutoStream::choice(&stdout) {
        ColorChoice::Never => Styling::Plain,
        ColorChoice::Auto | ColorChoice::AlwaysAnsi | ColorChoice::Always => Styling::Ansi,
    };
    let Report { output, messages, status } = run(&Cli::parse(), styling);
    for message in messages {
        eprintln!("{message}");
    }
    let written = match styling {
        // A plain stream of anstream's would take escape sequences out of the texts themselves.
        Styling::Plain => stdout.lock().write_all(output.as_bytes()),
        Styling::Ansi => AutoStream::always(stdout).write_all(output.as_bytes()),
    };
    match written {
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status.into(),
        Err(error) => {
            eprintln!("error: standard output: {error}");
            prompts::Status::Failed.into()
        }
        Ok(()) => status.into(),
    }
}
