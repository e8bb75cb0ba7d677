use crate::{ErrorCode, Value};

/// Whether what an argument brings into a text is set off by U+2068 and U+2069.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolation {
    Marks,
    None,
}

/// What a prompt is asked for.
pub(crate) struct Request<'r> {
    pub(crate) code: ErrorCode,
    pub(crate) args: &'r [(&'r str, Value<'r>)],
    pub(crate) isolation: Isolation,
    /// Whether the code has an action, which wants a label.
    pub(crate) wants_label: bool,
}
