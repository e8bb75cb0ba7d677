use std::fmt::{self, Write as _};
use std::sync::Arc;

use code_prompts_reader::visible::one_line;

/// The problem of a text that is valid Fluent but can't be rendered, or can't take the place of the text that it overrides.
///
/// Its `Display` is half a sentence about the text: "it refers to `-brand`, which …".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RenderProblem {
    /// It refers to a message, term, attribute or function that its locale does not have.
    #[non_exhaustive]
    UnknownReference {
        /// The name as Fluent writes it: `message`, `-term`, `message.attribute` or `FUNCTION()`.
        name: Arc<str>,
    },
    /// It refers to a message that has only attributes and no text.
    #[non_exhaustive]
    NoValue {
        /// The message's id.
        id: Arc<str>,
    },
    /// It refers to a term that uses a variable, without giving it a value.
    #[non_exhaustive]
    UnsetTermVariable {
        /// The term, without its hyphen.
        term: Arc<str>,
        /// The variable, without its `$`.
        variable: Arc<str>,
    },
    /// It calls `NUMBER()` with an argument that is not a number.
    NotANumber,
    /// It refers to itself, directly or through others.
    Cycle,
    /// It has more placeables than Fluent's runtime can render, or they are nested too deeply.
    TooLarge,
    /// It has a number with more digits than Fluent's runtime can handle.
    #[non_exhaustive]
    TooManyDigits {
        /// The number as written.
        number: Arc<str>,
    },
    /// It [overrides](crate::Catalog::with_overrides) a message, and uses a variable that this message does not have, so
    /// that no app sets it.
    #[non_exhaustive]
    UnknownVariable {
        /// The variable, without its `$`.
        name: Arc<str>,
        /// The variables of the message that it overrides.
        known: Vec<Arc<str>>,
    },
    /// It [overrides](crate::Catalog::with_overrides) a message, and selects by a variable without a variant for any
    /// value that this message has one for.
    #[non_exhaustive]
    LostVariants {
        /// The variable, without its `$`.
        variable: Arc<str>,
        /// The keys of the variants of the message that it overrides.
        keys: Vec<Arc<str>>,
    },
    /// It has a selector without a default variant.
    MissingDefault,
    /// It has U+FFFD, which stands for a character that could not be decoded.
    LostCharacter,
    /// It is named as a function is: `NUMBER`, or one that the app adds. Fluent's runtime has one namespace for messages and functions.
    FunctionName,
}

impl RenderProblem {
    /// Returns how to fix it: half a sentence, without a period.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::UnknownReference { .. } => "add that or correct the name",
            Self::NoValue { .. } => "give it one",
            Self::UnsetTermVariable { term, variable } => {
                return Some(format!("write `{{ -{term}({variable}: \"…\") }}`"));
            }
            Self::NotANumber => "give it a number or a variable",
            Self::Cycle => "remove one of the references",
            Self::TooLarge => "make it simpler",
            Self::TooManyDigits { .. } => "remove some digits",
            Self::UnknownVariable { known, .. } if known.is_empty() => {
                "remove it, since the base message has no variables"
            }
            Self::UnknownVariable { known, .. } => {
                return Some(format!("the base message has {}", list(known.iter().map(|name| format!("`${name}`")))));
            }
            Self::LostVariants { keys, .. } => {
                let keys = list(keys.iter().map(|key| format!("`[{key}]`")));
                return Some(format!("write variants such as {keys}, or one text for all values"));
            }
            Self::MissingDefault => "mark one of the variants as the default with `*`",
            Self::LostCharacter => "write it again",
            Self::FunctionName => "rename it",
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for RenderProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        match self {
            Self::UnknownReference { name } => write!(f, "it refers to `{name}`, which this locale does not have"),
            Self::NoValue { id } => write!(f, "it refers to `{id}`, which has no text"),
            Self::UnsetTermVariable { term, variable } => {
                write!(f, "the term `-{term}` uses `${variable}`, which is not given to it")
            }
            Self::NotANumber => f.write_str("`NUMBER()` is for numbers"),
            Self::Cycle => f.write_str("it refers to itself, directly or through others"),
            Self::TooLarge => f.write_str("it has too many or too deeply nested placeables"),
            Self::TooManyDigits { number } => write!(f, "the number {number} has too many digits"),
            Self::UnknownVariable { name, .. } => write!(f, "it uses `${name}`, and the base message does not"),
            Self::LostVariants { variable, .. } => {
                write!(f, "it selects by `${variable}`, and has none of the variants of the base message")
            }
            Self::MissingDefault => f.write_str("it has a selector without a default variant"),
            Self::LostCharacter => f.write_str("it has a character that could not be decoded (U+FFFD)"),
            Self::FunctionName => f.write_str("a function has this name"),
        }
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}
