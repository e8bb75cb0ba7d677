//! Pseudo-locales, to try an interface before it is translated.

mod entry;
mod folder;
mod locale;
mod text;

use std::fmt;
use std::path::{Path, PathBuf};

use code_prompts_reader::walk::{CODES_FILE, Entry};

use crate::error::Error;
use crate::project::open::{self, Project};
use crate::project::settings::Settings;
use crate::project::tree::Tree;
use folder::{NewFile, NewFolder};
use text::Style;

/// The locales that are made. Android and Chromium name theirs so.
const MADE: [(&str, Style); 2] = [("en-XA", Style::Accented), ("ar-XB", Style::RightToLeft)];

/// A folder with `codes.toml`, the source, the fallback locales and two pseudo-locales, yet to be made: en-XA, whose
/// letters have accents and whose texts are longer, and ar-XB, whose texts run from right to left.
///
/// `Display` writes its path.
pub struct PseudoFolder {
    folder: NewFolder,
    files: Vec<NewFile>,
    locales: Vec<String>,
}

impl PseudoFolder {
    /// Works out what the folder is to hold. The texts are those of the locale `from`; without one, of the first fallback
    /// locale, or else of the source.
    ///
    /// # Errors
    ///
    /// The folder can't be made there or is in the folder of the locales, a locale is not there or can't be read in full,
    /// or one has the tag of a pseudo-locale.
    pub fn new(project: &Project, output: &Path, from: Option<&str>) -> Result<Self, Error> {
        let folder = NewFolder::new(output, &project.dir)?;
        let nodes = project.parse();
        let tree = project.tree(&nodes)?;

        let first = project.fallback.iter().find(|tag| tree.locales.iter().any(|locale| locale.tag == **tag));
        let from = from.unwrap_or_else(|| first.unwrap_or(&project.source));
        let from = open::locale(&tree, from)?;
        let mut kept = vec![project.source.as_str()];
        kept.extend(project.fallback.iter().map(String::as_str));
        // Another source may have been asked for than the one that codes.toml names.
        let settings = Settings::read(&project.dir)?;
        kept.extend(settings.source.as_deref());
        kept.sort_unstable();
        kept.dedup();
        if let Some(made) = MADE.iter().map(|(tag, _)| *tag).find(|tag| kept.contains(tag) || from.tag == *tag) {
            return Err(format!("`{made}` is made from another locale; give one with --from or --source").into());
        }
        let read: Vec<&str> = kept.iter().copied().chain([from.tag]).collect();
        project.refuse_unreadable(&read)?;

        let mut files = copies(project, &tree, &kept)?;
        for (tag, style) in MADE {
            let made = locale::make(&tree, &nodes.0, from, style).into_iter();
            files.extend(made.map(|(file, text)| (open::path(tag, &project.below(from, file)), text.into_bytes())));
        }
        files.sort_unstable();
        let mut locales: Vec<_> = kept.into_iter().chain(MADE.map(|(tag, _)| tag)).map(str::to_owned).collect();
        locales.sort_unstable();
        Ok(Self { folder, files, locales })
    }

    /// Returns whether the folder is there already, with just these files in it.
    ///
    /// # Errors
    ///
    /// The folder can't be read.
    pub fn is_there(&self) -> Result<bool, Error> {
        Ok(self.folder.holds(&self.files)?)
    }

    /// Refuses a folder that has other things in it.
    ///
    /// # Errors
    ///
    /// It has.
    pub fn refuse_taken(&self) -> Result<(), Error> {
        Ok(self.folder.refuse_taken()?)
    }

    /// Returns the paths of its files, in order.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().map(|(path, _)| self.folder.path.join(path))
    }

    /// Returns the tags of its locales, in order.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &str> {
        self.locales.iter().map(String::as_str)
    }

    /// Makes the folder: all of it or nothing. Returns the temporary files of earlier, interrupted commands, which it has
    /// removed.
    ///
    /// # Errors
    ///
    /// It can't be written.
    pub fn write(&self) -> Result<Vec<PathBuf>, Error> {
        Ok(self.folder.write(&self.files)?)
    }
}

impl fmt::Display for PseudoFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.folder.fmt(f)
    }
}

/// Reads what is copied as it is.
fn copies(project: &Project, tree: &Tree<'_>, kept: &[&str]) -> Result<Vec<NewFile>, String> {
    let mut paths = Vec::new();
    for locale in tree.locales.iter().filter(|locale| kept.contains(&locale.tag)) {
        for file in locale.files.clone() {
            paths.push((open::path(locale.tag, &project.below(locale, file)), tree.file(file).on_disk.clone()));
        }
    }
    let codes = project.dir.join(CODES_FILE);
    if codes.exists() {
        paths.push((PathBuf::from(CODES_FILE), codes));
    }
    let read = |(to, path): (PathBuf, PathBuf)| match Entry::on_disk(&path).read() {
        Ok(bytes) => Ok((to, bytes.into_owned())),
        Err(error) => Err(format!("{}: {error}", path.display())),
    };
    paths.into_iter().map(read).collect()
}
