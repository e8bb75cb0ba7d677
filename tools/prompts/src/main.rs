//! The binary `prompts`: runs a command of the library and prints the report.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;
use code_prompts_reader::visible::OneLine;
use prompts::{Cli, Report, Styling, completion, has_own_streams, run_to};

// Threads wait for each other in musl's allocator.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Exits if a shell asks for completions.
    completion().complete();
    let stdout = io::stdout();
    // Depends on `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`, `TERM`, and on whether it is a terminal.
    let styling = match AutoStream::choice(&stdout) {
        ColorChoice::Never => Styling::Plain,
        ColorChoice::Auto | ColorChoice::AlwaysAnsi | ColorChoice::Always => Styling::Ansi,
    };
    let cli = parse();
    let stdout: Box<dyn Write> = match styling {
        _ if has_own_streams(&cli) => Box::new(io::sink()),
        // anstream's plain stream would remove escape sequences from the texts themselves.
        Styling::Plain => Box::new(stdout.lock()),
        Styling::Ansi => Box::new(AutoStream::always(stdout)),
    };
    let mut out = BufWriter::new(stdout);
    let (Report { output, messages, status }, written) = run_to(&cli, styling, &mut out);
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

/// Parses the command line, or prints the help or an error, and exits.
fn parse() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        // clap repeats arguments in its errors, so these are of the arguments as they are shown.
        let shown = std::env::args_os().map(|argument| OneLine(argument.to_string_lossy()).to_string());
        Cli::try_parse_from(shown).err().unwrap_or(error).exit()
    })
}
