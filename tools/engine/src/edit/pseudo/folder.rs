//! Creates a folder atomically.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf, absolute};

use tempfile::Builder;

use crate::edit::change::{create_folder, remove_empty};

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

    /// Creates the folder under a temporary name, and renames it when it is complete.
    pub(super) fn write(&self, files: &[NewFile]) -> Result<(), String> {
        let mut created = Vec::new();
        self.fill_and_rename(files, &mut created).map_err(|error| {
            remove_empty(&created);
            self.cannot_create(&error)
        })
    }

    fn fill_and_rename(&self, files: &[NewFile], created: &mut Vec<PathBuf>) -> io::Result<()> {
        let above = self.path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        create_folder(above, created)?;
        let temporary = Builder::new().prefix(".prompts-").tempdir_in(above)?;
        fill(temporary.path(), files)?;
        if self.path.exists() {
            fs::remove_dir(&self.path)?;
        }
        fs::rename(temporary.path(), &self.path)?;
        // The temporary name no longer exists, so there is nothing to remove.
        let _ = temporary.keep();
        Ok(())
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

fn fill(folder: &Path, files: &[NewFile]) -> io::Result<()> {
    for (path, content) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, content)?;
    }
    Ok(())
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
