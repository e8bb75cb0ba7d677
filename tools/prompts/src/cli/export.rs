//! The arguments of the commands for other platforms.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use code_prompts_export::diff::ChangeRule;
use code_prompts_export::export::{Format, LossRule};

use super::{FolderArgs, ProjectArgs};

/// Write the texts for Android, Apple's systems, Flutter, i18next or TypeScript
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
    #[arg(long, value_name = "LOSSES", value_delimiter = ',')]
    pub(crate) deny: Vec<LossRule>,
    /// Do not report these
    #[arg(long, value_name = "LOSSES", value_delimiter = ',')]
    pub(crate) allow: Vec<LossRule>,
    #[command(flatten)]
    pub(crate) project: ProjectArgs,
}

/// Print all codes, with their arguments and texts, as one JSON document
///
/// docs/registry.md explains it, and docs/registry.schema.json is its JSON Schema.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts registry\n  \
    prompts registry --output registry.json\n  \
    prompts registry --output registry.json --check")]
pub(crate) struct RegistryArgs {
    /// Write to a file instead of standard output. On failure the file does not change
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Do not write the file, and exit with status 1 if it is not up to date
    #[arg(long, requires = "output")]
    pub(crate) check: bool,
    #[command(flatten)]
    pub(crate) folder: FolderArgs,
}

/// Show what has changed between two registries, and what of it breaks apps
///
/// Exits with status 1 if a change breaks apps or misleads users: a number that means something else, a code, an argument or a
/// locale that is gone, another action. docs/registry.md explains the rules.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  \
    prompts diff registry.json locales\n  \
    prompts diff v1/registry.json v2/registry.json --format json\n  \
    prompts diff registry.json locales --allow added-argument --deny changed-text")]
pub(crate) struct DiffArgs {
    /// A registry, or a folder of locales with codes.toml: as it was
    #[arg(value_name = "BEFORE")]
    pub(crate) old: PathBuf,
    /// As it is
    #[arg(value_name = "AFTER")]
    pub(crate) new: PathBuf,
    /// Exit with status 1 for these changes too
    #[arg(long, value_name = "CHANGES", value_delimiter = ',')]
    pub(crate) deny: Vec<ChangeRule>,
    /// Do not report these changes
    #[arg(long, value_name = "CHANGES", value_delimiter = ',')]
    pub(crate) allow: Vec<ChangeRule>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: DiffFormat,
    /// Follow links that lead out of the folders, which may show files of whoever runs the command
    #[arg(long)]
    pub(crate) follow_links: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum DiffFormat {
    /// A line for each change
    #[default]
    Human,
    /// An object with a summary and an array of changes
    Json,
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

pub(crate) fn parse_name(text: &str) -> Result<String, &'static str> {
    let is_name = !text.is_empty() && text.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'));
    if is_name { Ok(text.to_owned()) } else { Err("write a name of letters, digits, - and _, without an extension") }
}
