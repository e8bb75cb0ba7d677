//! Which files a folder of locales has: the one place that decides what is read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

use include_dir::{Dir, DirEntry};
use unic_langid::LanguageIdentifier;

use crate::names::locale_id;

/// The name of the code table's file.
pub const CODES_FILE: &str = "codes.toml";
/// What the name of a file of messages ends in.
const FTL: &str = ".ftl";

/// The files of a folder of locales, none of which has been read.
///
/// - A locale is a folder, or a link to one, or a file `en.ftl`, or both a folder `en` and a file `en.ftl`.
/// - Its files are all those below its folder whose names end in `.ftl`, in small letters. Links to files are followed, and
///   links to folders below a locale are not, since they may lead back.
/// - Names that begin with a period are hidden: editors keep copies there, and a mounted Kubernetes volume its older versions.
#[derive(Debug, Default)]
pub struct LocaleFolder {
    /// The table of codes, if it is there.
    pub codes: Option<Entry>,
    /// In the order of their names.
    pub locales: Vec<LocaleEntries>,
    /// What the system refused to show.
    pub unreadable: Vec<Unreadable>,
}

/// A folder that can't be listed, or something in one that can't be looked at.
#[derive(Debug)]
pub struct Unreadable {
    /// Which.
    pub path: PathBuf,
    /// What the system reports.
    pub error: io::Error,
}

/// A locale, or a folder or file whose name is none.
#[derive(Debug)]
pub struct LocaleEntries {
    /// The name of the folder, or of the file without `.ftl`.
    pub name: String,
    /// The folder if there is one, or else the file.
    pub path: PathBuf,
    /// The language, if the name is a language tag.
    pub id: Option<LanguageIdentifier>,
    /// The files of messages, in the order of their paths, the file beside the folder last.
    pub files: Vec<Entry>,
    /// The files of a locale that end in `.FTL` and the like. They are not read.
    pub misnamed: Vec<Entry>,
}

/// A folder or a file, on disk or compiled in.
#[derive(Clone, Debug)]
pub struct Entry {
    path: PathBuf,
    kind: Kind,
    storage: Storage,
}

#[derive(Clone, Copy, Debug)]
enum Storage {
    Disk,
    EmbeddedFolder(&'static Dir<'static>),
    EmbeddedFile(&'static include_dir::File<'static>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Folder,
    LinkToFolder,
    File,
}

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is a folder, a named pipe or a device.
    NotAFile,
    /// What the system reports.
    System(io::Error),
}

/// Writes what is wrong and, where the system does not say enough, what to do.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFile => f.write_str("this is not a regular file; replace it by one"),
            Self::System(error) => write!(f, "can't be read ({error})"),
        }
    }
}

impl LocaleFolder {
    /// Looks through a folder.
    ///
    /// # Errors
    ///
    /// The folder itself can't be listed.
    pub fn walk(top: &Entry) -> io::Result<Self> {
        let mut folder = Self::default();
        let mut locales: BTreeMap<String, LocaleEntries> = BTreeMap::new();
        let (files, folders): (Vec<_>, Vec<_>) =
            folder.visible(top)?.into_iter().partition(|entry| entry.kind == Kind::File);
        for entry in folders {
            let locale = LocaleEntries::new(entry.name().into_owned(), entry.path.clone());
            let locale = locales.entry(locale.name.clone()).or_insert(locale);
            for file in folder.files_below(entry) {
                locale.add(file);
            }
        }
        for entry in files {
            if entry.name() == CODES_FILE {
                folder.codes = Some(entry);
            } else if let Some(name) = stem(&entry.name()).map(str::to_owned) {
                let locale = LocaleEntries::new(name, entry.path.clone());
                locales.entry(locale.name.clone()).or_insert(locale).add(entry);
            }
        }
        Ok(Self { locales: locales.into_values().collect(), ..folder })
    }

    fn files_below(&mut self, top: Entry) -> Vec<Entry> {
        let mut files = Vec::new();
        let mut folders = vec![(String::new(), top)];
        while let Some((below, folder)) = folders.pop() {
            let entries = match self.visible(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    self.unreadable.push(Unreadable { path: folder.path, error });
                    continue;
                }
            };
            for entry in entries {
                let name = entry.name();
                let below = format!("{below}/{name}");
                if entry.kind == Kind::Folder {
                    folders.push((below, entry));
                } else if stem(&name).is_some() {
                    files.push((below, entry));
                }
            }
        }
        // The same order on every system, whatever stands between the parts of a path.
        files.sort_by(|a, b| a.0.cmp(&b.0));
        files.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Returns what is in a folder, but for hidden things.
    fn visible(&mut self, folder: &Entry) -> io::Result<Vec<Entry>> {
        let mut visible = Vec::new();
        for entry in folder.list()? {
            match entry {
                Ok(entry) if entry.name().starts_with('.') => {}
                Ok(entry) => visible.push(entry),
                Err(unreadable) => self.unreadable.push(unreadable),
            }
        }
        Ok(visible)
    }
}

impl LocaleEntries {
    fn new(name: String, path: PathBuf) -> Self {
        let id = locale_id(&name);
        Self { name, path, id, files: Vec::new(), misnamed: Vec::new() }
    }

    fn add(&mut self, file: Entry) {
        if file.name().ends_with(FTL) {
            self.files.push(file);
        } else if self.id.is_some() {
            self.misnamed.push(file);
        }
    }
}

impl Entry {
    /// Returns a folder on disk.
    pub fn on_disk(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), kind: Kind::Folder, storage: Storage::Disk }
    }

    /// Returns a folder that is compiled in, under the path that faults name it by.
    pub fn embedded(path: impl Into<PathBuf>, folder: &'static Dir<'static>) -> Self {
        Self { path: path.into(), kind: Kind::Folder, storage: Storage::EmbeddedFolder(folder) }
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// It is not there, not a file, or can't be read.
    pub fn read(&self) -> Result<Cow<'static, [u8]>, ReadError> {
        match self.storage {
            Storage::EmbeddedFile(file) => Ok(Cow::Borrowed(file.contents())),
            // A named pipe would be waited on for ever.
            _ if !fs::metadata(&self.path).map_err(ReadError::System)?.is_file() => Err(ReadError::NotAFile),
            _ => fs::read(&self.path).map(Cow::Owned).map_err(ReadError::System),
        }
    }

    fn name(&self) -> Cow<'_, str> {
        self.path.file_name().unwrap_or_default().to_string_lossy()
    }

    /// Returns what is in a folder, in any order.
    fn list(&self) -> io::Result<Vec<Result<Self, Unreadable>>> {
        match self.storage {
            Storage::Disk => Ok(fs::read_dir(&self.path)?.map(|entry| self.on_disk_below(entry)).collect()),
            Storage::EmbeddedFolder(folder) => {
                Ok(folder.entries().iter().map(|entry| Ok(self.embedded_below(entry))).collect())
            }
            Storage::EmbeddedFile(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    fn on_disk_below(&self, entry: io::Result<fs::DirEntry>) -> Result<Self, Unreadable> {
        let entry = entry.map_err(|error| Unreadable { path: self.path.clone(), error })?;
        let path = entry.path();
        let kind = match entry.file_type() {
            Ok(kind) if kind.is_dir() => Kind::Folder,
            Ok(kind) if kind.is_symlink() => match fs::metadata(&path) {
                Ok(target) if target.is_dir() => Kind::LinkToFolder,
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    return Err(Unreadable { path, error });
                }
                // A link to a file, or to nothing, which reading it reports.
                Ok(_) | Err(_) => Kind::File,
            },
            Ok(_) => Kind::File,
            Err(error) => return Err(Unreadable { path, error }),
        };
        Ok(Self { path, kind, storage: Storage::Disk })
    }

    fn embedded_below(&self, entry: &'static DirEntry<'static>) -> Self {
        let (storage, kind) = match entry {
            DirEntry::Dir(folder) => (Storage::EmbeddedFolder(folder), Kind::Folder),
            DirEntry::File(file) => (Storage::EmbeddedFile(file), Kind::File),
        };
        // With slashes on every system.
        let mut path = self.path.clone().into_os_string();
        path.push("/");
        path.push(entry.path().file_name().unwrap_or_default());
        Self { path: path.into(), kind, storage }
    }
}

/// Leaves `.ftl` out of a file's name, in small letters or not.
fn stem(name: &str) -> Option<&str> {
    let (stem, end) = name.split_at_checked(name.len().checked_sub(FTL.len())?)?;
    end.eq_ignore_ascii_case(FTL).then_some(stem)
}
