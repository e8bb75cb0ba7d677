//! Variants that can't be rendered: the check keeps what selects them, so that the other variants can be shown.

use fluent_syntax::ast::{self, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use code_prompts_reader::names::NUMBER;

use super::{Given, MAX_STEPS, Walk};
use crate::fault::RenderProblem;
use crate::ftl::parse::Named;
use crate::ftl::scope::attribute_of;
use crate::ftl::variants::{BrokenSelect, Outcome, Value, Variant};

/// The maximum number of variants kept for a text, to limit memory. A text with more is broken as a whole.
const MAX_KEPT: usize = 100;

impl<'n, 'a> Walk<'n, 'a> {
    /// Checks a variant. Its problem is the inner result, unless the whole text is too large.
    pub(super) fn variant(&mut self, pattern: &'n Pattern<&'a str>) -> Result<(usize, Outcome), RenderProblem> {
        let (depth, path) = (self.depth, self.path.len());
        let outside = std::mem::take(&mut self.needs.broken);
        let placeables = self.pattern(pattern);
        let inside = std::mem::replace(&mut self.needs.broken, outside);
        match placeables {
            Ok(placeables) => Ok((placeables, Ok(inside))),
            Err(problem) if self.steps > MAX_STEPS => Err(problem),
            Err(problem) => {
                self.depth = depth;
                self.path.truncate(path);
                Ok((0, Err(problem)))
            }
        }
    }

    /// Keeps a selector with broken variants. Returns an error if no variant that may be selected can be rendered.
    pub(super) fn add_broken(
        &mut self,
        selector: &InlineExpression<&'a str>,
        variants: &[ast::Variant<&'a str>],
        outcomes: Vec<Outcome>,
    ) -> Result<(), RenderProblem> {
        self.kept += variants.len();
        let selector = if self.kept > MAX_KEPT { Value::Unknown } else { self.value(selector) };
        let variants = variants.iter().zip(outcomes).map(|(variant, outcome)| {
            let key = match variant.key {
                VariantKey::Identifier { name } => Value::Text(name.into()),
                VariantKey::NumberLiteral { value } => Value::Number(value.into()),
            };
            Variant { key, is_default: variant.default, outcome }
        });
        let select = BrokenSelect { selector, variants: variants.collect() };
        if let Some(problem) = select.certain_problem() {
            return Err(problem.clone());
        }
        self.needs.broken.push(select);
        Ok(())
    }

    /// Returns the value of a selector that has passed the check.
    fn value(&self, selector: &InlineExpression<&'a str>) -> Value {
        match selector {
            InlineExpression::VariableReference { id } => match &self.given {
                Given::All => Value::Variable(id.name.into()),
                Given::Term { arguments, .. } => {
                    let argument = arguments.iter().find(|argument| argument.name.name == id.name);
                    argument.map_or(Value::Unset, |argument| literal(&argument.value))
                }
                Given::Dropped { .. } => Value::Unknown,
            },
            InlineExpression::FunctionReference { id, arguments } if id.name == NUMBER => {
                let argument = arguments.positional.first().map_or(Value::Unset, |first| self.value(first));
                let options = arguments.named.iter().map(|named| (named.name.name.into(), literal(&named.value)));
                Value::Call(argument.into(), options.collect())
            }
            InlineExpression::TermReference { id, attribute: Some(attribute), .. } => {
                let Some(Named::Term(term)) = self.scope.get(id.name, Some(attribute.name)) else {
                    return Value::Unknown;
                };
                match attribute_of(&term.attributes, attribute.name).map(|attribute| &*attribute.value.elements) {
                    Some([PatternElement::TextElement { value }]) => Value::Text((*value).into()),
                    _ => Value::Unknown,
                }
            }
            _ => literal(selector),
        }
    }
}

/// Returns the value of a named argument. A negative number is in a call, `NUMBER(-1)`.
fn literal(inline: &InlineExpression<&str>) -> Value {
    match inline {
        InlineExpression::StringLiteral { value } => Value::Text(unescape_unicode_to_string(value).into()),
        InlineExpression::NumberLiteral { value } => Value::Number((*value).into()),
        InlineExpression::FunctionReference { id, arguments } if id.name == NUMBER => {
            match (&*arguments.positional, &*arguments.named) {
                ([number @ InlineExpression::NumberLiteral { .. }], []) => literal(number),
                _ => Value::Unknown,
            }
        }
        _ => Value::Unknown,
    }
}
