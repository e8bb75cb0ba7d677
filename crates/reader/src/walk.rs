//! Finds the files of a folder of locales, for the library and its tools.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use unic_langid::LanguageIdentifier;

use crate::memory::MemoryFolder;
use crate::names::locale_id;
use crate::visible::one_line;

/// The name of the code table's file.
pub const CODES_FILE: &str = "codes.toml";
/// The name of the folder with the records of translations, which only the tools read.
pub const RECORDS_FOLDER: &str = "records";
/// The extension of a file of messages.
const FTL: &str = ".ftl";
/// The extension of a file of records.
const TOML: &str = ".toml";

/// The files of a folder of locales. Their contents are not read yet.
///
/// - A locale is a folder `en`, a link to one, a file `en.ftl`, or both the folder and the file.
/// - Its files are those at any depth below its folder whose names end in `.ftl`, in lower case. Links to files are
///   followed. Links to folders below a locale are not, since they may form a loop.
/// - Names that begin with a period are skipped: editors keep backups there, and mounted Kubernetes volumes older
///   versions.
#[derive(Debug, Default)]
pub struct LocaleFolder {
    /// The file `codes.toml`, if there is one.
    pub codes: Option<Entry>,
    /// The locales, in the order of their names.
    pub locales: Vec<LocaleEntries>,
    /// The `.toml` files in the folder [`RECORDS_FOLDER`], in the order of their names.
    pub records: Vec<Entry>,
    /// Folders and entries that can't be accessed.
    pub unreadable: Vec<Unreadable>,
}

/// A folder that can't be listed, or an entry whose type can't be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Its path.
    pub path: PathBuf,
    /// The system's error.
    pub error: io::Error,
}

/// A locale, or a folder or `.ftl` file whose name is not a locale's.
#[derive(Debug)]
pub struct LocaleEntries {
    /// The name of the folder, or of the file without `.ftl`.
    pub name: String,
    /// The folder, or if there is none, the file.
    pub path: PathBuf,
    /// The language, if the name is a language tag.
    pub id: Option<LanguageIdentifier>,
    /// The files of messages in the order of their paths. The file beside the folder is last.
    pub files: Vec<Entry>,
    /// The files of a locale whose extension is not in lower case, such as `.FTL`. They are not read.
    pub misnamed: Vec<Entry>,
}

/// A folder or a file, on disk or in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    path: PathBuf,
    kind: Kind,
    storage: Storage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Storage {
    /// The texts of some files stand in for what is on disk.
    Disk(Unsaved),
    Memory {
        folder: Arc<MemoryFolder>,
        /// The path in the folder, for a folder with a slash at its end.
        inside: String,
    },
}

/// The texts of files that an editor has not saved yet, by their paths.
pub type Unsaved = Arc<BTreeMap<PathBuf, Vec<u8>>>;

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
    /// The system's error.
    System(io::Error),
}

/// Writes the problem and, unless the system's error is enough, how to fix it.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        match self {
            Self::NotAFile => f.write_str("this is not a regular file; replace it by one"),
            Self::System(error) => write!(f, "can't be read ({error})"),
        }
    }
}

impl LocaleFolder {
    /// Finds the files of a folder. An entry that can't be accessed is added to [`unreadable`](Self::unreadable).
    ///
    /// # Errors
    ///
    /// Returns the system's error if the folder itself can't be listed.
    pub fn walk(top: &Entry) -> io::Result<Self> {
        let mut folder = Self::default();
        let mut locales: BTreeMap<String, LocaleEntries> = BTreeMap::new();
        let (files, folders): (Vec<_>, Vec<_>) =
            folder.visible(top)?.into_iter().partition(|entry| entry.kind == Kind::File);
        for entry in folders {
            if entry.name() == RECORDS_FOLDER {
                folder.records = folder.records_in(&entry);
            }
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

    fn records_in(&mut self, records: &Entry) -> Vec<Entry> {
        // A folder that can't be listed is reported when it is read as that of a locale.
        let mut files = self.visible(records).unwrap_or_default();
        files.retain(|entry| entry.kind == Kind::File && entry.name().ends_with(TOML));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
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
        // `below` has slashes on every system, so the order is the same everywhere.
        files.sort_by(|a, b| a.0.cmp(&b.0));
        files.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Returns the entries of a folder, without hidden ones.
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
    /// Returns the entry of a folder on disk.
    pub fn on_disk(path: impl Into<PathBuf>) -> Self {
        Self::with_unsaved(path, Unsaved::default())
    }

    /// Returns the entry of a folder on disk, of which some files have other texts in an editor. Their paths begin with
    /// `path`.
    pub fn with_unsaved(path: impl Into<PathBuf>, unsaved: Unsaved) -> Self {
        Self { path: path.into(), kind: Kind::Folder, storage: Storage::Disk(unsaved) }
    }

    /// Returns the entry of a folder in memory. Faults show it under this path.
    pub fn in_memory(path: impl Into<PathBuf>, folder: MemoryFolder) -> Self {
        let storage = Storage::Memory { folder: Arc::new(folder), inside: String::new() };
        Self { path: path.into(), kind: Kind::Folder, storage }
    }

    /// Returns the entry of a file in this folder, which may not exist.
    #[must_use]
    pub fn file(&self, name: &str) -> Self {
        match &self.storage {
            Storage::Disk(_) => Self { path: self.path.join(name), kind: Kind::File, storage: self.storage.clone() },
            Storage::Memory { folder, inside } => self.in_memory_below(folder, inside, name),
        }
    }

    /// Returns whether the entry is on disk.
    #[must_use]
    pub fn is_on_disk(&self) -> bool {
        matches!(self.storage, Storage::Disk(_))
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// Returns an error if the file does not exist, is not a regular file or can't be read.
    pub fn read(&self) -> Result<Cow<'static, [u8]>, ReadError> {
        match &self.storage {
            Storage::Disk(unsaved) => {
                unsaved.get(&self.path).map_or_else(|| read_file(&self.path), |text| Ok(text.clone())).map(Cow::Owned)
            }
            Storage::Memory { folder, inside } => {
                folder.file(inside).cloned().ok_or_else(|| ReadError::System(io::ErrorKind::NotFound.into()))
            }
        }
    }

    fn name(&self) -> Cow<'_, str> {
        self.path.file_name().unwrap_or_default().to_string_lossy()
    }

    /// Returns the entries of a folder, in any order.
    fn list(&self) -> io::Result<Vec<Result<Self, Unreadable>>> {
        match &self.storage {
            Storage::Disk(unsaved) => {
                // The next folder or file on the way to a file that was never saved.
                let next = |path: &PathBuf| Some(self.path.join(path.strip_prefix(&self.path).ok()?.iter().next()?));
                let new: BTreeSet<PathBuf> = unsaved.keys().filter_map(next).filter(|path| !path.exists()).collect();
                let on_disk = match fs::read_dir(&self.path) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound && !new.is_empty() => None,
                    listed => Some(listed?),
                };
                let kind = |path: &PathBuf| if unsaved.contains_key(path) { Kind::File } else { Kind::Folder };
                let new = new.into_iter().map(|path| Self { kind: kind(&path), path, storage: self.storage.clone() });
                Ok(on_disk.into_iter().flatten().map(|entry| self.on_disk_below(entry)).chain(new.map(Ok)).collect())
            }
            Storage::Memory { folder, inside } => {
                let names = folder.names(inside).into_iter();
                Ok(names.map(|name| Ok(self.in_memory_below(folder, inside, name))).collect())
            }
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
                // A link to a file. A broken link is reported when it is read.
                Ok(_) | Err(_) => Kind::File,
            },
            Ok(_) => Kind::File,
            Err(error) => return Err(Unreadable { path, error }),
        };
        Ok(Self { path, kind, storage: self.storage.clone() })
    }

    /// Returns the entry of a file, or of a folder if the name ends in a slash.
    fn in_memory_below(&self, folder: &Arc<MemoryFolder>, inside: &str, name: &str) -> Self {
        // Paths in memory have slashes on every system.
        let mut path = self.path.clone().into_os_string();
        if !path.is_empty() && !path.to_string_lossy().ends_with('/') {
            path.push("/");
        }
        let (name, kind) = name.strip_suffix('/').map_or((name, Kind::File), |name| (name, Kind::Folder));
        path.push(name);
        let slash = if kind == Kind::Folder { "/" } else { "" };
        let storage = Storage::Memory { folder: folder.clone(), inside: format!("{inside}{name}{slash}") };
        Self { path: path.into(), kind, storage }
    }
}

/// Returns a file name without its extension `.ftl`, in lower or upper case.
fn stem(name: &str) -> Option<&str> {
    let (stem, end) = name.split_at_checked(name.len().checked_sub(FTL.len())?)?;
    end.eq_ignore_ascii_case(FTL).then_some(stem)
}

fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    // Opening a named pipe could block forever.
    let metadata = fs::metadata(path).map_err(ReadError::System)?;
    if !metadata.is_file() {
        return Err(ReadError::NotAFile);
    }
    // No more than the system says there is: the files of Linux's `/proc` claim to be empty, and some have no end.
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(ReadError::System)?;
    file.take(metadata.len()).read_to_end(&mut bytes).map_err(ReadError::System)?;
    Ok(bytes)
}
