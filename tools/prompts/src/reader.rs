//! Who reads: the languages that the command line or the system names.

use std::env;

use code_prompts::{Catalog, Localizer, Value};

use crate::cli::ReaderArgs;

impl ReaderArgs {
    /// Lists what the reader reads: what the command line says, or else what the system is set to.
    pub(crate) fn requested(&self) -> Vec<String> {
        if self.locale.is_empty() { system_locales() } else { self.locale.clone() }
    }

    /// Says which of the languages on the command line no locale answers.
    pub(crate) fn unanswered(&self, catalog: &Catalog) -> Vec<String> {
        let missing = self.locale.iter().filter(|requested| catalog.locales_for(requested).next().is_none());
        let there_are = catalog.locales().collect::<Vec<_>>().join(", ");
        missing.map(|requested| format!("note: no locale here answers `{requested}`; there are {there_are}")).collect()
    }
}

/// Asks the system for the user's languages. Where POSIX's variables say `C`, there are none, whatever else is set.
fn system_locales() -> Vec<String> {
    let posix = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    match posix.into_iter().find(|value| !value.is_empty()) {
        Some(value) if matches!(value.split('.').next(), Some("C" | "POSIX")) => Vec::new(),
        _ => sys_locale::get_locales().collect(),
    }
}

/// Sees the catalogue as a reader does, for a terminal.
pub(crate) fn localizer(catalog: &Catalog, requested: &[String]) -> Localizer {
    catalog.localizer(requested).without_isolation_marks()
}

/// A number where a text looks like one, so that it chooses plurals.
pub(crate) fn parse(value: &str) -> Value<'_> {
    let whole = value.parse::<i64>().ok().filter(|whole| whole.to_string() == value).map(Value::from);
    let number = || value.parse::<f64>().ok().filter(|number| number.to_string() == value).map(Value::from);
    whole.or_else(number).unwrap_or_else(|| value.into())
}
