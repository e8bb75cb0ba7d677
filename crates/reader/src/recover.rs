use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError, parse_runtime};

use crate::explain::{explain, too_deep, wrong_indent};
use crate::names::{begins_entry, entry_length, identifier_length};
use crate::syntax_problem::SyntaxProblem;

/// Finds what is really broken where the parser has seen errors.
///
/// The parser leaves out more than it has to: an unclosed placeable costs the entry below it as well, and a broken
/// attribute those that follow it. If there is more to read, the text comes back without the broken parts, every line
/// and every byte where it was, to be parsed again. Such rounds come to an end, since each leaves something out.
#[must_use]
pub fn recover(text: &str, errors: &[ParserError]) -> (Vec<Unread>, Option<String>) {
    let mut unread: Vec<Unread> = errors.iter().flat_map(|error| Unread::find(text, error)).collect();
    if !unread.iter().any(|unread| unread.hides_more) {
        return (unread, None);
    }
    unread.retain(|unread| unread.hides_more);
    let rest = without(text, unread.iter().map(|unread| &unread.part));
    (unread, Some(rest))
}

/// A part of a text that the parser could not read.
#[derive(Clone, Debug)]
pub struct Unread {
    /// The bytes of the part.
    pub part: Range<usize>,
    /// The byte where the parser noticed.
    pub offset: usize,
    /// What is wrong.
    pub problem: SyntaxProblem,
    /// The message, term or attribute, if it is one.
    pub name: Option<String>,
    /// Whether the parser has left out more than this part.
    hides_more: bool,
}

impl Unread {
    fn find(text: &str, error: &ParserError) -> Vec<Self> {
        let slice = error.slice.clone().unwrap_or_default();
        let start = slice.start + blank_lines(text.get(slice.clone()).unwrap_or_default());
        let skipped = text.get(start..slice.end).unwrap_or_default();
        let attributes = Self::attributes(text, start, skipped);
        if !attributes.is_empty() {
            return attributes;
        }
        let length = entry_length(skipped);
        let name = name(skipped).map(str::to_owned);
        vec![Self::new(text, start..start + length, error.pos.start, &error.kind, name, length < skipped.len())]
    }

    /// Finds the broken ones of the attributes that a text begins with. The parser says nothing of them but that they
    /// are no message; read as messages, it says more.
    fn attributes(text: &str, mut start: usize, skipped: &str) -> Vec<Self> {
        let mut found = Vec::new();
        let entry = skipped.get(..entry_length(skipped)).unwrap_or_default();
        if attribute(entry).is_none() {
            return found;
        }
        let above = text.get(..start).unwrap_or_default();
        // A comment ends what is above it.
        let mut lines = above.lines().rev().take_while(|line| !line.starts_with('#'));
        let owner = lines.find(|line| begins_entry(line.as_bytes())).and_then(name).unwrap_or_default();
        let mut rest = entry;
        while !rest.is_empty() {
            let (block, after) = rest.split_at(attribute_length(rest));
            if let Some((dot, attribute)) = attribute(block) {
                let named = Some(format!("{owner}.{}", name(attribute).unwrap_or_default()));
                let part = start..start + block.len();
                let error = parse_runtime(attribute).err().and_then(|(_, errors)| errors.into_iter().next());
                if let Some(error) = error {
                    let offset = start + dot + 1 + error.pos.start;
                    found.push(Self::new(text, part, offset, &error.kind, named, true));
                } else if wrong_indent(block).is_some() {
                    found.push(Self::new(text, part, start, &ErrorKind::MissingValue, named, true));
                }
            }
            start += block.len();
            rest = after;
        }
        found
    }

    fn new(
        text: &str,
        part: Range<usize>,
        offset: usize,
        kind: &ErrorKind,
        name: Option<String>,
        hides_more: bool,
    ) -> Self {
        let broken = text.get(part.clone()).unwrap_or_default();
        // What is noticed in the entry below belongs to the end of this one, and a missing text to the line of its
        // name.
        let offset = match kind {
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
                part.start + broken.lines().next().unwrap_or_default().len()
            }
            _ => offset.min(part.start + broken.trim_end().len()),
        };
        let (offset, problem) = match too_deep(broken).or_else(|| wrong_indent(broken)) {
            Some((at, problem)) => (part.start + at, problem),
            None => (offset, explain(kind, text.get(offset..).unwrap_or_default())),
        };
        Self { part, offset, problem, name, hides_more }
    }
}

/// Reads a line that begins an attribute: where its dot is, and what follows.
fn attribute(line: &str) -> Option<(usize, &str)> {
    let (indent, attribute) = line.split_once('.')?;
    (!indent.is_empty() && indent.trim().is_empty() && name(attribute).is_some()).then_some((indent.len(), attribute))
}

/// Measures the blank lines that a text begins with.
fn blank_lines(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum()
}

/// Measures an attribute: up to the next line that begins one.
fn attribute_length(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    first + lines.take_while(|line| attribute(line).is_none()).map(str::len).sum::<usize>()
}

/// Reads the name that a text begins with, a term's with its hyphen.
fn name(text: &str) -> Option<&str> {
    let name = text.get(..identifier_length(text)).unwrap_or_default();
    name.trim_start_matches('-').starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
}

/// Leaves parts out of a text, with every line and every byte where it was.
fn without<'a>(text: &str, parts: impl Iterator<Item = &'a Range<usize>>) -> String {
    let mut parts = parts.peekable();
    let mut kept = String::with_capacity(text.len());
    for (offset, character) in text.char_indices() {
        while parts.next_if(|part| part.end <= offset).is_some() {}
        match parts.peek() {
            Some(part) if part.contains(&offset) && character != '\n' => {
                kept.extend(std::iter::repeat_n(' ', character.len_utf8()));
            }
            _ => kept.push(character),
        }
    }
    kept
}
