//! The folder of locales that a file belongs to.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use code_prompts_engine::Error;
use code_prompts_engine::check::{self, Outcome, Rule};
use code_prompts_engine::project::Tree;
use code_prompts_reader::names::locale_id;
use code_prompts_reader::walk::{CODES_FILE, RECORDS_FOLDER, Unsaved};

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
        let is_records = path.parent().and_then(Path::file_name).is_some_and(|name| name == RECORDS_FOLDER);
        if !is_codes && !is_records && !is_ftl(path) {
            return None;
        }
        if let Some(dir) = path.ancestors().skip(1).find(|dir| dir.join(CODES_FILE).is_file()) {
            return Some(folder(dir));
        }
        folder_of_locales(path).map(folder)
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

/// Finds the folder of locales of a file without a `codes.toml`, by the names of the file and of the folders above it. Of
/// several, it is the outermost one: a file may be called `de/app/it.ftl`. Many short names are those of some language,
/// such as `src` and `app`, so the names beside it are looked at too.
fn folder_of_locales(path: &Path) -> Option<&Path> {
    let named = path.ancestors().filter(|path| path.file_stem().is_some_and(is_locale));
    let parents: Vec<&Path> = named.filter_map(Path::parent).collect();
    let with_locales = parents.iter().rev().find(|parent| has_locales(parent)).copied();
    with_locales.or_else(|| {
        let is_common = |path: &&Path| path.file_stem().is_some_and(is_common);
        path.ancestors().filter(is_common).last().and_then(Path::parent)
    })
}

/// Returns whether a folder has two locales or more, one of which is in a common language, and not much else.
fn has_locales(dir: &Path) -> bool {
    let entries = std::fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let names: Vec<PathBuf> = entries.filter(|path| path.is_dir() || is_ftl(path)).collect();
    let count =
        |is: fn(&OsStr) -> bool| names.iter().filter_map(|path| path.file_stem()).filter(|name| is(name)).count();
    let locales = count(is_locale);
    locales > 1 && count(is_common) > 0 && locales * 2 >= names.len()
}

fn is_ftl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ftl")
}

/// Returns whether a name is that of a locale in a language with two letters.
fn is_common(name: &OsStr) -> bool {
    name.to_str().and_then(locale_id).is_some_and(|id| id.language.as_str().len() == 2)
}

/// Returns whether a name is that of a locale in a language that is known.
fn is_locale(name: &OsStr) -> bool {
    name.to_str().and_then(locale_id).is_some_and(|mut id| {
        id.region = None;
        id.script.is_some() || id.maximize()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_is_found_by_the_names_of_locales() {
        for (files, file, expected) in [
            (&["src/i18n/en/a.ftl", "src/i18n/de/a.ftl"][..], "src/i18n/de/a.ftl", Some("src/i18n")),
            (&["src/en.ftl", "src/pt-BR.ftl", "src/README.ftl"], "src/pt-BR.ftl", Some("src")),
            // Names of languages that mean something else: `app`, `web` and `src`.
            (&["app/src/en/a.ftl", "web/x.ftl"], "app/src/en/a.ftl", Some("app/src")),
            (&["en/app/it.ftl", "de/app/it.ftl"], "de/app/it.ftl", Some("")),
            (&["lib/it/x/a.ftl"], "lib/it/x/a.ftl", Some("lib")),
            (&["l/en/a.ftl", "l/kab/a.ftl"], "l/kab/a.ftl", Some("l")),
            (&["l/codes.toml", "l/en/a.ftl"], "l/codes.toml", Some("l")),
            (&["l/codes.toml", "l/drafts/a.ftl"], "l/drafts/a.ftl", Some("l")),
            (&["l/codes.toml", "l/en.ftl"], "l/records/fr.toml", Some("l")),
            (&["templates/a.ftl"], "templates/a.ftl", None),
            (&["en/a.txt"], "en/a.txt", None),
        ] {
            // Its name is none of a language.
            let dir = tempfile::Builder::new().prefix("folder-of-locales").tempdir().unwrap();
            for path in files {
                let path = dir.path().join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, "").unwrap();
            }
            let found = Folder::of(&dir.path().join(file), None, None).map(|folder| folder.dir);
            assert_eq!(found, expected.map(|expected| dir.path().join(expected)), "{file}");
        }
    }
}
