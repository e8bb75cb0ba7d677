pub(crate) mod decode;

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use crate::fault::{CatalogError, Fault, FileProblem, FileRole};

/// A file that is compiled in: its path, and what it holds.
type EmbeddedFile = (&'static str, &'static [u8]);

// `CODES`, and `LOCALES` with their files, as build.rs lists them.
include!(concat!(env!("OUT_DIR"), "/locales.rs"));

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
            Some(path) => Folder::read(path)?,
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
    /// Gives the folder that is compiled in.
    pub(crate) fn embedded() -> Self {
        let mut folder = Self { codes: embedded_file(CODES), ..Self::default() };
        for (tag, files) in LOCALES {
            let path = ["locales/", tag].concat();
            folder.add_locale(tag, &path, files.iter().copied().map(embedded_file).collect(), 0);
        }
        folder.sort();
        folder
    }

    /// Reads every file of a folder on disk.
    fn read(path: &Path) -> Result<Self, CatalogError> {
        let entries = entries(path, FileRole::Catalog)?;
        let codes = read_file(&path.join("codes.toml")).map_err(|fault| CatalogError(vec![fault]))?;
        let mut folder = Self { codes, ..Self::default() };
        folder.read_locales(path, entries, 0);
        Ok(folder)
    }

    /// Reads every file of a folder on disk over those that are there.
    fn lay_over(&mut self, path: &Path, layer: usize) -> Result<(), CatalogError> {
        let entries = entries(path, FileRole::Overrides)?;
        let codes = path.join("codes.toml");
        if codes.exists() {
            self.faults.push(unusable(&codes, FileProblem::CodesInOverrides));
        }
        self.read_locales(path, entries, layer);
        Ok(())
    }

    fn read_locales(&mut self, path: &Path, entries: fs::ReadDir, layer: usize) {
        for (name, path) in self.visible(path, entries) {
            if path.is_dir() {
                let mut files = Vec::new();
                self.read_files(&path, &mut files);
                self.add_locale(&name, &path.display().to_string(), files, layer);
            }
        }
        self.sort();
    }

    /// Reads the `.ftl` files of a locale, those in folders below it too.
    fn read_files(&mut self, dir: &Path, files: &mut Vec<File>) {
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) => return self.faults.push(unreadable(dir, &error)),
        };
        for (_, path) in self.visible(dir, entries) {
            // A link to a folder may lead back here, so those are not followed.
            if path.is_dir() && !path.is_symlink() {
                self.read_files(&path, files);
            } else if is_ftl(&path) {
                match read_file(&path) {
                    Ok(file) => files.push(file),
                    Err(fault) => self.faults.push(fault),
                }
            }
        }
    }

    /// Lists what is in a folder, but for hidden things: editors keep copies in them, and a mounted Kubernetes volume
    /// its older versions.
    fn visible(&mut self, dir: &Path, entries: fs::ReadDir) -> Vec<(String, PathBuf)> {
        let mut visible = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => visible.push((entry.file_name().to_string_lossy().into_owned(), entry.path())),
                Err(error) => self.faults.push(unreadable(dir, &error)),
            }
        }
        visible.retain(|(name, _)| !name.starts_with('.'));
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

fn entries(path: &Path, role: FileRole) -> Result<fs::ReadDir, CatalogError> {
    fs::read_dir(path).map_err(|error| CatalogError(vec![unusable(path, FileProblem::system(&error, role))]))
}

fn embedded_file((path, bytes): EmbeddedFile) -> File {
    File { path: path.into(), bytes: Cow::Borrowed(bytes) }
}

fn read_file(path: &Path) -> Result<File, Fault> {
    let io_error = |error| unreadable(path, &error);
    // A named pipe would be waited on for ever.
    if !fs::metadata(path).map_err(io_error)?.is_file() {
        return Err(unusable(path, FileProblem::NotAFile));
    }
    let bytes = fs::read(path).map_err(io_error)?;
    Ok(File { path: path.display().to_string().into(), bytes: Cow::Owned(bytes) })
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
