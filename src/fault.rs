mod catalog_error;
mod codes;
mod file;
mod render;
mod wording;

use std::borrow::Cow;
use std::error::Error;
use std::mem::{Discriminant, discriminant};
use std::path::Path;
use std::sync::Arc;

use crate::{ErrorCode, Position};

pub use catalog_error::CatalogError;
pub use code_prompts_reader::{SyntaxProblem, SyntaxProblemKind};
pub use codes::CodesProblem;
pub use file::{FileProblem, FileRole, SystemError};
pub use render::RenderProblem;

/// Something that is wrong and that the library works around, for the developer to log.
///
/// A fault never prevents an answer: there is a prompt for the user as well. Its `Display` is one line, with the place
/// and what is wrong. The alternate form, `{:#}`, adds [what to do](Self::help) behind a semicolon.
///
/// ```
/// use code_prompts::{Catalog, Fault};
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// let prompt = localizer.prompt(9999);
/// assert!(matches!(prompt.faults(), [Fault::UnknownCode { .. }]));
/// let fault = &prompt.faults()[0];
/// assert_eq!(fault.to_string(), "code 9999 is not in codes.toml");
/// assert_eq!(fault.help().as_deref(), Some("add it there with a message id"));
/// assert_eq!(format!("{fault:#}"), "code 9999 is not in codes.toml; add it there with a message id");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// A message, or one of its attributes, that is not valid Fluent or that can't be rendered. A broken text is
    /// ignored, and the message that it overrides is asked, or the next locale of the chain; a broken attribute is
    /// ignored alone. Where only some variants can't be rendered, this is so when the arguments choose one of these.
    #[non_exhaustive]
    BrokenMessage {
        /// Where it breaks, or where the message begins if only rendering would show it.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that is broken.
        id: Arc<str>,
        /// What is wrong.
        problem: MessageProblem,
    },
    /// A message, or one of its attributes, that can't be rendered with the [overrides](crate::Catalog::with_overrides)
    /// of what it refers to, or not with each variant. It is shown as if they were not there.
    #[non_exhaustive]
    BrokenOverride {
        /// Where the message begins.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that is broken.
        id: Arc<str>,
        /// What is wrong.
        problem: RenderProblem,
    },
    /// An [override](crate::Catalog::with_overrides) of a message or term that there is not. It is of no use.
    #[non_exhaustive]
    UnknownMessage {
        /// Where it begins.
        at: Position,
        /// Its name, a term's with its hyphen.
        id: Arc<str>,
    },
    /// Something in a file that is no message, term or comment. It is ignored.
    #[non_exhaustive]
    BrokenEntry {
        /// Where it breaks.
        at: Position,
        /// The line on which it begins, from 1.
        first_line: usize,
        /// What is wrong.
        problem: SyntaxProblem,
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
    /// A folder or file of messages whose name is not a canonical BCP 47 tag. It is ignored.
    #[non_exhaustive]
    InvalidLocale {
        /// The folder or file.
        path: Arc<str>,
        /// The canonical form of its name, if it has one.
        canonical: Option<String>,
    },
    /// A mistake in `codes.toml`. A folder that has one is not loaded.
    #[non_exhaustive]
    InvalidCodes {
        /// The place.
        at: Position,
        /// What is wrong.
        problem: CodesProblem,
    },
    /// A key in `codes.toml` that this version does not know. It is ignored, and the rest of the file is used.
    #[non_exhaustive]
    UnknownKey {
        /// The place.
        at: Position,
        /// The key.
        key: Arc<str>,
        /// The keys that are known there.
        known: &'static [&'static str],
    },
    /// A file or folder that can't be used.
    #[non_exhaustive]
    Unreadable {
        /// Its path.
        path: Arc<str>,
        /// Why.
        problem: FileProblem,
    },
    /// A file that ended with a line break when it was read before, and now ends within a line or is empty, as if it
    /// had not been written to its end. The version before it stays in use.
    #[non_exhaustive]
    Truncated {
        /// The file.
        path: Arc<str>,
    },
    /// A file that is not UTF-8. What can be read of it counts; a text with an unreadable character in it is
    /// ignored.
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

/// Why a message is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageProblem {
    /// It is not valid Fluent.
    #[non_exhaustive]
    Syntax {
        /// What is wrong.
        problem: SyntaxProblem,
        /// The line on which the message or attribute begins, from 1.
        first_line: usize,
    },
    /// It is valid Fluent that can't be rendered.
    Render(RenderProblem),
}

impl Fault {
    /// Returns the place that the fault is at, if it is a place in a file.
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
        match self.place() {
            Place::Position(at) => Some(at),
            Place::Path(_) | Place::None => None,
        }
    }

    /// Returns the file or folder that the fault is in: the file of its [position](Self::position), or that which is
    /// wrong as a whole.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self.place() {
            Place::Position(at) => Some(&at.file),
            Place::Path(path) => Some(path),
            Place::None => None,
        }
    }

    fn place(&self) -> Place<'_> {
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
            | Self::UnknownKey { at, .. }
            | Self::InvalidEncoding { at } => Place::Position(at),
            Self::InvalidLocale { path, .. }
            | Self::Unreadable { path, .. }
            | Self::Truncated { path }
            | Self::ByteOrderMark { path } => Place::Path(path),
            Self::UnknownCode { .. } | Self::MissingMessage { .. } => Place::None,
        }
    }

    /// Returns whether nothing is lost: a file that has no other fault is used as it is.
    pub(crate) fn is_harmless(&self) -> bool {
        match self {
            Self::UnknownKey { .. } | Self::ByteOrderMark { .. } => true,
            Self::UnknownCode { .. }
            | Self::RetiredCode { .. }
            | Self::MissingArgument { .. }
            | Self::MissingMessage { .. }
            | Self::BlankMessage { .. }
            | Self::MissingAction { .. }
            | Self::BrokenMessage { .. }
            | Self::BrokenOverride { .. }
            | Self::UnknownMessage { .. }
            | Self::BrokenEntry { .. }
            | Self::DuplicateMessage { .. }
            | Self::UnansweredCode { .. }
            | Self::MissingLocale { .. }
            | Self::InvalidLocale { .. }
            | Self::InvalidCodes { .. }
            | Self::Unreadable { .. }
            | Self::Truncated { .. }
            | Self::InvalidEncoding { .. } => false,
        }
    }

    /// Returns what stays the same of a fault when lines move, for a reload to tell new faults from old ones.
    pub(crate) fn identity(&self) -> (Discriminant<Self>, Cow<'_, str>) {
        let thing = match self {
            Self::UnknownCode { code } | Self::RetiredCode { code, .. } => code.to_string().into(),
            Self::MissingArgument { id, .. }
            | Self::MissingMessage { id, .. }
            | Self::BlankMessage { id, .. }
            | Self::MissingAction { id, .. }
            | Self::BrokenMessage { id, .. }
            | Self::BrokenOverride { id, .. }
            | Self::UnknownMessage { id, .. }
            | Self::DuplicateMessage { id, .. }
            | Self::UnansweredCode { id, .. } => Cow::from(&**id),
            Self::BrokenEntry { at, .. } | Self::InvalidEncoding { at } => Cow::from(&*at.file),
            Self::MissingLocale { locale, .. } => Cow::from(&**locale),
            Self::InvalidCodes { problem, .. } => problem.to_string().into(),
            Self::UnknownKey { key, .. } => Cow::from(&**key),
            Self::InvalidLocale { path, .. }
            | Self::Unreadable { path, .. }
            | Self::Truncated { path }
            | Self::ByteOrderMark { path } => Cow::from(&**path),
        };
        (discriminant(self), thing)
    }
}

impl Error for Fault {
    /// Returns the operating system's error, where that is why a file or folder could not be read. Nothing else has
    /// another error behind it.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let Self::Unreadable { problem: FileProblem::System { error, .. }, .. } = self else { return None };
        Some(error)
    }
}

/// Where a fault is.
enum Place<'f> {
    Position(&'f Position),
    Path(&'f str),
    None,
}

/// Returns whether a fault is about how `codes.toml` is written, apart from what that says of locales and messages.
#[must_use]
pub fn is_of_codes_file(fault: &Fault) -> bool {
    match fault {
        Fault::InvalidCodes { .. } | Fault::UnknownKey { .. } => true,
        Fault::Unreadable { path, .. }
        | Fault::Truncated { path }
        | Fault::ByteOrderMark { path }
        | Fault::InvalidEncoding { at: Position { file: path, .. } } => {
            Path::new(&**path).file_name().is_some_and(|name| name == "codes.toml")
        }
        Fault::UnknownCode { .. }
        | Fault::RetiredCode { .. }
        | Fault::MissingArgument { .. }
        | Fault::MissingMessage { .. }
        | Fault::BlankMessage { .. }
        | Fault::MissingAction { .. }
        | Fault::BrokenMessage { .. }
        | Fault::BrokenOverride { .. }
        | Fault::UnknownMessage { .. }
        | Fault::BrokenEntry { .. }
        | Fault::DuplicateMessage { .. }
        | Fault::UnansweredCode { .. }
        | Fault::MissingLocale { .. }
        | Fault::InvalidLocale { .. } => false,
    }
}
