//! How what is to do is printed, a module for each format.

pub(crate) mod ftl;
pub(crate) mod human;

use code_prompts_engine::edit::template;
use code_prompts_engine::edit::todo::{Item, Todo};

/// Lists what is to do, each with the heading of its group, if it is the first of the group.
fn grouped<'t, 'a>(todo: &'t Todo<'t, 'a>) -> impl Iterator<Item = (Option<String>, &'t Item<'t, 'a>)> {
    let mut above = None;
    todo.items.iter().map(move |item| {
        let group = item.group();
        let is_first = group != std::mem::replace(&mut above, group);
        // An empty heading ends the group above.
        (is_first.then(|| group.map_or("##".to_owned(), template::group)), item)
    })
}
