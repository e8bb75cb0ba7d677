//! The binary `prompts`: runs a command of the library and prints the report.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;
use prompts::{Cli, Report, Styling, run_to};

fn main() -> ExitCode {
    let stdout = io::stdout();
    // Depends on `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`, and on whether it is a terminal.
    let styling = match AutoStream::choice(&stdout) {
        ColorChoice::Never => Styling::Plain,
        ColorChoice::Auto | ColorChoice::AlwaysAnsi | ColorChoice::Always => Styling::Ansi,
    };
    let stdout: Box<dyn Write> = match styling {
        // anstream's plain stream would remove escape sequences from the texts themselves.
        Styling::Plain => Box::new(stdout.lock()),
        Styling::Ansi => Box::new(AutoStream::always(stdout)),
    };
    let mut out = BufWriter::new(stdout);
    let (Report { output, messages, status }, written) = run_to(&Cli::parse(), styling, &mut out);
    for message in messages {
        eprintln!("{message}");
    }
    match written.and_then(|()| out.write_all(output.as_bytes())).and_then(|()| out.flush()) {
        // The reader has closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status.into(),
        Err(error) => {
            eprintln!("error: standard output: {error}");
            prompts::Status::Failed.into()
        }
        Ok(()) => status.into(),
    }
}
