//! The command line of the commands for translators.

use std::ops::Deref;
use std::path::PathBuf;

use clap::{ArgMatches, Args, Command, Error, FromArgMatches, ValueEnum};

use super::folder::{FolderArgs, ProjectArgs, WriteArgs};

/// Show how far each translation is
///
/// A message is translated if all its texts are there, stale if the source has changed since, and unrecorded if
/// nothing tells which source text it was made from. Terms are no part of the figures; a note tells of those that are
/// missing or stale. Whether a native speaker has reviewed a translation is what the `### Review:` line of its files
/// says. Leaves with status 2 if a file can't be read in full, for then the figures are not those of the whole.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts status\n  \
    prompts status --locale ja-JP --format json")]
pub(crate) struct StatusArgs {
    /// Show this locale only; may be repeated
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: StatusFormat,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// List what is missing or stale in a translation
///
/// Each with its source text, old and new, with the notes for translators, its codes, and what the fallback locales
/// say. Terms are listed too: those that are stale, and those that a text refers to and that are missing. Leaves with
/// status 1 if there is anything to do, and with status 2 if a file of the source or of the locale can't be read in
/// full, for then the list is not the whole one.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts todo ja-JP\n  \
    prompts todo ja-JP --format ftl > todo.ftl")]
pub(crate) struct TodoArgs {
    /// The locale
    pub(crate) locale: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: TodoFormat,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Begin a translation
///
/// Makes the folder and its files with every group, note and source text. Notes that allow a finding in the source,
/// `allow(…)`, are left out. The messages are comments, so that nothing untranslated is shown to anyone.
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

/// Bring what is new in the source into the translations
///
/// New messages come as comments, in the source's order, ready to be filled in. Translations whose source text has
/// changed are marked with the new text. Nothing that is translated is moved or changed; run twice, it changes nothing
/// the second time.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts sync\n  \
    prompts sync ja-JP --dry-run")]
pub(crate) struct SyncArgs {
    /// The locale [default: every one]
    pub(crate) locale: Option<String>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Record that translations say what the source says today
///
/// For translations that someone has looked at beside today's source text. Writes that text above each of them.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts accept ja-JP room-not-found seats-full\n  \
    prompts accept ja-JP -brand\n  \
    prompts accept ja-JP --unrecorded")]
pub(crate) struct AcceptArgs {
    /// The locale
    pub(crate) locale: String,
    #[command(flatten)]
    pub(crate) ids: Ids,
    /// Every whole translation that has no record yet: not one that is stale, or lacks a text
    #[arg(long, conflicts_with = "id")]
    pub(crate) unrecorded: bool,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// The ids that a translator names.
#[derive(Debug)]
pub(crate) struct Ids(Vec<String>);

/// The ids as they are parsed. Behind a list of values that may begin with a hyphen, clap takes every option for one
/// more of them, so only the first may.
#[derive(Args, Debug)]
struct IdArgs {
    /// The id of a message, such as room-not-found, or of a term with its hyphen
    #[arg(required_unless_present = "unrecorded", allow_hyphen_values = true)]
    id: Option<String>,
    /// More ids. Write `--` before them if one is a term's
    #[arg(value_name = "ID")]
    more: Vec<String>,
}

impl Deref for Ids {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl FromArgMatches for Ids {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let IdArgs { id, more } = IdArgs::from_arg_matches(matches)?;
        Ok(Self(id.into_iter().chain(more).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        Self::from_arg_matches(matches).map(|ids| *self = ids)
    }
}

impl Args for Ids {
    fn augment_args(command: Command) -> Command {
        IdArgs::augment_args(command)
    }

    fn augment_args_for_update(command: Command) -> Command {
        IdArgs::augment_args_for_update(command)
    }
}

/// Write `.ftl` files in one form
///
/// Comments and texts stay as they are; spaces, indents and blank lines become regular. A message, or a file, that
/// can't be laid out anew without changing what it says stays as it is.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts fmt\n  \
    prompts fmt --check")]
pub(crate) struct FmtArgs {
    /// The locale; may be repeated [default: every one]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) locale: Vec<String>,
    /// Write nothing; leave with status 1 if a file has another form, and name it
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
}

/// Rename a message or a term everywhere
///
/// In every locale, in every reference to it, where it waits for its translation, and in codes.toml.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts rename room-closed room-was-closed\n  \
    prompts rename -brand -product")]
pub(crate) struct RenameArgs {
    /// The id that it has, a term's with its hyphen
    #[arg(allow_hyphen_values = true)]
    pub(crate) old: String,
    /// The id that it gets
    #[arg(allow_hyphen_values = true)]
    pub(crate) new: String,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
}

/// Make pseudo-locales, to try an interface before it is translated
///
/// Makes a folder with codes.toml, the source, the fallback locales and two more: en-XA, whose letters have accents and
/// whose texts are longer, and ar-XB, whose texts run from right to left. Load it like any other folder. A
/// folder that holds the same already stays as it is.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts pseudo --output try\n  \
    prompts show 1004 --dir try --locale en-XA")]
pub(crate) struct PseudoArgs {
    /// The folder to make
    #[arg(long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// The locale whose texts are changed [default: the first fallback locale, or else the source]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) from: Option<String>,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum StatusFormat {
    /// A table for reading
    #[default]
    Human,
    /// An object with an array of locales
    Json,
    /// A table in Markdown
    Markdown,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum TodoFormat {
    /// For reading
    #[default]
    Human,
    /// A file to be filled in
    Ftl,
}
