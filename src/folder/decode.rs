use std::borrow::Cow;

use code_prompts_reader::characters::{BYTE_ORDER_MARK, is_utf16};

use crate::Fault;
use crate::folder::File;
use crate::position::Source;

/// Makes text of a file's bytes, whatever they are, and says what is wrong with them.
///
/// A byte-order mark is dropped. What is not UTF-8 becomes U+FFFD.
pub(crate) fn decode(file: &File) -> (Cow<'_, str>, Vec<Fault>) {
    let mut faults = Vec::new();
    if is_utf16(&file.bytes) {
        // Nothing of it can be read.
        faults.push(Fault::InvalidEncoding { at: Source::new(&file.path, "").position(0) });
        return (Cow::Borrowed(""), faults);
    }
    let mut text = match std::str::from_utf8(&file.bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) => {
            let text = String::from_utf8_lossy(&file.bytes);
            faults.push(Fault::InvalidEncoding { at: Source::new(&file.path, &text).position(error.valid_up_to()) });
            text
        }
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        faults.push(Fault::ByteOrderMark { path: file.path.clone() });
        text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(BYTE_ORDER_MARK)),
            Cow::Owned(text) => Cow::Owned(text.trim_start_matches(BYTE_ORDER_MARK).to_owned()),
        };
    }
    (text, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: &'static [u8]) -> File {
        File { path: "f.ftl".into(), bytes: Cow::Borrowed(bytes) }
    }

    #[test]
    fn any_bytes_become_text() {
        let cases: [(&[u8], &str, &[&str]); 7] = [
            ("a = 房\n".as_bytes(), "a = 房\n", &[]),
            (
                b"\xEF\xBB\xBFa = b",
                "a = b",
                &["f.ftl: the file begins with a byte-order mark; save it as UTF-8 without one"],
            ),
            (
                b"a = b\nc\xFF\xFE",
                "a = b\nc\u{FFFD}\u{FFFD}",
                &["f.ftl:2:2: the file is not UTF-8 from here on; save it as UTF-8"],
            ),
            (b"\xFF\xFEa\0", "", &["f.ftl:1:1: the file is not UTF-8 from here on; save it as UTF-8"]),
            (b"a\0=\0\x3F\x62", "", &["f.ftl:1:1: the file is not UTF-8 from here on; save it as UTF-8"]),
            (b"\0a\0=\x62\x3F", "", &["f.ftl:1:1: the file is not UTF-8 from here on; save it as UTF-8"]),
            (b"a = \0\0", "a = \0\0", &[]),
        ];
        for (bytes, text, faults) in cases {
            let file = file(bytes);
            let (decoded, found) = decode(&file);
            assert_eq!(decoded, text);
            assert_eq!(found.iter().map(|fault| format!("{fault:#}")).collect::<Vec<_>>(), faults);
        }
    }
}
