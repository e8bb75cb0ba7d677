//! A text or a variant that shows nothing.

use code_prompts_reader::characters::is_blank;
use code_prompts_reader::names::{UNKNOWN_CODE, shortened};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::locale::Locale;

/// The maximum depth of nested placeables and selects.
const MAX_DEPTH: usize = 8;
/// The maximum depth of references, and the maximum number of elements in a referenced text.
const MAX_REFERENCES: usize = 4;

/// A pattern or a variant that shows nothing.
struct Empty<'a> {
    /// The blank text or reference, if there is one.
    at: Option<&'a str>,
    /// Whether `at` is in quotes.
    is_quoted: bool,
    /// Whether it consists of spaces in quotes, or of quotes with nothing in them: an author writes that on purpose.
    is_deliberate: bool,
    variant: Option<&'a str>,
}

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let is_source = source.tag == locale.tag;
    let has_codes = !matches!(context.tree.codes, Codes::None);
    // No user sees a term alone.
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        // A prompt is never empty: the library would use another language.
        let is_prompt = has_codes && (entry.name == UNKNOWN_CODE || !context.tree.codes_of(entry.name).is_empty());
        for part in entry.parts() {
            let mut found = Vec::new();
            find(locale, part.pattern, None, MAX_DEPTH, &mut found);
            found.retain(|empty| is_prompt || !empty.is_deliberate);
            if found.is_empty() {
                continue;
            }
            // What is empty in the source too is intended, or reported there.
            let mut in_source = Vec::new();
            if let Some(original) = context.tree.original_part(entry, part).filter(|_| !is_source) {
                find(source, original.pattern, None, MAX_DEPTH, &mut in_source);
            }
            found.retain(|empty| !in_source.iter().any(|other| other.variant == empty.variant));
            found.into_iter().for_each(|empty| report(context, entry, part, &empty));
        }
    }
}

fn report<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, part: &Part<'a>, empty: &Empty<'a>) {
    let name = match part.attribute {
        Some(attribute) => format!("{}.{}", shortened(entry.name), shortened(attribute)),
        None => shortened(entry.name).into_owned(),
    };
    let (message, help) = match empty.variant {
        Some(key) => (
            format!("readers see nothing for `{name}` where its variant `[{key}]` is selected"),
            "write a text for this variant",
        ),
        None => (format!("readers see nothing for `{name}`"), "write a text, or delete it"),
    };
    let at = empty.at.or(part.attribute).unwrap_or(entry.name);
    let finding = context.report(entry, at, message);
    finding.help = Some(help.to_owned());
    if let (true, Place::Tree(_, range)) = (empty.is_quoted, &mut finding.place) {
        *range = range.start.saturating_sub(1)..range.end + 1;
    }
}

/// Finds patterns that show nothing, and variants that show nothing in a pattern without other visible parts.
fn find<'a>(
    locale: &Locale<'a>,
    pattern: &'a Pattern<&'a str>,
    variant: Option<&'a str>,
    depth: usize,
    found: &mut Vec<Empty<'a>>,
) {
    let (mut select, mut at, mut is_quoted, mut is_deliberate) = (None, None, false, true);
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } if is_blank(value) => {
                is_deliberate = false;
                at = at.or(Some(*value));
            }
            PatternElement::TextElement { .. } => return,
            PatternElement::Placeable { expression } => match unwrapped(expression, depth) {
                Some(Expression::Inline(InlineExpression::StringLiteral { value })) if is_blank_literal(value) => {
                    is_deliberate &= value.chars().all(|character| character == ' ');
                    if at.is_none() {
                        (at, is_quoted) = (Some(*value), true);
                    }
                }
                Some(Expression::Inline(inline)) => match blank_reference(locale, inline, depth.min(MAX_REFERENCES)) {
                    Some(name) => {
                        is_deliberate = false;
                        at = at.or(Some(name));
                    }
                    None => return,
                },
                // With two selects, one may be visible where the other is not.
                Some(Expression::Select { variants, .. }) if select.is_none() => select = Some(variants),
                _ => return,
            },
        }
    }
    match select {
        None => found.push(Empty { at, is_quoted, is_deliberate, variant }),
        Some(variants) if depth > 0 => {
            variants.iter().for_each(|variant| find(locale, &variant.value, Some(key(variant)), depth - 1, found));
        }
        Some(_) => {}
    }
}

/// Removes nested braces.
fn unwrapped<'a>(expression: &'a Expression<&'a str>, depth: usize) -> Option<&'a Expression<&'a str>> {
    let mut expression = expression;
    for _ in 0..=depth {
        match expression {
            Expression::Inline(InlineExpression::Placeable { expression: inner }) => expression = inner,
            other => return Some(other),
        }
    }
    None
}

/// Returns the name in a reference to a message or term that is always blank.
fn blank_reference<'a>(locale: &Locale<'a>, inline: &InlineExpression<&'a str>, depth: usize) -> Option<&'a str> {
    let (kind, id, attribute) = match inline {
        InlineExpression::MessageReference { id, attribute } => (Kind::Message, id, attribute),
        InlineExpression::TermReference { id, attribute, .. } => (Kind::Term, id, attribute),
        _ => return None,
    };
    let entry = locale.find(kind, id.name)?;
    let part = match attribute {
        Some(attribute) => entry.attribute(attribute.name)?,
        None => entry.value.as_ref()?,
    };
    let is_blank = depth > 0 && part.facts.selects.is_empty() && is_always_blank(locale, part.pattern, depth - 1);
    is_blank.then_some(id.name)
}

fn is_always_blank<'a>(locale: &Locale<'a>, pattern: &'a Pattern<&'a str>, depth: usize) -> bool {
    pattern.elements.len() <= MAX_REFERENCES
        && pattern.elements.iter().all(|element| match element {
            PatternElement::TextElement { value } => is_blank(value),
            PatternElement::Placeable { expression } => match unwrapped(expression, depth) {
                Some(Expression::Inline(InlineExpression::StringLiteral { value })) => is_blank_literal(value),
                Some(Expression::Inline(inline)) => blank_reference(locale, inline, depth).is_some(),
                _ => false,
            },
        })
}

fn is_blank_literal(literal: &str) -> bool {
    is_blank(literal) || literal.contains('\\') && is_blank(&unescape_unicode_to_string(literal))
}

fn key<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}
