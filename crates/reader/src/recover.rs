use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError, parse_runtime};

use crate::explain::{explain, too_deep, wrong_indent};
use crate::names::{begins_entry, entry_length, identifier_length, shortened};
use crate::syntax_problem::{Hint, SyntaxProblem};

/// Narrows the parser's errors to the parts of the text that are broken.
///
/// The parser skips more than it has to: an unclosed placeable hides the next entry too, and a broken attribute hides
/// the attributes behind it. In that case this returns the text as well, with the broken parts replaced by spaces, to
/// be parsed again. All other offsets stay the same. Repeating this always ends, since each round removes a part.
#[must_use]
pub fn recover(text: &str, errors: &[ParserError]) -> (Vec<BrokenPart>, Option<String>) {
    let mut broken: Vec<BrokenPart> = errors.iter().flat_map(|error| BrokenPart::find(text, error)).collect();
    if !broken.iter().any(|part| part.hides_more) {
        return (broken, None);
    }
    broken.retain(|part| part.hides_more);
    let rest = without(text, broken.iter().map(|part| &part.span));
    (broken, Some(rest))
}

/// A part of a text that can't be parsed.
#[derive(Clone, Debug)]
pub struct BrokenPart {
    /// The bytes of the part.
    pub span: Range<usize>,
    /// The byte at which the problem is reported.
    pub offset: usize,
    /// The problem.
    pub problem: SyntaxProblem,
    /// The name, if it is a message, a term or an attribute: `id`, `-id` or `id.attribute`.
    pub name: Option<String>,
    /// Whether the parser skipped more than this part.
    hides_more: bool,
}

impl BrokenPart {
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

    /// Finds the broken attributes at the start of a text. For attributes the parser reports only that they are not
    /// messages, so each is parsed as a message to get the exact error.
    fn attributes(text: &str, mut start: usize, skipped: &str) -> Vec<Self> {
        let mut found = Vec::new();
        let entry = skipped.get(..entry_length(skipped)).unwrap_or_default();
        if attribute(entry).is_none() {
            return found;
        }
        let above = text.get(..start).unwrap_or_default();
        // A comment ends the entry above it.
        let mut lines = above.lines().rev().take_while(|line| !line.starts_with('#'));
        let owner = lines.find(|line| begins_entry(line.as_bytes())).and_then(name).unwrap_or_default();
        let mut rest = entry;
        while !rest.is_empty() {
            let (block, after) = rest.split_at(attribute_length(rest));
            if let Some((dot, attribute)) = attribute(block) {
                let named = Some(format!("{}.{}", shortened(owner), name(attribute).unwrap_or_default()));
                let span = start..start + block.len();
                let error = parse_runtime(attribute).err().and_then(|(_, errors)| errors.into_iter().next());
                if let Some(error) = error {
                    let offset = start + dot + 1 + error.pos.start;
                    found.push(Self::new(text, span, offset, &error.kind, named, true));
                } else if wrong_indent(block).is_some() {
                    found.push(Self::new(text, span, start, &ErrorKind::MissingValue, named, true));
                }
            }
            start += block.len();
            rest = after;
        }
        found
    }

    fn new(
        text: &str,
        span: Range<usize>,
        offset: usize,
        kind: &ErrorKind,
        name: Option<String>,
        hides_more: bool,
    ) -> Self {
        let broken = text.get(span.clone()).unwrap_or_default();
        // An error that the parser finds in the next entry is reported at the end of this one, and a missing text on
        // the line of the name.
        let offset = match kind {
            ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
                span.start + broken.lines().next().unwrap_or_default().len()
            }
            _ => offset.min(span.start + broken.trim_end().len()),
        };
        let (offset, problem) = match too_deep(broken).or_else(|| wrong_indent(broken)) {
            Some((at, problem)) => (span.start + at, problem),
            None => explain(kind, text, &span, offset),
        };
        // The first word of a line that continues a text is no name.
        let name = name.filter(|_| problem.hint != Some(Hint::Continuation));
        Self { span, offset, problem, name, hides_more }
    }
}

/// Reads a line that begins an attribute. Returns the offset of its dot and the text behind the dot.
fn attribute(line: &str) -> Option<(usize, &str)> {
    let (indent, attribute) = line.split_once('.')?;
    (!indent.is_empty() && indent.trim().is_empty() && name(attribute).is_some()).then_some((indent.len(), attribute))
}

/// Returns the length of the blank lines at the start of a text.
fn blank_lines(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum()
}

/// Returns the length of the attribute at the start of a text: up to the next line that begins one.
fn attribute_length(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    first + lines.take_while(|line| attribute(line).is_none()).map(str::len).sum::<usize>()
}

/// Returns the name at the start of a text, for a term with its hyphen.
fn name(text: &str) -> Option<&str> {
    let name = text.get(..identifier_length(text)).unwrap_or_default();
    name.trim_start_matches('-').starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
}

/// Replaces parts of a text by spaces, except their line breaks.
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
