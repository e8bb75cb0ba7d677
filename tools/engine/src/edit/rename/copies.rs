//! Copies of the old entry, above the new one, until all other files are written. With them, an interrupted renaming leaves
//! no code without its text, and the same command can complete it.
//!
//! ```fluent
//! # Left by `prompts rename room-closed room-was-closed`, which was interrupted: run it again.
//! room-closed = The room is closed
//! room-was-closed = The room is closed
//! ```

use std::ops::Range;

use fluent_syntax::ast::Entry as Node;

use super::name::Name;
use super::snippet::place;
use crate::edit::document::{Block, Edits, FtlDocument};

/// The line above a copy, before and after the command.
const COMMENT: (&str, &str) = ("Left by `", "`, which was interrupted: run it again.");

/// Returns the line above a copy.
fn comment(old: Name<'_>, new: Name<'_>) -> String {
    format!("{}prompts rename {old} {new}{}", COMMENT.0, COMMENT.1)
}

/// Returns the interrupted command, if this is the line above a copy.
pub(super) fn command(line: &str) -> Option<&str> {
    line.strip_prefix(COMMENT.0)?.strip_suffix(COMMENT.1)
}

/// Returns the ranges of the copies in a file, each up to the entry below it. Fails with the offset of a copy that differs
/// from the new entry below it: someone has changed one of them.
pub(super) fn find(document: &FtlDocument<'_>, old: Name<'_>, new: Name<'_>) -> Result<Vec<Range<usize>>, usize> {
    let comment = comment(old, new);
    let is_copy = |block: &Block<'_>| {
        name_of(block.node).is_some_and(|(name, _)| name == old)
            && block.comment().is_some_and(|note| note.content.as_slice() == [comment.as_str()])
    };
    let mut copies = Vec::new();
    for (at, block) in document.blocks.iter().enumerate().filter(|(_, block)| is_copy(block)) {
        let below = document.blocks.get(at + 1);
        match below.filter(|below| name_of(below.node).is_some_and(|(name, _)| name == new)) {
            Some(below) if is_same(below.node, block.node) => copies.push(block.start..below.start),
            _ => return Err(block.start),
        }
    }
    Ok(copies)
}

/// Adds a copy above each entry with the old name. `places` are all uses of that name.
pub(super) fn insert(
    edits: &mut Edits,
    document: &FtlDocument<'_>,
    places: &[Range<usize>],
    (old, new): (Name<'_>, Name<'_>),
) {
    for block in &document.blocks {
        let (Some((name, id)), Some(body)) = (name_of(block.node), document.body(block)) else { continue };
        if name != old {
            continue;
        }
        let id = place(document.text, id);
        let mut renamed = Edits::default();
        for place in places.iter().filter(|place| (block.body..block.end).contains(&place.start) && **place != id) {
            renamed.replace(place.start - block.body..place.end - block.body, new.id);
        }
        let copy = renamed.apply(body).replace("\r\n", "\n");
        edits.replace(block.start..block.start, format!("# {}\n{copy}\n", comment(old, new)));
    }
}

/// Returns the name of a message or a term, and its id as a slice of the text.
pub(super) fn name_of<'a>(node: &Node<&'a str>) -> Option<(Name<'a>, &'a str)> {
    match node {
        Node::Message(message) => Some((Name { is_term: false, id: message.id.name }, message.id.name)),
        Node::Term(term) => Some((Name { is_term: true, id: term.id.name }, term.id.name)),
        _ => None,
    }
}

/// Returns whether two messages or two terms have the same value and attributes.
fn is_same(one: &Node<&str>, other: &Node<&str>) -> bool {
    match (one, other) {
        (Node::Message(one), Node::Message(other)) => one.value == other.value && one.attributes == other.attributes,
        (Node::Term(one), Node::Term(other)) => one.value == other.value && one.attributes == other.attributes,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use fluent_syntax::parser::parse;

    use super::*;
    use crate::edit::rename::name;

    #[test]
    fn copies_are_found_and_leave_no_trace() {
        for (old, new, before, with, without) in [
            (
                "a",
                "b-c",
                "# A note.\na = { d }\n    .x = { a.y }\n    .y = Y\nd = { a }",
                "# COMMENT\na = { d }\n    .x = { b-c.y }\n    .y = Y\n# A note.\nb-c = { d }\n    .x = { b-c.y }\n    .y = Y\nd = { b-c }",
                "# A note.\nb-c = { d }\n    .x = { b-c.y }\n    .y = Y\nd = { b-c }",
            ),
            (
                "-a",
                "-b",
                "## Group\r\n\r\n-a = A\r\n    A { a }  \r\n\r\n\r\na = { -a }{-a(x: 1)}\r\n",
                "## Group\r\n\r\n# COMMENT\r\n-a = A\r\n    A { a }\r\n-b = A\r\n    A { a }  \r\n\r\n\r\na = { -b }{-b(x: 1)}\r\n",
                "## Group\r\n\r\n-b = A\r\n    A { a }  \r\n\r\n\r\na = { -b }{-b(x: 1)}\r\n",
            ),
            (
                "a",
                "b",
                "# Alone.\n\na = A\na = A2\n# en: C\n# a =\nc = C",
                "# Alone.\n\n# COMMENT\na = A\nb = A\n# COMMENT\na = A2\nb = A2\n# en: C\n# a =\nc = C",
                "# Alone.\n\nb = A\nb = A2\n# en: C\n# a =\nc = C",
            ),
        ] {
            let (old, new) = name::pair(old, new).unwrap();
            let resource = parse(before).unwrap();
            let document = FtlDocument::new(before, &resource);
            let references = resource.body.iter().flat_map(super::super::snippet::patterns);
            let references = references.flat_map(|pattern| super::super::snippet::references_in(pattern, old));
            let defined = resource.body.iter().filter_map(name_of).filter(|(name, _)| *name == old).map(|(_, id)| id);
            let places: Vec<_> = defined.chain(references).map(|id| place(before, id)).collect();
            let mut edits = Edits::default();
            places.iter().for_each(|place| edits.replace(place.clone(), new.id));
            insert(&mut edits, &document, &places, (old, new));
            let done = edits.apply(before);
            assert_eq!(done, with.replace("COMMENT", &comment(old, new)));

            let resource = parse(done.as_str()).unwrap();
            let mut edits = Edits::default();
            let copies = find(&FtlDocument::new(&done, &resource), old, new).unwrap();
            copies.into_iter().for_each(|copy| edits.replace(copy, ""));
            assert_eq!(edits.apply(&done), without);
            assert_eq!(find(&FtlDocument::new(&done, &resource), new, old), Ok(Vec::new()));
        }
    }
}
