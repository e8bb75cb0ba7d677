//! The codes of a folder, read by the library.

use std::path::Path;

use code_prompts::internal::read_catalog;
use code_prompts::{Catalog, CatalogError};
use code_prompts_reader::names::UNKNOWN_CODE;
use code_prompts_reader::walk::Entry;

use super::settings::Settings;

/// The codes of a folder.
pub enum Codes {
    /// There is no `codes.toml`, or it has no table of codes.
    None,
    /// The codes, with the locales as the library loads them.
    Catalog(Catalog),
    /// The library rejects the folder.
    Broken(CatalogError),
}

impl Codes {
    /// Returns the catalogue, if there are codes and the library accepts the folder.
    #[must_use]
    pub fn catalog(&self) -> Option<&Catalog> {
        match self {
            Self::Catalog(catalog) => Some(catalog),
            Self::None | Self::Broken(_) => None,
        }
    }

    /// Returns the maximum length of the prompt of a message in grapheme clusters: that of its code, or the one for all. A
    /// message without a code has none, except `unknown-code`.
    pub(crate) fn max_length(&self, id: &str, for_all: Option<usize>) -> Option<usize> {
        let Self::Catalog(catalog) = self else { return None };
        match catalog.code_named(id).and_then(|code| catalog.entry(code)) {
            Some(code) => code.max_length().or(for_all),
            None => for_all.filter(|_| id == UNKNOWN_CODE),
        }
    }

    /// Reads the codes of a folder on disk or in memory.
    pub(crate) fn read(folder: &Entry, settings: &Settings) -> Self {
        if !settings.has_codes {
            return Self::None;
        }
        match read_catalog(folder) {
            Ok(catalog) => Self::Catalog(catalog),
            Err(error) => Self::Broken(error),
        }
    }
}

/// Adds the app's functions, which `[check]` in a folder's `codes.toml` lists, to the catalogue of the folder, so that the
/// texts that call them can be shown. In place of what the app's functions return, these return their first argument.
///
/// A mistake in `[check]` is not reported here, but by the check.
#[must_use]
pub fn with_functions(catalog: Catalog, dir: &Path) -> Catalog {
    Settings::read(dir).unwrap_or_default().with_functions(catalog)
}
