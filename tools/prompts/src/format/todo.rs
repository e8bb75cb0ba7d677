//! The output formats of `prompts todo`, one module each.

pub(crate) mod human;
pub(crate) mod json;

use code_prompts_engine::project::Todo;

/// Returns the numbers of messages and terms with a missing and with a stale text. One with both counts as missing.
fn counts(todo: &Todo<'_, '_>) -> (usize, usize) {
    let stale = todo.items.iter().filter(|item| item.progress.is_translated()).count();
    (todo.items.len() - stale, stale)
}

/// Returns how much there is to do. If a file could not be read in full, an empty list has no summary: there may be
/// something to do.
pub(crate) fn summary(todo: &Todo<'_, '_>) -> Option<String> {
    let (all, tag, is_whole) = (todo.items.len(), todo.locale(), todo.problems.is_empty());
    if all == 0 {
        return is_whole.then(|| format!("nothing to do in {tag}"));
    }
    let (missing, stale) = counts(todo);
    let counts = [(missing, "missing"), (stale, "stale")];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, state)| format!("{count} {state}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let incomplete = if is_whole { "" } else { " (incomplete)" };
    Some(format!("{all} to do in {tag}{incomplete}: {counts}"))
}
