//! The registry: the codes of a folder with their texts in every locale, as one JSON document with a version.

mod build;
mod read;

use std::collections::BTreeMap;

use code_prompts_reader::visible;
use serde::{Deserialize, Serialize};

pub use build::registry;

/// The version of the format. A member that is added does not change it.
pub const VERSION: u64 = 1;

/// The codes of a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registry {
    /// [`VERSION`].
    pub version: u64,
    /// The tag of the source locale.
    pub source: String,
    /// The tags of the fallback locales.
    pub fallback: Vec<String>,
    /// All locales, sorted by tag.
    pub locales: Vec<RegistryLocale>,
    /// All codes, sorted.
    pub codes: Vec<RegistryCode>,
}

/// A locale of a registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistryLocale {
    /// Its tag.
    pub locale: String,
    /// `ltr` or `rtl`.
    pub direction: String,
}

/// A code of a registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistryCode {
    /// The number.
    pub code: i64,
    /// The name of its constant: `ROOM_NOT_FOUND`.
    pub name: String,
    /// The id of its message.
    pub id: String,
    /// Whether components report it.
    pub state: CodeState,
    /// What the app must do next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// What the app can treat in the same way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whether the same request may succeed later without a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retryable: Option<bool>,
    /// The address of a page about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The version that has introduced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// The maximum length of its text, in grapheme clusters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// The arguments of its message. A retired code has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<RegistryArgument>,
    /// Its texts for a reader of each locale. A retired code has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, RegistryText>,
}

/// The state of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CodeState {
    /// Components report it.
    Active,
    /// Components no longer report it, and its number has no other meaning.
    Retired,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistryArgument {
    /// Its name, without the `$`.
    pub name: String,
    /// `boolean`, `number`, `text` or `any`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What the source says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The texts of a code for a reader of a locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistryText {
    /// `source`, `reviewed`, `draft`, `stale`, or `missing` if the texts are in another locale.
    pub state: String,
    /// The tag of that locale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The texts without arguments.
    #[serde(flatten)]
    pub shown: Shown,
    /// The texts for other arguments, if they depend on them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<RegistryVariant>,
}

/// The texts of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistryVariant {
    /// The arguments that select it. A variable that is not there has any other value.
    pub arguments: BTreeMap<String, String>,
    /// Its texts.
    #[serde(flatten)]
    pub shown: Shown,
}

/// What a reader is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What the user is told. A variable without an argument is `{$name}`.
    pub text: String,
    /// What the developer is told, if that is another text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The label of a button for the action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl Registry {
    /// Returns the document. Characters that can't be seen are escaped.
    #[must_use]
    pub fn write(&self) -> String {
        // Serialization only fails for a map whose keys are not strings, and there is no such map.
        visible::json(&(serde_json::to_string_pretty(self).unwrap_or_default() + "\n"))
    }

    /// Returns a code.
    #[must_use]
    pub fn code(&self, code: i64) -> Option<&RegistryCode> {
        self.codes.iter().find(|other| other.code == code)
    }
}
