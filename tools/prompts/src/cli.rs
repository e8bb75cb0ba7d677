//! The command line.

mod export;
mod folder;
mod translation;
mod views;

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::Styles;
use clap::builder::styling::AnsiColor;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use export::parse_name;
pub(crate) use export::{DiffArgs, DiffFormat, ExportArgs, RegistryArgs};
pub(crate) use folder::{FolderArgs, OverridesArgs, ProjectArgs, WriteArgs};
pub(crate) use translation::*;
pub(crate) use views::{LspArgs, PreviewArgs};

const STYLES: Styles =
    Styles::styled().header(AnsiColor::Green.on_default().bold()).literal(AnsiColor::Cyan.on_default().bold());

/// Shows localized prompts for error codes and maintains their translations.
#[derive(Debug, Parser)]
#[command(
    name = "prompts",
    version,
    styles = STYLES,
    after_help = "Exit status: 0 on success, 1 if a prompt is missing or there are findings, 2 on failure.\n\
                  `prompts help COMMAND` shows examples."
)]
pub struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Show(ShowArgs),
    List(ListArgs),
    Check(Box<CheckArgs>),
    Explain(ExplainArgs),
    Status(StatusArgs),
    Todo(TodoArgs),
    Import(ImportArgs),
    AddLocale(AddLocaleArgs),
    Sync(SyncArgs),
    Accept(AcceptArgs),
    Prune(PruneArgs),
    Review(ReviewArgs),
    Records(RecordsArgs),
    Fmt(FmtArgs),
    Rename(RenameArgs),
    Pseudo(PseudoArgs),
    Preview(PreviewArgs),
    Export(ExportArgs),
    Constants(ConstantsArgs),
    Registry(RegistryArgs),
    Diff(DiffArgs),
    Lsp(LspArgs),
    /// Print a script that completes this command in a shell
    ///
    /// The shell runs it when it starts. It completes options, rules, and the codes and locales of the folder.
    #[command(after_help = "Examples:\n  \
        echo 'source <(prompts completions bash)' >> ~/.bashrc\n  \
        echo 'source <(prompts completions zsh)' >> ~/.zshrc\n  \
        echo 'prompts completions fish | source' >> ~/.config/fish/config.fish")]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the manual pages into a folder
    #[command(after_help = "Example:\n  \
        prompts man ~/.local/share/man/man1")]
    Man {
        /// The folder. It is created if it does not exist
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// Show the prompts for some codes
///
/// Prints for each code the prompt, the description for developers, the action for the app, the message id and the
/// locale. Exits with status 1 if a code is unknown or has no message. Arguments have no isolation marks around them.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts show 30206 --locale en-US\n  \
    prompts show -4 1004 --locale zh-HK --locale ja --arg im-reused=true\n  \
    prompts show room-not-found --all-locales\n  \
    prompts show 1004 --locale en-US --format json")]
pub(crate) struct ShowArgs {
    /// A code, such as 1004, -4 or 0x80070005, or the id of its message, such as room-not-found
    #[arg(required = true, value_name = "CODE", allow_negative_numbers = true)]
    pub(crate) codes: Vec<String>,
    #[command(flatten)]
    pub(crate) reader: ReaderArgs,
    /// Show the prompts for a reader of each locale
    #[arg(long, conflicts_with = "locale")]
    pub(crate) all_locales: bool,
    /// Set a variable of the messages (repeatable). A number selects the plural form
    #[arg(long = "arg", value_name = "NAME=VALUE", value_parser = parse_arg)]
    pub(crate) args: Vec<(String, String)>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ShowFormat,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    #[command(flatten)]
    pub(crate) overrides: OverridesArgs,
}

/// List all codes with their prompts
///
/// A message that depends on its arguments has a row for each variant.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts list --locale en-US\n  \
    prompts list --locale zh-CN --format markdown > prompts.md\n  \
    prompts list --dir other/locales --format json")]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub(crate) reader: ReaderArgs,
    /// The output format. JSON has the objects of `show`, one for each code, and adds an array of `variants`
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    #[command(flatten)]
    pub(crate) overrides: OverridesArgs,
}

/// Print source code for the codes: constants, and functions for messages with variables
///
/// Run it again when codes.toml or the source locale has changed. With `--check`, exits with status 1 if that is needed.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts constants --dir other/locales --output src/codes.rs\n  \
    prompts constants --dir other/locales --output src/codes.rs --check\n  \
    prompts constants --dir other/locales --overrides wording --output src/codes.rs\n  \
    prompts constants --language kotlin --package com.example.app --output Codes.kt")]
pub(crate) struct ConstantsArgs {
    /// The language
    #[arg(long, value_enum, default_value_t)]
    pub(crate) language: ConstantsLanguage,
    /// The kind of constants
    #[arg(long, value_enum, default_value_t)]
    pub(crate) style: ConstantsStyle,
    /// The package of the app's `R`, for Kotlin: com.example.app
    #[arg(long, value_parser = parse_package)]
    pub(crate) package: Option<String>,
    /// The name of the string catalogue, for Swift [default: Localizable]
    #[arg(long, value_parser = parse_name)]
    pub(crate) name: Option<String>,
    /// Write to a file instead of standard output. On failure the file does not change
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Do not write the file, and exit with status 1 if it is not up to date. Its layout does not matter
    #[arg(long, requires = "output")]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    #[command(flatten)]
    pub(crate) overrides: OverridesArgs,
}

/// Check translations for missing messages, syntax errors and other user-visible defects
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts check\n  \
    prompts check --dir other/locales --locale ja-JP --only missing-message\n  \
    prompts check --dir app/i18n --source en\n  \
    prompts check --baseline prompts-baseline.txt --write-baseline\n  \
    prompts check --baseline prompts-baseline.txt\n  \
    prompts check --since origin/main...\n  \
    prompts check --overrides wording")]
pub(crate) struct CheckArgs {
    /// The locale that the others are translated from [default: the one that codes.toml names, or i18n.toml or l10n.toml]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) source: Option<String>,
    /// Check only these locales
    #[arg(long, value_name = "LOCALES", value_delimiter = ',')]
    pub(crate) locale: Vec<String>,
    /// Apply only these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Report these rules as errors
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) deny: Vec<String>,
    /// Report these rules as warnings
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) warn: Vec<String>,
    /// Do not report these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) allow: Vec<String>,
    /// Do not read the locales and files that match this pattern: ja-JP-mac, '*/old/*.ftl' (repeatable)
    #[arg(long, value_name = "PATTERN")]
    pub(crate) exclude: Vec<String>,
    /// Accept a function that the app adds to Fluent (repeatable)
    #[arg(long, value_name = "NAME")]
    pub(crate) function: Vec<String>,
    /// Report only what is new since a git revision (branch, tag or commit), and compare texts with it. `origin/main...` is
    /// the commit where the current branch has left that one
    #[arg(long, value_name = "REVISION", conflicts_with = "overrides")]
    pub(crate) since: Option<String>,
    /// Exit with status 1 for findings of this severity or higher
    #[arg(long, value_enum, default_value_t, value_name = "SEVERITY")]
    pub(crate) fail_on: FailOn,
    /// Do not report the findings in this file
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to the file of `--baseline`. What was not checked stays there
    #[arg(long, requires = "baseline")]
    pub(crate) write_baseline: bool,
    /// Remove findings that no longer exist from the file of `--baseline`
    #[arg(long, requires = "baseline", conflicts_with = "write_baseline")]
    pub(crate) prune_baseline: bool,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CheckFormat,
    /// Also write this format to a file, which is replaced, such as sarif=prompts.sarif (repeatable)
    #[arg(long, value_name = "FORMAT=FILE", value_parser = parse_output)]
    pub(crate) output: Vec<(CheckFormat, PathBuf)>,
    /// Print how many findings each rule and each locale has, the worst first, and not the findings, in the formats
    /// human, json and markdown
    #[arg(long)]
    pub(crate) statistics: bool,
    /// Print at most this many findings, errors first, or `all` [default: 100 in human and markdown, all in github]. The
    /// exit status and the totals count all, and json, sarif and junit do not depend on it
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_findings: Option<MaxFindings>,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    /// Check this folder of overrides, instead of the texts that it overrides (repeatable: the last one is checked)
    #[arg(long, value_name = "DIR", conflicts_with_all = ["source", "function"])]
    pub(crate) overrides: Vec<PathBuf>,
}

fn parse_output(text: &str) -> Result<(CheckFormat, PathBuf), String> {
    let Some((format, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err("write it as FORMAT=FILE, such as sarif=prompts.sarif".to_owned());
    };
    match CheckFormat::from_str(format, false) {
        Ok(format) => Ok((format, file.into())),
        Err(_) => {
            let names = CheckFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
            Err(format!("there is no format `{format}`, only {}", names.join(", ")))
        }
    }
}

/// The maximum number of findings to print. `None`: all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MaxFindings(pub(crate) Option<usize>);

impl FromStr for MaxFindings {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "all" => Ok(Self(None)),
            number => number.parse().map(|number| Self(Some(number))).map_err(|_| "write a number, or `all`"),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum FailOn {
    /// Errors
    #[default]
    Error,
    /// Warnings and errors
    Warning,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Human-readable text, with the source lines
    #[default]
    Human,
    /// An object with a summary and an array of findings
    Json,
    /// SARIF 2.1.0, for code scanning: at most 25,000 findings, errors first
    Sarif,
    /// GitHub Actions commands, which annotate a change: at most 10 errors and 10 warnings, and lines for the others
    Github,
    /// `JUnit` XML, with a test suite for each locale
    Junit,
    /// Markdown tables, the worst first, for a job summary: less than 1 MiB
    Markdown,
}

/// Explain what a rule of `check` finds, why it is bad and how to fix it
///
/// Without a rule, lists all rules.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts explain\n  \
    prompts explain missing-message")]
pub(crate) struct ExplainArgs {
    /// The rule's name
    pub(crate) rule: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ReaderArgs {
    /// A language of the reader, the preferred one first (repeatable) [default: the system's]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ShowFormat {
    /// Human-readable text
    #[default]
    Human,
    /// An array of objects
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ListFormat {
    /// A human-readable table
    #[default]
    Human,
    /// An array of objects
    Json,
    /// A Markdown table of code, description and prompt
    Markdown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ConstantsLanguage {
    /// Rust, for this library
    #[default]
    Rust,
    /// TypeScript, for the files of `export --format typescript` or any other library
    Typescript,
    /// Kotlin, for the resources of `export --format android`
    Kotlin,
    /// Swift, for the string catalogue of `export --format apple`
    Swift,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ConstantsStyle {
    /// A module with constants for codes and actions, a list of all codes, and functions for messages with variables
    #[default]
    Module,
    /// Associated constants of this project's `ErrorCode`, without functions
    Associated,
}

fn parse_package(text: &str) -> Result<String, &'static str> {
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_')
    };
    if text.split('.').all(is_name) { Ok(text.to_owned()) } else { Err("write it as com.example.app") }
}

fn parse_arg(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.trim_start_matches('$').to_owned(), value.to_owned())),
        _ => Err("write it as name=value".to_owned()),
    }
}
