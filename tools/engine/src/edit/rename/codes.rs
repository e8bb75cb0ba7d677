//! Renames message ids in `codes.toml`.

use std::io;
use std::path::{Path, PathBuf};

use code_prompts_reader::Lines;
use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document;
use code_prompts_reader::walk::{CODES_FILE, Entry, ReadError};

use super::name::Name;
use crate::edit::document::Edits;
use crate::project::code_lines::{CodeLine, code_lines};

/// A `codes.toml` and the message ids in it.
pub(in crate::edit) struct CodesFile {
    pub(in crate::edit) path: PathBuf,
    pub(in crate::edit) text: String,
    lines: Vec<CodeLine>,
}

impl CodesFile {
    /// Reads the file of a folder, if there is one.
    pub(in crate::edit) fn read(folder: &Entry) -> Result<Option<Self>, String> {
        let path = folder.path().join(CODES_FILE);
        let bytes = match folder.file(CODES_FILE).read() {
            Ok(bytes) => bytes.into_owned(),
            Err(ReadError::System(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
            at(&path, &valid, valid.len(), "this is not UTF-8; save the file as UTF-8")
        })?;
        let unmarked = text.trim_start_matches(BYTE_ORDER_MARK);
        let (_, errors) = document::parse(unmarked);
        if let Some(error) = errors.first() {
            return Err(at(
                &path,
                unmarked,
                error.span.start,
                &format!("not valid TOML: {}; fix this line", error.message),
            ));
        }
        let lines = code_lines(&text);
        Ok(Some(Self { path, text, lines }))
    }

    /// Returns the lines with a message id.
    pub(super) fn lines_of(&self, name: Name<'_>) -> Vec<CodeLine> {
        self.lines.iter().filter(|line| !name.is_term && line.id == name.id).cloned().collect()
    }

    /// Returns the positions of an id, for an error.
    pub(super) fn positions(&self, name: Name<'_>) -> Vec<String> {
        let lines = self.lines.iter().filter(|line| line.id == name.id);
        lines.map(|line| position(&self.path, &self.text, line.id_at.start)).collect()
    }

    /// Returns the text with a new id in some lines.
    pub(super) fn renamed(&self, lines: &[CodeLine], new: Name<'_>) -> String {
        let mut edits = Edits::default();
        for line in lines {
            let quote =
                if self.text.get(line.id_at.clone()).is_some_and(|id| id.starts_with('\'')) { '\'' } else { '"' };
            edits.replace(line.id_at.clone(), format!("{quote}{}{quote}", new.id));
        }
        edits.apply(&self.text)
    }
}

fn at(path: &Path, text: &str, offset: usize, problem: &str) -> String {
    format!("{}: {problem}", position(path, text, offset))
}

fn position(path: &Path, text: &str, offset: usize) -> String {
    let (line, column) = Lines::of(text).position(text, offset);
    format!("{}:{line}:{column}", path.display())
}
