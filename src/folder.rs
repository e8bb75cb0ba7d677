pub(crate) mod decode;
mod storage;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use self::storage::{Entry, EntryKind};
use crate::fault::{CatalogError, Fault, FileProblem, FileRole};

/// The name of the code table's file.
const CODES: &str = "codes.toml";

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
            Some(path) => Folder::read(&Entry::on_disk(path))?,
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
        // It can be read, or this package's tests fail.
        Self::read(&Entry::embedded()).unwrap_or_else(|error| Self { faults: error.0, ..Self::default() })
    }

    /// Reads every file of a folder.
    fn read(top: &Entry) -> Result<Self, CatalogError> {
        let mut folder = Self::default();
        let entries = folder.visible(top, FileRole::Catalog).map_err(|fault| CatalogError(vec![fault]))?;
        let codes = entries.iter().find(|entry| entry.name() == CODES);
        let codes = codes.map_or_else(|| read_file(&Entry::on_disk(top.path.join(CODES))), read_file);
        folder.codes = codes.map_err(|fault| CatalogError(vec![fault]))?;
        folder.add_locales(entries, 0);
        Ok(folder)
    }

    /// Reads every file of a folder on disk over those that are there.
    fn lay_over(&mut self, path: &Path, layer: usize) -> Result<(), CatalogError> {
        let entries = self.visible(&Entry::on_disk(path), FileRole::Overrides);
        let entries = entries.map_err(|fault| CatalogError(vec![fault]))?;
        if let Some(codes) = entries.iter().find(|entry| entry.name() == CODES) {
            self.faults.push(unusable(&codes.path, FileProblem::CodesInOverrides));
        }
        self.add_locales(entries, layer);
        Ok(())
    }

    fn add_locales(&mut self, entries: Vec<Entry>, layer: usize) {
        for entry in entries.iter().filter(|entry| entry.kind() != EntryKind::File) {
            let mut files = Vec::new();
            self.read_files(entry, &mut files);
            self.add_locale(&entry.name(), &entry.path.to_string_lossy(), files, layer);
        }
        self.locales.sort_by(|a, b| a.tag.cmp(&b.tag));
        self.faults.sort_by_cached_key(ToString::to_string);
    }

    /// Reads the `.ftl` files of a locale, those in folders below it too.
    fn read_files(&mut self, folder: &Entry, files: &mut Vec<File>) {
        let entries = match self.visible(folder, FileRole::File) {
            Ok(entries) => entries,
            Err(fault) => return self.faults.push(fault),
        };
        for entry in entries {
            if entry.kind() == EntryKind::Folder {
                self.read_files(&entry, files);
            } else if entry.path.extension().is_some_and(|extension| extension == "ftl") {
                // A link to a folder may lead back here, so it is not followed, and is no file either.
                match read_file(&entry) {
                    Ok(file) => files.push(file),
                    Err(fault) => self.faults.push(fault),
                }
            }
        }
    }

    /// Returns what is in a folder, but for hidden things: editors keep copies in them, and a mounted Kubernetes volume
    /// its older versions.
    fn visible(&mut self, folder: &Entry, role: FileRole) -> Result<Vec<Entry>, Fault> {
        let unreadable = |error| unusable(&folder.path, FileProblem::system(&error, role));
        let entries = folder.list().map_err(unreadable)?;
        let mut visible = Vec::with_capacity(entries.len());
        for entry in entries {
            match entry {
                Ok(entry) if entry.name().starts_with('.') => {}
                Ok(entry) => visible.push(entry),
                Err(error) => self.faults.push(unusable(&folder.path, FileProblem::system(&error, FileRole::File))),
            }
        }
        Ok(visible)
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
}

fn read_file(entry: &Entry) -> Result<File, Fault> {
    let bytes = entry.read().map_err(|problem| unusable(&entry.path, problem))?;
    Ok(File { path: entry.path.to_string_lossy().into(), bytes })
}

fn unusable(path: &Path, problem: FileProblem) -> Fault {
    Fault::Unreadable { path: path.to_string_lossy().into(), problem }
}
