use std::fmt::{self, Write as _};

use code_prompts_reader::visible::one_line;

use crate::{ErrorCode, Position};

/// A mistake in `codes.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodesProblem {
    /// It is not valid TOML.
    #[non_exhaustive]
    InvalidToml {
        /// The message of the TOML parser.
        message: String,
    },
    /// A key is given twice.
    #[non_exhaustive]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A required key is missing.
    #[non_exhaustive]
    MissingKey {
        /// `source` or `codes`.
        key: &'static str,
    },
    /// `codes` or `retired` is not a table.
    NotATable,
    /// A key in a table of codes is not a whole number, in decimal or hexadecimal notation, that fits into an [`i64`].
    #[non_exhaustive]
    InvalidCode {
        /// The key.
        key: String,
    },
    /// A code is given twice.
    #[non_exhaustive]
    DuplicateCode {
        /// The code.
        code: ErrorCode,
        /// The line of the first one, from 1.
        first_line: usize,
    },
    /// The value of a code is neither a message id nor a table.
    #[non_exhaustive]
    InvalidEntry {
        /// The code.
        code: ErrorCode,
    },
    /// A code's table has no `message`.
    #[non_exhaustive]
    MissingMessageId {
        /// The code.
        code: ErrorCode,
    },
    /// A message id or an action is not a string.
    IdNotText,
    /// A message id or an action is not a Fluent identifier.
    #[non_exhaustive]
    InvalidId {
        /// The invalid text.
        id: String,
    },
    /// A code has the message id `unknown-code`, which is reserved for codes that are not in the table.
    #[non_exhaustive]
    ReservedId {
        /// The code.
        code: ErrorCode,
        /// The id.
        id: &'static str,
    },
    /// Two codes have the same message id.
    #[non_exhaustive]
    DuplicateId {
        /// The id.
        id: String,
        /// The line of the first one, from 1.
        first_line: usize,
    },
    /// A `max-length` is not a whole number above 0.
    InvalidLength,
    /// A `retryable` is not a boolean.
    InvalidRetryable,
    /// A `help` is not an address that begins with `https://` or `http://`.
    InvalidHelp,
    /// A `since` is not a text, or a blank one.
    InvalidSince,
    /// The name of a locale is not a canonical BCP 47 language tag.
    #[non_exhaustive]
    InvalidLocale {
        /// The invalid name, empty if it is not a string.
        tag: String,
        /// The canonical form, if there is one.
        canonical: Option<String>,
    },
    /// `fallback` is not a list.
    FallbackNotAList,
    /// A `codes.toml` of [overrides](crate::Catalog::with_overrides) has a key that only that of the catalogue can have.
    #[non_exhaustive]
    NotInOverrides {
        /// The key.
        key: &'static str,
    },
    /// Overrides name another message for a code that a lower layer has.
    #[non_exhaustive]
    OtherMessage {
        /// The code.
        code: ErrorCode,
        /// The id of its message.
        id: String,
        /// Where that is.
        first: Position,
    },
    /// Overrides add a code that a lower layer has retired.
    #[non_exhaustive]
    RetiredCode {
        /// The code.
        code: ErrorCode,
        /// Where it is retired.
        first: Position,
    },
    /// Overrides add a code with a message that another code has.
    #[non_exhaustive]
    UsedId {
        /// The message id.
        id: String,
        /// The code that has it.
        code: ErrorCode,
        /// Where that is.
        first: Position,
    },
    /// Overrides retire a code that a lower layer has.
    #[non_exhaustive]
    CodeInUse {
        /// The code.
        code: ErrorCode,
        /// Where it is.
        first: Position,
    },
    /// A reload found that a code was removed without being moved to `[retired]`.
    #[non_exhaustive]
    RemovedCode {
        /// The code.
        code: ErrorCode,
    },
}

impl CodesProblem {
    /// Returns how to fix it: half a sentence, without a period.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::InvalidToml { .. } => "correct this line",
            Self::DuplicateKey { .. } => "delete one",
            Self::MissingKey { key: "source" } => "add `source = \"zh-CN\"`",
            Self::MissingKey { .. } => "add `[codes]`; only translations can be checked without it",
            Self::NotATable => "write `1004 = \"room-not-found\"` below it",
            Self::InvalidCode { key } if is_text_code(key) => {
                "write a number, such as 1001 for E1001, and convert the component's texts to numbers in the app"
            }
            Self::InvalidCode { .. } => "write a whole number, such as 1004 or 0x80070005",
            Self::DuplicateCode { .. } | Self::DuplicateId { .. } => "change one",
            Self::InvalidEntry { code } => return Some(format!("write {code} = \"message-id\"")),
            Self::MissingMessageId { .. } => "add `message = \"…\"`",
            Self::IdNotText => "write an id in quotes, such as \"room-not-found\"",
            Self::InvalidId { .. } => "write letters, digits and hyphens, such as \"room-not-found\"",
            Self::ReservedId { code, .. } => return Some(format!("give code {code} another id")),
            Self::InvalidLength => "write a whole number above 0, such as 40",
            Self::InvalidRetryable => "write true or false, without quotes",
            Self::InvalidHelp => "write one such as \"https://example.com/errors/1004\"",
            Self::InvalidSince => "write one in quotes, such as \"1.2\"",
            Self::InvalidLocale { canonical: Some(tag), .. } => return Some(format!("write `{tag}`")),
            Self::InvalidLocale { canonical: None, .. } => "write one such as \"zh-CN\"",
            Self::FallbackNotAList => "write a list, such as [\"en-US\"]",
            Self::NotInOverrides { .. } => "delete it",
            Self::OtherMessage { id, .. } => {
                return Some(format!("override the text of `{id}`, or use another number"));
            }
            Self::RetiredCode { .. } => "use another number",
            Self::UsedId { .. } => "use another id",
            Self::CodeInUse { .. } => "delete the line",
            Self::RemovedCode { .. } => "add it again, or move it to [retired]",
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for CodesProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        match self {
            Self::InvalidToml { message } => write!(f, "not valid TOML: {message}"),
            Self::DuplicateKey { key } => write!(f, "`{key}` is given twice"),
            Self::MissingKey { key } => write!(f, "`{key}` is missing"),
            Self::NotATable => f.write_str("this is a table of codes"),
            Self::InvalidCode { key } => write!(f, "`{key}` is not a code"),
            Self::DuplicateCode { code, first_line } => {
                write!(f, "code {code} is given twice, first on line {first_line}")
            }
            Self::InvalidEntry { code } | Self::MissingMessageId { code } => {
                write!(f, "code {code} names no message")
            }
            Self::IdNotText => f.write_str("this is not a text"),
            Self::InvalidId { id } => write!(f, "\"{id}\" is not an id"),
            Self::ReservedId { id, .. } => write!(f, "`{id}` is for codes that are not here"),
            Self::DuplicateId { id, first_line } => {
                write!(f, "message id `{id}` is given twice, first on line {first_line}")
            }
            Self::InvalidLength => f.write_str("this is not a length"),
            Self::InvalidRetryable => f.write_str("this is neither true nor false"),
            Self::InvalidHelp => f.write_str("this is not the address of a page"),
            Self::InvalidSince => f.write_str("this is not a version"),
            Self::InvalidLocale { tag, canonical: Some(_) } => write!(f, "`{tag}` is not a canonical language tag"),
            Self::InvalidLocale { canonical: None, .. } => f.write_str("this is not a language tag"),
            Self::FallbackNotAList => f.write_str("`fallback` is a list of language tags"),
            Self::NotInOverrides { key } => {
                write!(f, "`{key}` is ignored here: overrides can only have codes, and the catalogue's `{key}` is used")
            }
            Self::OtherMessage { code, id, first } => {
                write!(f, "code {code} has the message `{id}` at {first}, and never gets another meaning")
            }
            Self::RetiredCode { code, first } => {
                write!(f, "code {code} is retired at {first}, and never gets another meaning")
            }
            Self::UsedId { id, code, first } => write!(f, "message `{id}` is that of code {code} at {first}"),
            Self::CodeInUse { code, first } => {
                write!(f, "code {code} is in use at {first}, and overrides can't retire it")
            }
            Self::RemovedCode { code } => write!(f, "code {code} is no longer there"),
        }
    }
}

/// Returns whether a key looks like a code of a component that reports texts, such as `E1001`.
fn is_text_code(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_alphabetic())
}
