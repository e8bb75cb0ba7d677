//! Changes the texts of a message or a term, and keeps the rest of its syntax.

use std::iter::once;

use fluent_syntax::ast::{Entry, Pattern, PatternElement};

use super::text::Style;
use crate::edit::document::Edits;
use crate::project::facts::Facts;

/// Blank characters in Fluent.
const BLANK: [char; 3] = [' ', '\r', '\n'];

/// Changes the texts of an entry. `written` is the entry as a slice of `text`.
pub(super) fn change(node: &Entry<&str>, written: &str, text: &str, style: Style, edits: &mut Edits) {
    let (id, value, attributes) = match node {
        Entry::Message(message) => (message.id.name, message.value.as_ref(), message.attributes.as_slice()),
        Entry::Term(term) => (term.id.name, Some(&term.value), term.attributes.as_slice()),
        _ => return,
    };
    let offset = |slice: &str| slice.as_ptr() as usize - text.as_ptr() as usize;
    let is_term = matches!(node, Entry::Term(_));
    // Each part ends before the dot of the next.
    let ends = attributes.iter().map(|attribute| offset(attribute.id.name).saturating_sub(1));
    let ends = ends.chain(once(offset(written) + written.len()));
    let parts = once((id, value)).chain(attributes.iter().map(|attribute| (attribute.id.name, Some(&attribute.value))));
    for ((id, pattern), end) in parts.zip(ends) {
        let Some(pattern) = pattern else { continue };
        change_pattern(pattern, text, style, edits);
        // A term is part of other texts, which get brackets.
        if style == Style::Accented && !is_term {
            mark(text, offset(id) + id.len(), end, edits);
        }
        // No user sees the attributes of a term: they are selectors.
        if is_term {
            break;
        }
    }
}

/// Changes the texts of a pattern, including its variants.
fn change_pattern(pattern: &Pattern<&str>, text: &str, style: Style, edits: &mut Edits) {
    let facts = Facts::of(pattern);
    let variants = facts.selects.iter().flat_map(|select| select.variants).map(|variant| &variant.value);
    for pattern in once(pattern).chain(variants) {
        let texts = pattern.elements.iter().filter_map(|element| match element {
            PatternElement::TextElement { value } => Some(value.trim()),
            PatternElement::Placeable { .. } => None,
        });
        let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        for (slice, changed) in texts.iter().zip(style.change(&texts)) {
            let start = slice.as_ptr() as usize - text.as_ptr() as usize;
            edits.replace(start..start + slice.len(), changed);
        }
    }
}

/// Puts brackets around a pattern. It is between the end of its name and `end`.
fn mark(text: &str, name_end: usize, end: usize, edits: &mut Edits) {
    let written = text.get(name_end..end).unwrap_or_default().trim_end_matches(BLANK);
    let pattern = written.trim_start_matches(' ').trim_start_matches('=').trim_start_matches(BLANK);
    let end = name_end + written.len();
    let start = end - pattern.len();
    // A line of text must not begin with a bracket.
    let begins_line = text.get(name_end..start).is_some_and(|before| before.contains('\n'));
    edits.replace(start..start, if begins_line { "{ \"[\" }" } else { "[" });
    edits.replace(end..end, "]");
}
