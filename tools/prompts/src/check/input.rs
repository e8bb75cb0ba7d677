//! What is on disk, read and made readable for the parser.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use code_prompts::reading::{Unread, guard, recover};
use fluent_syntax::parser::{ParserError, parse};
use rayon::prelude::*;
use unic_langid::LanguageIdentifier;

/// A folder of locales, each a folder of `.ftl` files or one such file.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) locales: Vec<InputLocale>,
    pub(crate) files: Vec<InputFile>,
}

/// A locale by its folder or file.
#[derive(Debug)]
pub(crate) struct InputLocale {
    /// The name of the folder, or of the file without `.ftl`.
    pub(crate) name: String,
    pub(crate) path: String,
    /// The language, if the name is a tag at all.
    pub(crate) id: Option<LanguageIdentifier>,
    /// Its files, by their index in [`Input::files`].
    pub(crate) files: std::ops::Range<usize>,
}

/// A file, and what the parser can read of it.
#[derive(Debug)]
pub(crate) struct InputFile {
    pub(crate) path: String,
    /// The text as it is, but that what is not UTF-8 is U+FFFD. Every offset is one into this.
    pub(crate) text: String,
    /// The text without the parts that can't be read, if there are any, every byte where it was.
    readable: Option<String>,
    pub(crate) unread: Vec<Unread>,
    /// The first byte that is not UTF-8.
    pub(crate) not_utf8: Option<usize>,
    lines: OnceLock<Vec<usize>>,
}

/// Files by their paths below a locale.
type Named = Vec<(String, PathBuf)>;

/// How deep folders may be nested below a locale.
const MAX_FOLDERS: usize = 16;

impl Input {
    /// Reads a tree `DIR/<locale>/**/*.ftl` or `DIR/<locale>.ftl`.
    pub(crate) fn read(dir: &Path) -> Result<Self, String> {
        let mut found: Vec<(String, PathBuf, Named)> = Vec::new();
        for (name, path) in visible(dir)? {
            let mut files = Vec::new();
            if path.is_dir() {
                walk(&path, "", 0, &mut files)?;
                files.sort();
                found.push((name, path, files));
            } else if let Some(stem) = name.strip_suffix(".ftl") {
                files.push((String::new(), path.clone()));
                found.push((stem.to_owned(), path, files));
            }
        }
        found.retain(|(_, _, files)| !files.is_empty());
        found.sort();

        let mut locales = Vec::new();
        let mut paths = Vec::new();
        for (name, path, files) in found {
            let first = paths.len();
            paths.extend(files);
            let id = name.parse::<LanguageIdentifier>().ok().filter(|id| matches!(id.language.as_str().len(), 2 | 3));
            let id = id.filter(|id| !id.language.is_empty());
            locales.push(InputLocale { name, path: path.display().to_string(), id, files: first..paths.len() });
        }
        let files = paths.into_par_iter().map(|(_, path)| InputFile::read(&path)).collect::<Result<_, _>>()?;
        Ok(Self { locales, files })
    }
}

impl InputFile {
    fn read(path: &Path) -> Result<Self, String> {
        let shown = path.display().to_string();
        // A named pipe would be waited on for ever.
        if !fs::metadata(path).map_err(|error| cannot_read(path, &error))?.is_file() {
            return Err(format!("{shown}: this is not a regular file; replace it by one"));
        }
        let bytes = fs::read(path).map_err(|error| cannot_read(path, &error))?;
        let not_utf8 = std::str::from_utf8(&bytes).err().map(|error| error.valid_up_to());
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        Ok(Self::new(shown, text, not_utf8))
    }

    fn new(path: String, text: String, not_utf8: Option<usize>) -> Self {
        let mut readable = guard(&text);
        // The parser would lose the first message over the mark. It is as long as three spaces.
        if text.starts_with(BYTE_ORDER_MARK) {
            readable.get_or_insert_with(|| text.clone()).replace_range(..BYTE_ORDER_MARK.len_utf8(), "\n\n\n");
        }
        Self { path, text, readable, unread: Vec::new(), not_utf8, lines: OnceLock::new() }
    }

    /// Leaves out what the parser could not read, so that it can read the rest.
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

    /// Tells the line and the column of a byte, from 1, the column in characters.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        let lines = self.lines.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(newline, _)| newline + 1)).collect()
        });
        let line = lines.partition_point(|start| *start <= offset);
        let start = lines[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        (line, before.trim_start_matches(BYTE_ORDER_MARK).chars().count() + 1)
    }

    /// Gives the text that is parsed.
    pub(crate) fn readable(&self) -> &str {
        self.readable.as_deref().unwrap_or(&self.text)
    }
}

pub(crate) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Lists what is in a folder, but for hidden things.
fn visible(dir: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let entries = fs::read_dir(dir).map_err(|error| cannot_read(dir, &error))?;
    let mut visible = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| cannot_read(dir, &error))?;
        visible.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    visible.retain(|(name, _)| !name.starts_with('.'));
    Ok(visible)
}

fn walk(dir: &Path, below: &str, depth: usize, files: &mut Named) -> Result<(), String> {
    for (name, path) in visible(dir)? {
        let below = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        // A link to a folder may lead back here, so those are not followed.
        if path.is_dir() && !path.is_symlink() && depth < MAX_FOLDERS {
            walk(&path, &below, depth + 1, files)?;
        } else if name.ends_with(".ftl") && !path.is_dir() {
            files.push((below, path));
        }
    }
    Ok(())
}

fn cannot_read(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be read ({error})", path.display())
}
