//! The options for the folder that a command reads or writes.

use std::path::PathBuf;

use clap::Args;

#[derive(Args, Debug)]
pub(crate) struct FolderArgs {
    /// The folder of the locales and codes.toml [default: locales/ here or in a folder above. Without one, `show`,
    /// `list` and `constants` use the built-in prompts]
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// Follow links that lead out of the folders, which may show files of whoever runs the command
    #[arg(long)]
    pub(crate) follow_links: bool,
}

#[derive(Args, Debug)]
pub(crate) struct OverridesArgs {
    /// A folder with a product's own texts, which override those of the other folders (repeatable)
    #[arg(long, value_name = "DIR")]
    pub(crate) overrides: Vec<PathBuf>,
}

/// The folder and the source locale, for the commands for translators.
#[derive(Args, Debug)]
pub(crate) struct ProjectArgs {
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
    /// The locale that the others are translated from [default: the one that codes.toml names, or i18n.toml or l10n.toml]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) source: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct WriteArgs {
    /// Print the changes without writing any file
    #[arg(long)]
    pub(crate) dry_run: bool,
}
