//! The output formats of findings, one module each.

pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;

mod snippet;

use code_prompts_engine::project::LocaleSummary;

/// The columns of the table of locales.
const COLUMNS: [&str; 6] = ["locale", "messages", "translated", "missing", "stale", "percent"];

fn cells(locale: &LocaleSummary) -> [String; 6] {
    let counts = [locale.messages, locale.translated, locale.missing, locale.stale].map(|count| count.to_string());
    let [messages, translated, missing, stale] = counts;
    let permille = locale.permille();
    [locale.locale.clone(), messages, translated, missing, stale, format!("{}.{}", permille / 10, permille % 10)]
}
