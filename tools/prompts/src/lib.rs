//! The `prompts` command as a library: shows localized prompts for error codes and maintains their translations.
//!
//! [`run`] accepts a command line ([`Cli`]) and whether to use colours ([`Styling`]). It returns a [`Report`]: the
//! output, the messages and the exit status. Nothing here prints, except [`completion`]. Each command is a module, and so is each output
//! format; a command only chooses the format.

#![deny(missing_docs)]

mod answer;
mod cli;
mod commands;
mod folder;
mod format;
mod reader;
mod report;

pub use cli::Cli;
pub use commands::completions::completion;
pub use report::{Report, Status, Styling};

use std::io::{self, Write};

use crate::cli::Command;
use code_prompts_reader::visible::OneLine;

/// Runs a command.
///
/// ```
/// use clap::Parser;
/// use prompts::{Cli, Status, Styling, run};
///
/// let report = run(&Cli::parse_from(["prompts", "show", "1004", "--locale", "en-US"]), Styling::Plain);
/// assert!(report.output.contains("The room does not exist"));
/// assert_eq!(report.status, Status::Clean);
/// ```
#[must_use]
pub fn run(cli: &Cli, styling: Styling) -> Report {
    let mut findings = Vec::new();
    // A vector accepts everything.
    let (mut report, _) = run_to(cli, styling, &mut findings);
    report.output.insert_str(0, &String::from_utf8_lossy(&findings));
    report
}

/// Returns whether a command reads and writes the standard streams itself, as the language server does. Whoever calls
/// [`run_to`] for it must not have locked them.
#[must_use]
pub fn has_own_streams(cli: &Cli) -> bool {
    matches!(cli.command, Command::Lsp(_))
}

/// Runs a command, and writes the findings of `check` to `out` one after another, since all of them together can take
/// much more memory than the files. Any other output is in the report.
///
/// # Errors
///
/// The result beside the report is an error if `out` could not be written to.
pub fn run_to(cli: &Cli, styling: Styling, out: &mut dyn Write) -> (Report, io::Result<()>) {
    let mut written = Ok(());
    let done = match &cli.command {
        Command::Show(args) => commands::show::show(args),
        Command::List(args) => commands::list::list(args),
        Command::Check(args) => commands::check::check(args, styling, out).map(|(report, done)| {
            written = done;
            report
        }),
        Command::Explain(args) => commands::explain::explain(args),
        Command::Status(args) => commands::status::status(args),
        Command::Todo(args) => commands::todo::todo(args),
        Command::Import(args) => commands::import::import(args),
        Command::AddLocale(args) => commands::add_locale::add_locale(args),
        Command::Sync(args) => commands::sync::sync(args),
        Command::Accept(args) => commands::accept::accept(args),
        Command::Prune(args) => commands::prune::prune(args),
        Command::Review(args) => commands::review::review(args),
        Command::Records(args) => commands::records::records(args),
        Command::Fmt(args) => commands::fmt::fmt(args),
        Command::Rename(args) => commands::rename::rename(args),
        Command::Pseudo(args) => commands::pseudo::pseudo(args),
        Command::Export(args) => commands::export::export(args),
        Command::Preview(args) => commands::preview::preview(args),
        Command::Constants(args) => commands::constants::constants(args),
        Command::Registry(args) => commands::registry::registry(args),
        Command::Diff(args) => commands::diff::diff(args),
        Command::Lsp(args) => commands::lsp::lsp(args),
        Command::Completions { shell } => commands::completions::completions(*shell),
        Command::Man { folder } => commands::man::man(folder),
    };
    let mut report = done.unwrap_or_else(|failure| failure);
    // Messages contain names of files, keys and arguments.
    report.messages.iter_mut().for_each(|message| *message = OneLine(&message).to_string());
    (report, written)
}

/// The functions that `prompts constants` writes do not compile with a wrong or a missing argument. This compiles:
///
/// ```
/// mod codes {
///     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/constants/codes.rs"));
/// }
/// let localizer = code_prompts::Catalog::embedded().localizer(["en-US"]);
/// codes::im_login_failed(&localizer, true);
/// codes::seats_left(&localizer, 2, "Room 2");
/// ```
///
/// A missing argument, a text for a boolean, and a text for a number:
///
/// ```compile_fail,E0061
/// mod codes {
///     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/constants/codes.rs"));
/// }
/// let localizer = code_prompts::Catalog::embedded().localizer(["en-US"]);
/// codes::im_login_failed(&localizer);
/// ```
///
/// ```compile_fail,E0308
/// mod codes {
///     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/constants/codes.rs"));
/// }
/// let localizer = code_prompts::Catalog::embedded().localizer(["en-US"]);
/// codes::im_login_failed(&localizer, "true");
/// ```
///
/// ```compile_fail,E0277
/// mod codes {
///     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/constants/codes.rs"));
/// }
/// let localizer = code_prompts::Catalog::embedded().localizer(["en-US"]);
/// codes::seats_left(&localizer, "2", "Room 2");
/// ```
#[cfg(doctest)]
struct GeneratedFunctions;
