//! The records file of a locale.

use code_prompts_reader::Encoding;
use code_prompts_reader::walk::Entry;

use super::read;
use super::stored::{RecordProblem, Stored};
use crate::project::input_file::InputFile;

/// The file `records/TAG.toml` of a locale.
#[derive(Clone, Debug)]
pub(crate) struct RecordsFile {
    /// The tag of its locale, which need not exist.
    pub(crate) locale: String,
    pub(crate) file: InputFile,
    /// What it says, as far as it can be read.
    pub(crate) stored: Stored,
    /// What can't be read, in the order of the file. A command must not change a file with such a problem: it would lose
    /// what it does not understand.
    pub(crate) problems: Vec<RecordProblem>,
    /// Whether `stored` says something else than the file.
    pub(crate) is_edited: bool,
}

impl RecordsFile {
    /// Reads the file of a locale.
    pub(crate) fn read(entry: &Entry) -> Result<Self, String> {
        let file = InputFile::read_toml(entry).map_err(|error| format!("{}: {error}", entry.path().display()))?;
        let locale = entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let (stored, problems) = match file.encoding {
            Encoding::Utf8 => read::read(&file.text),
            Encoding::Utf16 | Encoding::Other(_) => {
                let at = if let Encoding::Other(at) = file.encoding { at } else { 0 };
                let message = "this file is not UTF-8".to_owned();
                (Stored::default(), vec![RecordProblem { at, message, help: "save the file as UTF-8".to_owned() }])
            }
        };
        Ok(Self { locale, file, stored, problems, is_edited: false })
    }

    /// Renames what it says about a message or a term, in memory.
    pub(crate) fn rename(&mut self, old: &str, new: String) {
        if let Some(message) = self.stored.messages.remove(old) {
            self.stored.messages.insert(new, message);
            self.is_edited = true;
        }
    }

    /// Returns its problems, one line each.
    pub(crate) fn problems(&self) -> impl Iterator<Item = String> {
        self.problems.iter().map(|RecordProblem { at, message, help }| {
            let (line, column) = self.file.position(*at);
            format!("{}:{line}:{column}: {message}; {help}", self.file.path)
        })
    }

    /// Returns its line end.
    pub(crate) fn newline(&self) -> &'static str {
        if self.file.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}
