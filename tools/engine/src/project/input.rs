//! The files on disk, decoded and prepared for the parser.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::walk::{Entry, ReadError};
use code_prompts_reader::{BrokenPart, Encoding, Lines, decode, guard, recover};
use fluent_syntax::parser::{ParserError, parse};
use rayon::prelude::*;
use unic_langid::LanguageIdentifier;

use super::layout::Layout;
use super::records::file::RecordsFile;
use super::snapshot::{Snapshot, digest};
use crate::error::Error;

/// A folder of locales. Each locale is a folder of `.ftl` files, one `.ftl` file, or both.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) locales: Vec<InputLocale>,
    pub(crate) files: Vec<InputFile>,
    /// Files with an extension such as `.FTL`, which are not read.
    pub(crate) misnamed: Vec<Misnamed>,
    /// The `codes.toml` of the folder, to show lines of it.
    pub(crate) codes: Option<InputFile>,
    /// The files with records, if the settings say that there are any.
    pub(crate) records: Vec<RecordsFile>,
    /// The files with records that are not read, because the settings say that there are none.
    pub(crate) ignored_records: Vec<PathBuf>,
    /// The paths of the files that are not read because a setting excludes them, with slashes, below the folder.
    pub(crate) excluded: Vec<String>,
    /// The layout by which the files were found.
    pub(crate) layout: Layout,
    /// What the files held, to notice whether someone changes them.
    pub(crate) snapshot: Snapshot,
}

/// A file with an extension such as `.FTL`.
#[derive(Clone, Debug)]
pub(crate) struct Misnamed {
    pub(crate) locale: String,
    pub(crate) path: PathBuf,
}

/// The folder or the file of a locale.
#[derive(Clone, Debug)]
pub(crate) struct InputLocale {
    /// The name of the folder, or of the file without `.ftl`.
    pub(crate) name: String,
    pub(crate) path: String,
    /// The language tag, if the name is one.
    pub(crate) id: Option<LanguageIdentifier>,
    /// The indices of its files in [`Input::files`].
    pub(crate) files: Range<usize>,
    /// Whether it is no locale, but a file beside folders of locales, such as `core.ftl`, which an app may load with each
    /// of them.
    pub(crate) is_shared: bool,
}

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

impl Input {
    /// Reads the files of a folder of locales.
    pub(crate) fn read(dir: &Path, layout: &Layout) -> Result<Self, Error> {
        Self::read_entry(&Entry::on_disk(dir), layout)
    }

    /// Reads the files of a folder of locales on disk or in memory.
    pub(crate) fn read_entry(top: &Entry, layout: &Layout) -> Result<Self, Error> {
        let dir = top.path();
        let (mut folder, excluded) = layout.walk(top).map_err(|error| cannot_read(dir, &error))?;
        if !folder.unreadable.is_empty() {
            let lines = folder.unreadable.iter().map(|unreadable| cannot_read(&unreadable.path, &unreadable.error));
            return Err(Error::new(lines));
        }
        let mut locales = Vec::new();
        let mut misnamed = Vec::new();
        let mut entries = Vec::new();
        for locale in std::mem::take(&mut folder.locales) {
            for file in &locale.misnamed {
                misnamed.push(Misnamed { locale: locale.name.clone(), path: file.path().to_owned() });
            }
            let files = entries.len()..entries.len() + locale.files.len();
            entries.extend(locale.files);
            if !files.is_empty() {
                let path = locale.path.display().to_string();
                // A source whose name is no tag is in an undetermined language.
                let is_source = layout.source.as_ref() == Some(&locale.name);
                let id = locale.id.or_else(|| is_source.then(LanguageIdentifier::default));
                locales.push(InputLocale { name: locale.name, path, id, files, is_shared: false });
            }
        }
        mark_shared(&mut locales);
        // Of several files that can't be read, the first is reported, in every run.
        let files: Vec<Result<InputFile, String>> = entries.par_iter().map(InputFile::read).collect();
        let files: Vec<InputFile> = files.into_iter().collect::<Result<_, _>>()?;
        let codes = folder.codes.as_ref().and_then(InputFile::read_codes);
        let records: Vec<RecordsFile> =
            layout.records_of(&folder).par_iter().map(RecordsFile::read).collect::<Result<_, _>>()?;
        let ignored = folder.records.get(records.len()..).unwrap_or_default();
        let ignored_records = ignored.iter().map(|entry| entry.path().to_owned()).collect();
        let read = files
            .iter()
            .chain(&codes)
            .chain(records.iter().map(|records| &records.file))
            .map(|file| (file.on_disk.clone(), file.digest));
        let snapshot = Snapshot::new(dir, layout, read.collect());
        Ok(Self {
            locales,
            files,
            misnamed,
            codes,
            records,
            ignored_records,
            excluded,
            layout: layout.clone(),
            snapshot,
        })
    }

    /// Returns whether a locale has files that are excluded.
    pub(crate) fn excludes(&self, locale: &str) -> bool {
        let name = |path: &'_ str| path.split('/').next().unwrap_or_default().to_owned();
        self.excluded.iter().any(|path| name(path) == locale || *path == format!("{locale}.ftl"))
    }
}

/// Marks the files that are named by no language, if others are folders that are.
fn mark_shared(locales: &mut [InputLocale]) {
    let is_file = |locale: &InputLocale| locale.path.ends_with(".ftl");
    if locales.iter().any(|locale| locale.id.is_some() && !is_file(locale)) {
        locales.iter_mut().for_each(|locale| locale.is_shared = locale.id.is_none() && is_file(locale));
    }
}

impl InputFile {
    fn read(file: &Entry) -> Result<Self, String> {
        let path = file.path();
        let bytes = file.read().map_err(|error| format!("{}: {error}", path.display()))?;
        let digest = digest(&bytes);
        let (text, encoding) = decode(bytes);
        let mut text = text.into_owned();
        text.shrink_to_fit();
        Ok(Self { digest, ..Self::new(path, text, encoding) })
    }

    /// Reads `codes.toml`, to show lines of it. The library reports its errors.
    fn read_codes(file: &Entry) -> Option<Self> {
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
        let mut readable = guard(&text);
        // Because of the mark, the parser would lose the first message. Three line ends keep the offsets.
        if text.starts_with(BYTE_ORDER_MARK) {
            readable.get_or_insert_with(|| text.clone()).replace_range(..BYTE_ORDER_MARK.len_utf8(), "\n\n\n");
        }
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

fn cannot_read(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be read ({error})", path.display())
}
