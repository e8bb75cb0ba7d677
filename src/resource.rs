use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::parser::ParserError;

use crate::Fault;
use crate::position::Source;

/// Parses a Fluent text. What can't be read becomes a fault, and costs no more than the entry that it is in.
pub(crate) fn parse(file: &Arc<str>, text: String) -> (FluentResource, Vec<Fault>) {
    let mut text = limit_nesting(text);
    let mut faults = Vec::new();
    loop {
        let (resource, errors) = match FluentResource::try_new(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let mut swallowing: Vec<Range<usize>> = Vec::new();
        let mut unread = Vec::new();
        let source = Source::new(file, resource.source());
        for error in &errors {
            let entry = error.slice.clone().unwrap_or_default();
            let fault = unread_entry(&source, resource.source(), entry.clone(), error);
            match before_next_entry(resource.source(), entry) {
                Some(broken) => {
                    swallowing.push(broken);
                    faults.push(fault);
                }
                None => unread.push(fault),
            }
        }
        if swallowing.is_empty() {
            faults.extend(unread);
            return (resource, faults);
        }
        text = without(resource.source(), &swallowing);
    }
}

/// After an error the parser goes on at the entry after the one where it noticed. An unclosed placeable is noticed in
/// the entry below it, which is then lost as well. Finds what is really broken: all before that entry.
fn before_next_entry(text: &str, unread: Range<usize>) -> Option<Range<usize>> {
    let mut end = unread.start;
    let mut is_in_entry = false;
    for line in text.get(unread.clone())?.split_inclusive('\n') {
        if is_in_entry && begins_entry(line) {
            return Some(unread.start..end);
        }
        is_in_entry |= !line.trim().is_empty();
        end += line.len();
    }
    None
}

/// Leaves parts out of a text, with every line where it was.
fn without(text: &str, parts: &[Range<usize>]) -> String {
    let mut parts = parts.iter().peekable();
    let kept = text.char_indices().map(|(offset, character)| {
        while parts.next_if(|part| part.end <= offset).is_some() {}
        match parts.peek() {
            Some(part) if part.contains(&offset) && character != '\n' => ' ',
            _ => character,
        }
    });
    kept.collect()
}

/// Says what the parser could not read, and which message that costs.
fn unread_entry(source: &Source<'_>, text: &str, entry: Range<usize>, error: &ParserError) -> Fault {
    let at = source.position(error.pos.start);
    let unread = text.get(entry.clone()).unwrap_or_default();
    let begin = source.position(entry.start + unread.len() - unread.trim_start().len()).line;
    // An unclosed placeable is noticed at whatever comes next, maybe many lines below.
    let problem = if begin == at.line { error.to_string() } else { format!("{error} (it begins on line {begin})") };
    let name = unread.trim_start().split(|character| !is_in_name(character)).next().unwrap_or_default();
    if name.trim_start_matches('-').starts_with(|first: char| first.is_ascii_alphabetic()) {
        Fault::BrokenMessage { at, id: name.into(), problem }
    } else {
        Fault::BrokenEntry { at, problem }
    }
}

/// Tells whether a line begins `name =`, which the parser reads nowhere but at depth 0.
fn begins_entry(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-')
        && line.split_once('=').is_some_and(|(name, _)| name.trim_end_matches(' ').chars().all(is_in_name))
}

fn is_in_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Makes a Fluent text safe for the parser, which calls itself for each placeable in a placeable until the stack
/// is gone: an opening bracket at a depth that no message needs becomes a syntax error, which the parser reports.
fn limit_nesting(text: String) -> String {
    let too_deep = brackets_too_deep(&text);
    if too_deep.is_empty() {
        return text;
    }
    let limited = text.char_indices().map(|(offset, character)| match too_deep.binary_search(&offset) {
        Ok(_) => '!',
        Err(_) => character,
    });
    limited.collect()
}

/// Finds the opening brackets that are too deep, in order.
fn brackets_too_deep(text: &str) -> Vec<usize> {
    const MAX_NESTING: usize = 50;
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            depth = 0;
        }
        for (offset, byte) in line.bytes().enumerate() {
            match byte {
                // Outside a placeable, a parenthesis is only text.
                b'(' if depth == 0 => {}
                b'{' | b'(' if depth == MAX_NESTING => found.push(line_start + offset),
                b'{' | b'(' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b')' if depth > 1 => depth -= 1,
                _ => {}
            }
        }
        line_start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hopeless_nesting_is_touched() {
        let fine = "a = (((( { NUMBER($b) } {\n-b= { $c ->\n   *[d] { -e } (\n }\n".repeat(60);
        assert_eq!(limit_nesting(fine.clone()), fine);

        for open in ["{", "{房", "{\n", "{F(\n"] {
            let deep = format!("a = {}", open.repeat(100_000));
            let limited = limit_nesting(deep.clone());
            assert_eq!(limited.matches(['{', '(']).count(), 50, "{open:?}");
            assert_eq!(limited.len(), deep.len());
        }
    }
}
