//! Language negotiation by the library, also for a folder without codes.

use std::borrow::Cow;

use code_prompts::internal::read_catalog;
use code_prompts::{Catalog, CatalogError};
use code_prompts_reader::memory::MemoryFolder;
use code_prompts_reader::walk::Entry;

use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::locale::Locale;
use crate::project::tree::Tree;

/// Chooses locales for readers.
pub(super) struct Negotiator {
    /// A catalogue with the locales of the folder.
    catalog: Catalog,
    /// The tag of each locale in the catalogue, and its name in the folder. The two are mostly the same.
    names: Vec<(String, String)>,
}

impl Negotiator {
    /// # Errors
    ///
    /// `codes.toml` is invalid.
    pub(super) fn of(tree: &Tree<'_>) -> Result<Self, Error> {
        match &tree.codes {
            Codes::Catalog(catalog) => {
                let names = catalog.locales().map(|tag| (tag.to_owned(), tag.to_owned())).collect();
                Ok(Self { catalog: catalog.clone(), names })
            }
            Codes::Broken(broken) => Err(error(broken)),
            Codes::None => Self::without_codes(tree),
        }
    }

    /// Returns the same for the locales alone.
    pub(super) fn without_codes(tree: &Tree<'_>) -> Result<Self, Error> {
        let mut names: Vec<(String, String)> = Vec::new();
        // A folder with a tag comes before one that is only named alike, such as `de_DE`.
        let (exact, others): (Vec<_>, Vec<_>) = tree.locales.iter().partition(|locale| tag(locale) == locale.tag);
        for locale in exact.into_iter().chain(others) {
            let tag = tag(locale);
            if !names.iter().any(|(known, _)| *known == tag) {
                names.push((tag, locale.tag.to_owned()));
            }
        }
        let fallback: Vec<String> = tree.fallbacks().map(|locale| format!("\"{}\"", tag(locale))).collect();
        let codes = format!("source = \"{}\"\nfallback = [{}]\n[codes]\n", tag(tree.source()), fallback.join(", "));
        let mut folder = MemoryFolder::default();
        let locales = names.iter().map(|(tag, _)| (format!("{tag}/a.ftl"), String::new()));
        for (path, text) in locales.chain([("codes.toml".to_owned(), codes)]) {
            // Tags have no slash, and each is there once.
            let _ = folder.add(&path, Cow::Owned(text.into_bytes()));
        }
        let name = tree.dir().to_owned();
        let catalog = read_catalog(&Entry::in_memory(name, folder)).map_err(|broken| error(&broken))?;
        Ok(Self { catalog, names })
    }

    /// Returns the same for some locales only, which must exist.
    pub(super) fn offering(self, locales: &[String]) -> Result<Self, Error> {
        let tags: Vec<&str> = locales.iter().map(|name| self.tag_of(name)).collect();
        let catalog = self.catalog.with_locales(&tags).map_err(|broken| error(&broken))?;
        Ok(Self { catalog, names: self.names })
    }

    /// Returns the names of the locales that are offered.
    pub(super) fn locales(&self) -> impl Iterator<Item = &str> {
        self.catalog.locales().map(|tag| self.name_of(tag))
    }

    /// Returns the names of the locales that a reader of a language gets, in the order in which they are tried.
    pub(super) fn chain(&self, language: Option<&str>) -> Vec<&str> {
        let localizer = self.catalog.localizer(language.map(|name| self.tag_of(name)));
        let tags: Vec<String> = localizer.locales().map(str::to_owned).collect();
        let name = |tag: &String| self.names.iter().find(|(known, _)| known == tag).map(|(_, name)| name.as_str());
        tags.iter().filter_map(name).collect()
    }

    fn name_of<'s>(&'s self, tag: &'s str) -> &'s str {
        self.names.iter().find(|(known, _)| known == tag).map_or(tag, |(_, name)| name)
    }

    fn tag_of<'s>(&'s self, name: &'s str) -> &'s str {
        self.names.iter().find(|(_, known)| known == name).map_or(name, |(tag, _)| tag)
    }
}

/// Returns the canonical tag of a locale. A source whose folder is named for no language, such as `templates`, is in none that a
/// reader asks for.
fn tag(locale: &Locale<'_>) -> String {
    const NO_LANGUAGE: &str = "zxx";
    if locale.id.language.is_empty() { NO_LANGUAGE.to_owned() } else { locale.id.to_string() }
}

fn error(error: &CatalogError) -> Error {
    Error::new(error.faults().iter().map(|fault| format!("{fault:#}")))
}
