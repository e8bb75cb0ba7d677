//! Changes of files, written all or none.

use std::path::{Path, PathBuf};

use super::write::write;
use crate::error::Error;
use crate::project::input::Input;
use crate::project::snapshot::Snapshot;

/// What is to be made of the files of a folder.
#[derive(Debug)]
pub struct Changes {
    /// What the command has read.
    read: Snapshot,
    files: Vec<Change>,
}

/// A file that changes, or is made.
#[derive(Debug)]
pub struct Change {
    pub(super) path: PathBuf,
    /// What the file holds now. Nothing, if it is yet to be made.
    pub(super) before: Option<String>,
    /// What the file holds while those without such a text are written.
    pub(super) meanwhile: Option<String>,
    pub(super) after: String,
}

impl Changes {
    pub(super) fn new(input: &Input) -> Self {
        Self { read: input.snapshot.clone(), files: Vec::new() }
    }

    /// Makes a file of a text that it may hold already.
    pub(super) fn rewrite(&mut self, path: impl Into<PathBuf>, before: &str, after: String) {
        self.rewrite_in_steps(path, before, None, after);
    }

    /// Makes a file of a text, and until all other files are written, of a text that fits both the old and the new ones.
    pub(super) fn rewrite_in_steps(
        &mut self,
        path: impl Into<PathBuf>,
        before: &str,
        meanwhile: Option<String>,
        after: String,
    ) {
        if before != after {
            self.files.push(Change { path: path.into(), before: Some(before.to_owned()), meanwhile, after });
        }
    }

    /// Makes a file that is not there.
    pub(super) fn create(&mut self, path: impl Into<PathBuf>, after: String) {
        self.files.push(Change { path: path.into(), before: None, meanwhile: None, after });
    }

    /// Returns whether no file changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns the files that change.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &Change> {
        self.files.iter()
    }

    /// Writes all files or none. Returns the temporary files of earlier, interrupted commands, which it has removed.
    ///
    /// No other command can write into the folder meanwhile, where the system has locks for folders (`flock`; Windows has
    /// none). An interrupted write is completed by reading the folder, making the changes and writing them again.
    ///
    /// # Errors
    ///
    /// Nothing is written if
    ///
    /// - another command is writing into the folder,
    /// - a file of the folder was changed, added or removed since it was read, or one to be made is there already,
    /// - a file is read-only, or a link leads out of the folder,
    /// - a file can't be written.
    pub fn write(&self) -> Result<Vec<PathBuf>, Error> {
        if self.is_empty() { Ok(Vec::new()) } else { Ok(write(&self.read, &self.files)?) }
    }
}

impl Change {
    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns what the file holds now, or nothing if it is yet to be made.
    #[must_use]
    pub fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }

    /// Returns what the file is to hold.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.after
    }
}
