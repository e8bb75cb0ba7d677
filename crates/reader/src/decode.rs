use std::borrow::Cow;

use crate::characters::is_utf16;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As it must be.
    Utf8,
    /// Two bytes for each character. The text is taken for empty, since nothing in it can be read.
    Utf16,
    /// Something else, from this byte on. What is not UTF-8 is U+FFFD in the text.
    Other(usize),
}

/// Makes text of a file's bytes, whatever they are. A byte-order mark stays in it.
#[must_use]
pub fn decode(bytes: Cow<'_, [u8]>) -> (Cow<'_, str>, Encoding) {
    if is_utf16(&bytes) {
        return (Cow::Borrowed(""), Encoding::Utf16);
    }
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match bytes {
        Cow::Borrowed(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
            Err(error) => (Cow::Owned(lossy(bytes)), Encoding::Other(error.valid_up_to())),
        },
        Cow::Owned(bytes) => match String::from_utf8(bytes) {
            Ok(text) => (Cow::Owned(text), Encoding::Utf8),
            Err(error) => (Cow::Owned(lossy(error.as_bytes())), Encoding::Other(error.utf8_error().valid_up_to())),
        },
    }
}
