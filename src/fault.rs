mod catalog_error;
mod class;
mod codes;
mod file;
mod kind;
mod render;
mod wording;

use std::error::Error;
use std::sync::Arc;

use crate::arguments::ArgumentType;
use crate::{ErrorCode, Position};

pub use catalog_error::CatalogError;
pub use class::is_codes_file_fault;
pub use code_prompts_reader::{SyntaxProblem, SyntaxProblemKind};
pub use codes::CodesProblem;
pub use file::{FileProblem, FileRole, SystemError};
pub use render::RenderProblem;

/// A problem that the library has worked around, for the developer to log.
///
/// A fault never prevents a prompt: the user gets a text as well. Its `Display` is one line: the place and the
/// [problem](Self::problem). The alternate form, `{:#}`, adds [how to fix it](Self::help) after a semicolon. Control
/// characters, line breaks and invisible characters of names are shown as `␛`, `␊` and `\u{200b}`.
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
    /// A code that is not in the table. The `unknown-code` message is used.
    #[non_exhaustive]
    UnknownCode {
        /// The code.
        code: ErrorCode,
    },
    /// A code that is in the table `[retired]`. The `unknown-code` message is used.
    #[non_exhaustive]
    RetiredCode {
        /// The code's line in `codes.toml`.
        at: Position,
        /// The code.
        code: ErrorCode,
    },
    /// A variable of the message that no argument sets. The text shows its name in braces, or a selector uses its
    /// default variant.
    #[non_exhaustive]
    MissingArgument {
        /// Where the message begins.
        at: Position,
        /// The locale of the message. It can be another than that of the prompt, if this message lacks a label.
        locale: Arc<str>,
        /// The message's id.
        id: Arc<str>,
        /// The variable, without its `$`.
        name: String,
    },
    /// An argument of another type than the variants of the message are for. A selector uses its default variant.
    #[non_exhaustive]
    InvalidArgument {
        /// Where the message begins.
        at: Position,
        /// The locale of the message.
        locale: Arc<str>,
        /// The message's id.
        id: Arc<str>,
        /// The variable, without its `$`.
        name: String,
        /// The type that its variants are for.
        expected: ArgumentType,
    },
    /// A locale without the message. The next locale is used.
    #[non_exhaustive]
    MissingMessage {
        /// The locale that lacks it.
        locale: Arc<str>,
        /// The message's id.
        id: Arc<str>,
    },
    /// A message whose text is blank. The message that it overrides is used, or the next locale.
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
    /// A message, or one of its attributes, that is not valid Fluent or can't be rendered. If its text is broken, the
    /// message that it overrides is used, or the next locale. If an attribute is broken, only that is ignored. If only
    /// some variants can't be rendered, this happens when the arguments select one of them.
    #[non_exhaustive]
    BrokenMessage {
        /// The place of the syntax error, or if there is none, the start of the message or attribute.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that is broken.
        id: Arc<str>,
        /// The problem.
        problem: MessageProblem,
    },
    /// A message, or one of its attributes, that can't be rendered with the [overrides](crate::Catalog::with_overrides)
    /// of the messages and terms that it refers to, or not in all variants. It is rendered without these overrides.
    #[non_exhaustive]
    BrokenOverride {
        /// Where the message begins.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that is broken.
        id: Arc<str>,
        /// The problem.
        problem: RenderProblem,
    },
    /// An option of `NUMBER()` that has no effect, or not with this value. The number is shown without it.
    #[non_exhaustive]
    IgnoredOption {
        /// Where the message or attribute begins.
        at: Position,
        /// The message's id, with `.` and the attribute's name if only that has the option.
        id: Arc<str>,
        /// The option as Fluent writes it, such as `style: "percent"`.
        option: Arc<str>,
        /// Whether the feature `numbers` of this library has the option.
        needs_feature: bool,
    },
    /// An [override](crate::Catalog::with_overrides) of a message or term that does not exist. It has no effect.
    #[non_exhaustive]
    UnknownMessage {
        /// Where it begins.
        at: Position,
        /// Its name, for a term with its hyphen.
        id: Arc<str>,
    },
    /// An entry in a file that is not a message, term or comment. It is ignored.
    #[non_exhaustive]
    BrokenEntry {
        /// The place of the syntax error.
        at: Position,
        /// The line on which the entry begins, from 1.
        first_line: usize,
        /// The problem.
        problem: SyntaxProblem,
    },
    /// A second message or term with the same name. The first one is used. A message and a term also conflict.
    #[non_exhaustive]
    DuplicateMessage {
        /// Where the second begins.
        at: Position,
        /// Where the first begins.
        first: Position,
        /// The name that they share.
        id: Arc<str>,
    },
    /// A code without a usable message in any locale. The `unknown-code` message is used.
    #[non_exhaustive]
    UnansweredCode {
        /// The code's line in `codes.toml`.
        at: Position,
        /// The code.
        code: ErrorCode,
        /// The id of the code's message.
        id: Arc<str>,
    },
    /// A source or fallback locale without `.ftl` files.
    #[non_exhaustive]
    MissingLocale {
        /// Where `codes.toml` names it.
        at: Position,
        /// Its tag.
        locale: Arc<str>,
    },
    /// A locale for [`Catalog::with_locales`](crate::Catalog::with_locales) that the catalogue does not have.
    #[non_exhaustive]
    UnknownLocale {
        /// Its tag, as it was given.
        locale: Arc<str>,
        /// The locales of the catalogue.
        available: Vec<Arc<str>>,
    },
    /// A function for [`Catalog::with_function`](crate::Catalog::with_function) whose name is not one of a function, or is
    /// `NUMBER`, which can't be replaced.
    #[non_exhaustive]
    InvalidFunction {
        /// Its name, as it was given.
        name: Arc<str>,
    },
    /// A folder or file of messages whose name is not a canonical BCP 47 tag. It is ignored.
    #[non_exhaustive]
    InvalidLocale {
        /// The folder or file.
        path: Arc<str>,
        /// The canonical form of its name, if it has one.
        canonical: Option<String>,
    },
    /// A mistake in `codes.toml`. The folder is not loaded. In the `codes.toml` of
    /// [overrides](crate::Catalog::with_overrides), only the entry is ignored, or a file that is not valid TOML.
    #[non_exhaustive]
    InvalidCodes {
        /// The place.
        at: Position,
        /// The problem.
        problem: CodesProblem,
    },
    /// An unknown key in `codes.toml`. It is ignored, and the rest of the file is used.
    #[non_exhaustive]
    UnknownKey {
        /// The place.
        at: Position,
        /// The key.
        key: Arc<str>,
        /// The keys that are allowed there.
        known: &'static [&'static str],
    },
    /// A file or folder that can't be used.
    #[non_exhaustive]
    Unreadable {
        /// Its path.
        path: Arc<str>,
        /// The problem.
        problem: FileProblem,
    },
    /// A file that is new or has changed and that is empty or ends within a line, as if it were only partly written. A
    /// [reload](crate::LiveCatalog::reload) rejects it, and the previous version stays in use.
    #[non_exhaustive]
    Truncated {
        /// The file.
        path: Arc<str>,
    },
    /// A file that is not UTF-8. A text with an undecodable character is ignored, the others are used. A UTF-16 file
    /// is ignored completely.
    #[non_exhaustive]
    InvalidEncoding {
        /// The first byte that is not UTF-8.
        at: Position,
    },
    /// A file that begins with a byte-order mark. The mark is skipped. Other Fluent tools would lose the first message.
    #[non_exhaustive]
    ByteOrderMark {
        /// The file.
        path: Arc<str>,
    },
}

/// The problem of a message that is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageProblem {
    /// It is not valid Fluent.
    #[non_exhaustive]
    Syntax {
        /// The problem.
        problem: SyntaxProblem,
        /// The line on which the message or attribute begins, from 1.
        first_line: usize,
    },
    /// It is valid Fluent, but can't be rendered.
    Render(RenderProblem),
}

impl Fault {
    /// Returns the fault's position, if it is in a file.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// let prompt = localizer.prompt(-4); // without its argument
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

    /// Returns the path of the file or folder that the fault is about: the file of its [position](Self::position), or
    /// the file or folder that is wrong as a whole.
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
            | Self::InvalidArgument { at, .. }
            | Self::BlankMessage { at, .. }
            | Self::MissingAction { at, .. }
            | Self::BrokenMessage { at, .. }
            | Self::BrokenOverride { at, .. }
            | Self::IgnoredOption { at, .. }
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
            Self::UnknownCode { .. }
            | Self::MissingMessage { .. }
            | Self::UnknownLocale { .. }
            | Self::InvalidFunction { .. } => Place::None,
        }
    }
}

impl Error for Fault {
    /// Returns the operating system's error, if a file or folder could not be read. Other faults have no source.
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
