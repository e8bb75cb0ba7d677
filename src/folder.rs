pub(crate) mod decode;
pub(crate) mod memory;

use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;

use code_prompts_reader::walk::{CODES_FILE, Entry, LocaleEntries, LocaleFolder, ReadError};
use unic_langid::LanguageIdentifier;

use crate::fault::{CatalogError, Fault, FileProblem, FileRole};
use crate::functions::Functions;

/// Where a catalogue is read from, and what the app has chosen for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The folder of the catalogue.
    base: Entry,
    /// The folders of overrides. Later ones have priority.
    overrides: Vec<Entry>,
    /// The tags of the offered locales in the app's order, `None` for all.
    pub(crate) offered: Option<Vec<Arc<str>>>,
    /// The functions that the app adds.
    pub(crate) functions: Functions,
}

impl Origin {
    pub(crate) fn new(base: Entry) -> Self {
        Self { base, overrides: Vec::new(), offered: None, functions: Functions::default() }
    }

    /// Adds a folder of overrides.
    pub(crate) fn with_overrides(mut self, overrides: Entry) -> Self {
        self.overrides.push(overrides);
        self
    }

    /// Offers the locales with these tags.
    pub(crate) fn with_offered(self, tags: Vec<Arc<str>>) -> Self {
        Self { offered: Some(tags), ..self }
    }

    /// Uses these functions.
    pub(crate) fn with_functions(self, functions: Functions) -> Self {
        Self { functions, ..self }
    }

    pub(crate) fn read(&self) -> Result<Folder, CatalogError> {
        let mut found = walk(&self.base, FileRole::Catalog)?;
        let codes = found.codes.take().unwrap_or_else(|| self.base.file(CODES_FILE));
        let codes = read_file(&codes).map_err(|fault| CatalogError(vec![fault]))?;
        let mut folder = Folder { origin: self.clone(), codes: vec![codes], locales: Vec::new(), faults: Vec::new() };
        folder.add_locales(found, 0);
        for (overrides, layer) in self.overrides.iter().zip(1..) {
            folder.add_overrides(overrides, layer)?;
        }
        Ok(folder)
    }

    /// Returns the folders on disk.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        [&self.base].into_iter().chain(&self.overrides).filter(|folder| folder.is_on_disk()).map(Entry::path)
    }
}

/// The files of a catalogue, read but not parsed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Folder {
    pub(crate) origin: Origin,
    /// The `codes.toml` of the catalogue, and then those of overrides.
    pub(crate) codes: Vec<File>,
    pub(crate) locales: Vec<Arc<LocaleFiles>>,
    pub(crate) faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LocaleFiles {
    pub(crate) tag: Arc<str>,
    pub(crate) id: LanguageIdentifier,
    /// The locale's own files, and then the files of each folder of overrides. Later layers have priority.
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

    pub(crate) fn has_overrides(&self) -> bool {
        self.layers.len() > 1
    }

    fn add(&mut self, files: Vec<File>, layer: usize) {
        self.layers.resize(layer, Vec::new());
        self.layers.push(files);
    }
}

impl Folder {
    /// Reads every file of a folder of overrides.
    fn add_overrides(&mut self, top: &Entry, layer: usize) -> Result<(), CatalogError> {
        let found = walk(top, FileRole::Overrides)?;
        if let Some(codes) = &found.codes {
            match read_file(codes) {
                Ok(file) => self.codes.push(file),
                Err(fault) => self.faults.push(fault),
            }
        }
        self.add_locales(found, layer);
        Ok(())
    }

    fn add_locales(&mut self, found: LocaleFolder, layer: usize) {
        for unreadable in &found.unreadable {
            self.faults.push(unusable(&unreadable.path, FileProblem::system(&unreadable.error, FileRole::File)));
        }
        for locale in found.locales {
            self.add_locale(locale, layer);
        }
        self.locales.sort_by(|a, b| a.tag.cmp(&b.tag));
        self.faults.sort_by_cached_key(ToString::to_string);
    }

    /// Adds the files of a locale as a layer, unless there are none or the name is not a locale's.
    fn add_locale(&mut self, locale: LocaleEntries, layer: usize) {
        let LocaleEntries { name, path, id, files: entries, misnamed } = locale;
        self.faults.extend(misnamed.iter().map(|file| unusable(file.path(), FileProblem::Misnamed)));
        let mut files = Vec::with_capacity(entries.len());
        for entry in &entries {
            match read_file(entry) {
                Ok(file) => files.push(file),
                Err(fault) => self.faults.push(fault),
            }
        }
        let Some(id) = id.clone().filter(|id| *id == name.as_str()) else {
            if !files.is_empty() {
                self.faults.push(invalid_locale(&path, id));
            }
            return;
        };
        if files.is_empty() {
            if entries.is_empty() && misnamed.is_empty() {
                self.faults.push(unusable(&path, FileProblem::NoMessages));
            }
            return;
        }
        match self.locales.iter_mut().find(|locale| locale.id == id) {
            Some(locale) => Arc::make_mut(locale).add(files, layer),
            None => {
                let mut locale = LocaleFiles { tag: name.into(), id, layers: Vec::new() };
                locale.add(files, layer);
                self.locales.push(locale.into());
            }
        }
    }
}

fn walk(top: &Entry, role: FileRole) -> Result<LocaleFolder, CatalogError> {
    let unreadable = |error: io::Error| CatalogError(vec![unusable(top.path(), FileProblem::system(&error, role))]);
    LocaleFolder::walk(top).map_err(unreadable)
}

fn read_file(entry: &Entry) -> Result<File, Fault> {
    let path = entry.path();
    let bytes = entry.read().map_err(|error| match error {
        ReadError::NotAFile => unusable(path, FileProblem::NotAFile),
        ReadError::System(error) => unusable(path, FileProblem::system(&error, FileRole::File)),
    })?;
    Ok(File { path: path.to_string_lossy().into(), bytes })
}

fn unusable(path: &Path, problem: FileProblem) -> Fault {
    Fault::Unreadable { path: path.to_string_lossy().into(), problem }
}

fn invalid_locale(path: &Path, id: Option<LanguageIdentifier>) -> Fault {
    let extension = path.extension().filter(|extension| *extension == "ftl");
    let canonical = id.map(|id| if extension.is_some() { format!("{id}.ftl") } else { id.to_string() });
    Fault::InvalidLocale { path: path.to_string_lossy().into(), canonical }
}
