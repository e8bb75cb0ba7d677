//! The files of a folder of locales, for the commands that need no source locale.

use std::path::Path;

use code_prompts_reader::Encoding;
use code_prompts_reader::walk::{Entry, Unsaved};

use super::input::Input;
use super::input_file::InputFile;
use super::settings::Settings;
use super::tree::recover_all;
use crate::error::Error;
use crate::text::nearest::nearest;

/// A folder of locales, without a source locale.
pub struct Files {
    /// The folder as it is read.
    pub(crate) folder: Entry,
    pub(crate) input: Input,
}

impl Files {
    /// Reads the files of a folder of locales.
    ///
    /// # Errors
    ///
    /// A file can't be read, or there are no files.
    pub fn read(dir: &Path) -> Result<Self, Error> {
        Self::with_unsaved(dir, Unsaved::default())
    }

    /// Returns the same, of which some have other texts in an editor.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read).
    pub fn with_unsaved(dir: &Path, unsaved: Unsaved) -> Result<Self, Error> {
        let folder = Entry::with_unsaved(dir, unsaved);
        let mut input = Input::read_entry(&folder, &Settings::read_folder(&folder)?.layout)?;
        if input.locales.is_empty() {
            return Err(format!("{}: there are no .ftl files in folders of locales", dir.display()).into());
        }
        recover_all(&mut input);
        Ok(Self { folder, input })
    }

    /// Returns the files of some locales, or of all if `locales` is empty. Fails if one has a syntax or encoding error.
    pub(crate) fn of(&self, locales: &[String]) -> Result<Vec<&InputFile>, Error> {
        let existing: Vec<&str> = self.input.locales.iter().map(|locale| locale.name.as_str()).collect();
        if let Some(missing) = locales.iter().find(|locale| !existing.contains(&locale.as_str())) {
            return Err(no_locale(missing, &self.input).into());
        }
        let mut wanted = existing;
        wanted.retain(|locale| locales.is_empty() || locales.iter().any(|wanted| wanted == locale));
        refuse_unreadable(&self.input, &wanted)?;
        Ok(files(&self.input, &wanted).collect())
    }
}

/// Returns the error for a source locale that does not exist.
pub(crate) fn no_source(dir: &Path, source: &str, input: &Input) -> Error {
    let problem = format!("{}: there is no source locale `{source}` with .ftl files", dir.display());
    format!("{problem}; {}", instead_of(source, input)).into()
}

/// Returns the error for a locale that does not exist.
pub(crate) fn no_locale(missing: &str, input: &Input) -> String {
    format!("there is no locale `{missing}`; {}", instead_of(missing, input))
}

/// Returns what may be meant by a locale that does not exist, or why it is not read.
fn instead_of(missing: &str, input: &Input) -> String {
    if input.excludes(missing) {
        return "its files are excluded".to_owned();
    }
    let names: Vec<&str> = input.locales.iter().map(|locale| locale.name.as_str()).collect();
    let plain = |name: &str| name.to_ascii_lowercase().replace('_', "-");
    let language = |name: &str| plain(name).split('-').next().unwrap_or_default().to_owned();
    let same = names.iter().find(|name| plain(name) == plain(missing));
    let of_language: Vec<&str> = names.iter().copied().filter(|name| language(name) == language(missing)).collect();
    let meant = same.copied().or(match *of_language {
        [only] => Some(only),
        [] => nearest(missing, names.iter().copied()),
        _ => None,
    });
    match meant {
        Some(meant) => format!("is `{meant}` meant?"),
        None if of_language.is_empty() => format!("there are {}", names.join(", ")),
        None => format!("there are {}", of_language.join(", ")),
    }
}

/// Fails if a file of some locales has a syntax or encoding error.
pub(super) fn refuse_unreadable(input: &Input, locales: &[&str]) -> Result<(), Error> {
    let problems = unreadable(input, locales);
    if problems.is_empty() { Ok(()) } else { Err(Error::new(problems)) }
}

/// Returns the syntax and encoding errors in the files of some locales, one line each.
pub(super) fn unreadable(input: &Input, locales: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    for records in input.records.iter().filter(|records| locales.contains(&records.locale.as_str())) {
        problems.extend(records.problems());
    }
    for file in files(input, locales) {
        let mut problem = |offset, problem: &str| {
            let (line, column) = file.position(offset);
            problems.push(format!("{}:{line}:{column}: {problem}", file.path));
        };
        match file.encoding {
            Encoding::Utf8 => {}
            Encoding::Utf16 => problem(0, "this is UTF-16; save the file as UTF-8"),
            Encoding::Other(offset) => problem(offset, "this is not UTF-8; save the file as UTF-8"),
        }
        for unread in &file.unread {
            let help = unread.problem.help().map_or_else(String::new, |help| format!("; {help}"));
            problem(unread.offset, &format!("{}{help}", unread.problem));
        }
    }
    problems
}

fn files<'i>(input: &'i Input, locales: &[&str]) -> impl Iterator<Item = &'i InputFile> {
    let locales = input.locales.iter().filter(|locale| locales.contains(&locale.name.as_str()));
    locales.flat_map(|locale| input.files.get(locale.files.clone()).unwrap_or_default())
}
