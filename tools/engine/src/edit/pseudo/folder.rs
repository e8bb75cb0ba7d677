//! Creates a folder atomically.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf, absolute};

use crate::edit::write::write_folder;

/// A file: its path below the folder, and its content.
pub(super) type NewFile = (PathBuf, Vec<u8>);

/// The folder to create.
pub(super) struct NewFolder {
    pub(super) path: PathBuf,
    /// Whether it exists and has files.
    is_non_empty: bool,
}

impl NewFolder {
    /// Checks that the folder can be created. It must not be inside the folder of locales, where it would be read as a
    /// locale.
    pub(super) fn new(output: &Path, locales: &Path) -> Result<Self, String> {
        let shown = output.display();
        let path: PathBuf = output.components().collect();
        if path.file_name().is_none() {
            return Err(format!("{shown}: can't create this folder; choose another"));
        }
        let is_non_empty = match fs::read_dir(&path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(format!("{shown}: this can't be a folder ({error}); choose another")),
        };
        let folder = Self { path, is_non_empty };
        let above = absolute(&folder.path).map_err(|error| folder.cannot_create(&error))?;
        let above = above.ancestors().find_map(|above| fs::canonicalize(above).ok()).unwrap_or_default();
        if fs::canonicalize(locales).is_ok_and(|locales| above.starts_with(locales)) {
            return Err(format!("{shown}: this is inside the folder of locales; choose a folder outside"));
        }
        Ok(folder)
    }

    /// Returns whether the folder has exactly these files.
    pub(super) fn holds(&self, files: &[NewFile]) -> Result<bool, String> {
        let is_same = |(path, content): &NewFile| fs::read(self.path.join(path)).is_ok_and(|now| now == *content);
        // Other files are counted only then: it may be a very large folder.
        if !files.iter().all(is_same) {
            return Ok(false);
        }
        let count = count(&self.path).map_err(|error| format!("{self}: can't be read ({error})"))?;
        Ok(count == files.len())
    }

    /// Fails if the folder is not empty.
    pub(super) fn refuse_non_empty(&self) -> Result<(), String> {
        let error = || format!("{self}: the folder is not empty; delete it, or choose another");
        if self.is_non_empty { Err(error()) } else { Ok(()) }
    }

    /// Creates the folder atomically. Returns the temporary files of interrupted commands, which it has removed.
    pub(super) fn write(&self, files: &[NewFile]) -> Result<Vec<PathBuf>, String> {
        let mut created = Vec::new();
        let above = self.path.parent().unwrap_or(Path::new(""));
        let written = create_folder(above, &mut created).map_err(|error| self.cannot_create(&error)).and_then(|()| {
            write_folder(&self.path, files.iter().map(|(path, content)| (path.clone(), content.as_slice())).collect())
        });
        if written.is_err() {
            remove_empty(&created);
        }
        written
    }

    fn cannot_create(&self, error: &io::Error) -> String {
        format!("{self}: can't be created ({error})")
    }
}

impl fmt::Display for NewFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// Creates a folder and its parents, and adds the new ones to `created`, the outermost first.
fn create_folder(folder: &Path, created: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    created.extend(missing.into_iter().rev());
    fs::create_dir_all(folder)
}

/// Removes those of the created folders that are empty, the innermost first.
fn remove_empty(created: &[PathBuf]) {
    created.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
}

/// Counts the files in a folder, recursively. Links are counted and not followed, so there are no cycles.
fn count(folder: &Path) -> io::Result<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files += if entry.file_type()?.is_dir() { count(&entry.path())? } else { 1 };
    }
    Ok(files)
}
