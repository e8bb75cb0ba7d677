//! Language negotiation by the library, also for a folder without codes.

use std::borrow::Cow;

use code_prompts::internal::read_catalog;
use code_prompts::{Catalog, CatalogError};
use code_prompts_reader::memory::MemoryFolder;
use code_prompts_reader::walk::Entry;

use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::tree::Tree;

/// Returns a catalogue with the locales of a folder.
pub(super) fn negotiator(tree: &Tree<'_>) -> Result<Catalog, Error> {
    match &tree.codes {
        Codes::Catalog(catalog) => Ok(catalog.clone()),
        Codes::Broken(broken) => Err(error(broken)),
        Codes::None => {
            let mut folder = MemoryFolder::default();
            let fallback: Vec<String> = tree.fallbacks().map(|locale| format!("\"{}\"", locale.tag)).collect();
            let codes = format!("source = \"{}\"\nfallback = [{}]\n[codes]\n", tree.source().tag, fallback.join(", "));
            let locales = tree.locales.iter().map(|locale| (format!("{}/a.ftl", locale.tag), String::new()));
            for (path, text) in locales.chain([("codes.toml".to_owned(), codes)]) {
                // Tags have no slash, and each is there once.
                let _ = folder.add(&path, Cow::Owned(text.into_bytes()));
            }
            let name = tree.dir().to_owned();
            read_catalog(&Entry::in_memory(name, folder)).map_err(|broken| error(&broken))
        }
    }
}

pub(super) fn error(error: &CatalogError) -> Error {
    Error::new(error.faults().iter().map(|fault| format!("{fault:#}")))
}
