//! The codes of a folder, read by the library.

use std::io::ErrorKind;

use code_prompts::internal::read_catalog;
use code_prompts::{Catalog, CatalogError};
use code_prompts_reader::walk::{CODES_FILE, Entry, ReadError};

use super::settings::Settings;

/// The codes of a folder.
pub enum Codes {
    /// There is no `codes.toml`.
    None,
    /// The codes, with the locales as the library loads them.
    Catalog(Catalog),
    /// The library rejects the folder.
    Broken(CatalogError),
}

impl Codes {
    /// Reads the codes of a folder that has a `codes.toml`.
    pub(crate) fn read(folder: &Entry) -> Self {
        match folder.file(CODES_FILE).read() {
            Err(ReadError::System(error)) if error.kind() == ErrorKind::NotFound => return Self::None,
            _ => {}
        }
        match read_catalog(folder) {
            Ok(catalog) => Self::Catalog(catalog),
            Err(error) => Self::Broken(error),
        }
    }
    /// Adds the functions in the settings, so that messages that call them can be rendered.
    pub(crate) fn with_functions(self, settings: &Settings) -> Self {
        match self {
            Self::Catalog(catalog) => Self::Catalog(settings.with_functions(catalog)),
            other => other,
        }
    }
}
