//! What is on disk, read and made readable for the parser.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use code_prompts_reader::characters::is_utf16;
use code_prompts_reader::{Unread, guard, recover};
use fluent_syntax::parser::{ParserError, parse};
use rayon::prelude::*;
use unic_langid::LanguageIdentifier;

use code_prompts_reader::Lines;
use code_prompts_reader::characters::BYTE_ORDER_MARK;

/// A folder of locales, each a folder of `.ftl` files, or one such file, or both.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) locales: Vec<InputLocale>,
    pub(crate) files: Vec<InputFile>,
    /// Files of locales that end in `.FTL` and the like, which nobody reads.
    pub(crate) misnamed: Vec<Misnamed>,
    /// The `codes.toml` beside the locales, to show lines of it.
    pub(crate) codes: Option<InputFile>,
}

/// A file that ends in `.FTL` or the like.
#[derive(Debug)]
pub(crate) struct Misnamed {
    pub(crate) locale: String,
    pub(crate) path: PathBuf,
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
    pub(crate) files: Range<usize>,
}

/// A file, and what the parser can read of it.
#[derive(Debug)]
pub(crate) struct InputFile {
    /// The path as it is shown. It need not be UTF-8 on disk, so it is not for opening the file.
    pub(crate) path: String,
    pub(crate) on_disk: PathBuf,
    /// The text as it is, but that what is not UTF-8 is U+FFFD. Every offset is one into this.
    pub(crate) text: String,
    /// The text without the parts that can't be read, if there are any, every byte where it was.
    readable: Option<String>,
    pub(crate) unread: Vec<Unread>,
    pub(crate) encoding: Encoding,
    lines: OnceLock<Lines>,
}

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// Two bytes for each character. The text is taken for empty, since nothing in it can be read.
    Utf16,
    /// Something else, from this byte on.
    Other(usize),
}

/// Files by their paths below a locale, or by their names.
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
            } else if let Some(stem) = stem(&name) {
                found.push((stem.to_owned(), path.clone(), vec![(name, path)]));
            }
        }
        found.sort();

        let mut locales: Vec<InputLocale> = Vec::new();
        let mut misnamed = Vec::new();
        let mut paths = Vec::new();
        for (name, path, files) in found {
            let first = paths.len();
            // As the library reads it: the parser lets any character through in a variant.
            let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
            let id = name.parse::<LanguageIdentifier>().ok();
            let id = id.filter(|id| is_plain && matches!(id.language.as_str().len(), 2 | 3));
            let id = id.filter(|id| !id.language.is_empty());
            for (below, path) in files {
                if below.ends_with(FTL) {
                    paths.push(path);
                } else if id.is_some() {
                    misnamed.push(Misnamed { locale: name.clone(), path });
                }
            }
            let files = first..paths.len();
            match locales.last_mut() {
                _ if files.is_empty() => {}
                // `en/` and `en.ftl` are one locale.
                Some(last) if last.name == name => last.files.end = files.end,
                _ => locales.push(InputLocale { name, path: path.display().to_string(), id, files }),
            }
        }
        let files = paths.into_par_iter().map(|path| InputFile::read(&path)).collect::<Result<_, _>>()?;
        Ok(Self { locales, files, misnamed, codes: InputFile::read_codes(&dir.join("codes.toml")) })
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
        if is_utf16(&bytes) {
            return Ok(Self::new(path, String::new(), Encoding::Utf16));
        }
        let encoding = match std::str::from_utf8(&bytes) {
            Ok(_) => Encoding::Utf8,
            Err(error) => Encoding::Other(error.valid_up_to()),
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        };
        Ok(Self::new(path, text, encoding))
    }

    /// Reads a file to show lines of it, if it can be read. What is wrong with it, the library says.
    fn read_codes(path: &Path) -> Option<Self> {
        let bytes = fs::metadata(path).ok().filter(fs::Metadata::is_file).and_then(|_| fs::read(path).ok())?;
        Some(Self {
            path: path.display().to_string(),
            on_disk: path.to_owned(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            readable: None,
            unread: Vec::new(),
            encoding: Encoding::Utf8,
            lines: OnceLock::new(),
        })
    }

    fn new(path: &Path, text: String, encoding: Encoding) -> Self {
        let mut readable = guard(&text);
        // The parser would lose the first message over the mark. It is as long as three spaces.
        if text.starts_with(BYTE_ORDER_MARK) {
            readable.get_or_insert_with(|| text.clone()).replace_range(..BYTE_ORDER_MARK.len_utf8(), "\n\n\n");
        }
        Self {
            path: path.display().to_string(),
            on_disk: path.to_owned(),
            text,
            readable,
            unread: Vec::new(),
            encoding,
            lines: OnceLock::new(),
        }
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
        self.lines.get_or_init(|| Lines::of(&self.text)).position(&self.text, offset)
    }

    /// Tells which bytes the character in a line and column is, both from 1.
    pub(crate) fn character(&self, line: usize, column: usize) -> Range<usize> {
        let start = self.lines.get_or_init(|| Lines::of(&self.text)).start(line).unwrap_or(self.text.len());
        let rest = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let mut characters = rest.trim_start_matches(BYTE_ORDER_MARK).chars();
        let skipped = rest.len() - characters.as_str().len();
        let before: usize = characters.by_ref().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let start = start + skipped + before;
        start..start + characters.next().map_or(0, char::len_utf8)
    }

    /// Gives the text that is parsed.
    pub(crate) fn readable(&self) -> &str {
        self.readable.as_deref().unwrap_or(&self.text)
    }
}

/// What the name of a file that is read ends in.
const FTL: &str = ".ftl";

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
        } else if stem(&name).is_some() && !path.is_dir() {
            files.push((below, path));
        }
    }
    Ok(())
}

/// Leaves `.ftl` out of a file's name, in small letters or not.
fn stem(name: &str) -> Option<&str> {
    let (stem, end) = name.split_at_checked(name.len().checked_sub(FTL.len())?)?;
    end.eq_ignore_ascii_case(FTL).then_some(stem)
}

fn cannot_read(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be read ({error})", path.display())
}
