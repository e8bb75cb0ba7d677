//! The arguments of the commands for other platforms.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use code_prompts_export::export::{Format, LossRule};

use super::ProjectArgs;

/// Write the texts for another platform: Android, Apple's, Flutter, i18next or TypeScript
///
/// The files have every message of the source in every locale, with fallbacks worked out. What a format can't hold is
/// written in another way and reported as a warning with a rule; docs/exports.md explains the rules. A file that this command
/// has not written is neither replaced nor removed.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts export --format android --output app/src/main\n  \
    prompts export --format apple --output App/Texts --locale en-US,ja-JP\n  \
    prompts export --format arb --output lib/l10n --check\n  \
    prompts export --format i18next --output public/locales --deny string-selector")]
pub(crate) struct ExportArgs {
    /// The format
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,
    /// The folder. It is created if it does not exist
    #[arg(long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// Export only these locales
    #[arg(long, value_name = "LOCALES", value_delimiter = ',')]
    pub(crate) locale: Vec<String>,
    /// The name of the files [default: strings for android, Localizable for apple, app for arb, prompts for i18next]
    #[arg(long, value_parser = parse_name)]
    pub(crate) name: Option<String>,
    /// Do not write any file, and exit with status 1 if one is not up to date
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing, and exit with status 1, if the format can't hold these
    #[arg(long, value_name = "LOSSES", value_delimiter = ',', value_parser = parse_loss)]
    pub(crate) deny: Vec<LossRule>,
    /// Do not report these
    #[arg(long, value_name = "LOSSES", value_delimiter = ',', value_parser = parse_loss)]
    pub(crate) allow: Vec<LossRule>,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// String resources of Android: res/values-*/strings.xml
    Android,
    /// A string catalogue of Xcode: Localizable.xcstrings
    Apple,
    /// Application Resource Bundles of Flutter: app_en.arb
    Arb,
    /// JSON of i18next: en-US/prompts.json
    I18next,
    /// TypeScript modules with the Fluent texts, for @fluent/bundle: prompts.ts and others
    Typescript,
}

impl From<ExportFormat> for Format {
    fn from(format: ExportFormat) -> Self {
        match format {
            ExportFormat::Android => Self::Android,
            ExportFormat::Apple => Self::Apple,
            ExportFormat::Arb => Self::Arb,
            ExportFormat::I18next => Self::I18next,
            ExportFormat::Typescript => Self::Typescript,
        }
    }
}

fn parse_loss(text: &str) -> Result<LossRule, String> {
    let rule = LossRule::ALL.iter().copied().find(|rule| rule.name() == text);
    rule.ok_or_else(|| format!("write {}", LossRule::ALL.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(", ")))
}

pub(crate) fn parse_name(text: &str) -> Result<String, &'static str> {
    let is_name = !text.is_empty() && text.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'));
    if is_name { Ok(text.to_owned()) } else { Err("write a name of letters, digits, - and _, without an extension") }
}
