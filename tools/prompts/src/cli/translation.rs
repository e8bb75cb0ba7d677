//! The command line of the commands for translators.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::FolderArgs;

/// What the commands for translators work on.
#[derive(Args, Debug)]
pub(crate) struct ProjectArgs {
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    /// The locale that the others are translated from [default: the one that codes.toml names]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) source: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct WriteArgs {
    /// Print what would change, and leave the files as they are
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Show how far each translation is
///
/// A message is translated if all its texts are there, stale if the source has changed since, and unrecorded if
/// nothing tells which source text it was made from. Whether a native speaker has reviewed a translation is what the
/// `### Review:` line of its files says.
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
/// say. Leaves with status 1 if there is anything to do.
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
/// Makes the folder and its files with every group, note and source text. The messages are comments, so that nothing
/// untranslated is shown to anyone.
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
    prompts accept ja-JP --unrecorded")]
pub(crate) struct AcceptArgs {
    /// The locale
    pub(crate) locale: String,
    /// The ids of the messages, such as room-not-found
    #[arg(required_unless_present = "unrecorded", value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// Every translation that has no record yet
    #[arg(long, conflicts_with = "ids")]
    pub(crate) unrecorded: bool,
    #[command(flatten)]
    pub(crate) write: WriteArgs,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Write `.ftl` files in one form
///
/// Comments and texts stay as they are; spaces, indents and blank lines become regular.
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
/// whose texts are longer, and ar-XB, whose texts run from right to left. Load it like any other folder.
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
    pub(crate) project: ProjectArgs,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum StatusFormat {
    /// A table for reading
    #[default]
    Human,
    /// An array of objects
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
