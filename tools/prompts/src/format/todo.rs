//! How what is to do is printed, a module for each format.

pub(crate) mod ftl;
pub(crate) mod human;

use crate::todo::{Item, Todo};

/// Lists what is to do, each with the heading of its group, if it is the first of the group.
fn grouped<'t, 'a>(todo: &'t Todo<'t, 'a>) -> impl Iterator<Item = (Option<String>, &'t Item<'t, 'a>)> {
    let mut above: &[&str] = &[];
    todo.items.iter().map(move |item| {
        let group = item.group();
        let is_first = group != std::mem::replace(&mut above, group);
        (is_first.then(|| heading(group)), item)
    })
}

/// Writes the comment of a group. An empty one ends the group above.
fn heading(group: &[&str]) -> String {
    match group {
        [] => "##".to_owned(),
        lines => lines.iter().map(|line| format!("## {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n"),
    }
}
