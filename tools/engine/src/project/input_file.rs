//! A file on disk, decoded and prepared for the parser.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::walk::{Entry, ReadError};
use code_prompts_reader::{BrokenPart, Encoding, Lines, decode, parsable, recover};
use fluent_syntax::parser::{ParserError, parse};

use super::snapshot::digest;

/// A file, and the text that the parser reads.
#[derive(Clone, Debug)]
pub(crate) struct InputFile {
    /// The path for display. Use `on_disk` to open the file: the path may not be UTF-8.
    pub(crate) path: Arc<str>,
    pub(crate) on_disk: PathBuf,
    /// The text, with U+FFFD for invalid UTF-8. All offsets are into this text.
    pub(crate) text: String,
    /// The text with syntax errors blanked out, if there are any. Offsets are the same as in `text`.
    readable: Option<String>,
    pub(crate) unread: Vec<BrokenPart>,
    pub(crate) encoding: Encoding,
    lines: OnceLock<Lines>,
    pub(super) digest: u64,
}

impl InputFile {
    pub(super) fn read(file: &Entry) -> Result<Self, String> {
        let path = file.path();
        let bytes = file.read().map_err(|error| format!("{}: {error}", path.display()))?;
        let digest = digest(&bytes);
        let (text, encoding) = decode(bytes);
        let mut text = text.into_owned();
        text.shrink_to_fit();
        Ok(Self { digest, ..Self::new(path, text, encoding) })
    }

    /// Reads `codes.toml`, to show lines of it. The library reports its errors.
    pub(super) fn read_codes(file: &Entry) -> Option<Self> {
        let bytes = file.read().ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Some(Self { readable: None, digest: digest(&bytes), ..Self::new(file.path(), text, Encoding::Utf8) })
    }

    /// Reads a TOML file.
    pub(super) fn read_toml(file: &Entry) -> Result<Self, ReadError> {
        let bytes = file.read()?;
        let digest = digest(&bytes);
        let (text, encoding) = decode(bytes);
        Ok(Self { readable: None, digest, ..Self::new(file.path(), text.into_owned(), encoding) })
    }

    fn new(path: &Path, text: String, encoding: Encoding) -> Self {
        let readable = parsable(&text);
        Self {
            path: path.display().to_string().into(),
            on_disk: path.to_owned(),
            text,
            readable,
            unread: Vec::new(),
            encoding,
            lines: OnceLock::new(),
            digest: 0,
        }
    }

    /// Replaces the text, as if the file had been changed since it was read. The text has no syntax errors.
    pub(crate) fn set_text(&mut self, text: String) {
        *self = Self { digest: self.digest, ..Self::new(&self.on_disk, text, self.encoding) };
    }

    /// Returns whether no message can be read because of how the file was saved. `invalid-encoding` or `syntax` reports it.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.encoding == Encoding::Utf16 || self.has_old_line_ends() || self.text.contains('\0')
    }

    /// Returns whether all lines end in CR alone, which is no line end in Fluent.
    pub(crate) fn has_old_line_ends(&self) -> bool {
        !self.text.contains('\n') && self.text.trim_end_matches('\r').contains('\r')
    }

    /// Blanks out syntax errors, so that the parser can read the rest.
    pub(crate) fn recover(&mut self, mut errors: Vec<ParserError>) {
        loop {
            let (found, rest) = recover(self.readable(), &errors);
            self.unread.extend(found);
            let Some(rest) = rest else { break };
            errors = parse(rest.as_str()).err().map(|(_, errors)| errors).unwrap_or_default();
            self.readable = Some(rest);
        }
        self.unread.sort_by_key(|unread| unread.offset);
    }

    /// Returns the line and the column of a byte, both from 1. The column counts characters.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        self.lines.get_or_init(|| Lines::of(&self.text)).position(&self.text, offset)
    }

    /// Returns the bytes of the character at a line and column, both from 1.
    pub(crate) fn character(&self, line: usize, column: usize) -> Range<usize> {
        let start = self.lines.get_or_init(|| Lines::of(&self.text)).start(line).unwrap_or(self.text.len());
        let rest = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let mut characters = rest.trim_start_matches(BYTE_ORDER_MARK).chars();
        let skipped = rest.len() - characters.as_str().len();
        let before: usize = characters.by_ref().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let start = start + skipped + before;
        start..start + characters.next().map_or(0, char::len_utf8)
    }

    /// Returns the text for the parser.
    pub(crate) fn readable(&self) -> &str {
        self.readable.as_deref().unwrap_or(&self.text)
    }
}
