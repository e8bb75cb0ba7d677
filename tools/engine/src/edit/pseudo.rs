//! Pseudo-locales, to test an interface before it is translated.

mod entry;
mod folder;
mod locale;
mod text;

use std::fmt;
use std::path::{Path, PathBuf};

use code_prompts_reader::walk::{CODES_FILE, Entry};

use super::records::path as records_path;
use crate::error::Error;
use crate::project::open::{self, Project};
use crate::project::records::stored::{Stored, StoredMessage};
use crate::project::tree::Tree;
use folder::{NewFile, NewFolder};
use text::Style;

/// The pseudo-locales, with the tags of Android and Chromium.
const PSEUDO_LOCALES: [(&str, Style); 2] = [("en-XA", Style::Accented), ("ar-XB", Style::RightToLeft)];

/// A new folder with `codes.toml`, the source, the fallback locales and two pseudo-locales: en-XA has accented letters
/// and longer texts, and ar-XB has right-to-left texts.
///
/// `Display` writes the path of the folder.
pub struct PseudoFolder {
    folder: NewFolder,
    files: Vec<NewFile>,
    locales: Vec<String>,
}

impl PseudoFolder {
    /// Computes the files of the folder. The pseudo-locales are made from the locale `from`. By default, that is the
    /// first fallback locale, or the source if there is none.
    ///
    /// # Errors
    ///
    /// The folder can't be created or is inside the folder of locales, a locale does not exist or has a syntax or
    /// encoding error, or one has the tag of a pseudo-locale.
    pub fn new(project: &Project, output: &Path, from: Option<&str>) -> Result<Self, Error> {
        let folder = NewFolder::new(output, &project.dir)?;
        let nodes = project.parse();
        let tree = project.tree(&nodes)?;

        let first = project.fallback.iter().find(|tag| tree.locales.iter().any(|locale| locale.tag == **tag));
        let from = from.unwrap_or_else(|| first.unwrap_or(&project.source));
        let from = open::locale(&tree, from)?;
        let mut kept = vec![project.source.as_str()];
        kept.extend(project.fallback.iter().map(String::as_str));
        // The project's source may differ from the one in codes.toml.
        kept.extend(project.settings.source.as_deref());
        kept.sort_unstable();
        kept.dedup();
        let pseudo = PSEUDO_LOCALES.map(|(tag, _)| tag);
        if let Some(tag) = pseudo.into_iter().find(|tag| kept.contains(tag) || from.tag == *tag) {
            return Err(format!("`{tag}` is a pseudo-locale; choose another locale with --from or --source").into());
        }
        let read: Vec<&str> = kept.iter().copied().chain([from.tag]).collect();
        project.refuse_unreadable(&read)?;

        let mut files = copies(project, &tree, &kept)?;
        for (tag, style) in PSEUDO_LOCALES {
            let built = locale::build(&tree, &nodes.0, from, style).into_iter();
            files.extend(built.map(|(file, text)| (open::path(tag, &project.below(from, file)), text.into_bytes())));
        }
        files.extend(records(project, &kept, from.tag));
        files.sort_unstable();
        let mut locales: Vec<_> = kept.into_iter().chain(pseudo).map(str::to_owned).collect();
        locales.sort_unstable();
        Ok(Self { folder, files, locales })
    }

    /// Returns whether the folder exists with exactly these files.
    ///
    /// # Errors
    ///
    /// The folder can't be read.
    pub fn is_up_to_date(&self) -> Result<bool, Error> {
        Ok(self.folder.holds(&self.files)?)
    }

    /// Checks that the folder is empty or does not exist.
    ///
    /// # Errors
    ///
    /// The folder is not empty.
    pub fn refuse_non_empty(&self) -> Result<(), Error> {
        Ok(self.folder.refuse_non_empty()?)
    }

    /// Returns the paths of its files, in order.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().map(|(path, _)| self.folder.path.join(path))
    }

    /// Returns the tags of its locales, in order.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &str> {
        self.locales.iter().map(String::as_str)
    }

    /// Creates the folder atomically. Returns the temporary files of interrupted commands, which it has removed.
    ///
    /// # Errors
    ///
    /// The folder can't be written.
    pub fn write(&self) -> Result<Vec<PathBuf>, Error> {
        Ok(self.folder.write(&self.files)?)
    }
}

impl fmt::Display for PseudoFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.folder.fmt(f)
    }
}

/// Reads the files that are copied unchanged.
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

/// Returns the records files: those of the locales that are copied, and for the pseudo-locales the source texts and allowances
/// of the locale that they are made from.
fn records(project: &Project, kept: &[&str], from: &str) -> Vec<NewFile> {
    let of = |tag: &str| project.input.records.iter().find(|records| records.locale == tag);
    let file = |tag: &str, text: String| (records_path(Path::new(""), tag), text.into_bytes());
    let copied = kept.iter().filter_map(|tag| Some(file(tag, of(tag)?.file.text.clone())));
    let made = of(from).map(|records| {
        let mut made = Stored::default();
        for (key, message) in records.stored.messages.iter().filter(|(key, _)| !key.contains('@')) {
            let StoredMessage { texts, allow, .. } = message.clone();
            made.messages.insert(key.clone(), StoredMessage { texts, allow, ..StoredMessage::default() });
        }
        made.print("\n")
    });
    let made = made.into_iter().flat_map(|text| PSEUDO_LOCALES.map(|(tag, _)| file(tag, text.clone())));
    copied.chain(made).collect()
}
