//! The syntax of one open file of messages.

use std::ops::Range;

use fluent_syntax::ast::{Comment, Entry, Resource};
use fluent_syntax::parser::parse;

use code_prompts_reader::parsable;

use crate::open::path;
use crate::workspace::Workspace;

/// Returns the text of an open file of messages.
pub(crate) fn messages<'s>(workspace: &'s Workspace, uri: &gen_lsp_types::Uri) -> Option<&'s str> {
    let path = path(uri).filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))?;
    Some(&workspace.open.get(&path)?.text)
}

/// Calls a function with the part of a text that can be read, and with the text that it has slices of: its offsets are the same.
pub(crate) fn with_resource<T>(text: &str, view: impl FnOnce(&str, &Resource<&str>) -> T) -> T {
    let parsable = parsable(text);
    let text = parsable.as_deref().unwrap_or(text);
    let resource = parse(text).unwrap_or_else(|(resource, _)| resource);
    view(text, &resource)
}

/// Returns the name of the message or term that a byte is in, or in its comment, with a term's hyphen.
pub(crate) fn name_at(text: &str, byte: usize) -> Option<String> {
    with_resource(text, |text, resource| name_in(text, resource, byte))
}

fn name_in(text: &str, resource: &Resource<&str>, byte: usize) -> Option<String> {
    let start = |comment: &Option<Comment<&str>>, name: &str| {
        let line = comment.as_ref().and_then(|comment| comment.content.first());
        line_start(text, line.copied().unwrap_or(name))
    };
    // Where each entry starts. What is no message has no name.
    let entries = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((start(&message.comment, message.id.name), Some(message.id.name.to_owned()))),
        Entry::Term(term) => Some((start(&term.comment, term.id.name), Some(format!("-{}", term.id.name)))),
        Entry::Comment(comment) | Entry::GroupComment(comment) | Entry::ResourceComment(comment) => {
            Some((line_start(text, comment.content.first()?), None))
        }
        Entry::Junk { content } => Some((range_of(text, content).start, None)),
    });
    entries.take_while(|(start, _)| *start <= byte).last().and_then(|(_, name)| name)
}

/// Returns the bytes of a slice of a text.
pub(crate) fn range_of(text: &str, part: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
    start..start.wrapping_add(part.len())
}

/// Returns the start of the line that a slice of a text is in.
pub(crate) fn line_start(text: &str, part: &str) -> usize {
    let before = text.get(..range_of(text, part).start);
    before.and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

#[cfg(test)]
pub(crate) const TEXT: &str = "### File\n\n## Group\n\n# Note\n# zh-CN: 满\nroom = { -brand } { NUMBER($n, style: \"x\") }\n    .t = { $n ->\n        [1] A\n       *[other] { room.t }\n    }\n\nbad = {\n\n## Next\n\n-brand = B\n";
