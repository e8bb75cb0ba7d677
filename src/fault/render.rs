use std::fmt::{self, Write as _};
use std::sync::Arc;

use code_prompts_reader::visible::one_line;

/// The problem of a text that is valid Fluent but can't be rendered.
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
    /// It has a selector without a default variant.
    MissingDefault,
    /// It has U+FFFD, which stands for a character that could not be decoded.
    LostCharacter,
    /// It is named `NUMBER`, as the function is. Fluent's runtime has one namespace for messages and functions.
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
            Self::MissingDefault => f.write_str("it has a selector without a default variant"),
            Self::LostCharacter => f.write_str("it has a character that could not be decoded (U+FFFD)"),
            Self::FunctionName => f.write_str("a function has this name"),
        }
    }
}
