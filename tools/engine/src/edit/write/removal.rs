//! The removal of a file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::staged::Staged;
use super::{cannot_write, changed_meanwhile, parent, remove_own};

/// A file that is removed.
pub(super) struct Removal<'c> {
    /// The path for messages.
    pub(super) shown: &'c Path,
    pub(super) place: PathBuf,
    /// The expected content.
    pub(super) before: &'c str,
}

impl Removal<'_> {
    /// Removes the file, if its content is still the expected one, and its folder if that is empty then.
    pub(super) fn put(&self) -> Result<(), String> {
        match remove_own(&self.place, self.before.as_bytes()) {
            Ok(()) => {
                let _ = fs::remove_dir(parent(&self.place));
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(changed_meanwhile(self.shown)),
            Err(error) => Err(cannot_write(self.shown, &error)),
        }
    }

    /// Creates it again.
    pub(super) fn restore(&self) -> Result<(), String> {
        fs::create_dir_all(parent(&self.place)).map_err(|error| cannot_write(self.shown, &error))?;
        Staged::new(self.shown, self.place.clone(), None, self.before)?.put().map(drop)
    }
}
