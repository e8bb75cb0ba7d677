//! The numbers and URLs that a pattern shows, in any script and with any separators.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::project::entry::{Kind, Part};
use crate::project::locale::Locale;
use crate::text::figures::{Figure, Side, scan};
use crate::text::marks::Marks;

/// Limits of the walk through a pattern: references may be cyclic.
const MAX_STEPS: usize = 500;
const MAX_DEPTH: usize = 16;

/// Returns whether a text may have a figure. This is a quick test before [`figures`].
pub(super) fn has_any(part: &Part<'_>) -> bool {
    part.facts.marks.has(Marks::FIGURE) || has_number(part.pattern)
}

fn has_number(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| {
        let PatternElement::Placeable { expression } = element else { return false };
        matches!(expression, Expression::Inline(InlineExpression::NumberLiteral { .. }))
    })
}

/// Returns the figures of a pattern with its default variants, or `None` if it is too large to walk.
pub(super) fn figures<'a>(locale: &Locale<'a>, pattern: &Pattern<&'a str>, side: Side) -> Option<Vec<Figure<'a>>> {
    let mut walk = FigureWalk { locale, side, steps: 0, found: Vec::new() };
    walk.pattern(pattern, 0)?;
    Some(walk.found)
}

/// Returns whether a variant is `{ "" }`.
fn is_empty(pattern: &Pattern<&str>) -> bool {
    let literal = InlineExpression::StringLiteral { value: "" };
    pattern.elements.iter().all(|element| {
        matches!(element, PatternElement::Placeable { expression: Expression::Inline(inline) } if *inline == literal)
    })
}

struct FigureWalk<'w, 'a> {
    locale: &'w Locale<'a>,
    side: Side,
    steps: usize,
    found: Vec<Figure<'a>>,
}

impl<'a> FigureWalk<'_, 'a> {
    fn pattern(&mut self, pattern: &Pattern<&'a str>, depth: usize) -> Option<()> {
        for element in &pattern.elements {
            self.steps += 1;
            if self.steps > MAX_STEPS || depth > MAX_DEPTH {
                return None;
            }
            match element {
                PatternElement::TextElement { value } => scan(value, value, self.side, &mut self.found),
                PatternElement::Placeable { expression } => self.expression(expression, depth + 1)?,
            }
        }
        Some(())
    }

    fn expression(&mut self, expression: &Expression<&'a str>, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { variants, .. } => {
                let default = variants.iter().find(|variant| variant.default)?;
                // An empty default is one that the language never selects.
                let shown = || variants.iter().find(|variant| !is_empty(&variant.value));
                let variant = if is_empty(&default.value) { shown().unwrap_or(default) } else { default };
                return self.pattern(&variant.value, depth + 1);
            }
        };
        let (kind, id, attribute) = match inline {
            InlineExpression::StringLiteral { value } if value.contains('\\') => {
                scan(&unescape_unicode_to_string(value), value, self.side, &mut self.found);
                return Some(());
            }
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                scan(value, value, self.side, &mut self.found);
                return Some(());
            }
            InlineExpression::Placeable { expression } => return self.expression(expression, depth + 1),
            InlineExpression::MessageReference { id, attribute } => (Kind::Message, id, attribute),
            InlineExpression::TermReference { id, attribute, .. } => (Kind::Term, id, attribute),
            InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. } => return Some(()),
        };
        if self.side == Side::Source {
            return Some(());
        }
        let Some(entry) = self.locale.find(kind, id.name) else { return Some(()) };
        let part = match attribute {
            Some(attribute) => entry.attribute(attribute.name),
            None => entry.value.as_ref(),
        };
        part.map_or(Some(()), |part| self.pattern(part.pattern, depth + 1))
    }
}
