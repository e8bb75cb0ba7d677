use unicode_width::UnicodeWidthStr;

use super::grouped;
use crate::format::human::visible;
use code_prompts_engine::check::record::canonical;
use code_prompts_engine::check::tree::Part;
use code_prompts_engine::edit::progress::State;
use code_prompts_engine::edit::stub::notes;
use code_prompts_engine::edit::todo::{Item, Todo};

/// Prints a block for each message or term, below the headings of their groups, and then how many there are.
pub(crate) fn print(todo: &Todo<'_, '_>) -> String {
    let mut text = String::new();
    for (heading, item) in grouped(todo) {
        text += &heading.map(|heading| visible(&heading) + "\n\n").unwrap_or_default();
        text += &(block(todo, item) + "\n");
    }
    match todo.summary() {
        Some(summary) => text + &summary + "\n",
        None => text,
    }
}

fn block(todo: &Todo<'_, '_>, item: &Item<'_, '_>) -> String {
    let wanted = item.progress.wanted;
    let name = wanted.written_name();
    let codes: Vec<String> = todo.tree.codes_of(&name).iter().map(ToString::to_string).collect();
    let mut block = match codes.as_slice() {
        [] => format!("{name}\n"),
        codes => format!("{name} ({})\n", codes.join(", ")),
    };
    for note in notes(wanted, todo.tree.source().tag) {
        block += format!("  # {}", visible(note)).trim_end();
        block.push('\n');
    }
    let is_shown = |part: &Part<'_>, state: &State| {
        // Without the text, who knows what its attributes are about?
        part.attribute.is_none() || matches!(state, State::Missing | State::Stale(_))
    };
    let shown = item.progress.parts.iter().filter(|(part, state)| is_shown(part, state));
    let shown: Vec<_> = shown.map(|(part, state)| (part.attribute, state, rows(todo, item, part, state))).collect();
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
            let text = visible(&text).replace('\n', &format!("\n{:indent$}", "", indent = 4 + width + 2));
            block += &format!("    {label}{padding}  {text}\n");
        }
    }
    block
}

/// Lists what the locales say of a text, each with its label.
fn rows(todo: &Todo<'_, '_>, item: &Item<'_, '_>, part: &Part<'_>, state: &State) -> Vec<(String, String)> {
    let source = todo.tree.source().tag;
    let today = canonical(part.pattern);
    let mut rows = match state {
        State::Stale(before) => vec![(format!("{source} was"), before.clone()), (format!("{source} now"), today)],
        _ => vec![(source.to_owned(), today)],
    };
    let own = item.progress.entry.map(|entry| (todo.locale.tag, entry));
    for (tag, entry) in item.beside.iter().copied().chain(own) {
        if let Some(translation) = entry.part(part.attribute) {
            rows.push((tag.to_owned(), canonical(translation.pattern)));
        }
    }
    rows
}
