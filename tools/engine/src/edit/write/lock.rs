//! The lock of a folder, and the temporary files that an interrupted command has left there.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::staged::{PREFIX, SUFFIX};
use super::step::step;

/// The lock of a folder, held until it is dropped. The folder itself is locked, without a lock file.
pub(super) struct Lock {
    /// `None` where the system has no locks for folders: Windows, and some network file systems.
    folder: Option<File>,
}

impl Lock {
    /// Locks a folder. Fails if another command has locked it.
    pub(super) fn take(folder: &Path) -> Result<Self, String> {
        lock(folder).map(|folder| Self { folder })
    }
}

/// Unlocks the folder, also if a process that this one has just started still holds a copy of its handle.
impl Drop for Lock {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Some(folder) = &self.folder {
            // It fails only for a handle that has no lock.
            let _ = rustix::fs::flock(folder, rustix::fs::FlockOperation::Unlock);
        }
    }
}

#[cfg(unix)]
fn lock(folder: &Path) -> Result<Option<File>, String> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;
    let Ok(handle) = File::open(folder) else { return Ok(None) };
    match flock(&handle, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(Some(handle)),
        Err(Errno::WOULDBLOCK) => {
            let folder = folder.display();
            Err(format!("{folder}: another command is writing there; run this one again when that has finished"))
        }
        Err(_) => Ok(None),
    }
}

#[cfg(not(unix))]
fn lock(_folder: &Path) -> Result<Option<File>, String> {
    Ok(None)
}

/// Removes the temporary files that interrupted commands have left in folders, and returns them. Without a lock, they may
/// belong to a running command, and stay.
pub(super) fn remove_strays(lock: &Lock, folders: impl IntoIterator<Item = PathBuf>) -> Vec<PathBuf> {
    if lock.folder.is_none() {
        return Vec::new();
    }
    let entries = folders.into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let strays = entries.filter(|entry| {
        entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
    });
    strays.map(|stray| stray.path()).filter(|stray| remove(stray).is_some()).collect()
}

fn remove(stray: &Path) -> Option<()> {
    step().ok()?;
    let kind = fs::symlink_metadata(stray).ok()?.file_type();
    // No command creates a link with such a name.
    if kind.is_file() {
        fs::remove_file(stray).ok()
    } else if kind.is_dir() {
        fs::remove_dir_all(stray).ok()
    } else {
        None
    }
}
