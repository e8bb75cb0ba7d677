//! The options of the commands that show texts elsewhere than in a terminal: the page, and the server for editors.

use std::path::PathBuf;

use clap::Args;

use super::ProjectArgs;

/// Write a page with all texts in all languages, for people who review or search them
///
/// The page shows each code in each language beside the source: its state, every variant, the label of its button, its length
/// and what the check finds. A text that is missing is shown as readers of that language get it. It is index.html, in English,
/// and index.zh-CN.html, in Chinese; it loads nothing, and can be read without JavaScript. Another file of these names is not
/// replaced.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts preview --output site\n  \
    prompts preview --output site --locale ja-JP,ko-KR\n  \
    prompts preview --output site --dir i18n --source en")]
pub(crate) struct PreviewArgs {
    /// The folder. It is created if it does not exist
    #[arg(long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// Show only these locales, beside the source
    #[arg(long, value_name = "LOCALES", value_delimiter = ',')]
    pub(crate) locale: Vec<String>,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Run a language server for Fluent, which editors start
///
/// It speaks the Language Server Protocol on standard input and output. docs/editors.md says how to switch it on.
#[derive(Args, Debug)]
pub(crate) struct LspArgs {
    /// The folder of the locales [default: found for each file that is opened]
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// The locale that the others are translated from [default: the one that codes.toml names, or i18n.toml or l10n.toml]
    #[arg(long, value_name = "LOCALE")]
    pub(crate) source: Option<String>,
    /// Follow links that lead out of the folder, which may show files of whoever runs the editor
    #[arg(long)]
    pub(crate) follow_links: bool,
    /// Accepted for clients that pass it: there is no other way to speak
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}
