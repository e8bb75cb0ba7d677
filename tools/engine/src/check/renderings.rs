//! The texts that a pattern may become, one for each variant.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::text::prose::PLACEABLE;

/// The maximum number of texts of one pattern.
const MAX_TEXTS: usize = 32;

/// Limits of the walk: selects may be nested.
const MAX_DEPTH: usize = 16;

/// Returns the texts that a pattern may become, so that each variant is in one of them. A value that is known only at
/// run time is [`PLACEABLE`].
pub(super) fn renderings(pattern: &Pattern<&str>) -> Vec<String> {
    let count = count(pattern, 0).clamp(1, MAX_TEXTS);
    let render = |index| {
        let mut text = String::new();
        render(pattern, index, 0, &mut text);
        text
    };
    (0..count).map(render).collect()
}

fn count(pattern: &Pattern<&str>, depth: usize) -> usize {
    let counts = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } if depth < MAX_DEPTH => {
            Some(variants.iter().map(|variant| count(&variant.value, depth + 1)).max()?.max(variants.len()))
        }
        _ => None,
    });
    counts.max().unwrap_or(1)
}

fn render(pattern: &Pattern<&str>, index: usize, depth: usize, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => render_expression(expression, index, depth, text),
        }
    }
}

fn render_expression(expression: &Expression<&str>, index: usize, depth: usize, text: &mut String) {
    if depth >= MAX_DEPTH {
        return;
    }
    match expression {
        Expression::Select { variants, .. } => {
            if let Some(variant) = variants.get(index).or(variants.last()) {
                render(&variant.value, index, depth + 1, text);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            render_expression(expression, index, depth + 1, text);
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            text.push_str(&unescape_unicode_to_string(value));
        }
        Expression::Inline(_) => text.push(PLACEABLE),
    }
}
