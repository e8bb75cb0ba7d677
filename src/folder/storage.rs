use std::borrow::Cow;
use std::path::PathBuf;
use std::{fs, io};

use include_dir::{Dir, DirEntry, include_dir};

use crate::fault::{FileProblem, FileRole};

/// This package's own folder, as build.rs has copied it.
static LOCALES: Dir<'static> = include_dir!("$OUT_DIR/locales");

/// A folder or a file, on disk or compiled in.
pub(super) struct Entry {
    pub(super) path: PathBuf,
    storage: Storage,
}

enum Storage {
    Disk,
    EmbeddedFolder(&'static Dir<'static>),
    EmbeddedFile(&'static include_dir::File<'static>),
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum EntryKind {
    Folder,
    LinkToFolder,
    File,
}

impl Entry {
    pub(super) fn on_disk(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), storage: Storage::Disk }
    }

    /// Returns the folder that is compiled in.
    pub(super) fn embedded() -> Self {
        Self { path: "locales".into(), storage: Storage::EmbeddedFolder(&LOCALES) }
    }

    pub(super) fn name(&self) -> Cow<'_, str> {
        self.path.file_name().unwrap_or_default().to_string_lossy()
    }

    pub(super) fn kind(&self) -> EntryKind {
        match self.storage {
            Storage::EmbeddedFolder(_) => EntryKind::Folder,
            Storage::EmbeddedFile(_) => EntryKind::File,
            Storage::Disk if !self.path.is_dir() => EntryKind::File,
            Storage::Disk if self.path.is_symlink() => EntryKind::LinkToFolder,
            Storage::Disk => EntryKind::Folder,
        }
    }

    /// Returns what is in a folder, in any order.
    pub(super) fn list(&self) -> io::Result<Vec<io::Result<Self>>> {
        match self.storage {
            Storage::Disk => Ok(fs::read_dir(&self.path)?.map(|entry| Ok(Self::on_disk(entry?.path()))).collect()),
            Storage::EmbeddedFolder(folder) => Ok(folder.entries().iter().map(|entry| Ok(self.below(entry))).collect()),
            Storage::EmbeddedFile(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    fn below(&self, entry: &'static DirEntry<'static>) -> Self {
        // With slashes on every system.
        let mut path = self.path.clone().into_os_string();
        path.push("/");
        path.push(entry.path().file_name().unwrap_or_default());
        let storage = match entry {
            DirEntry::Dir(folder) => Storage::EmbeddedFolder(folder),
            DirEntry::File(file) => Storage::EmbeddedFile(file),
        };
        Self { path: path.into(), storage }
    }

    pub(super) fn read(&self) -> Result<Cow<'static, [u8]>, FileProblem> {
        let problem = |error| FileProblem::system(&error, FileRole::File);
        match self.storage {
            Storage::EmbeddedFile(file) => Ok(Cow::Borrowed(file.contents())),
            // A named pipe would be waited on for ever.
            _ if !fs::metadata(&self.path).map_err(problem)?.is_file() => Err(FileProblem::NotAFile),
            _ => fs::read(&self.path).map(Cow::Owned).map_err(problem),
        }
    }
}
