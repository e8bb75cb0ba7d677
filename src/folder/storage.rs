use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

use include_dir::{Dir, DirEntry, include_dir};

use crate::fault::{FileProblem, FileRole};

/// Lists folders and reads files, wherever they are.
pub(super) trait Storage {
    /// Lists what is in a folder, in any order.
    fn list(&self, folder: &Path) -> io::Result<Vec<io::Result<Entry>>>;

    fn read(&self, file: &Path) -> Result<Cow<'static, [u8]>, FileProblem>;
}

/// What is in a folder.
pub(super) struct Entry {
    pub(super) path: PathBuf,
    pub(super) kind: EntryKind,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum EntryKind {
    Folder,
    LinkToFolder,
    File,
}

impl Entry {
    pub(super) fn name(&self) -> Cow<'_, str> {
        self.path.file_name().unwrap_or_default().to_string_lossy()
    }
}

/// The file system.
pub(super) struct Disk;

impl Storage for Disk {
    fn list(&self, folder: &Path) -> io::Result<Vec<io::Result<Entry>>> {
        let entry = |entry: io::Result<fs::DirEntry>| {
            let path = entry?.path();
            let kind = match (path.is_dir(), path.is_symlink()) {
                (false, _) => EntryKind::File,
                (true, false) => EntryKind::Folder,
                (true, true) => EntryKind::LinkToFolder,
            };
            Ok(Entry { path, kind })
        };
        Ok(fs::read_dir(folder)?.map(entry).collect())
    }

    fn read(&self, file: &Path) -> Result<Cow<'static, [u8]>, FileProblem> {
        let problem = |error| FileProblem::system(&error, FileRole::File);
        // A named pipe would be waited on for ever.
        if !fs::metadata(file).map_err(problem)?.is_file() {
            return Err(FileProblem::NotAFile);
        }
        fs::read(file).map(Cow::Owned).map_err(problem)
    }
}

/// A folder that is compiled in.
pub(super) struct Embedded {
    /// What it is called: the folder that the paths of its files begin with.
    pub(super) name: &'static str,
    files: Dir<'static>,
}

/// This package's own folder, as build.rs has copied it.
pub(super) static LOCALES: Embedded = Embedded { name: "locales", files: include_dir!("$OUT_DIR/locales") };

impl Embedded {
    /// Returns a path as `include_dir` has it: below the folder.
    fn inner<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(self.name).unwrap_or(path)
    }
}

impl Storage for Embedded {
    fn list(&self, folder: &Path) -> io::Result<Vec<io::Result<Entry>>> {
        let inner = self.inner(folder);
        let is_top = inner == Path::new("");
        let found = if is_top { Some(&self.files) } else { self.files.get_dir(inner) };
        let entry = |entry: &DirEntry<'_>| {
            let kind = if entry.as_dir().is_some() { EntryKind::Folder } else { EntryKind::File };
            // With slashes on every system.
            Ok(Entry { path: format!("{}/{}", self.name, entry.path().display()).into(), kind })
        };
        Ok(found.ok_or(io::ErrorKind::NotFound)?.entries().iter().map(entry).collect())
    }

    fn read(&self, file: &Path) -> Result<Cow<'static, [u8]>, FileProblem> {
        let not_found = || FileProblem::system(&io::ErrorKind::NotFound.into(), FileRole::File);
        let found = self.files.get_file(self.inner(file)).ok_or_else(not_found)?;
        Ok(Cow::Borrowed(found.contents()))
    }
}
