//! `prompts`: see the library beside this for what it does.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use prompts::{Cli, Report, run};

fn main() -> ExitCode {
    let Report { output, messages, status } = run(&Cli::parse());
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
