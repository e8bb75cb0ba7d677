//! The languages of the reader, from the command line or the system.

use std::env;

use code_prompts::{Catalog, Localizer, Value};

use crate::cli::ReaderArgs;

impl ReaderArgs {
    /// Returns the languages of the command line, or else those of the system.
    pub(crate) fn requested(&self) -> Vec<String> {
        if self.locale.is_empty() { system_locales() } else { self.locale.clone() }
    }

    /// Returns a note for each language of the command line that no locale matches.
    pub(crate) fn unmatched(&self, catalog: &Catalog) -> Vec<String> {
        let missing = self.locale.iter().filter(|requested| catalog.locales_for(requested).next().is_none());
        let available = catalog.locales().collect::<Vec<_>>().join(", ");
        missing.map(|requested| format!("note: no locale matches `{requested}`; there are {available}")).collect()
    }
}

/// Returns the user's languages from the system. There are none if the POSIX variables say `C`.
fn system_locales() -> Vec<String> {
    let posix = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    match posix.into_iter().find(|value| !value.is_empty()) {
        Some(value) if matches!(value.split('.').next(), Some("C" | "POSIX")) => Vec::new(),
        _ => sys_locale::get_locales().collect(),
    }
}

/// Creates a localizer for a terminal: without isolation marks.
pub(crate) fn localizer(catalog: &Catalog, requested: &[String]) -> Localizer {
    catalog.localizer(requested).without_isolation_marks()
}

/// Parses a value. A text that looks like a number becomes one, so that it selects plural forms.
pub(crate) fn parse(value: &str) -> Value<'_> {
    let whole = value.parse::<i64>().ok().filter(|whole| whole.to_string() == value).map(Value::from);
    let number = || value.parse::<f64>().ok().filter(|number| number.to_string() == value).map(Value::from);
    whole.or_else(number).unwrap_or_else(|| value.into())
}
