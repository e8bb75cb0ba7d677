//! The error codes of a printer, with their texts in three languages.

pub mod codes;

use code_prompts::{Catalog, CatalogError, embedded_files};
use include_dir::{Dir, include_dir};

static I18N: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/i18n");

/// Returns the catalogue of the printer.
///
/// # Errors
///
/// `codes.toml` has a mistake, or the source has no texts. A test would fail before.
pub fn catalog() -> Result<Catalog, CatalogError> {
    Catalog::from_files("i18n", embedded_files(&I18N))
}
