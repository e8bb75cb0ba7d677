//! The files that the client has open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use code_prompts_reader::walk::Unsaved;
use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};

use crate::position::byte;

/// The open files by their paths.
#[derive(Default)]
pub(crate) struct OpenFiles(BTreeMap<PathBuf, OpenFile>);

pub(crate) struct OpenFile {
    pub(crate) text: String,
    pub(crate) version: i32,
}

impl OpenFiles {
    pub(crate) fn open(&mut self, path: PathBuf, text: String, version: i32) {
        self.0.insert(path, OpenFile { text, version });
    }

    pub(crate) fn close(&mut self, path: &Path) {
        self.0.remove(path);
    }

    /// Applies changes, each to the text after the one before. Those of a file that is not open are ignored.
    pub(crate) fn change(&mut self, path: &Path, changes: Vec<TextDocumentContentChangeEvent>, version: i32) {
        let Some(file) = self.0.get_mut(path) else { return };
        file.version = version;
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => file.text = whole.text,
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let start = byte(&file.text, part.range.start);
                    let end = byte(&file.text, part.range.end).max(start);
                    file.text.replace_range(start..end, &part.text);
                }
            }
        }
    }

    pub(crate) fn get(&self, path: &Path) -> Option<&OpenFile> {
        self.0.get(path)
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Returns the texts of the files below a folder.
    pub(crate) fn below(&self, dir: &Path) -> Unsaved {
        let below = self.0.iter().filter(|(path, _)| path.starts_with(dir));
        Arc::new(below.map(|(path, file)| (path.clone(), file.text.clone().into_bytes())).collect())
    }
}

/// Returns the path of a file, or `None` for what is not on disk, such as `untitled:1`.
pub(crate) fn path(uri: &Uri) -> Option<PathBuf> {
    uri.to_file_path().ok()
}

/// Returns the address of an absolute path.
pub(crate) fn uri(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path).ok()
}
