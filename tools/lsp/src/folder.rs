//! The folder of locales that a file belongs to.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use code_prompts_engine::Error;
use code_prompts_engine::check::{self, Outcome, Rule};
use code_prompts_engine::project::{Tree, named_source, refuse_links_out};
use code_prompts_reader::document;
use code_prompts_reader::keys::Key;
use code_prompts_reader::names::locale_id;
use code_prompts_reader::walk::{CODES_FILE, RECORDS_FOLDER, Unsaved};

/// A folder of locales.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Folder {
    pub(crate) dir: PathBuf,
    /// The tag of the source locale that was given, whatever the files say.
    source: Option<String>,
    /// The tag of the source locale that was given in case nothing names one.
    assumed: Option<String>,
    follow_links: bool,
}

/// Where folders of locales are looked for.
pub(crate) struct Search<'s> {
    /// The folder that the client names.
    pub(crate) dir: Option<&'s Path>,
    /// The tag of the source locale that is given, whatever the files say.
    pub(crate) source: Option<&'s str>,
    /// The tag of the source locale in case nothing names one.
    pub(crate) assumed: Option<&'s str>,
    /// Whether links that lead out of the folder are followed.
    pub(crate) follow_links: bool,
    /// The folders that the client has open.
    pub(crate) roots: &'s [PathBuf],
}

impl Folder {
    /// Finds the folder of a file: the one that the client names, the nearest one above with a `codes.toml`, or the one
    /// above the folder or file that is named by a locale. `None` for a file outside of every locale.
    pub(crate) fn of(path: &Path, search: &Search<'_>) -> Option<Self> {
        let folder = |dir: &Path| Self {
            dir: dir.to_owned(),
            source: search.source.map(str::to_owned),
            assumed: search.assumed.map(str::to_owned),
            follow_links: search.follow_links,
        };
        if let Some(dir) = search.dir.filter(|dir| path.starts_with(dir)) {
            return Some(folder(dir));
        }
        let is_codes = path.file_name().is_some_and(|name| name == CODES_FILE);
        let is_records = path.parent().and_then(Path::file_name).is_some_and(|name| name == RECORDS_FOLDER);
        if !is_codes && !is_records && !is_ftl(path) {
            return None;
        }
        let root = search.roots.iter().find(|root| path.starts_with(root)).map(PathBuf::as_path);
        let is_inside = |dir: &&Path| root.is_none_or(|root| dir.starts_with(root));
        // The root may be the folder of one locale.
        let above = root.and_then(Path::parent).filter(|dir| has_codes(dir));
        let with_codes = path.ancestors().skip(1).take_while(is_inside).find(|dir| has_codes(dir));
        if let Some(dir) = with_codes.or(above) {
            return Some(folder(dir));
        }
        let named = [search.source, search.assumed];
        folder_of_locales(path, root).or_else(|| folder_of_source(path, root, named)).map(folder)
    }

    /// Returns the tag of the source locale, unless the files name it.
    pub(crate) fn source(&self, unsaved: &Unsaved) -> Option<String> {
        let given = || self.assumed.clone().filter(|_| self.is_without_source(unsaved));
        self.source.clone().or_else(given).or_else(|| self.guess(unsaved))
    }

    /// Returns the tag of the source locale that is assumed because nothing names one: English, if it is there.
    pub(crate) fn guess(&self, unsaved: &Unsaved) -> Option<String> {
        const ENGLISH: [&str; 3] = ["en-US", "en", "en-GB"];
        if self.assumed.is_some() || !self.is_without_source(unsaved) {
            return None;
        }
        let exists = |tag: &&str| self.dir.join(tag).is_dir() || self.dir.join(format!("{tag}.ftl")).is_file();
        ENGLISH.into_iter().find(exists).map(str::to_owned)
    }

    /// Returns whether no file names the source locale.
    pub(crate) fn is_without_source(&self, unsaved: &Unsaved) -> bool {
        self.source.is_none() && matches!(named_source(&self.dir, unsaved.clone()), Ok(None))
    }

    /// Checks the folder.
    pub(crate) fn check(&self, unsaved: Unsaved) -> Result<Outcome, Error> {
        check::run(&self.options(unsaved, Vec::new())?)
    }

    /// Reads the folder and calls a function with what is in it.
    pub(crate) fn read<T>(
        &self,
        unsaved: Unsaved,
        view: impl FnOnce(&Tree<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let options = self.options(unsaved, vec![Rule::Syntax])?;
        check::run_with(&options, |tree, _| view(tree)).map(|(_, viewed)| viewed)
    }

    fn options(&self, unsaved: Unsaved, only: Vec<Rule>) -> Result<check::Options, Error> {
        if !self.follow_links {
            refuse_links_out(&self.dir)?;
        }
        let (dir, source) = (self.dir.clone(), self.source(&unsaved));
        Ok(check::Options { dir, source, unsaved, only, ..check::Options::default() })
    }
}

/// Returns whether a folder has a `codes.toml` that is not somebody else's: it has a key of ours, or nothing yet.
fn has_codes(dir: &Path) -> bool {
    let text = std::fs::read_to_string(dir.join(CODES_FILE));
    text.is_ok_and(|text| {
        let (rows, errors) = document::parse(&text);
        rows.is_empty() || !errors.is_empty() || rows.iter().any(|row| Key::named(&row.key).is_some())
    })
}

/// Finds the folder of locales of a file without a `codes.toml`, by the names of the file and of the folders above it. Many
/// short names are those of some language, such as `src` and `app`, so the names beside it are looked at too.
fn folder_of_locales<'p>(path: &'p Path, root: Option<&Path>) -> Option<&'p Path> {
    /// How many folders above a file are looked at, if the client has no folder open.
    const ABOVE: usize = 3;
    let ancestors = || {
        let is_inside = move |path: &&Path| root.is_none_or(|root| path.starts_with(root));
        path.ancestors().take_while(is_inside).take(if root.is_some() { usize::MAX } else { ABOVE })
    };
    let named = ancestors().filter(|path| path.file_stem().is_some_and(is_locale)).filter_map(Path::parent);
    let mut common = ancestors().filter(|path| path.file_stem().is_some_and(is_common)).filter_map(Path::parent);
    named.into_iter().find(|parent| has_locales(parent)).or_else(|| common.next())
}

/// Finds the folder of locales of a file in the folder of a source that is named for no language, such as `templates`: the settings
/// or a file of the project name it.
fn folder_of_source<'p>(path: &'p Path, root: Option<&Path>, named: [Option<&str>; 2]) -> Option<&'p Path> {
    let is_inside = |dir: &&Path| root.is_none_or(|root| dir.starts_with(root));
    let folders = path.ancestors().skip(1).take_while(is_inside);
    let mut folders = folders.filter_map(|folder| Some((folder.parent()?, folder.file_name()?.to_str()?)));
    let is_named = |dir: &Path, name: &str| {
        has_locales(dir)
            && (named.contains(&Some(name))
                || matches!(named_source(dir, Unsaved::default()), Ok(Some(source)) if source == name))
    };
    folders.find(|(dir, name)| is_named(dir, name)).map(|(dir, _)| dir)
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

pub(crate) fn is_ftl(path: &Path) -> bool {
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
            (&["foreign/codes.toml", "foreign/l/en.ftl", "foreign/l/de.ftl"], "foreign/l/de.ftl", Some("foreign/l")),
            (&["l/codes.toml", "l/en.ftl"], "l/records/fr.toml", Some("l")),
            (&["x/templates/a.ftl", "y"], "x/templates/a.ftl", None),
            (&["en/a.txt"], "en/a.txt", None),
        ] {
            // Its name is none of a language.
            let dir = tempfile::Builder::new().prefix("folder-of-locales").tempdir().unwrap();
            for path in files {
                let path = dir.path().join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, "").unwrap();
            }
            if files[0].starts_with("foreign") {
                std::fs::write(dir.path().join(files[0]), "[products]\na = 1\n").unwrap();
            }
            let roots = [dir.path().to_owned()];
            let search = Search { dir: None, source: None, assumed: None, follow_links: false, roots: &roots };
            let found = Folder::of(&dir.path().join(file), &search).map(|folder| folder.dir);
            assert_eq!(found, expected.map(|expected| dir.path().join(expected)), "{file}");
        }
    }

    #[test]
    fn folder_is_not_above_what_the_client_has_open() {
        let dir = tempfile::Builder::new().prefix("folder-of-locales").tempdir().unwrap();
        let project = dir.path().join("en/project");
        std::fs::create_dir_all(project.join("templates")).unwrap();
        std::fs::create_dir_all(dir.path().join("de")).unwrap();
        let of = |roots: &[PathBuf]| {
            let search = Search { dir: None, source: None, assumed: None, follow_links: false, roots };
            Folder::of(&project.join("templates/a/b.ftl"), &search).map(|folder| folder.dir)
        };
        assert_eq!(of(std::slice::from_ref(&project)), None);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[dir.path().to_owned()]), Some(dir.path().to_owned()));
        // A client that has the folder of one locale open.
        std::fs::write(dir.path().join("codes.toml"), "").unwrap();
        let search =
            Search { dir: None, source: None, assumed: None, follow_links: false, roots: &[dir.path().join("en")] };
        assert_eq!(Folder::of(&dir.path().join("en/a.ftl"), &search).unwrap().dir, dir.path());
    }
}
