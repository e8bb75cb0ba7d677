//! The arguments of the commands for translators.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgMatches, Args, Command, Error, FromArgMatches, ValueEnum};

use code_prompts_engine::project::Date;

use super::folder::{FolderArgs, ProjectArgs, WriteArgs};

/// Show the progress of each translation
///
/// A message is translated if it has all its texts, stale if the source has changed since, and unrecorded if it has no
/// record of its source text. Terms are not counted; a note reports those that are missing or stale. The column
/// `review` shows the `### Review:` line of the files: whether a native speaker has reviewed the translation. Exits
/// with status 2 if a file can't be read in full, because the figures are then incomplete.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts status\n  \
    prompts status --locale ja-JP --format json")]
pub(crate) struct StatusArgs {
    /// Show only this locale (repeatable)
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Vec<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: StatusFormat,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// List the missing and stale messages of a translation
///
/// Shows for each its source text, old and new, the notes for translators, its codes, how long it may be, and the texts of
/// the fallback locales, which may be stale too. Terms are listed too: those that are stale, and those that are missing although a text refers to them.
/// Exits with status 1 if there is anything to do, and with status 2 if a file of the source or of the locale can't be
/// read in full, because the list is then incomplete. The formats xliff, po and csv are for translators who work with
/// other tools; `prompts import` reads what they return.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts todo ja-JP\n  \
    prompts todo ja-JP --format ftl > todo.ftl\n  \
    prompts todo ja-JP --format json\n  \
    prompts todo ja-JP --format xliff --output ja-JP.xlf")]
pub(crate) struct TodoArgs {
    /// The locale
    pub(crate) locale: String,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: TodoFormat,
    /// Also write the texts that are translated and up to date, in the formats xliff, po and csv
    #[arg(long)]
    pub(crate) all: bool,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Import the translations from a file of `todo --format xliff`, `po` or `csv`
///
/// Writes them into the locale that the file names, and records their source texts. A message is imported as a whole:
/// one with a text that is empty or unfinished is left alone. Nothing is written, and the exit status is 1, if a text was made
/// for another source text, lacks a placeable or has another one, or if the check would find an error in it.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts import ja-JP.xlf --dry-run\n  \
    prompts import ja-JP.xlf")]
pub(crate) struct ImportArgs {
    /// The file
    pub(crate) file: PathBuf,
    /// The format of the file [default: by its name or content]
    #[arg(long, value_enum)]
    pub(crate) format: Option<FileFormat>,
    /// Also import texts that the file marks as unfinished: `fuzzy` in PO, the state `initial` in XLIFF, and in CSV
    /// a text with the state `stale` that has not changed
    #[arg(long)]
    pub(crate) unfinished: bool,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Start a new translation
///
/// Creates the folder and its files with every group, note and source text. Notes that allow a finding in the source,
/// `allow(…)`, are left out. The messages are comments, so that no user sees an untranslated one.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts add-locale fr-CA\n  \
    prompts add-locale fr-CA --dry-run")]
pub(crate) struct AddLocaleArgs {
    /// The language, as a BCP 47 tag such as fr-CA
    pub(crate) locale: String,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Update the translations from the source
///
/// A translation whose id was renamed in the source gets the new id, if its record has the text of a new message.
/// New messages are added as comments, in the source's order, ready to be translated. Translations whose source text
/// has changed are marked with the new text. The texts of translations are not moved or changed. A second run changes
/// nothing.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts sync\n  \
    prompts sync ja-JP --dry-run")]
pub(crate) struct SyncArgs {
    /// The locale [default: all]
    pub(crate) locale: Option<String>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Record that translations match the current source
///
/// Use it after comparing the translations with the current source text. Writes that text above each of them, or into the records file. With
/// `--all-locales`, a locale that lacks a translation is reported, and does not change.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts accept ja-JP room-not-found seats-full\n  \
    prompts accept ja-JP -brand\n  \
    prompts accept ja-JP --unrecorded\n  \
    prompts accept --all-locales room-not-found\n  \
    prompts accept --since HEAD^")]
pub(crate) struct AcceptArgs {
    #[command(flatten)]
    pub(crate) accepted: AcceptedArgs,
    /// Accept in all locales
    #[arg(long)]
    pub(crate) all_locales: bool,
    /// Accept all translations without a record, except those that are stale or lack a text
    #[arg(long, conflicts_with = "since")]
    pub(crate) unrecorded: bool,
    /// Accept the texts that have changed, or are new, since a git revision (branch, tag or commit), in all locales
    /// unless one is given. Run it in the commit of the translators, before the source changes again
    #[arg(long, value_name = "REVISION")]
    pub(crate) since: Option<String>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// The locale and the ids on the command line.
#[derive(Debug)]
pub(crate) struct AcceptedArgs {
    /// `None`: all.
    pub(crate) locale: Option<String>,
    pub(crate) ids: Vec<String>,
}

/// The same as clap parses it: with `--all-locales`, the first is an id too. Only the first two may begin with a hyphen:
/// after a list of such values, clap would read every option as one more of them.
#[derive(Args, Debug)]
struct IdArgs {
    /// The locale, unless `--all-locales` or `--since` is given
    #[arg(required_unless_present_any = ["all_locales", "since"], allow_hyphen_values = true)]
    locale: Option<String>,
    /// The id of a message, such as room-not-found, or of a term, such as -brand
    #[arg(required_unless_present_any = ["all_locales", "since", "unrecorded"], allow_hyphen_values = true)]
    id: Option<String>,
    /// More ids. Write `--` before them if one is the id of a term
    #[arg(value_name = "ID")]
    more: Vec<String>,
}

impl FromArgMatches for AcceptedArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let IdArgs { locale, id, more } = IdArgs::from_arg_matches(matches)?;
        let (locale, first) = if matches.get_flag("all_locales") { (None, locale) } else { (locale, None) };
        let ids: Vec<String> = first.into_iter().chain(id).chain(more).collect();
        let is_chosen = matches.get_flag("unrecorded") || matches.contains_id("since");
        let problem = match (ids.first(), is_chosen) {
            (Some(id), true) => {
                format!("`{id}` can't be given with --unrecorded or --since, which choose the translations")
            }
            (None, false) => "give an id, --unrecorded or --since".to_owned(),
            _ => return Ok(Self { locale, ids }),
        };
        Err(Error::raw(ErrorKind::ArgumentConflict, problem))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        Self::from_arg_matches(matches).map(|accepted| *self = accepted)
    }
}

impl Args for AcceptedArgs {
    fn augment_args(command: Command) -> Command {
        IdArgs::augment_args(command)
    }

    fn augment_args_for_update(command: Command) -> Command {
        IdArgs::augment_args_for_update(command)
    }
}

/// Remove messages and terms that the source no longer has
///
/// Removes them with their comments, also those that are still comments, and prints each with its file. What another text
/// refers to, what `allow(obsolete-message)` allows, and what may be the translation of a missing message is kept. A second
/// run changes nothing.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts prune --dry-run\n  \
    prompts prune ja-JP")]
pub(crate) struct PruneArgs {
    /// The locale [default: all]
    pub(crate) locale: Option<String>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Record reviews of translations, or list what is to be reviewed
///
/// The review of a message is a name, a date and a hash of the translation and its source text. It lapses when either
/// changes. Without `--by`, lists the translations that are not reviewed or whose review has lapsed, and exits with status 1
/// if there are any.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts review ja-JP\n  \
    prompts review ja-JP room-not-found seats-full --by '田中 結衣'\n  \
    prompts review ja-JP --all --by '田中 結衣' --on 2026-11-27")]
pub(crate) struct ReviewArgs {
    /// The locale
    pub(crate) locale: String,
    /// The id of a message, such as room-not-found, or of a term, such as -brand
    #[arg(requires = "by", allow_hyphen_values = true)]
    pub(crate) id: Option<String>,
    /// More ids. Write `--` before them if one is the id of a term
    #[arg(value_name = "ID")]
    pub(crate) more: Vec<String>,
    /// Review all translations that are complete and not stale
    #[arg(long, requires = "by", conflicts_with = "id")]
    pub(crate) all: bool,
    /// The name of the reviewer
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// The day of the review, such as 2026-11-27 [default: today]
    #[arg(long, value_name = "DATE", requires = "by", value_parser = parse_date)]
    pub(crate) on: Option<Date>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

fn parse_date(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|()| "there is no such day; write it as 2026-11-27")
}

/// Move the records of translations into files, or back into comments
///
/// A record says which source text a translation was made from. By default it is a comment above the translation. Some
/// translation platforms remove such comments; with `records = "file"` in codes.toml, records, reviews and allowances are in
/// records/LOCALE.toml instead. This command moves them for all translations and sets the key.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts records --to file --dry-run\n  \
    prompts records --to file\n  \
    prompts records --to comments")]
pub(crate) struct RecordsArgs {
    /// Where the records shall be
    #[arg(long, value_enum, value_name = "PLACE")]
    pub(crate) to: RecordsIn,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RecordsIn {
    /// In a file for each locale, records/LOCALE.toml
    File,
    /// In comments of the `.ftl` files
    Comments,
}

/// Format `.ftl` files
///
/// Makes spaces, indents and blank lines regular. Comments and texts do not change. A message or a file that can't be
/// formatted without a change of its content is skipped. `--check` does not count blank lines: translators' platforms
/// write none between messages.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts fmt\n  \
    prompts fmt --check")]
pub(crate) struct FmtArgs {
    /// The locale (repeatable) [default: all]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Vec<String>,
    /// Write nothing; list the files that are not formatted, and exit with status 1 if there are any
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
}

/// Rename a message or a term everywhere
///
/// Renames it in every locale, in references, in messages that are still to be translated, and in codes.toml.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts rename room-closed room-was-closed\n  \
    prompts rename -brand -product")]
pub(crate) struct RenameArgs {
    /// The current id; that of a term with its hyphen
    #[arg(allow_hyphen_values = true)]
    pub(crate) old: String,
    /// The new id
    #[arg(allow_hyphen_values = true)]
    pub(crate) new: String,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
}

/// Create pseudo-locales, to test an interface before it is translated
///
/// Creates a folder with codes.toml, the source, the fallback locales and two more: en-XA, which has accented letters
/// and longer texts, and ar-XB, whose texts run from right to left. Load it like any other folder. A folder that
/// already has this content does not change.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts pseudo --output try\n  \
    prompts show 1004 --dir try --locale en-XA")]
pub(crate) struct PseudoArgs {
    /// The folder to create
    #[arg(long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// The locale whose texts are converted [default: the first fallback locale, or else the source]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) from: Option<String>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum StatusFormat {
    /// A human-readable table
    #[default]
    Human,
    /// An object with an array of locales
    Json,
    /// A Markdown table
    Markdown,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum TodoFormat {
    /// Human-readable text
    #[default]
    Human,
    /// A Fluent file to fill in
    Ftl,
    /// An object with an array of messages and terms
    Json,
    /// XLIFF 2.0, for the tools of agencies
    Xliff,
    /// PO, for gettext and many editors for translators
    Po,
    /// CSV, for spreadsheets
    Csv,
}

/// A format of a file for translators who work with other tools.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FileFormat {
    /// XLIFF 2.0, for the tools of agencies
    Xliff,
    /// PO, for gettext and many editors for translators
    Po,
    /// CSV, for spreadsheets
    Csv,
}
