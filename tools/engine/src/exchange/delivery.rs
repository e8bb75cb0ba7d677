//! A file that comes back from a translator.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::{Encoding, Lines, decode};

use super::format::Format;
use super::key::Key;
use super::text::Text;
use crate::error::Error;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// A file with translated texts.
#[derive(Debug)]
pub struct Delivery {
    /// The path of the file, for display.
    pub(super) path: String,
    pub(super) texts: Delivered,
}

/// What is in the file.
#[derive(Debug, Default)]
pub(super) struct Delivered {
    /// The tag of the source locale.
    pub(super) source: String,
    /// The tag of the translation.
    pub(super) target: String,
    pub(super) units: Vec<DeliveredUnit>,
}

/// A translated text.
#[derive(Debug)]
pub(super) struct DeliveredUnit {
    pub(super) key: Key,
    /// The line in the file.
    pub(super) line: usize,
    /// The text that it was translated from.
    pub(super) source: Text,
    pub(super) translation: Text,
    pub(super) finished: Finished,
}

/// Whether a translator has finished a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finished {
    Yes,
    No,
    /// If it is not the present translation.
    IfChanged,
}

/// What is wrong in a file, at a line.
pub(super) type Damage = (usize, String);

impl Delivery {
    /// Reads a file. `format` is that of the file; `None` finds it by its name, or else by its content.
    ///
    /// # Errors
    ///
    /// The file can't be read, is damaged, is not UTF-8, is larger than 64 MiB, or was not written by [`Job::write`](super::Job::write).
    pub fn read(path: &Path, format: Option<Format>) -> Result<Self, Error> {
        let shown = path.display().to_string();
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
        read.map_err(|error| format!("{shown}: can't be read ({error})"))?;
        if bytes.len() as u64 > LARGEST {
            return Err(format!("{shown}: it is larger than {} MiB", LARGEST >> 20).into());
        }
        let (text, encoding) = decode(Cow::Owned(bytes));
        let text = text.trim_start_matches(BYTE_ORDER_MARK);
        match encoding {
            Encoding::Utf8 => {}
            Encoding::Utf16 => return Err(format!("{shown}:1: this is UTF-16; save the file as UTF-8").into()),
            Encoding::Other(offset) => {
                let line = Lines::of(text).position(text, offset).0;
                return Err(format!("{shown}:{line}: this is not UTF-8; save the file as UTF-8").into());
            }
        }
        let Some(format) = format.or_else(|| Format::of(path, text)) else {
            return Err(format!("{shown}: the format is not known; give it with --format").into());
        };
        let texts = match format {
            Format::Xliff => super::xliff::read(text),
            Format::Po => super::po::read(text),
            Format::Csv => super::csv::read(text),
        };
        let texts = texts.map_err(|(line, problem)| format!("{shown}:{line}: {problem}"))?;
        Ok(Self { path: shown, texts })
    }

    /// Returns the tag of the translation.
    #[must_use]
    pub fn locale(&self) -> &str {
        &self.texts.target
    }
}
