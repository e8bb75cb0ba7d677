//! A folder of locales, read for the commands that tell of translations and change them.

use std::path::{Path, PathBuf};

use fluent_syntax::ast::Resource;

use super::files;
use crate::check::input::Input;
use crate::check::settings::{Role, Settings};
use crate::check::tree::{self, Codes, Locale, Tree};
use crate::cli::ProjectArgs;
use crate::report::Report;

/// A folder of locales.
pub(crate) struct Project {
    pub(crate) dir: PathBuf,
    /// The tag of the source locale.
    pub(crate) source: String,
    /// The tags of the fallback locales.
    pub(crate) fallback: Vec<String>,
    pub(crate) input: Input,
}

impl Project {
    /// Reads the folder that is meant.
    pub(crate) fn read(args: &ProjectArgs) -> Result<Self, Report> {
        Self::find(args).map_err(|error| Report::failed([error]))
    }

    fn find(args: &ProjectArgs) -> Result<Self, String> {
        let dir = args.folder.on_disk()?;
        let settings = Settings::read(&dir)?;
        let mut input = Input::read(&dir)?;
        let shown = dir.display();
        let Some(source) = args.source.clone().or_else(|| settings.source.clone()) else {
            return Err(format!("{shown}: no codes.toml names the source locale; give it with --source"));
        };
        if !input.locales.iter().any(|locale| locale.name == source) {
            return Err(format!("{shown}: there is no source locale `{source}` with .ftl files"));
        }
        tree::settle(&mut input);
        let fallback = settings.named.iter().filter(|named| named.role == Role::Fallback);
        Ok(Self { fallback: fallback.map(|named| named.tag.clone()).collect(), dir, source, input })
    }

    /// Parses what can be read.
    pub(crate) fn parse(&self) -> Vec<Resource<&str>> {
        tree::parse(&self.input).0
    }

    pub(crate) fn tree<'a>(&'a self, nodes: &'a [Resource<&'a str>]) -> Result<Tree<'a>, Report> {
        let tree = Tree::new(&self.input, nodes, &self.source, self.codes());
        tree.ok_or_else(|| Report::failed([format!("`{}` is no language tag", self.source)]))
    }

    fn codes(&self) -> Codes {
        Codes::read(&self.dir)
    }

    /// Says which files of some locales can't be read in full, and where. A command must not change those.
    pub(crate) fn unreadable(&self, locales: &[&str]) -> Vec<String> {
        files::unreadable(&self.input, locales)
    }

    /// Refuses locales whose files can't be read in full.
    pub(crate) fn refuse_unreadable(&self, locales: &[&str]) -> Result<(), Report> {
        files::refuse_unreadable(&self.input, locales)
    }

    /// Refuses the source locale, where a translation is meant.
    pub(crate) fn refuse_source(&self, tag: &str) -> Result<(), Report> {
        let error = || Report::failed([format!("{tag} is the source locale; name a translation of it")]);
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
pub(crate) fn locale<'t, 'a>(tree: &'t Tree<'a>, tag: &str) -> Result<&'t Locale<'a>, Report> {
    let found = tree.locales.iter().find(|locale| locale.tag == tag);
    found.ok_or_else(|| files::no_locale(tag, tree.locales.iter().map(|locale| locale.tag)))
}
