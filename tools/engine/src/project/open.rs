//! A folder of locales with a source, for the commands that report on translations and change them.

use std::path::{Path, PathBuf};

use code_prompts_reader::walk::{Entry, Unsaved};

use super::codes::Codes;
use super::files;
use super::input::Input;
use super::locale::Locale;
use super::settings::{NamedBy, Settings};
use super::tree::{self, SyntaxTrees, Tree};
use crate::error::Error;

/// A folder of locales.
#[derive(Clone)]
pub struct Project {
    pub(crate) dir: PathBuf,
    /// The folder as it is read.
    pub(crate) folder: Entry,
    /// The tag of the source locale.
    pub(crate) source: String,
    /// The tags of the fallback locales.
    pub(crate) fallback: Vec<String>,
    pub(crate) settings: Settings,
    pub(crate) input: Input,
}

impl Project {
    /// Reads a folder of locales. `source` is the tag of the source locale; `None` uses the one in `codes.toml`, or in the
    /// project's `i18n.toml` or `l10n.toml`.
    ///
    /// # Errors
    ///
    /// A file can't be read, `[check]` in `codes.toml` is invalid, or the source locale does not exist.
    pub fn read(dir: &Path, source: Option<&str>) -> Result<Self, Error> {
        Self::with_unsaved(dir, source, Unsaved::default())
    }

    /// Returns the same, of which some files have other texts in an editor.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read).
    pub fn with_unsaved(dir: &Path, source: Option<&str>, unsaved: Unsaved) -> Result<Self, Error> {
        let folder = Entry::with_unsaved(dir, unsaved);
        let mut settings = Settings::read_folder(&folder)?;
        let source = settings.choose_source(source, dir)?;
        // Commands that change a folder find a message by its id alone.
        settings.layout.files_apart = Some(false);
        let mut input = Input::read_entry(&folder, &settings.layout)?;
        if input.codes.as_ref().map(|codes| codes.digest) != settings.digest {
            return Err(format!("{}: codes.toml changed while it was read; try again", dir.display()).into());
        }
        if !input.locales.iter().any(|locale| locale.name == source) {
            return Err(files::no_source(dir, &source, &input));
        }
        tree::recover_all(&mut input);
        let fallback = settings.named.iter().filter(|named| named.named_by == NamedBy::Fallback);
        let fallback = fallback.map(|named| named.tag.clone()).collect();
        Ok(Self { dir: dir.to_owned(), folder, source, fallback, settings, input })
    }

    /// Returns the folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Returns the tag of the source locale.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Parses the files, without their syntax errors.
    #[must_use]
    pub fn parse(&self) -> SyntaxTrees<'_> {
        SyntaxTrees(tree::parse(&self.input).0)
    }

    /// Returns the messages of all locales, and the codes.
    ///
    /// # Errors
    ///
    /// The name of the source locale is not a language tag.
    pub fn tree<'a>(&'a self, nodes: &'a SyntaxTrees<'a>) -> Result<Tree<'a>, Error> {
        let codes = Codes::read(&self.folder, &self.settings);
        let tree = Tree::new(&self.input, &nodes.0, &self.source, codes);
        let tree = tree.ok_or_else(|| Error::from(format!("`{}` is not a language tag", self.source)))?;
        Ok(tree.with_settings(&self.settings))
    }

    /// Returns the syntax and encoding errors in the files of some locales, one line each. A command must not change
    /// those files.
    pub(super) fn unreadable(&self, locales: &[&str]) -> Vec<String> {
        files::unreadable(&self.input, locales)
    }

    /// Fails if a file of some locales has a syntax or encoding error.
    pub(crate) fn refuse_unreadable(&self, locales: &[&str]) -> Result<(), Error> {
        files::refuse_unreadable(&self.input, locales)
    }

    /// Fails if a tag is that of the source locale.
    pub(crate) fn refuse_source(&self, tag: &str) -> Result<(), Error> {
        let error = || format!("{tag} is the source locale; name a translation of it").into();
        if tag == self.source { Err(error()) } else { Ok(()) }
    }

    /// Returns a translation, or all of them, to be changed.
    ///
    /// # Errors
    ///
    /// The locale is the source or does not exist, or a file of it or of the source has a syntax or encoding error.
    pub(crate) fn translations<'t, 'a>(
        &self,
        tree: &'t Tree<'a>,
        tag: Option<&str>,
    ) -> Result<Vec<&'t Locale<'a>>, Error> {
        let locales: Vec<&Locale<'_>> = match tag {
            Some(tag) => {
                self.refuse_source(tag)?;
                vec![locale(tree, tag)?]
            }
            None => tree.locales.iter().filter(|locale| locale.tag != self.source).collect(),
        };
        let tags: Vec<&str> = locales.iter().map(|locale| locale.tag).chain([self.source.as_str()]).collect();
        self.refuse_unreadable(&tags)?;
        Ok(locales)
    }

    /// Returns the path of a file of a locale. `below` is its path below the locale.
    pub(crate) fn path(&self, tag: &str, below: &Path) -> PathBuf {
        self.dir.join(path(tag, below))
    }

    /// Returns the fallback locales that exist.
    pub(crate) fn fallback_locales<'t, 'a>(&self, tree: &'t Tree<'a>) -> Vec<&'t Locale<'a>> {
        self.fallback.iter().filter_map(|tag| tree.locales.iter().find(|locale| locale.tag == *tag)).collect()
    }

    /// Returns the path of a file below its locale. It is empty for the file next to the folder, such as `fr.ftl`.
    pub(crate) fn below(&self, locale: &Locale<'_>, file: usize) -> PathBuf {
        // A file outside the folder of its locale is the one next to it.
        let below = self.input.files[file].on_disk.strip_prefix(self.dir.join(locale.tag));
        below.map(Path::to_owned).unwrap_or_default()
    }
}

/// Returns the path of a locale's file, relative to the folder of locales. `below` is its path below the locale.
pub(crate) fn path(tag: &str, below: &Path) -> PathBuf {
    if below.as_os_str().is_empty() { PathBuf::from(format!("{tag}.ftl")) } else { Path::new(tag).join(below) }
}

/// Finds a locale by its tag.
pub(crate) fn locale<'t, 'a>(tree: &'t Tree<'a>, tag: &str) -> Result<&'t Locale<'a>, Error> {
    let found = tree.locales.iter().find(|locale| locale.tag == tag);
    found.ok_or_else(|| files::no_locale(tag, tree.input).into())
}
