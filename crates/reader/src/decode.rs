use std::borrow::Cow;

use crate::characters::is_utf16;

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, the only encoding that is read.
    Utf8,
    /// UTF-16. The decoded text is empty.
    Utf16,
    /// Not UTF-8 from this byte on. Each invalid sequence is U+FFFD in the decoded text.
    Other(usize),
}

/// Decodes the bytes of a file. Never fails: the encoding says where the text is not complete. Keeps a byte-order mark.
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
