use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};
use unic_langid::LanguageIdentifier;

use crate::{CatalogError, Fault};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// A resource folder as it was read, with nothing parsed yet.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    pub(crate) codes: File,
    pub(crate) locales: Vec<LocaleFiles>,
    pub(crate) faults: Vec<Fault>,
}

#[derive(Debug)]
pub(crate) struct LocaleFiles {
    pub(crate) id: LanguageIdentifier,
    pub(crate) files: Vec<File>,
}

#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: Arc<str>,
    pub(crate) bytes: Cow<'static, [u8]>,
}

impl Default for File {
    fn default() -> Self {
        Self { path: Arc::from(""), bytes: Cow::Borrowed(&[]) }
    }
}

impl Folder {
    /// Gives the folder that is compiled in.
    pub(crate) fn embedded() -> Self {
        let mut folder = Self::default();
        if let Some(codes) = LOCALES.get_file("codes.toml") {
            folder.codes = embedded_file(codes);
        }
        for dir in LOCALES.dirs() {
            let mut files = Vec::new();
            add_embedded_files(dir, &mut files);
            let path = format!("locales/{}", dir.path().display());
            folder.add_locale(&dir.path().to_string_lossy(), &path, files);
        }
        folder.sort();
        folder
    }

    /// Reads every file of a folder on disk.
    pub(crate) fn read(path: &Path) -> Result<Self, CatalogError> {
        let shown = path.display();
        let entries = fs::read_dir(path).map_err(|error| {
            let problem = match error.kind() {
                io::ErrorKind::NotFound => "there is no such folder; give one that holds codes.toml".to_owned(),
                io::ErrorKind::NotADirectory => "this is not a folder; give one that holds codes.toml".to_owned(),
                _ => format!("can't be read ({error}); let this user read the folder"),
            };
            CatalogError(vec![Fault::Unreadable { path: shown.to_string().into(), problem }])
        })?;
        let codes = read_file(&path.join("codes.toml")).map_err(|fault| CatalogError(vec![fault]))?;
        let mut folder = Self { codes, ..Self::default() };
        for (name, path) in folder.visible(path, entries) {
            if path.is_dir() {
                let mut files = Vec::new();
                folder.read_files(&path, &mut files);
                folder.add_locale(&name, &path.display().to_string(), files);
            }
        }
        folder.sort();
        Ok(folder)
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

    /// Takes a folder in as a locale, unless it has no messages or no locale's name.
    fn add_locale(&mut self, name: &str, path: &str, mut files: Vec<File>) {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        // Longer languages are reserved: such a name is a word. The parser lets any character through in a variant.
        let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        let id = name.parse::<LanguageIdentifier>().ok();
        let id = id.filter(|id| is_plain && matches!(id.language.as_str().len(), 2 | 3));
        match id.filter(|id| !id.language.is_empty()) {
            Some(id) if id == name && files.is_empty() => {
                let problem = "there is no .ftl file in this folder; add one or delete the folder".to_owned();
                self.faults.push(Fault::Unreadable { path: path.into(), problem });
            }
            _ if files.is_empty() => {}
            Some(id) if id == name => self.locales.push(LocaleFiles { id, files }),
            id => {
                let canonical = id.map(|id| id.to_string());
                self.faults.push(Fault::InvalidLocale { path: path.into(), canonical });
            }
        }
    }

    fn sort(&mut self) {
        self.locales.sort_by_cached_key(|locale| locale.id.to_string());
        self.faults.sort_by_cached_key(ToString::to_string);
    }
}

fn add_embedded_files(dir: &'static Dir<'static>, files: &mut Vec<File>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(below) => add_embedded_files(below, files),
            DirEntry::File(file) if is_ftl(file.path()) => files.push(embedded_file(file)),
            DirEntry::File(_) => {}
        }
    }
}

fn embedded_file(file: &'static include_dir::File<'static>) -> File {
    File { path: format!("locales/{}", file.path().display()).into(), bytes: Cow::Borrowed(file.contents()) }
}

fn read_file(path: &Path) -> Result<File, Fault> {
    let io_error = |error| unreadable(path, &error);
    // A named pipe would be waited on for ever.
    if !fs::metadata(path).map_err(io_error)?.is_file() {
        let problem = "this is not a regular file; replace it by one".to_owned();
        return Err(Fault::Unreadable { path: path.display().to_string().into(), problem });
    }
    let bytes = fs::read(path).map_err(io_error)?;
    Ok(File { path: path.display().to_string().into(), bytes: Cow::Owned(bytes) })
}

fn unreadable(path: &Path, error: &io::Error) -> Fault {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; add it".to_owned(),
        _ => format!("can't be read ({error}); let this user read it"),
    };
    Fault::Unreadable { path: path.display().to_string().into(), problem }
}

fn is_ftl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
}
