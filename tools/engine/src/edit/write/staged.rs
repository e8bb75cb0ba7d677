//! What is written to the disk beside the place that it will take.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

use super::step::step;
use super::{NewFile, WrittenFile, WrittenFolder, cannot_write, changed_meanwhile, parent};

/// How the names of temporary files and folders begin: hidden, so that no program takes one for a file of the locale.
pub(super) const PREFIX: &str = ".prompts-";
/// How they end.
pub(super) const SUFFIX: &str = ".tmp";

/// A file that is written beside its place. It is gone unless it takes it.
pub(super) struct Staged<'c> {
    shown: &'c Path,
    pub(super) place: PathBuf,
    before: Option<&'c str>,
    after: &'c str,
    beside: NamedTempFile,
}

impl<'c> Staged<'c> {
    /// Writes the text of a file to the disk, with the permissions, the owner and the group that the file has. `shown` is
    /// its path as people know it, and `before` what it holds, if it is there.
    pub(super) fn new(
        shown: &'c Path,
        place: PathBuf,
        before: Option<&'c str>,
        after: &'c str,
    ) -> Result<Self, String> {
        let old = fs::metadata(&place).ok();
        // A folder would let its files be replaced, whatever they permit.
        if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
            return Err(format!("{}: this file is read-only; make it writable first", shown.display()));
        }
        match write_beside(&place, after, old.as_ref()) {
            Ok(beside) => Ok(Self { shown, place, before, after, beside }),
            Err(error) => Err(cannot_write(shown, &error)),
        }
    }

    /// Puts the file in its place, if that still holds what it held.
    pub(super) fn put(self) -> Result<WrittenFile<'c>, String> {
        let Self { shown, place, before, after, beside } = self;
        step().map_err(|error| cannot_write(shown, &error))?;
        match before {
            Some(before) => {
                if !fs::read(&place).is_ok_and(|now| now == before.as_bytes()) {
                    return Err(changed_meanwhile(shown));
                }
                beside.persist(&place).map_err(|error| cannot_write(shown, &error.error))?;
            }
            None => drop(beside.persist_noclobber(&place).map_err(|error| match error.error.kind() {
                io::ErrorKind::AlreadyExists => format!("{}: it is there already", shown.display()),
                _ => cannot_write(shown, &error.error),
            })?),
        }
        Ok(WrittenFile { shown, place, before, after })
    }

    /// Puts the file in its place, whatever is there.
    pub(super) fn replace(self) -> Result<(), String> {
        let Self { shown, place, beside, .. } = self;
        step().map_err(|error| cannot_write(shown, &error))?;
        beside.persist(&place).map_err(|error| cannot_write(shown, &error.error))?;
        Ok(())
    }
}

/// A folder that is written beside its place. It is gone unless it takes it.
pub(super) struct StagedFolder<'c> {
    pub(super) place: PathBuf,
    files: Vec<NewFile<'c>>,
    beside: TempDir,
}

impl<'c> StagedFolder<'c> {
    /// Writes all files of a folder to the disk.
    pub(super) fn new(place: PathBuf, files: Vec<NewFile<'c>>) -> Result<Self, String> {
        match write_folder_beside(&place, &files) {
            Ok(beside) => Ok(Self { place, files, beside }),
            Err(error) => Err(cannot_write(&place, &error)),
        }
    }

    /// Puts the folder in its place, where nothing is but an empty folder.
    pub(super) fn put(self) -> Result<WrittenFolder<'c>, String> {
        let Self { place, files, beside } = self;
        let put = || {
            step()?;
            // Not every system replaces even an empty folder.
            if place.is_dir() {
                fs::remove_dir(&place)?;
            }
            fs::rename(beside.path(), &place)
        };
        put().map_err(|error| cannot_write(&place, &error))?;
        // It has its place, so that there is nothing to remove.
        let _ = beside.keep();
        Ok(WrittenFolder { place, files })
    }
}

fn write_beside(place: &Path, content: &str, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    step()?;
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // As any new file has them: less what the user's mask takes.
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(parent(place))?;
    beside.write_all(content.as_bytes())?;
    if let Some(old) = old {
        #[cfg(unix)]
        keep_owner(beside.as_file(), old);
        beside.as_file().set_permissions(old.permissions())?;
    }
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// Gives a file the owner and the group of another, as far as the system lets the user.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    if fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        // Only root can give a file away; others can choose among their groups. If not, it belongs to who wrote it last.
        let _ = fchown(file, None, Some(old.gid()));
    }
}

fn write_folder_beside(place: &Path, files: &[NewFile<'_>]) -> io::Result<TempDir> {
    step()?;
    let beside = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(parent(place))?;
    let mut folders = BTreeSet::from([beside.path().to_owned()]);
    for (below, content) in files {
        step()?;
        let path = beside.path().join(below);
        fs::create_dir_all(parent(&path))?;
        let mut file = File::create_new(&path)?;
        file.write_all(content)?;
        file.sync_all()?;
        let above = path.ancestors().skip(1).take_while(|folder| folder.starts_with(beside.path()));
        folders.extend(above.map(Path::to_owned));
    }
    folders.iter().for_each(|folder| sync_folder(folder));
    Ok(beside)
}

/// Has the system write to the disk what a folder holds, so that it is still there after a power failure.
pub(super) fn sync_folder(folder: &Path) {
    // Windows can't, and some file systems neither. The files are whole all the same.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}
