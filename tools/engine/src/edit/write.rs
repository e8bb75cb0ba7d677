//! Writes files: all or none, and not over what someone else has written meanwhile.
//!
//! 1. The folder is locked. Nothing that the command has read may have changed.
//! 2. Every text is written to a temporary file beside the file that it will replace.
//! 3. The files are replaced, each after one more comparison. If one can't be replaced, the others are restored.

mod lock;
mod removal;
mod staged;
mod step;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::change::{Change, Changes};
use crate::error::Error;
use crate::project::snapshot::Snapshot;
use lock::{Lock, remove_strays};
use removal::Removal;
use staged::{Staged, StagedFolder, sync_folder};
use step::step;

#[cfg(any(test, feature = "steps"))]
pub use step::watch_steps;

/// A file of a new folder: its path below the folder, and its content.
pub(super) type NewFile<'c> = (PathBuf, &'c [u8]);

/// Writes a file atomically. A file that is replaced keeps its permissions and, as far as possible, its owner and group.
/// Returns the temporary files of interrupted commands, which it has removed.
///
/// # Errors
///
/// The file is read-only or can't be written.
pub fn write_file(path: &Path, content: &str) -> Result<Vec<PathBuf>, Error> {
    let folder = parent(path);
    let lock = Lock::take(folder);
    Staged::new(path, path.to_owned(), None, content)?.replace()?;
    sync_folder(folder);
    Ok(lock.map_or_else(|_| Vec::new(), |lock| remove_strays(&lock, [folder.to_owned()])))
}

/// Creates a folder atomically. It may exist if it is empty. Returns the same as [`write_file`].
pub(super) fn write_folder(path: &Path, files: Vec<NewFile<'_>>) -> Result<Vec<PathBuf>, String> {
    let above = parent(path);
    let lock = Lock::take(above);
    StagedFolder::new(path.to_owned(), files)?.put()?;
    sync_folder(above);
    Ok(lock.map_or_else(|_| Vec::new(), |lock| remove_strays(&lock, [above.to_owned()])))
}

impl Changes {
    /// Writes all files or none. Returns the temporary files of earlier, interrupted commands, which it has removed.
    ///
    /// The folder is locked meanwhile, on systems with locks for folders (`flock`; Windows has none). To complete an
    /// interrupted write, read the folder, and make and write the changes again.
    ///
    /// # Errors
    ///
    /// Nothing is written if
    ///
    /// - another command is writing into the folder,
    /// - a file of the folder was changed, added or removed since it was read, or a new one exists already,
    /// - a file is read-only, or a link leads out of the folder,
    /// - a file can't be written.
    pub fn write(&self) -> Result<Vec<PathBuf>, Error> {
        if self.is_empty() {
            return Ok(Vec::new());
        }
        let created = create_folder(&self.dir).map_err(|error| nothing_written(&cannot_write(&self.dir, &error)))?;
        let written = write(&self.dir, self.read.as_ref(), &self.files);
        if written.is_err() {
            // Those that are empty, the innermost first.
            created.iter().for_each(|folder| drop(fs::remove_dir(folder)));
        }
        Ok(written?)
    }
}

/// Creates a folder and those above it. Returns the new ones, the innermost first.
fn create_folder(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let created = dir.ancestors().take_while(is_missing).map(Path::to_owned).collect();
    fs::create_dir_all(dir)?;
    Ok(created)
}

fn write(dir: &Path, read: Option<&Snapshot>, changes: &[Change]) -> Result<Vec<PathBuf>, String> {
    let lock = Lock::take(dir).map_err(|error| nothing_written(&error))?;
    let phases = read.map_or(Ok(()), refuse_changed).and_then(|()| stage(dir, changes));
    let phases = phases.map_err(|error| nothing_written(&error))?;
    let mut folders: BTreeSet<PathBuf> = read.iter().flat_map(|read| read.folders()).map(Path::to_owned).collect();
    folders.insert(dir.to_owned());
    folders.extend(phases.iter().flatten().map(|unit| parent(unit.place()).to_owned()));
    put(phases)?;
    Ok(remove_strays(&lock, folders))
}

fn refuse_changed(read: &Snapshot) -> Result<(), String> {
    match read.changed() {
        Ok(None) => Ok(()),
        Ok(Some(path)) => Err(changed_meanwhile(&path)),
        Err(error) => Err(format!("{}: can't be read ({error})", read.dir().display())),
    }
}

/// What one step on disk replaces, creates or removes: a file, or a new folder with its files.
enum Unit<'c> {
    File(Staged<'c>),
    Folder(StagedFolder<'c>),
    Removal(Removal<'c>),
}

impl Unit<'_> {
    fn place(&self) -> &Path {
        match self {
            Self::File(file) => &file.place,
            Self::Folder(folder) => &folder.place,
            Self::Removal(removal) => &removal.place,
        }
    }
}

/// Writes all temporary files, by the phase in which they are put in place: texts to hold meanwhile, the files without such
/// a text, and the final texts of the others.
fn stage<'c>(dir: &Path, changes: &'c [Change]) -> Result<[Vec<Unit<'c>>; 3], String> {
    let dir = fs::canonicalize(dir).map_err(|error| cannot_write(dir, &error))?;
    let [mut first, mut second, mut third] = [Vec::new(), Vec::new(), Vec::new()];
    let mut staged: FxHashMap<PathBuf, &Change> = FxHashMap::default();
    let mut new_folders: BTreeMap<PathBuf, Vec<NewFile<'c>>> = BTreeMap::new();
    for change in changes {
        let path = change.path.as_path();
        if let Some((folder, below)) = new_folder(path) {
            new_folders.entry(folder).or_default().push((below, change.after.as_bytes()));
            continue;
        }
        let place = place(path, &dir)?;
        // Two locales may be links to one file.
        match staged.insert(place.clone(), change) {
            Some(other) if other.after == change.after && other.meanwhile == change.meanwhile => continue,
            Some(_) => {
                return Err(format!(
                    "{}: a link to {}, which is changed in another way",
                    path.display(),
                    place.display()
                ));
            }
            None => {}
        }
        if change.removes {
            let before = change.before.as_deref().unwrap_or_default();
            third.push(Unit::Removal(Removal { shown: path, place, before }));
            continue;
        }
        let stage = |before, after| Ok::<_, String>(Unit::File(Staged::new(path, place.clone(), before, after)?));
        let before = change.before.as_deref();
        match change.meanwhile.as_deref() {
            None => second.push(stage(before, &change.after)?),
            Some(meanwhile) => {
                if before != Some(meanwhile) {
                    first.push(stage(before, meanwhile)?);
                }
                third.push(stage(Some(meanwhile), &change.after)?);
            }
        }
    }
    for (folder, files) in new_folders {
        second.push(Unit::Folder(StagedFolder::new(place(&folder, &dir)?, files)?));
    }
    Ok([first, second, third])
}

/// Returns the outermost folder of a path that does not exist, and the path below it.
fn new_folder(path: &Path) -> Option<(PathBuf, PathBuf)> {
    let missing = path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let folder = missing.last()?;
    Some((folder.to_owned(), path.strip_prefix(folder).ok()?.to_owned()))
}

/// Returns the path with links resolved. Fails if that is outside the folder.
fn place(path: &Path, dir: &Path) -> Result<PathBuf, String> {
    let place = match fs::canonicalize(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::canonicalize(parent(path))
            .map(|folder| path.file_name().map_or_else(|| folder.clone(), |name| folder.join(name))),
        place => place,
    };
    let place = place.map_err(|error| cannot_write(path, &error))?;
    if place.starts_with(dir) {
        return Ok(place);
    }
    let (path, place) = (path.display(), place.display());
    Err(format!("{path}: a link leads to {place}, out of the folder; replace the link by what it leads to"))
}

/// Puts everything in place. Each phase is on disk before the next begins.
fn put(phases: [Vec<Unit<'_>>; 3]) -> Result<(), String> {
    let mut written = Vec::new();
    for units in phases {
        let folders: BTreeSet<PathBuf> = units.iter().map(|unit| parent(unit.place()).to_owned()).collect();
        for unit in units {
            let put = match unit {
                Unit::File(file) => file.put().map(Written::File),
                Unit::Folder(folder) => folder.put().map(Written::Folder),
                Unit::Removal(removal) => removal.put().map(|()| Written::Removed(removal)),
            };
            match put {
                Ok(done) => written.push(done),
                Err(error) => return Err(restore(&error, written)),
            }
        }
        folders.iter().for_each(|folder| sync_folder(folder));
    }
    Ok(())
}

/// What has been put in place, with all that is needed to restore the previous state.
enum Written<'c> {
    File(WrittenFile<'c>),
    Folder(WrittenFolder<'c>),
    Removed(Removal<'c>),
}

struct WrittenFile<'c> {
    shown: &'c Path,
    place: PathBuf,
    before: Option<&'c str>,
    after: &'c str,
}

struct WrittenFolder<'c> {
    place: PathBuf,
    files: Vec<NewFile<'c>>,
}

/// Restores the previous state, the last step first, and adds to an error what can't be restored.
fn restore(error: &str, written: Vec<Written<'_>>) -> String {
    let mut left = Vec::new();
    for done in written.into_iter().rev() {
        let (path, is_restored) = match &done {
            Written::File(file) => (file.shown, file.restore().is_ok()),
            Written::Folder(folder) => (folder.place.as_path(), folder.remove().is_ok()),
            Written::Removed(removal) => (removal.shown, removal.restore().is_ok()),
        };
        if !is_restored {
            left.push(path.display().to_string());
        }
    }
    if left.is_empty() { nothing_written(error) } else { format!("{error}; can't restore {}", left.join(", ")) }
}

impl WrittenFile<'_> {
    fn restore(&self) -> Result<(), String> {
        match self.before {
            // This compares too: someone may have saved the file since.
            Some(before) => Staged::new(self.shown, self.place.clone(), Some(self.after), before)?.put().map(drop),
            None => remove_own(&self.place, self.after.as_bytes()).map_err(|error| cannot_write(self.shown, &error)),
        }
    }
}

impl WrittenFolder<'_> {
    /// Removes the folder, except files that someone has saved since.
    fn remove(&self) -> io::Result<()> {
        for (below, content) in &self.files {
            let file = self.place.join(below);
            remove_own(&file, content)?;
            // A folder that still holds anything stays.
            for folder in file.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.place)) {
                let _ = fs::remove_dir(folder);
            }
        }
        Ok(())
    }
}

/// Removes a file if its content is still the given one.
fn remove_own(path: &Path, content: &[u8]) -> io::Result<()> {
    step()?;
    if fs::read(path)? != content {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::remove_file(path)
}

/// Returns the folder that a path is in.
fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn nothing_written(error: &str) -> String {
    format!("{error}; nothing was written")
}

fn changed_meanwhile(path: &Path) -> String {
    format!("{}: it was changed meanwhile; run the command again", path.display())
}

fn cannot_write(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be written ({error})", path.display())
}
