//! A folder of locales, read for the commands that tell of translations and change them.

use std::path::{Path, PathBuf};

use super::codes::Codes;
use super::files;
use super::input::Input;
use super::locale::Locale;
use super::settings::{NamedBy, Settings};
use super::tree::{self, SyntaxTrees, Tree};
use crate::error::Error;

/// A folder of locales.
pub struct Project {
    pub(crate) dir: PathBuf,
    /// The tag of the source locale.
    pub(crate) source: String,
    /// The tags of the fallback locales.
    pub(crate) fallback: Vec<String>,
    pub(crate) input: Input,
}

impl Project {
    /// Reads a folder of locales. `source` is the tag of the source locale, where it is not the one that `codes.toml` names.
    ///
    /// # Errors
    ///
    /// A file can't be read, `[check]` in `codes.toml` is not valid, or there is no source locale.
    pub fn read(dir: &Path, source: Option<&str>) -> Result<Self, Error> {
        // First, so that its snapshot is older than all that is read.
        let mut input = Input::read(dir)?;
        let settings = Settings::read(dir)?;
        let shown = dir.display();
        let Some(source) = source.map(str::to_owned).or_else(|| settings.source.clone()) else {
            return Err(format!("{shown}: no codes.toml names the source locale; give it with --source").into());
        };
        if !input.locales.iter().any(|locale| locale.name == source) {
            return Err(format!("{shown}: there is no source locale `{source}` with .ftl files").into());
        }
        tree::settle(&mut input);
        let fallback = settings.named.iter().filter(|named| named.named_by == NamedBy::Fallback);
        Ok(Self { fallback: fallback.map(|named| named.tag.clone()).collect(), dir: dir.to_owned(), source, input })
    }

    /// Returns the tag of the source locale.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Parses the files, as far as they can be read.
    #[must_use]
    pub fn parse(&self) -> SyntaxTrees<'_> {
        SyntaxTrees(tree::parse(&self.input).0)
    }

    /// Returns the messages of all locales, and the codes.
    ///
    /// # Errors
    ///
    /// The name of the source locale is no language tag.
    pub fn tree<'a>(&'a self, nodes: &'a SyntaxTrees<'a>) -> Result<Tree<'a>, Error> {
        let tree = Tree::new(&self.input, &nodes.0, &self.source, Codes::read(&self.dir));
        tree.ok_or_else(|| format!("`{}` is no language tag", self.source).into())
    }

    /// Says which files of some locales can't be read in full, and where. A command must not change those.
    pub(super) fn unreadable(&self, locales: &[&str]) -> Vec<String> {
        files::unreadable(&self.input, locales)
    }

    /// Refuses locales whose files can't be read in full.
    pub(crate) fn refuse_unreadable(&self, locales: &[&str]) -> Result<(), Error> {
        files::refuse_unreadable(&self.input, locales)
    }

    /// Refuses the source locale, where a translation is meant.
    pub(crate) fn refuse_source(&self, tag: &str) -> Result<(), Error> {
        let error = || format!("{tag} is the source locale; name a translation of it").into();
        if tag == self.source { Err(error()) } else { Ok(()) }
    }

    /// Gives the path that a file has in a locale, by its path below the locale.
    pub(crate) fn path(&self, tag: &str, below: &Path) -> PathBuf {
        self.dir.join(path(tag, below))
    }

    /// Lists the fallback locales that are there.
    pub(crate) fn fallback_locales<'t, 'a>(&self, tree: &'t Tree<'a>) -> Vec<&'t Locale<'a>> {
        self.fallback.iter().filter_map(|tag| tree.locales.iter().find(|locale| locale.tag == *tag)).collect()
    }

    /// Gives the path of a file below its locale: empty, if the locale is this one file.
    pub(crate) fn below(&self, locale: &Locale<'_>, file: usize) -> PathBuf {
        // Whatever of a locale is not in its folder is the file beside it.
        let below = self.input.files[file].on_disk.strip_prefix(self.dir.join(locale.tag));
        below.map(Path::to_owned).unwrap_or_default()
    }
}

/// Gives the path that a locale's file has in a folder of locales, by its path below the locale.
pub(crate) fn path(tag: &str, below: &Path) -> PathBuf {
    if below.as_os_str().is_empty() { PathBuf::from(format!("{tag}.ftl")) } else { Path::new(tag).join(below) }
}

/// Finds a locale by its tag.
pub(crate) fn locale<'t, 'a>(tree: &'t Tree<'a>, tag: &str) -> Result<&'t Locale<'a>, Error> {
    let found = tree.locales.iter().find(|locale| locale.tag == tag);
    found.ok_or_else(|| files::no_locale(tag, tree.locales.iter().map(|locale| locale.tag)))
}
