//! The files that the client has open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use code_prompts_reader::walk::Unsaved;
use gen_lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use crate::position::byte;

/// The open files by their paths.
#[derive(Default)]
pub(crate) struct OpenFiles(BTreeMap<PathBuf, OpenFile>);

pub(crate) struct OpenFile {
    pub(crate) text: String,
    pub(crate) version: i32,
    /// The address as the client writes it.
    uri: Uri,
}

impl OpenFiles {
    pub(crate) fn open(&mut self, path: PathBuf, document: TextDocumentItem) {
        let TextDocumentItem { text, version, uri, .. } = document;
        self.0.insert(path, OpenFile { text, version, uri });
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

    /// Returns the address of a file, as the client writes it if it is open.
    pub(crate) fn uri(&self, path: &Path) -> Option<Uri> {
        self.get(path).map(|open| open.uri.clone()).or_else(|| Uri::from_file_path(path).ok())
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

/// Returns the path of a file, or `None` for what is not on disk, such as `untitled:1`, or `git:/…` for a file as it was.
pub(crate) fn path(uri: &Uri) -> Option<PathBuf> {
    if uri.scheme() == "file" { uri.to_file_path().ok() } else { None }
}
