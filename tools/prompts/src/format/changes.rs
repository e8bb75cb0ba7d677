//! The output formats of `prompts diff`.

use std::fmt::Write as _;

use code_prompts_export::diff::Change;
use code_prompts_reader::visible::OneLine;
use serde::Serialize;

use super::json::document;

#[derive(Serialize)]
struct Document<'c> {
    summary: Summary,
    changes: Vec<Item<'c>>,
}

#[derive(Serialize)]
struct Summary {
    breaking: usize,
    other: usize,
}

#[derive(Serialize)]
struct Item<'c> {
    rule: &'static str,
    breaking: bool,
    code: Option<i64>,
    id: Option<&'c str>,
    locales: &'c [String],
    before: Option<&'c str>,
    after: Option<&'c str>,
    message: &'c str,
}

/// Prints a line for each change. The first `breaking` ones break apps.
pub(crate) fn human(changes: &[Change], breaking: usize) -> String {
    let mut text = String::new();
    for (index, change) in changes.iter().enumerate() {
        let kind = if index < breaking { "breaking" } else { "change" };
        let _ = writeln!(text, "{kind}[{}]: {}", change.rule, OneLine(&change.message));
        if let (Some((before, after)), "changed-text") = (&change.values, change.rule.name()) {
            let _ = write!(text, "  - {}\n  + {}\n", OneLine(before), OneLine(after));
        }
    }
    text
}

/// Prints an object.
pub(crate) fn json(changes: &[Change], breaking: usize) -> String {
    let item = |(index, change)| item(change, index < breaking);
    let summary = Summary { breaking, other: changes.len() - breaking };
    document(&Document { summary, changes: changes.iter().enumerate().map(item).collect() })
}

fn item(change: &Change, breaking: bool) -> Item<'_> {
    let (before, after) = change.values.as_ref().map(|(before, after)| (before.as_str(), after.as_str())).unzip();
    Item {
        rule: change.rule.name(),
        breaking,
        code: change.code,
        id: change.id.as_deref(),
        locales: &change.locales,
        before,
        after,
        message: &change.message,
    }
}
