use serde::Serialize;

use crate::format::json;
use crate::format::todo::counts;
use code_prompts_engine::project::{Part, Progress, State, Todo, TodoItem};

/// The JSON has these fields, in this order. So it is with the types below.
#[derive(Serialize)]
struct TodoDocument<'a> {
    schema: u32,
    locale: &'a str,
    source: &'a str,
    counts: Counts,
    /// The errors in files that could not be read in full: the list is then incomplete.
    problems: &'a [String],
    items: Vec<ItemRow<'a>>,
}

#[derive(Serialize)]
struct Counts {
    missing: usize,
    stale: usize,
    unrecorded: usize,
    obsolete: usize,
}

#[derive(Serialize)]
struct ItemRow<'a> {
    id: String,
    file: String,
    codes: Vec<i64>,
    group: Option<String>,
    notes: Vec<&'a str>,
    state: &'a str,
    max_length: Option<usize>,
    parts: Vec<PartRow<'a>>,
    fallbacks: Vec<FallbackRow<'a>>,
}

#[derive(Serialize)]
struct PartRow<'a> {
    attribute: Option<&'a str>,
    state: &'a str,
    source: String,
    /// The source text that a stale translation was made from.
    recorded: Option<String>,
    text: Option<String>,
}

#[derive(Serialize)]
struct FallbackRow<'a> {
    locale: &'a str,
    parts: Vec<FallbackPart<'a>>,
}

#[derive(Serialize)]
struct FallbackPart<'a> {
    attribute: Option<&'a str>,
    state: &'a str,
    recorded: Option<String>,
    text: String,
}

/// Prints one object.
pub(crate) fn print(todo: &Todo<'_, '_>) -> String {
    let (missing, stale) = counts(todo);
    json::document(&TodoDocument {
        schema: 1,
        locale: todo.locale(),
        source: todo.source(),
        counts: Counts { missing, stale, unrecorded: todo.unrecorded, obsolete: todo.obsolete },
        problems: &todo.problems,
        items: todo.items.iter().map(|item| row(todo, item)).collect(),
    })
}

fn row<'a>(todo: &Todo<'_, 'a>, item: &TodoItem<'_, 'a>) -> ItemRow<'a> {
    let group: Vec<&str> = item.group_lines().collect();
    ItemRow {
        id: item.progress.wanted.written_name(),
        file: todo.file_of(item),
        codes: todo.codes_of(item),
        group: (!group.is_empty()).then(|| group.join("\n")),
        notes: todo.notes(item).collect(),
        state: if item.progress.is_translated() { "stale" } else { "missing" },
        max_length: item.max_length,
        parts: parts(&item.progress),
        fallbacks: item.fallbacks.iter().map(|(tag, entry)| fallback(tag, &todo.fallback(item, entry))).collect(),
    }
}

fn parts<'a>(progress: &Progress<'_, 'a>) -> Vec<PartRow<'a>> {
    let row = |(part, state): &(&Part<'a>, State)| PartRow {
        attribute: part.attribute(),
        state: name(state),
        source: part.text(),
        recorded: recorded(state).map(str::to_owned),
        text: text(progress, part),
    };
    progress.parts.iter().map(row).collect()
}

/// Returns the texts that a fallback locale has.
fn fallback<'a>(locale: &'a str, progress: &Progress<'_, 'a>) -> FallbackRow<'a> {
    let row = |(part, state): &(&Part<'a>, State)| {
        let recorded = recorded(state).map(str::to_owned);
        Some(FallbackPart { attribute: part.attribute(), state: name(state), recorded, text: text(progress, part)? })
    };
    FallbackRow { locale, parts: progress.parts.iter().filter_map(row).collect() }
}

fn text(progress: &Progress<'_, '_>, part: &Part<'_>) -> Option<String> {
    Some(progress.entry?.part(part.attribute())?.text())
}

fn name(state: &State) -> &'static str {
    match state {
        State::Missing => "missing",
        State::Stale(_) => "stale",
        State::Unrecorded => "unrecorded",
        State::Current => "current",
    }
}

fn recorded(state: &State) -> Option<&str> {
    match state {
        State::Stale(recorded) => Some(recorded),
        _ => None,
    }
}
