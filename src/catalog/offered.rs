use std::sync::Arc;

use unic_langid::LanguageIdentifier;

use crate::catalog::Inner;
use crate::folder::{LocaleFiles, Origin};
use crate::negotiation::{Tag, negotiate};
use crate::{Catalog, CatalogError, Fault};

impl Catalog {
    /// Creates a catalogue that offers only these locales: the languages of your app's own interface. Otherwise a user
    /// of an interface in English gets a prompt in Japanese if that is the first of their languages.
    ///
    /// Each is the BCP 47 tag of one of the [locales](Self::locales). If none of a user's languages is offered, the user
    /// gets the first fallback locale of `codes.toml` that is offered, otherwise the first locale of this list. Fallback
    /// locales and a source locale that are not offered come last, for a message that no offered locale has.
    ///
    /// Does not change this catalogue, and reads no file. [`with_overrides`](Self::with_overrides) and
    /// [`LiveCatalog`](crate::LiveCatalog) keep the choice. To offer a locale that only overrides have, add them first.
    /// A second call replaces the choice of the first.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let catalog = Catalog::embedded().with_locales(["en-US", "de-DE"])?;
    /// assert_eq!(catalog.localizer(["ja", "de-AT"]).prompt(1004).locale(), "de-DE");
    /// assert_eq!(catalog.localizer(["ja"]).prompt(1004).locale(), "en-US");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error with a [`Fault::UnknownLocale`] for each tag that is not the tag of a locale.
    pub fn with_locales<L: AsRef<str>>(&self, locales: impl IntoIterator<Item = L>) -> Result<Self, CatalogError> {
        let tags: Vec<Arc<str>> = locales.into_iter().map(|tag| tag.as_ref().into()).collect();
        let inner = &*self.0;
        let files: Vec<_> = inner.locales.iter().map(|locale| locale.files.clone()).collect();
        let offered = Offered::new(Some(&tags), &files).map_err(CatalogError)?;
        let origin = inner.origin.clone().with_offered(tags);
        Ok(Self(Arc::new(Inner { offered, origin, ..inner.clone() })))
    }
}

/// The locales among which a user's languages choose.
#[derive(Clone, Default)]
pub(super) struct Offered {
    /// Their indices in the catalogue.
    indices: Vec<usize>,
    tags: Vec<Tag>,
}

impl Offered {
    /// Finds the locales with these tags, `None` for all. Returns a fault for each that is not there.
    pub(super) fn new(tags: Option<&[Arc<str>]>, locales: &[Arc<LocaleFiles>]) -> Result<Self, Vec<Fault>> {
        let mut indices = Vec::new();
        let mut missing = Vec::new();
        match tags {
            None => indices.extend(0..locales.len()),
            Some(tags) => {
                for tag in tags {
                    match locales.iter().position(|locale| is_tag_of(tag, &locale.id)) {
                        Some(index) if indices.contains(&index) => {}
                        Some(index) => indices.push(index),
                        None => missing.push(unknown_locale(tag, locales)),
                    }
                }
            }
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        let tags = indices.iter().filter_map(|index| Some(Tag::new(locales.get(*index)?.id.clone()))).collect();
        Ok(Self { indices, tags })
    }

    /// Returns the indices of the locales in the catalogue.
    pub(super) fn indices(&self) -> &[usize] {
        &self.indices
    }

    /// Returns the indices of those that match the request, the best match first.
    pub(super) fn negotiate<R: AsRef<str>>(
        &self,
        requested: impl IntoIterator<Item = R>,
    ) -> impl Iterator<Item = usize> {
        negotiate(requested, &self.tags).into_iter().filter_map(|index| self.indices.get(index).copied())
    }
}

/// Returns the fault if the app offers this locale, which is not there any more.
pub(crate) fn missing_offer(locale: &LocaleFiles, origin: &Origin, locales: &[Arc<LocaleFiles>]) -> Option<Fault> {
    let tag = origin.offered.iter().flatten().find(|tag| is_tag_of(tag, &locale.id))?;
    Some(unknown_locale(tag, locales))
}

fn is_tag_of(tag: &str, locale: &LanguageIdentifier) -> bool {
    tag.parse().is_ok_and(|id: LanguageIdentifier| id == *locale)
}

fn unknown_locale(tag: &Arc<str>, locales: &[Arc<LocaleFiles>]) -> Fault {
    let available = locales.iter().map(|locale| locale.tag.clone()).collect();
    Fault::UnknownLocale { locale: tag.clone(), available }
}
