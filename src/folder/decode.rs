use std::borrow::Cow;

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::{Encoding, decode as text_of};

use crate::Fault;
use crate::folder::File;
use crate::position::Source;

/// Decodes the bytes of a file, without a byte-order mark. Never fails, but returns the faults.
pub(crate) fn decode(file: &File) -> (Cow<'_, str>, Vec<Fault>) {
    let (text, encoding) = text_of(Cow::Borrowed(&file.bytes));
    let invalid_from = match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16 => Some(0),
        Encoding::Other(offset) => Some(offset),
    };
    let mut faults = Vec::new();
    if let Some(offset) = invalid_from {
        faults.push(Fault::InvalidEncoding { at: Source::new(&file.path, &text).position(offset) });
    }
    if !text.starts_with(BYTE_ORDER_MARK) {
        return (text, faults);
    }
    faults.push(Fault::ByteOrderMark { path: file.path.clone() });
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(BYTE_ORDER_MARK)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(BYTE_ORDER_MARK).to_owned()),
    };
    (text, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: &'static [u8]) -> File {
        File { path: "f.ftl".into(), bytes: Cow::Borrowed(bytes) }
    }

    #[test]
    fn decode_accepts_any_bytes() {
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
