//! The output formats of `prompts status`, one module each.

pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;

use code_prompts_engine::project::{LocaleStatus, Review};

/// The columns of the table of locales.
const COLUMNS: [&str; 7] = ["locale", "percent", "translated", "stale", "missing", "unrecorded", "review"];

fn cells(status: &LocaleStatus) -> [String; 7] {
    let summary = &status.summary;
    let permille = summary.permille();
    let mut review = match &status.review {
        None => "source".to_owned(),
        Some(Review::Draft) => "draft".to_owned(),
        Some(Review::Reviewed(line)) => line.clone(),
    };
    if status.reviewed + status.lapsed > 0 {
        review += &format!("; {} of {} reviewed", status.reviewed, summary.messages);
    }
    if status.lapsed > 0 {
        review += &format!(", {} changed since", status.lapsed);
    }
    [
        summary.locale.clone(),
        format!("{}.{}", permille / 10, permille % 10),
        format!("{}/{}", summary.translated, summary.messages),
        summary.stale.to_string(),
        summary.missing.to_string(),
        status.unrecorded.to_string(),
        review,
    ]
}
