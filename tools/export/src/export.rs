//! The texts of a folder in the formats of other platforms.

pub(crate) mod android;
pub(crate) mod apple;
mod arb;
mod i18next;
mod json;
mod loss;
pub(crate) mod names;
mod output;
mod report;
pub(crate) mod texts;
mod typescript;

use std::collections::BTreeMap;

use code_prompts_engine::Error;
use code_prompts_engine::project::{Project, Readers, Tree};

pub use loss::{Loss, LossRule};
pub use output::changes;
use report::Losses;
use texts::Texts;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `res/values-*/strings.xml` of Android.
    Android,
    /// A string catalogue of Xcode, `.xcstrings`.
    Apple,
    /// Application Resource Bundles of Flutter, `.arb`.
    Arb,
    /// JSON for i18next, version 4.
    I18next,
    /// TypeScript modules with the texts, for `@fluent/bundle`.
    Typescript,
}

/// What to export.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The tags of the locales that the app offers. Empty: all.
    pub locales: Vec<String>,
    /// The name of the files, if it is not the format's usual one.
    pub name: Option<String>,
}

/// The files of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The text of each file by its path below the output folder, with slashes.
    pub files: BTreeMap<String, String>,
    /// What the format can't hold, in the order of the source.
    pub losses: Vec<Loss>,
}

impl Format {
    /// Returns the name of the format.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Android => "android",
            Self::Apple => "apple",
            Self::Arb => "arb",
            Self::I18next => "i18next",
            Self::Typescript => "typescript",
        }
    }
}

/// Exports the texts of a folder.
///
/// # Errors
///
/// A file has a syntax error, `codes.toml` is invalid, a locale does not exist, or two texts have one name in the format.
pub fn export(project: &Project, tree: &Tree<'_>, format: Format, options: &Options) -> Result<Export, Error> {
    let readers = Readers::new(project, tree)?.offering(&options.locales)?;
    let texts = Texts::of(&readers);
    let mut losses = Losses::new(format);
    for message in texts.messages.iter().filter(|message| message.parts.is_empty()) {
        losses.missing(LossRule::MissingMessage, message, message.source.id.to_owned(), None);
    }
    let name = options.name.as_deref();
    let files = match format {
        Format::Android => android::files(&texts, name.unwrap_or("strings"), &mut losses),
        Format::Apple => apple::files(&texts, name.unwrap_or("Localizable"), &mut losses),
        Format::Arb => arb::files(&texts, name.unwrap_or("app"), &mut losses),
        Format::I18next => i18next::files(&texts, name.unwrap_or("prompts"), &mut losses),
        Format::Typescript => typescript::files(tree, &texts),
    }?;
    Ok(Export { files, losses: losses.into_list() })
}
