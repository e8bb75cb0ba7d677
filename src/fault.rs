use std::fmt;
use std::sync::Arc;

use crate::{ErrorCode, Position};

/// Something that went wrong on the way to a prompt, for the developer to log.
///
/// A fault never stands in the way of a text: whoever meets one has an answer as well. Its `Display` says what
/// was found, where, and what to do.
///
/// ```
/// use code_prompts::{Catalog, Fault};
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// let prompt = localizer.prompt(9999);
/// assert!(matches!(prompt.faults(), [Fault::UnknownCode { .. }]));
/// assert_eq!(prompt.faults()[0].to_string(), "code 9999 is not in codes.toml; add it there with a message id");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// A code that the table does not have. The `unknown-code` prompt answers.
    #[non_exhaustive]
    UnknownCode {
        /// The code.
        code: ErrorCode,
    },
    /// A code that the table has, but as one that is no longer raised. The `unknown-code` prompt answers.
    #[non_exhaustive]
    RetiredCode {
        /// The code's line in `codes.toml`.
        at: Position,
        /// The code.
        code: ErrorCode,
    },
    /// A variable of the message that no argument sets. Its name stands in the text, or a selector took its
    /// default variant.
    #[non_exhaustive]
    MissingArgument {
        /// Where the message begins.
        at: Position,
        /// The locale of the message. It need not be the one that answered: another may have been asked for a label
        /// too.
        locale: Arc<str>,
        /// The message's id.
        id: Arc<str>,
        /// The variable, without its `$`.
        name: String,
    },
    /// A locale without the message. The next locale of the chain is asked.
    #[non_exhaustive]
    MissingMessage {
        /// The locale that lacks it.
        locale: Arc<str>,
        /// The message's id.
        id: Arc<str>,
    },
    /// A message that would show nothing. What it overrides is asked, or the next locale of the chain.
    #[non_exhaustive]
    BlankMessage {
        /// Where the message begins.
        at: Position,
        /// The message's id.
        id: Arc<str>,
    },
    /// A message without the label for its code's action. A later locale that has one is preferred.
    #[non_exhaustive]
    MissingAction {
        /// Where the message begins.
        at: Position,
        /// The message's id.
        id: Arc<str>,
    },
    /// A message, or one of its attributes, that the parser can't read or that can't be rendered. A broken text
    /// is left out, and what it overrides is asked, or the next locale of the chain; a broken attribute is left out
    /// alone.
    #[non_exhaustive]
    BrokenMessage {
        /// Where it breaks, or where the message begins if only rendering would show it.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that is broken.
        id: Arc<str>,
        /// What is wrong.
        problem: String,
    },
    /// A message, or one of its attributes, that can't be rendered with the [overrides](crate::Catalog::with_overrides)
    /// of what it refers to. It is shown as if they were not there.
    #[non_exhaustive]
    BrokenOverride {
        /// Where the message begins.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that is broken.
        id: Arc<str>,
        /// What is wrong.
        problem: String,
    },
    /// An [override](crate::Catalog::with_overrides) of a message or term that there is not. It is of no use.
    #[non_exhaustive]
    UnknownMessage {
        /// Where it begins.
        at: Position,
        /// Its name, a term's with its hyphen.
        id: Arc<str>,
    },
    /// Something in a file that is no message, term or comment. It is left out.
    #[non_exhaustive]
    BrokenEntry {
        /// Where it breaks.
        at: Position,
        /// What is wrong.
        problem: String,
    },
    /// The second message or term of one name. The first one counts, even if one is a message and one a term.
    #[non_exhaustive]
    DuplicateMessage {
        /// Where the second begins.
        at: Position,
        /// Where the first begins.
        first: Position,
        /// The name that they share.
        id: Arc<str>,
    },
    /// A code that no locale has a usable message for. The `unknown-code` prompt answers.
    #[non_exhaustive]
    UnansweredCode {
        /// The code's line in `codes.toml`.
        at: Position,
        /// The code.
        code: ErrorCode,
        /// The id of the message that it names.
        id: Arc<str>,
    },
    /// A source or fallback locale that has no folder.
    #[non_exhaustive]
    MissingLocale {
        /// Where `codes.toml` names it.
        at: Position,
        /// Its tag.
        locale: Arc<str>,
    },
    /// A folder of messages whose name is not a canonical BCP 47 tag. It is left out.
    #[non_exhaustive]
    InvalidLocale {
        /// The folder.
        path: Arc<str>,
        /// The canonical form of its name, if it has one.
        canonical: Option<String>,
    },
    /// A line of `codes.toml` that can't be right.
    #[non_exhaustive]
    InvalidCodes {
        /// The place.
        at: Position,
        /// What is wrong, and the mend.
        problem: String,
    },
    /// A file or folder that can't be read, or is not there.
    #[non_exhaustive]
    Unreadable {
        /// Its path.
        path: Arc<str>,
        /// What the system says, and the mend.
        problem: String,
    },
    /// A file that ended with a line break when it was read before, and now ends within a line or is empty. What was
    /// read before goes on to count.
    #[non_exhaustive]
    CutShort {
        /// The file.
        path: Arc<str>,
    },
    /// A file that is not UTF-8. What can be read of it counts; a message with an unreadable character in it is
    /// left out.
    #[non_exhaustive]
    InvalidEncoding {
        /// The first byte that is not UTF-8.
        at: Position,
    },
    /// A file that begins with a byte-order mark. It is passed over; other Fluent tools lose the first message.
    #[non_exhaustive]
    ByteOrderMark {
        /// The file.
        path: Arc<str>,
    },
}

impl Fault {
    /// Gives the place that the fault is at, if it is a place in a file.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// let prompt = localizer.prompt(-4); // without the argument that it takes
    /// let place = prompt.faults()[0].position().expect("a message is in a file");
    /// assert_eq!(place.file.as_ref(), "locales/en-US/prompts.ftl");
    /// ```
    #[must_use]
    pub fn position(&self) -> Option<&Position> {
        match self {
            Self::RetiredCode { at, .. }
            | Self::MissingArgument { at, .. }
            | Self::BlankMessage { at, .. }
            | Self::MissingAction { at, .. }
            | Self::BrokenMessage { at, .. }
            | Self::BrokenOverride { at, .. }
            | Self::UnknownMessage { at, .. }
            | Self::BrokenEntry { at, .. }
            | Self::DuplicateMessage { at, .. }
            | Self::UnansweredCode { at, .. }
            | Self::MissingLocale { at, .. }
            | Self::InvalidCodes { at, .. }
            | Self::InvalidEncoding { at } => Some(at),
            Self::UnknownCode { .. }
            | Self::MissingMessage { .. }
            | Self::InvalidLocale { .. }
            | Self::Unreadable { .. }
            | Self::CutShort { .. }
            | Self::ByteOrderMark { .. } => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownCode { code } => {
                write!(f, "code {code} is not in codes.toml; add it there with a message id")
            }
            Self::RetiredCode { at, code } => {
                write!(f, "{at}: code {code} is retired; if it is raised, move it to [codes]")
            }
            Self::MissingArgument { at, id, name, .. } => {
                write!(
                    f,
                    "{at}: message `{id}` uses `${name}`, and no such argument was given; pass it or mend the name"
                )
            }
            Self::MissingMessage { locale, id } => {
                write!(f, "{locale} has no message `{id}`; add it to a .ftl file of that locale")
            }
            Self::BlankMessage { at, id } => {
                write!(f, "{at}: message `{id}` shows nothing; write a text after its `=`")
            }
            Self::MissingAction { at, id } => {
                write!(f, "{at}: message `{id}` has no label for its action; add an indented line `.action = …`")
            }
            Self::BrokenMessage { at, id, problem } => {
                write!(f, "{at}: message `{id}` is left out: {problem}")
            }
            Self::BrokenOverride { at, id, problem } => {
                write!(
                    f,
                    "{at}: message `{id}` can't be shown with what is laid over it, so it stays as it was: {problem}"
                )
            }
            Self::UnknownMessage { at, id } => {
                write!(f, "{at}: there is no message or term `{id}` to override; mend the name or delete it")
            }
            Self::BrokenEntry { at, problem } => {
                write!(f, "{at}: this is no message, term or comment: {problem}")
            }
            Self::DuplicateMessage { at, first, id } => {
                write!(
                    f,
                    "{at}: there is a message or term `{id}` at {first}, and that one counts; rename or delete one"
                )
            }
            Self::UnansweredCode { at, code, id } => {
                write!(f, "{at}: no locale has a usable message `{id}`, which code {code} names; write it")
            }
            Self::MissingLocale { at, locale } => {
                write!(f, "{at}: there is no folder `{locale}` with .ftl files beside codes.toml; add it")
            }
            Self::InvalidLocale { path, canonical } => {
                write!(f, "{path}: the folder's name is not a canonical language tag, so its messages are left out; ")?;
                match canonical {
                    Some(tag) => write!(f, "rename it to `{tag}`"),
                    None => f.write_str("rename it to one such as `ja-JP`"),
                }
            }
            Self::InvalidCodes { at, problem } => write!(f, "{at}: {problem}"),
            Self::Unreadable { path, problem } => write!(f, "{path}: {problem}"),
            Self::CutShort { path } => {
                write!(
                    f,
                    "{path}: the file is empty or ends within a line, as if cut short; end it with a line break, or delete it"
                )
            }
            Self::InvalidEncoding { at } => {
                write!(f, "{at}: the file is not UTF-8 from here on; save it as UTF-8")
            }
            Self::ByteOrderMark { path } => {
                write!(f, "{path}: the file begins with a byte-order mark; save it as UTF-8 without one")
            }
        }
    }
}

/// Why a folder could not be made into a [`Catalog`](crate::Catalog): all that has to be mended first.
///
/// Its `Display` has a line for each fault.
///
/// ```
/// use code_prompts::Catalog;
///
/// let error = Catalog::from_dir("no/such/folder").expect_err("it is not there");
/// assert_eq!(error.to_string(), "no/such/folder: there is no such folder; give one that holds codes.toml");
/// assert_eq!(error.faults().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogError(pub(crate) Vec<Fault>);

impl CatalogError {
    /// Lists what is wrong, at least one thing.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for CatalogError {}
