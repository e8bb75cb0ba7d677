//! Temporary files and folders, beside the ones that they will replace.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile, TempDir};

use super::step::{is_watched, step};
use super::{NewFile, WrittenFile, WrittenFolder, cannot_write, changed_meanwhile, parent};

/// The beginning of temporary names. Hidden, so that no program reads it as a file of the locale.
pub(super) const PREFIX: &str = ".prompts-";
/// The end of temporary names.
pub(super) const SUFFIX: &str = ".tmp";

/// A temporary file that will replace another or become a new one. Dropping it removes it.
pub(super) struct Staged<'c> {
    shown: &'c Path,
    pub(super) place: PathBuf,
    before: Option<&'c str>,
    after: &'c str,
    temporary: NamedTempFile,
}

impl<'c> Staged<'c> {
    /// Writes a temporary file with the permissions, the owner and the group of the file at `place`. `shown` is the path
    /// for messages, and `before` the current content, `None` for a new file.
    pub(super) fn new(
        shown: &'c Path,
        place: PathBuf,
        before: Option<&'c str>,
        after: &'c str,
    ) -> Result<Self, String> {
        let old = fs::metadata(&place).ok();
        // Replacing a file needs permission for the folder alone.
        if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
            return Err(format!("{}: this file is read-only; make it writable first", shown.display()));
        }
        match write_temporary(&place, after, old.as_ref()) {
            Ok(temporary) => Ok(Self { shown, place, before, after, temporary }),
            Err(error) => Err(cannot_write(shown, &error)),
        }
    }

    /// Puts the file in place, if the content there is still the expected one.
    pub(super) fn put(self) -> Result<WrittenFile<'c>, String> {
        let Self { shown, place, before, after, temporary } = self;
        step().map_err(|error| cannot_write(shown, &error))?;
        match before {
            Some(before) => {
                if !fs::read(&place).is_ok_and(|now| now == before.as_bytes()) {
                    return Err(changed_meanwhile(shown));
                }
                temporary.persist(&place).map_err(|error| cannot_write(shown, &error.error))?;
            }
            None => drop(temporary.persist_noclobber(&place).map_err(|error| match error.error.kind() {
                io::ErrorKind::AlreadyExists => format!("{}: it exists already", shown.display()),
                _ => cannot_write(shown, &error.error),
            })?),
        }
        Ok(WrittenFile { shown, place, before, after })
    }

    /// Puts the file in place, whatever is there.
    pub(super) fn replace(self) -> Result<(), String> {
        let Self { shown, place, temporary, .. } = self;
        step().map_err(|error| cannot_write(shown, &error))?;
        temporary.persist(&place).map_err(|error| cannot_write(shown, &error.error))?;
        Ok(())
    }
}

/// A temporary folder that will become a new one. Dropping it removes it.
pub(super) struct StagedFolder<'c> {
    pub(super) place: PathBuf,
    files: Vec<NewFile<'c>>,
    temporary: TempDir,
}

impl<'c> StagedFolder<'c> {
    /// Writes a temporary folder with its files.
    pub(super) fn new(place: PathBuf, files: Vec<NewFile<'c>>) -> Result<Self, String> {
        match write_temporary_folder(&place, &files) {
            Ok(temporary) => Ok(Self { place, files, temporary }),
            Err(error) => Err(cannot_write(&place, &error)),
        }
    }

    /// Puts the folder in place, where at most an empty folder is.
    pub(super) fn put(self) -> Result<WrittenFolder<'c>, String> {
        let Self { place, files, temporary } = self;
        let put = || {
            step()?;
            // Not every system replaces an empty folder.
            if place.is_dir() {
                fs::remove_dir(&place)?;
            }
            fs::rename(temporary.path(), &place)
        };
        put().map_err(|error| cannot_write(&place, &error))?;
        // The temporary name no longer exists, so there is nothing to remove.
        let _ = temporary.keep();
        Ok(WrittenFolder { place, files })
    }
}

fn write_temporary(place: &Path, content: &str, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    step()?;
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // The permissions of any new file: the umask is applied to them.
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(parent(place))?;
    temporary.write_all(content.as_bytes())?;
    if let Some(old) = old {
        #[cfg(unix)]
        keep_owner(temporary.as_file(), old);
        temporary.as_file().set_permissions(old.permissions())?;
    }
    sync(temporary.as_file())?;
    Ok(temporary)
}

/// Sets the owner and the group of another file, as far as the system allows it.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    if fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        // Only root can change the owner; others can choose one of their groups.
        let _ = fchown(file, None, Some(old.gid()));
    }
}

fn write_temporary_folder(place: &Path, files: &[NewFile<'_>]) -> io::Result<TempDir> {
    step()?;
    let temporary = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(parent(place))?;
    let mut folders = BTreeSet::from([temporary.path().to_owned()]);
    for (below, content) in files {
        step()?;
        let path = temporary.path().join(below);
        fs::create_dir_all(parent(&path))?;
        let mut file = File::create_new(&path)?;
        file.write_all(content)?;
        sync(&file)?;
        let above = path.ancestors().skip(1).take_while(|folder| folder.starts_with(temporary.path()));
        folders.extend(above.map(Path::to_owned));
    }
    folders.iter().for_each(|folder| sync_folder(folder));
    Ok(temporary)
}

/// Writes a file to disk, unless a test watches the steps.
fn sync(file: &File) -> io::Result<()> {
    if is_watched() { Ok(()) } else { file.sync_all() }
}

/// Writes the entries of a folder to disk, so that renamed files survive a power failure.
pub(super) fn sync_folder(folder: &Path) {
    // Windows and some file systems can't. The files are whole all the same.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| sync(&folder));
    #[cfg(not(unix))]
    let _ = folder;
}
