//! The folder that is made: all of it or nothing.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf, absolute};

use crate::edit::write::write_folder;

/// A file: its path below the folder, and what is in it.
pub(super) type NewFile = (PathBuf, Vec<u8>);

/// The folder to be made.
pub(super) struct NewFolder {
    pub(super) path: PathBuf,
    /// Whether there is anything in it.
    is_taken: bool,
}

impl NewFolder {
    /// Takes a folder, if one can be made there: not in the folder of the locales, where it would be taken for one.
    pub(super) fn new(output: &Path, locales: &Path) -> Result<Self, String> {
        let shown = output.display();
        let path: PathBuf = output.components().collect();
        if path.file_name().is_none() {
            return Err(format!("{shown}: this folder can't be made; give a new one"));
        }
        let is_taken = match fs::read_dir(&path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(format!("{shown}: this can't be a folder ({error}); give a new one")),
        };
        let folder = Self { path, is_taken };
        let above = absolute(&folder.path).map_err(|error| folder.cannot_make(&error))?;
        let above = above.ancestors().find_map(|above| fs::canonicalize(above).ok()).unwrap_or_default();
        if fs::canonicalize(locales).is_ok_and(|locales| above.starts_with(locales)) {
            return Err(format!("{shown}: this is in the folder of the locales; give one outside"));
        }
        Ok(folder)
    }

    /// Tells whether the folder holds these files and nothing else.
    pub(super) fn holds(&self, files: &[NewFile]) -> Result<bool, String> {
        let is_there = |(path, content): &NewFile| fs::read(self.path.join(path)).is_ok_and(|now| now == *content);
        // Only then is it worth a look at all else: it may be any folder.
        if !files.iter().all(is_there) {
            return Ok(false);
        }
        let count = count(&self.path).map_err(|error| format!("{self}: can't be read ({error})"))?;
        Ok(count == files.len())
    }

    /// Refuses a folder with other things in it.
    pub(super) fn refuse_taken(&self) -> Result<(), String> {
        let error = || format!("{self}: the folder is not empty; delete it, or give a new one");
        if self.is_taken { Err(error()) } else { Ok(()) }
    }

    /// Makes the folder: all of it or nothing. Returns the temporary files of interrupted commands that it has removed.
    pub(super) fn write(&self, files: &[NewFile]) -> Result<Vec<PathBuf>, String> {
        let mut made = Vec::new();
        let above = self.path.parent().unwrap_or(Path::new(""));
        let written = make_folder(above, &mut made).map_err(|error| self.cannot_make(&error)).and_then(|()| {
            write_folder(&self.path, files.iter().map(|(path, content)| (path.clone(), content.as_slice())).collect())
        });
        if written.is_err() {
            remove_empty(&made);
        }
        written
    }

    fn cannot_make(&self, error: &io::Error) -> String {
        format!("{self}: can't be made ({error})")
    }
}

impl fmt::Display for NewFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

/// Makes a folder and those above it, and adds those that were not there to a list, the outermost first.
fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    made.extend(missing.into_iter().rev());
    fs::create_dir_all(folder)
}

/// Removes folders that were made for nothing, the innermost first; one that holds anything stays.
fn remove_empty(made: &[PathBuf]) {
    made.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
}

/// Counts what is in a folder and those in it, but for the folders. A link is no folder, so none leads round.
fn count(folder: &Path) -> io::Result<usize> {
    let mut files = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files += if entry.file_type()?.is_dir() { count(&entry.path())? } else { 1 };
    }
    Ok(files)
}
