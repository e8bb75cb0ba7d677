//! Fluent syntax in a comment: a record of a source text, or a stub.

use std::ops::Range;

use code_prompts_reader::guard;
use fluent_syntax::ast::{Comment, Entry as Node, Pattern};
use fluent_syntax::parser::parse;

use super::name::Name;
use crate::project::facts::Facts;
use crate::project::record::{is_now, is_record};

/// Slices of a comment, joined to a text that can be parsed.
#[derive(Default)]
struct Snippet<'a> {
    text: String,
    /// The slices, each with its offset in the text.
    slices: Vec<(usize, &'a str)>,
}

/// Returns the references to a message or a term in a comment, as slices of the comment. `tags` are the locale tags
/// that records may have.
pub(super) fn references<'a>(comment: &Comment<&'a str>, name: Name<'_>, tags: &[&str]) -> Vec<&'a str> {
    let mut snippets = vec![Snippet::default()];
    let mut records: Vec<(&str, Snippet<'a>)> = Vec::new();
    for line in &comment.content {
        let record = line.split_once(':').filter(|_| tags.iter().any(|tag| is_recorded(line, tag)));
        if let Some((key, text)) = record {
            match records.iter_mut().find(|(other, _)| *other == key) {
                Some((_, record)) => record.push("\n    ", text),
                None => records.push((key, Snippet::of("x = ", text, ""))),
            }
            continue;
        }
        // A selector without variants can't be parsed, so a variant is added.
        let trimmed = line.trim();
        if trimmed.starts_with('{') && trimmed.ends_with("->") {
            snippets.push(Snippet::of("x = ", trimmed, "\n *[a] a\n}"));
        }
        if let Some(all) = snippets.first_mut() {
            all.push("\n", line);
        }
    }
    snippets.extend(records.into_iter().map(|(_, record)| record));
    snippets.iter().flat_map(|snippet| snippet.references(name)).collect()
}

/// Returns the references to a message or a term in a recorded text.
pub(super) fn references_in_text(text: &str, name: Name<'_>) -> Vec<Range<usize>> {
    let mut snippet = Snippet::default();
    for (index, line) in text.split('\n').enumerate() {
        snippet.push(if index == 0 { "x = " } else { "\n    " }, line);
    }
    snippet.references(name).into_iter().map(|found| place(text, found)).collect()
}

impl<'a> Snippet<'a> {
    fn of(before: &str, slice: &'a str, after: &str) -> Self {
        let mut snippet = Self::default();
        snippet.push(before, slice);
        snippet.text.push_str(after);
        snippet
    }

    fn push(&mut self, before: &str, slice: &'a str) {
        self.text.push_str(before);
        self.slices.push((self.text.len(), slice));
        self.text.push_str(slice);
    }

    fn references(&self, name: Name<'_>) -> Vec<&'a str> {
        if guard(&self.text).is_some() {
            return Vec::new();
        }
        let resource = match parse(self.text.as_str()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let found = resource.body.iter().flat_map(patterns).flat_map(|pattern| references_in(pattern, name));
        found.filter_map(|found| self.slice(place(&self.text, found))).collect()
    }

    /// Converts a range of the text to a slice of the comment.
    fn slice(&self, range: Range<usize>) -> Option<&'a str> {
        let (start, slice) = self.slices.iter().rfind(|(start, _)| *start <= range.start)?;
        slice.get(range.start - start..range.end - start)
    }
}

/// Returns whether a line of a comment has a source text.
pub(super) fn is_recorded(line: &str, tag: &str) -> bool {
    is_record(line, tag) || is_now(line, tag)
}

/// Returns the patterns of a message or a term.
pub(super) fn patterns<'n, 'a>(node: &'n Node<&'a str>) -> Vec<&'n Pattern<&'a str>> {
    let (value, attributes) = match node {
        Node::Message(message) => (message.value.as_ref(), &message.attributes),
        Node::Term(term) => (Some(&term.value), &term.attributes),
        _ => return Vec::new(),
    };
    value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)).collect()
}

/// Returns the references to a message or a term in a pattern, as slices of the parsed text.
pub(super) fn references_in<'a>(pattern: &'a Pattern<&'a str>, name: Name<'_>) -> Vec<&'a str> {
    let facts = Facts::of(pattern);
    let found = facts.references.iter().filter(|found| found.is_term == name.is_term && found.name == name.id);
    found.map(|found| found.name).collect()
}

/// Returns the range of a slice in its text.
pub(super) fn place(text: &str, slice: &str) -> Range<usize> {
    let start = slice.as_ptr() as usize - text.as_ptr() as usize;
    start..start + slice.len()
}
