//! Changes to files, which are written together.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use tempfile::{Builder, NamedTempFile};

use crate::error::Error;

/// Changes to the files of a folder.
#[derive(Debug, Default)]
pub struct Changes {
    files: Vec<Change>,
}

/// A file that is changed or created.
#[derive(Debug)]
pub struct Change {
    path: PathBuf,
    /// The current content. `None` for a new file.
    before: Option<String>,
    after: String,
}

impl Changes {
    /// Adds a change to a file, unless its content is the same.
    pub(super) fn rewrite(&mut self, path: impl Into<PathBuf>, before: &str, after: String) {
        if before != after {
            self.files.push(Change { path: path.into(), before: Some(before.to_owned()), after });
        }
    }

    /// Adds a new file.
    pub(super) fn create(&mut self, path: impl Into<PathBuf>, after: String) {
        self.files.push(Change { path: path.into(), before: None, after });
    }

    /// Returns whether there are no changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns the files that are changed or created.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &Change> {
        self.files.iter()
    }

    /// Writes all files or none.
    ///
    /// # Errors
    ///
    /// A file can't be written, has changed since it was read, or is new and exists already.
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

    /// Returns the current content, or `None` for a new file.
    #[must_use]
    pub fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }

    /// Returns the new content.
    #[must_use]
    pub fn after(&self) -> &str {
        &self.after
    }
}

/// Writes a file atomically. A file that is replaced keeps its permissions.
///
/// # Errors
///
/// The file can't be written.
pub fn write_file(path: &Path, content: &str) -> Result<(), Error> {
    let prepared = Prepared::new(path.to_owned(), content, None)?;
    prepared.temporary.persist(path).map_err(|error| cannot_write(path, &error.error))?;
    Ok(())
}

/// Writes temporary files first, and then replaces the files with them. If one can't be replaced, restores the others.
fn write_all(changes: &[Change]) -> Result<(), String> {
    let mut folders = Vec::new();
    let done = prepare_all(changes, &mut folders).and_then(replace_all);
    done.map_err(|error| {
        remove_empty(&folders);
        format!("{error}; nothing was written")
    })
}

fn prepare_all<'c>(changes: &'c [Change], folders: &mut Vec<PathBuf>) -> Result<Vec<Prepared<'c>>, String> {
    let mut prepared = Vec::new();
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
    Ok(prepared)
}

fn replace_all(prepared: Vec<Prepared<'_>>) -> Result<(), String> {
    let mut done: Vec<(PathBuf, Option<&str>)> = Vec::new();
    for Prepared { temporary, path, before } in prepared {
        if let Err(error) = temporary.persist(&path) {
            let error = cannot_write(&path, &error.error);
            let left: Vec<String> = done.iter().filter_map(|(path, before)| restore(path, *before)).collect();
            return Err(if left.is_empty() { error } else { format!("{error}; can't restore {}", left.join(", ")) });
        }
        done.push((path, before));
    }
    Ok(())
}

/// Restores a file, and returns its path if that fails.
fn restore(path: &Path, before: Option<&str>) -> Option<String> {
    let is_done = match before {
        Some(before) => write_file(path, before).is_ok(),
        None => fs::remove_file(path).is_ok(),
    };
    (!is_done).then(|| path.display().to_string())
}

/// Creates a folder and its parents, and adds the new ones to `created`, the outermost first.
pub(super) fn create_folder(folder: &Path, created: &mut Vec<PathBuf>) -> io::Result<()> {
    let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    created.extend(missing.into_iter().rev());
    fs::create_dir_all(folder)
}

/// Removes those of the created folders that are empty, the innermost first.
pub(super) fn remove_empty(created: &[PathBuf]) {
    created.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
}

impl Change {
    /// Returns the path with links resolved.
    fn target(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone())
    }

    fn prepare(&self, folders: &mut Vec<PathBuf>) -> Result<Prepared<'_>, String> {
        let shown = self.path.display();
        match (&self.before, fs::read(&self.path)) {
            (Some(before), Ok(now)) if now == before.as_bytes() => {}
            (Some(_), Ok(_)) => return Err(format!("{shown}: it has changed since it was read; try again")),
            (Some(_), Err(error)) => return Err(cannot_write(&self.path, &error)),
            (None, Ok(_)) => return Err(format!("{shown}: it exists already")),
            (None, Err(error)) if error.kind() == io::ErrorKind::NotFound => {
                let folder = self.path.parent().unwrap_or(Path::new("."));
                create_folder(folder, folders).map_err(|error| cannot_write(folder, &error))?;
            }
            (None, Err(error)) => return Err(cannot_write(&self.path, &error)),
        }
        Prepared::new(self.target(), &self.after, self.before.as_deref())
    }
}

/// A temporary file that will replace another. Dropping it removes it.
struct Prepared<'c> {
    temporary: NamedTempFile,
    path: PathBuf,
    before: Option<&'c str>,
}

impl<'c> Prepared<'c> {
    /// Writes a temporary file with the permissions of the file at `path`.
    fn new(path: PathBuf, content: &str, before: Option<&'c str>) -> Result<Self, String> {
        match write_temporary(&path, content) {
            Ok(temporary) => Ok(Self { temporary, path, before }),
            Err(error) => Err(cannot_write(&path, &error)),
        }
    }
}

fn write_temporary(path: &Path, content: &str) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    // Hidden, so that no program reads it as a file of the locale.
    builder.prefix(".prompts-");
    // The permissions of any new file: the umask is applied to them.
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(content.as_bytes())?;
    if let Ok(metadata) = fs::metadata(path) {
        temporary.as_file().set_permissions(metadata.permissions())?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be written ({error})", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_written_all_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path();
        fs::create_dir(dir.join("folder")).unwrap();
        fs::write(dir.join("old"), "old").unwrap();
        let prepare = |name: &str, before| Prepared::new(dir.join(name), "new", before).unwrap();
        // A folder can't be replaced by a file.
        let prepared =
            vec![prepare("old", Some("old")), prepare("made", None), prepare("folder", None), prepare("last", None)];
        let error = replace_all(prepared).unwrap_err();
        assert!(error.starts_with(&format!("{}: can't be written (", dir.join("folder").display())), "{error}");
        assert_eq!(fs::read_to_string(dir.join("old")).unwrap(), "old");
        assert!(!dir.join("made").exists());

        let mut changes = Changes::default();
        changes.rewrite(dir.join("old"), "old", "new".to_owned());
        changes.create(dir.join("a/b/c"), "new".to_owned());
        changes.create(dir.join("old/d"), "new".to_owned());
        assert!(write_all(&changes.files).is_err());
        assert_eq!(fs::read_to_string(dir.join("old")).unwrap(), "old");
        // Nothing is left behind.
        let mut left: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["folder", "old"]);
    }

    #[cfg(unix)]
    #[test]
    fn changes_keep_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [old, new, other] = ["old", "new", "other"].map(|name| folder.path().join(name));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        fs::write(&old, "old").unwrap();
        fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
        fs::write(&other, "").unwrap();
        let mut changes = Changes::default();
        changes.rewrite(&old, "old", "new".to_owned());
        changes.create(&new, "new".to_owned());
        changes.write().unwrap();
        assert_eq!((mode(&old), mode(&new)), (0o640, mode(&other)));
        write_file(&old, "newer").unwrap();
        assert_eq!((mode(&old), fs::read_to_string(&old).unwrap()), (0o640, "newer".to_owned()));
    }
}
