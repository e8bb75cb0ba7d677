use code_prompts_engine::project::{Part, State, Todo, TodoItem};
use unicode_width::UnicodeWidthStr;

use crate::format::todo::summary;
use code_prompts_reader::visible::Lines;

/// Prints a block for each message or term, below the headings of their groups, and then how many there are.
pub(crate) fn print(todo: &Todo<'_, '_>) -> String {
    let mut text = String::new();
    for (heading, item) in todo.grouped() {
        text += &heading.map(|heading| heading + "\n\n").unwrap_or_default();
        text += &(block(todo, item) + "\n");
    }
    if let Some(summary) = summary(todo) {
        text += &(summary + "\n");
    }
    Lines(&text).to_string()
}

fn block(todo: &Todo<'_, '_>, item: &TodoItem<'_, '_>) -> String {
    let wanted = item.progress.wanted;
    let name = wanted.written_name();
    let codes: Vec<String> = todo.codes_of(item).iter().map(ToString::to_string).collect();
    let mut block = match codes.as_slice() {
        [] => format!("{name}\n"),
        codes => format!("{name} ({})\n", codes.join(", ")),
    };
    if let Some(max) = item.max_length {
        block += &format!("  at most {max} characters\n");
    }
    for note in todo.notes(item) {
        block += format!("  # {note}").trim_end();
        block.push('\n');
    }
    let is_shown = |part: &Part<'_>, state: &State| {
        // The text is always shown: without it, nobody knows what the attributes are about.
        part.attribute().is_none() || matches!(state, State::Missing | State::Stale(_))
    };
    let shown = item.progress.parts.iter().filter(|(part, state)| is_shown(part, state));
    let shown: Vec<_> = shown.map(|(part, state)| (part.attribute(), state, rows(todo, item, part, state))).collect();
    let labels = shown.iter().flat_map(|(_, _, rows)| rows).map(|(label, _)| label.width());
    let width = labels.max().unwrap_or_default();
    for (attribute, state, rows) in shown {
        let state = match state {
            State::Missing => "missing",
            State::Stale(_) => "stale",
            State::Current | State::Unrecorded => "translated",
        };
        match attribute {
            None => block += &format!("  text: {state}\n"),
            Some(name) => block += &format!("  .{name}: {state}\n"),
        }
        for (label, text) in rows {
            let padding = " ".repeat(width - label.width());
            let text = text.replace('\n', &format!("\n{:indent$}", "", indent = 4 + width + 2));
            block += &format!("    {label}{padding}  {text}\n");
        }
    }
    block
}

/// Returns the texts of the locales, each with its label.
fn rows(todo: &Todo<'_, '_>, item: &TodoItem<'_, '_>, part: &Part<'_>, state: &State) -> Vec<(String, String)> {
    let source = todo.source();
    let today = part.text();
    let mut rows = match state {
        State::Stale(before) => vec![(format!("{source} was"), before.clone()), (format!("{source} now"), today)],
        _ => vec![(source.to_owned(), today)],
    };
    for (tag, entry) in &item.fallbacks {
        let Some(translation) = entry.part(part.attribute()) else { continue };
        let label = match todo.fallback(item, entry).state(part.attribute()) {
            Some(State::Stale(_)) => format!("{tag}, stale"),
            _ => (*tag).to_owned(),
        };
        rows.push((label, translation.text()));
    }
    let own = item.progress.entry.and_then(|entry| entry.part(part.attribute()));
    rows.extend(own.map(|translation| (todo.locale().to_owned(), translation.text())));
    rows
}
