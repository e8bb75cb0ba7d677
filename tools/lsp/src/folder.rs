//! The folder of locales that a file belongs to.

use std::path::{Path, PathBuf};

use code_prompts_engine::Error;
use code_prompts_engine::check::{self, Outcome, Rule};
use code_prompts_engine::project::Tree;
use code_prompts_reader::names::locale_id;
use code_prompts_reader::walk::{CODES_FILE, Unsaved};

/// A folder of locales.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Folder {
    pub(crate) dir: PathBuf,
    source: Option<String>,
}

impl Folder {
    /// Finds the folder of a file: the one that the client names, the nearest one above with a `codes.toml`, or the one
    /// above the folder or file that is named by a locale. `None` for a file outside of every locale.
    pub(crate) fn of(path: &Path, named: Option<&Path>, source: Option<&str>) -> Option<Self> {
        let folder = |dir: &Path| Self { dir: dir.to_owned(), source: source.map(str::to_owned) };
        if let Some(dir) = named.filter(|dir| path.starts_with(dir)) {
            return Some(folder(dir));
        }
        let is_codes = path.file_name().is_some_and(|name| name == CODES_FILE);
        if !is_codes && path.extension().is_none_or(|extension| extension != "ftl") {
            return None;
        }
        if let Some(dir) = path.ancestors().skip(1).find(|dir| dir.join(CODES_FILE).is_file()) {
            return Some(folder(dir));
        }
        let is_locale = |path: &&Path| path.file_stem().and_then(|name| name.to_str()).is_some_and(is_language);
        // The outermost one: a file may be called `de/app/it.ftl`.
        path.ancestors().filter(is_locale).last().and_then(Path::parent).map(folder)
    }

    /// Returns the tag of the source locale that was given.
    pub(crate) fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// Checks the folder.
    pub(crate) fn check(&self, unsaved: Unsaved) -> Result<Outcome, Error> {
        check::run(&self.options(unsaved, Vec::new()))
    }

    /// Reads the folder and calls a function with what is in it.
    pub(crate) fn read<T>(
        &self,
        unsaved: Unsaved,
        view: impl FnOnce(&Tree<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let options = self.options(unsaved, vec![Rule::Syntax]);
        check::run_with(&options, |tree, _| view(tree)).map(|(_, viewed)| viewed)
    }

    fn options(&self, unsaved: Unsaved, only: Vec<Rule>) -> check::Options {
        let (dir, source) = (self.dir.clone(), self.source.clone());
        check::Options { dir, source, unsaved, only, ..check::Options::default() }
    }
}

/// Returns whether a name is that of a locale in a language that is known: `src` and `lib` are no such names.
fn is_language(name: &str) -> bool {
    locale_id(name).is_some_and(|mut id| {
        id.region = None;
        id.script.is_some() || id.maximize()
    })
}
