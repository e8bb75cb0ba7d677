//! The codes of a folder, read by the library.

use std::path::Path;

use code_prompts::{Catalog, CatalogError};
use code_prompts_reader::walk::CODES_FILE;

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
    pub(crate) fn read(dir: &Path) -> Self {
        if !dir.join(CODES_FILE).exists() {
            return Self::None;
        }
        match Catalog::from_dir(dir) {
            Ok(catalog) => Self::Catalog(catalog),
            Err(error) => Self::Broken(error),
        }
    }
}
