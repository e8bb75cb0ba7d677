use crate::{ErrorCode, Value};

/// An error that has a code, and the arguments for its message.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode, HasCode, Value};
///
/// enum SignInError {
///     Im { reused: bool },
///     RoomClosed,
/// }
///
/// impl HasCode for SignInError {
///     fn code(&self) -> ErrorCode {
///         match self {
///             Self::Im { .. } => ErrorCode::IM_LOGIN_FAILED,
///             Self::RoomClosed => ErrorCode::ROOM_CLOSED,
///         }
///     }
///
///     fn args(&self) -> Vec<(&str, Value<'_>)> {
///         match self {
///             Self::Im { reused } => vec![("im-reused", (*reused).into())],
///             Self::RoomClosed => Vec::new(),
///         }
///     }
/// }
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// assert_eq!(localizer.prompt_for(&SignInError::Im { reused: true }).text(), "Sign in to IM first");
/// assert_eq!(localizer.prompt_for(&SignInError::RoomClosed).text(), "The room has been closed");
/// ```
///
/// `examples/errors.rs` in the repository uses it with `thiserror` and `anyhow`.
pub trait HasCode {
    /// Returns the code.
    fn code(&self) -> ErrorCode;

    /// Returns the arguments for the variables of the code's message: none, if an implementation does not say otherwise.
    fn args(&self) -> Vec<(&str, Value<'_>)> {
        Vec::new()
    }
}

impl HasCode for ErrorCode {
    fn code(&self) -> ErrorCode {
        *self
    }
}
