pub(crate) mod decode;
mod storage;

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use self::storage::{Disk, Entry, EntryKind, LOCALES, Storage};
use crate::fault::{CatalogError, Fault, FileProblem, FileRole};

/// Where a resource folder is, to read it anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Without a path it is the one that is compiled in.
    base: Option<PathBuf>,
    /// The folders that are laid over it, one over the other.
    overrides: Vec<PathBuf>,
}

impl Origin {
    pub(crate) fn folder(path: &Path) -> Self {
        Self { base: Some(path.to_owned()), overrides: Vec::new() }
    }

    /// Lays a folder over what is there.
    pub(crate) fn with_overrides(mut self, path: &Path) -> Self {
        self.overrides.push(path.to_owned());
        self
    }

    pub(crate) fn read(&self) -> Result<Folder, CatalogError> {
        let mut folder = match &self.base {
            None => Folder::embedded(),
            Some(path) => Folder::read(&Disk, path)?,
        };
        for (path, layer) in self.overrides.iter().zip(1..) {
            folder.lay_over(path, layer)?;
        }
        Ok(Folder { origin: self.clone(), ..folder })
    }

    /// Lists the folders on disk.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.base.iter().chain(&self.overrides).map(PathBuf::as_path)
    }
}

/// A resource folder as it was read, with nothing parsed yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Folder {
    pub(crate) origin: Origin,
    pub(crate) codes: File,
    pub(crate) locales: Vec<Arc<LocaleFiles>>,
    pub(crate) faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LocaleFiles {
    pub(crate) tag: Arc<str>,
    pub(crate) id: LanguageIdentifier,
    /// Its own files, and then those of each folder that is laid over them, the last of which counts first.
    pub(crate) layers: Vec<Vec<File>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) path: Arc<str>,
    pub(crate) bytes: Cow<'static, [u8]>,
}

impl LocaleFiles {
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        self.layers.iter().flatten()
    }

    fn add(&mut self, files: Vec<File>, layer: usize) {
        self.layers.resize(layer, Vec::new());
        self.layers.push(files);
    }
}

impl Default for File {
    fn default() -> Self {
        Self { path: Arc::from(""), bytes: Cow::Borrowed(&[]) }
    }
}

impl Folder {
    /// Reads the folder that is compiled in.
    pub(crate) fn embedded() -> Self {
        // It has a `codes.toml`, or this package's tests fail.
        let read = Self::read(&LOCALES, Path::new(LOCALES.name));
        read.unwrap_or_else(|error| Self { faults: error.0, ..Self::default() })
    }

    /// Reads every file of a folder.
    fn read(storage: &dyn Storage, path: &Path) -> Result<Self, CatalogError> {
        let entries = entries(storage, path, FileRole::Catalog)?;
        let codes = read_file(storage, &path.join("codes.toml")).map_err(|fault| CatalogError(vec![fault]))?;
        let mut folder = Self { codes, ..Self::default() };
        folder.read_locales(storage, path, entries, 0);
        Ok(folder)
    }

    /// Reads every file of a folder on disk over those that are there.
    fn lay_over(&mut self, path: &Path, layer: usize) -> Result<(), CatalogError> {
        let entries = entries(&Disk, path, FileRole::Overrides)?;
        let codes = path.join("codes.toml");
        if codes.exists() {
            self.faults.push(unusable(&codes, FileProblem::CodesInOverrides));
        }
        self.read_locales(&Disk, path, entries, layer);
        Ok(())
    }

    fn read_locales(&mut self, storage: &dyn Storage, path: &Path, entries: Vec<io::Result<Entry>>, layer: usize) {
        for entry in self.visible(path, entries) {
            if entry.kind != EntryKind::File {
                let mut files = Vec::new();
                self.read_files(storage, &entry.path, &mut files);
                self.add_locale(&entry.name(), &entry.path.display().to_string(), files, layer);
            }
        }
        self.sort();
    }

    /// Reads the `.ftl` files of a locale, those in folders below it too.
    fn read_files(&mut self, storage: &dyn Storage, folder: &Path, files: &mut Vec<File>) {
        let entries = match storage.list(folder) {
            Ok(entries) => entries,
            Err(error) => return self.faults.push(unreadable(folder, &error)),
        };
        for entry in self.visible(folder, entries) {
            match entry.kind {
                EntryKind::Folder => self.read_files(storage, &entry.path, files),
                // A link to a folder may lead back here, so those are not followed.
                EntryKind::File | EntryKind::LinkToFolder if is_ftl(&entry.path) => {
                    match read_file(storage, &entry.path) {
                        Ok(file) => files.push(file),
                        Err(fault) => self.faults.push(fault),
                    }
                }
                EntryKind::File | EntryKind::LinkToFolder => {}
            }
        }
    }

    /// Returns what is in a folder, but for hidden things: editors keep copies in them, and a mounted Kubernetes volume
    /// its older versions.
    fn visible(&mut self, folder: &Path, entries: Vec<io::Result<Entry>>) -> Vec<Entry> {
        let mut visible = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) if entry.name().starts_with('.') => {}
                Ok(entry) => visible.push(entry),
                Err(error) => self.faults.push(unreadable(folder, &error)),
            }
        }
        visible
    }

    /// Takes a folder in as a layer of a locale, unless it has no messages or no locale's name.
    fn add_locale(&mut self, name: &str, path: &str, mut files: Vec<File>, layer: usize) {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        // Longer languages are reserved: such a name is a word. The parser lets any character through in a variant.
        let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        let id = name.parse::<LanguageIdentifier>().ok();
        let id = id.filter(|id| is_plain && matches!(id.language.as_str().len(), 2 | 3));
        match id.filter(|id| !id.language.is_empty()) {
            Some(id) if files.is_empty() && id == name => {
                self.faults.push(Fault::Unreadable { path: path.into(), problem: FileProblem::NoMessages });
            }
            _ if files.is_empty() => {}
            Some(id) if id == name => {
                let mut known = self.locales.iter_mut().filter(|locale| layer > 0 && locale.id == id);
                match known.next() {
                    Some(locale) => Arc::make_mut(locale).add(files, layer),
                    None => {
                        let mut locale = LocaleFiles { tag: name.into(), id, layers: Vec::new() };
                        locale.add(files, layer);
                        self.locales.push(locale.into());
                    }
                }
            }
            id => {
                let canonical = id.map(|id| id.to_string());
                self.faults.push(Fault::InvalidLocale { path: path.into(), canonical });
            }
        }
    }

    fn sort(&mut self) {
        self.locales.sort_by(|a, b| a.tag.cmp(&b.tag));
        self.faults.sort_by_cached_key(ToString::to_string);
    }
}

fn entries(storage: &dyn Storage, path: &Path, role: FileRole) -> Result<Vec<io::Result<Entry>>, CatalogError> {
    storage.list(path).map_err(|error| CatalogError(vec![unusable(path, FileProblem::system(&error, role))]))
}

fn read_file(storage: &dyn Storage, path: &Path) -> Result<File, Fault> {
    let bytes = storage.read(path).map_err(|problem| unusable(path, problem))?;
    Ok(File { path: path.display().to_string().into(), bytes })
}

fn unreadable(path: &Path, error: &io::Error) -> Fault {
    unusable(path, FileProblem::system(error, FileRole::File))
}

fn unusable(path: &Path, problem: FileProblem) -> Fault {
    Fault::Unreadable { path: path.display().to_string().into(), problem }
}

fn is_ftl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
}
