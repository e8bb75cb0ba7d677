//! The last texts of a pattern, whose punctuation is compared.

use fluent_syntax::ast::{Expression, Pattern, PatternElement};

use crate::text::ends::EndingText;

/// Returns the last text of each variant of a pattern.
pub(super) fn ending_texts<'a>(pattern: &Pattern<&'a str>) -> Vec<EndingText<'a>> {
    match pattern.elements.last() {
        Some(PatternElement::TextElement { value }) => vec![EndingText::new(value, pattern.elements.len() > 1)],
        Some(PatternElement::Placeable { expression: Expression::Select { variants, .. } }) => {
            variants.iter().flat_map(|variant| ending_texts(&variant.value)).collect()
        }
        _ => vec![EndingText::new("", true)],
    }
}
