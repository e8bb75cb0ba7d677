//! Changes of files, written all or none.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::Error;

/// What is to be made of the files of a folder.
#[derive(Debug, Default)]
pub struct Changes {
    files: Vec<Change>,
}

/// A file that changes, or is made.
#[derive(Debug)]
pub struct Change {
    path: PathBuf,
    /// What the file holds now. Nothing, if it is yet to be made.
    before: Option<String>,
    after: String,
}

impl Changes {
    /// Makes a file of a text that it may hold already.
    pub(super) fn rewrite(&mut self, path: impl Into<PathBuf>, before: &str, after: String) {
        if before != after {
            self.files.push(Change { path: path.into(), before: Some(before.to_owned()), after });
        }
    }

    /// Makes a file that is not there.
    pub(crate) fn create(&mut self, path: impl Into<PathBuf>, after: String) {
        self.files.push(Change { path: path.into(), before: None, after });
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

    /// Writes all files or none.
    ///
    /// # Errors
    ///
    /// A file can't be written, is there already though it was to be made, or was changed by someone else meanwhile.
    pub fn write(&self) -> Result<(), Error> {
        Ok(write_all(&self.files)?)
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

/// Writes a whole file or nothing. A file that is replaced leaves its permissions to it.
///
/// # Errors
///
/// The file can't be written.
pub fn write_file(path: &Path, content: &str) -> Result<(), Error> {
    Ok(Prepared::new(path.to_owned(), content, None)?.put()?)
}

/// Writes everything beside the files first, and only then puts it in their places. If one can't be put there, those that
/// were are put back.
fn write_all(changes: &[Change]) -> Result<(), String> {
    let mut prepared = Vec::new();
    let mut folders = Vec::new();
    let done = prepare_all(changes, &mut prepared, &mut folders).and_then(|()| put_all(&prepared));
    done.map_err(|error| {
        prepared.iter().for_each(|prepared| drop(fs::remove_file(&prepared.beside)));
        // Those that were made for the files, the innermost first; one that holds anything stays.
        folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
        format!("{error}; nothing was written")
    })
}

fn prepare_all<'c>(
    changes: &'c [Change],
    prepared: &mut Vec<Prepared<'c>>,
    folders: &mut Vec<PathBuf>,
) -> Result<(), String> {
    let mut texts: FxHashMap<PathBuf, &str> = FxHashMap::default();
    for change in changes {
        // Two locales may be links to one file.
        match texts.insert(change.target(), &change.after) {
            Some(other) if other == change.after => continue,
            Some(_) => {
                let (link, file) = (change.path.display(), change.target());
                return Err(format!("{link}: a link to {}, which is changed in another way", file.display()));
            }
            None => prepared.push(change.prepare(folders)?),
        }
    }
    Ok(())
}

fn put_all(prepared: &[Prepared<'_>]) -> Result<(), String> {
    for (index, next) in prepared.iter().enumerate() {
        if let Err(error) = next.put() {
            let left: Vec<String> = prepared[..index].iter().filter_map(Prepared::put_back).collect();
            return Err(if left.is_empty() {
                error
            } else {
                format!("{error}; {} is changed all the same", left.join(", "))
            });
        }
    }
    Ok(())
}

impl Change {
    /// The file itself, where the path is a link to it.
    fn target(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone())
    }

    fn prepare(&self, folders: &mut Vec<PathBuf>) -> Result<Prepared<'_>, String> {
        let shown = self.path.display();
        match (&self.before, fs::read(&self.path)) {
            (Some(before), Ok(now)) if now == before.as_bytes() => {}
            (Some(_), Ok(_)) => return Err(format!("{shown}: someone has changed it meanwhile; try again")),
            (Some(_), Err(error)) => return Err(cannot_write(&self.path, &error)),
            (None, Ok(_)) => return Err(format!("{shown}: it is there already")),
            (None, Err(error)) if error.kind() == io::ErrorKind::NotFound => {
                let folder = self.path.parent().unwrap_or(Path::new("."));
                let missing =
                    folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
                let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
                missing.reverse();
                folders.extend(missing);
                fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
            }
            (None, Err(error)) => return Err(cannot_write(&self.path, &error)),
        }
        Prepared::new(self.target(), &self.after, self.before.as_deref())
    }
}

/// A file that is written beside the one whose place it will take.
struct Prepared<'c> {
    beside: PathBuf,
    path: PathBuf,
    before: Option<&'c str>,
}

impl<'c> Prepared<'c> {
    /// Writes a text to the disk, with the permissions of the file that it is for.
    fn new(path: PathBuf, content: &str, before: Option<&'c str>) -> Result<Self, String> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(format!(".{}.tmp", std::process::id()));
        let prepared = Self { beside: beside.into(), path, before };
        prepared.write(content).map_err(|error| {
            drop(fs::remove_file(&prepared.beside));
            cannot_write(&prepared.path, &error)
        })?;
        Ok(prepared)
    }

    fn write(&self, content: &str) -> io::Result<()> {
        let mut file = fs::File::create(&self.beside)?;
        file.write_all(content.as_bytes())?;
        if let Ok(metadata) = fs::metadata(&self.path) {
            file.set_permissions(metadata.permissions())?;
        }
        file.sync_all()
    }

    fn put(&self) -> Result<(), String> {
        fs::rename(&self.beside, &self.path).map_err(|error| {
            drop(fs::remove_file(&self.beside));
            cannot_write(&self.path, &error)
        })
    }

    /// Undoes [`put`](Self::put). If that can't be done, gives the file.
    fn put_back(&self) -> Option<String> {
        let done = match self.before {
            Some(before) => write_file(&self.path, before).is_ok(),
            None => fs::remove_file(&self.path).is_ok(),
        };
        (!done).then(|| self.path.display().to_string())
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be written ({error})", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_written_or_none() {
        let dir = std::env::temp_dir().join(format!("prompts-{}-change", std::process::id()));
        fs::create_dir_all(dir.join("folder")).unwrap();
        fs::write(dir.join("old"), "old").unwrap();
        let prepare = |name: &str, before| Prepared::new(dir.join(name), "new", before).unwrap();
        // A folder can't be replaced by a file.
        let prepared =
            [prepare("old", Some("old")), prepare("made", None), prepare("folder", None), prepare("last", None)];
        let error = put_all(&prepared).unwrap_err();
        assert!(error.starts_with(&format!("{}: can't be written (", dir.join("folder").display())), "{error}");
        assert_eq!(fs::read_to_string(dir.join("old")).unwrap(), "old");
        assert!(!dir.join("made").exists());

        let mut changes = Changes::default();
        changes.rewrite(dir.join("old"), "old", "new".to_owned());
        changes.create(dir.join("a/b/c"), "new".to_owned());
        changes.create(dir.join("old/d"), "new".to_owned());
        assert!(write_all(&changes.files).is_err());
        assert_eq!(fs::read_to_string(dir.join("old")).unwrap(), "old");
        let left: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(!dir.join("a").exists(), "{left:?}");
        fs::remove_dir_all(dir).unwrap();
    }
}
