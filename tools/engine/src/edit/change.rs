//! Changes to files, which are written together.

use std::path::{Path, PathBuf};

use crate::project::input::Input;
use crate::project::snapshot::Snapshot;

/// Changes to the files of a folder.
#[derive(Debug)]
pub struct Changes {
    /// The folder.
    pub(super) dir: PathBuf,
    /// The files that the changes are based on, if there are others than those that are changed.
    pub(super) read: Option<Snapshot>,
    pub(super) files: Vec<Change>,
}

/// A file that is changed, created or removed.
#[derive(Debug)]
pub struct Change {
    pub(super) path: PathBuf,
    /// The current content. `None` for a new file.
    pub(super) before: Option<String>,
    /// The content while the files without such a text are written.
    pub(super) meanwhile: Option<String>,
    pub(super) after: String,
    /// Whether the file is removed.
    pub(super) removes: bool,
}

impl Changes {
    pub(crate) fn new(input: &Input) -> Self {
        let read = input.snapshot.clone();
        Self { dir: read.dir().to_owned(), read: Some(read), files: Vec::new() }
    }

    /// Returns no changes, to add some to files of any folder. It is created if it does not exist.
    #[must_use]
    pub fn in_folder(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), read: None, files: Vec::new() }
    }

    /// Changes, creates or removes a file: `None` is a file that does not exist.
    pub fn set(&mut self, path: impl Into<PathBuf>, before: Option<&str>, after: Option<String>) {
        match (before, after) {
            (Some(before), Some(after)) => self.rewrite(path, before, after),
            (None, Some(after)) => self.create(path, after),
            (Some(before), None) => self.remove(path, before),
            (None, None) => {}
        }
    }

    /// Adds a change to a file, unless its content is the same.
    pub(super) fn rewrite(&mut self, path: impl Into<PathBuf>, before: &str, after: String) {
        self.rewrite_in_steps(path, before, None, after);
    }

    /// Adds a change in two steps: until all other files are written, the file holds a text that fits the old and the new
    /// ones.
    pub(super) fn rewrite_in_steps(
        &mut self,
        path: impl Into<PathBuf>,
        before: &str,
        meanwhile: Option<String>,
        after: String,
    ) {
        if before != after {
            self.files.push(Change {
                path: path.into(),
                before: Some(before.to_owned()),
                meanwhile,
                after,
                removes: false,
            });
        }
    }

    /// Adds a new file.
    pub(super) fn create(&mut self, path: impl Into<PathBuf>, after: String) {
        self.files.push(Change { path: path.into(), before: None, meanwhile: None, after, removes: false });
    }

    /// Adds a change that is made after all others: they are what the present content of the file needs.
    pub(super) fn rewrite_last(&mut self, path: impl Into<PathBuf>, before: &str, after: String) {
        self.rewrite_in_steps(path, before, Some(before.to_owned()), after);
    }

    /// Removes a file, after all others are written.
    pub(super) fn remove(&mut self, path: impl Into<PathBuf>, before: &str) {
        let before = Some(before.to_owned());
        self.files.push(Change { path: path.into(), before, meanwhile: None, after: String::new(), removes: true });
    }

    /// Adds changes that these ones are based on: the texts of some files, before and after.
    pub(super) fn based_on<'b>(mut self, earlier: impl IntoIterator<Item = (&'b Path, &'b str, String)>) -> Self {
        for (path, before, after) in earlier {
            match self.files.iter_mut().find(|change| change.path == path) {
                Some(change) => change.before = Some(before.to_owned()),
                None => self.rewrite(path, before, after),
            }
        }
        self.files.sort_by(|one, other| one.path.cmp(&other.path));
        self
    }

    /// Returns whether there are no changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns the files that are changed, created or removed.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &Change> {
        self.files.iter()
    }
}

impl Change {
    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the current content, or `None` for a new file.
    #[must_use]
    pub fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }

    /// Returns whether the file is removed.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.removes
    }

    /// Returns the new content, which is empty if the file is removed.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.after
    }
}
