//! How findings are printed, a module for each format.

pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;

mod snippet;

use code_prompts_engine::project::LocaleSummary;

/// What a table says of a locale, in the order of its columns.
const COLUMNS: [&str; 6] = ["locale", "messages", "translated", "missing", "stale", "percent"];

fn cells(locale: &LocaleSummary) -> [String; 6] {
    let counts = [locale.messages, locale.translated, locale.missing, locale.stale].map(|count| count.to_string());
    let [messages, translated, missing, stale] = counts;
    let permille = locale.permille();
    [locale.locale.clone(), messages, translated, missing, stale, format!("{}.{}", permille / 10, permille % 10)]
}
