//! Which folder a command works on, and whether it writes.

use std::path::PathBuf;

use clap::Args;

#[derive(Args, Debug)]
pub(crate) struct FolderArgs {
    /// The folder of the locales and codes.toml [default: locales/ here or in a folder above. Without one, `show`,
    /// `list` and `constants` take what is built in]
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
}

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
