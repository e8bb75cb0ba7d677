//! Variants that can't be rendered, in texts that have others. Whether one is selected depends on the arguments.

use std::borrow::Borrow;

use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::resolver::Scope;

use crate::fault::RenderProblem;
use crate::ftl::number::number;

/// A selector with variants of which some can't be rendered.
#[derive(Debug)]
pub(crate) struct BrokenSelect {
    pub(super) selector: Value,
    pub(super) variants: Vec<Variant>,
}

#[derive(Debug)]
pub(super) struct Variant {
    /// A text or a number.
    pub(super) key: Value,
    pub(super) is_default: bool,
    pub(super) outcome: Outcome,
}

/// The nested selectors with broken variants, or why the variant can't be rendered whatever they select.
pub(super) type Outcome = Result<Vec<BrokenSelect>, RenderProblem>;

/// A selector or a key.
#[derive(Debug)]
pub(super) enum Value {
    /// A variable that is not set in a term.
    Unset,
    Variable(Box<str>),
    Text(Box<str>),
    Number(Box<str>),
    /// `NUMBER()` with its first argument and its options.
    Call(Box<Value>, Vec<(Box<str>, Value)>),
    /// A value that only the resolver can compute.
    Unknown,
}

/// Returns why a text can't be rendered with these arguments.
pub(crate) fn problem<'s, R, M>(
    broken: &'s [BrokenSelect],
    args: &'s FluentArgs<'s>,
    scope: &Scope<'_, '_, '_, '_, R, M>,
) -> Option<&'s RenderProblem>
where
    R: Borrow<FluentResource>,
    M: MemoizerKind,
{
    broken.iter().find_map(|select| {
        let value = select.selector.evaluate(args);
        // The resolver compares them in the same way.
        let chosen = select.chosen(|key| key.evaluate(args).matches(&value, scope))?;
        match &chosen.outcome {
            Ok(inner) => problem(inner, args, scope),
            Err(problem) => Some(problem),
        }
    })
}

/// Returns the first problem of any variant.
pub(crate) fn first_problem(broken: &[BrokenSelect]) -> Option<&RenderProblem> {
    broken.iter().flat_map(|select| &select.variants).find_map(|variant| match &variant.outcome {
        Ok(inner) => first_problem(inner),
        Err(problem) => Some(problem),
    })
}

impl BrokenSelect {
    /// Returns the problem if it does not depend on the arguments, or if it is not known what they select.
    pub(super) fn certain_problem(&self) -> Option<&RenderProblem> {
        let chosen = match &self.selector {
            Value::Unknown => return first_problem(std::slice::from_ref(self)),
            Value::Unset => self.chosen(|_| false),
            Value::Text(text) => self.chosen(|key| matches!(key, Value::Text(key) if key == text)),
            _ if self.variants.iter().all(|variant| variant.outcome.is_err()) => self.variants.first(),
            _ => None,
        };
        chosen?.outcome.as_ref().err()
    }

    fn chosen(&self, is_key: impl Fn(&Value) -> bool) -> Option<&Variant> {
        let keyed = self.variants.iter().find(|variant| is_key(&variant.key));
        keyed.or_else(|| self.variants.iter().find(|variant| variant.is_default))
    }
}

impl Value {
    fn evaluate<'s>(&'s self, args: &'s FluentArgs<'s>) -> FluentValue<'s> {
        match self {
            Self::Unset | Self::Unknown => FluentValue::None,
            Self::Variable(name) => args.get(name.as_ref()).cloned().unwrap_or(FluentValue::None),
            Self::Text(text) => FluentValue::from(text.as_ref()),
            Self::Number(number) => FluentValue::try_number(number),
            Self::Call(argument, options) => {
                let options = options.iter().map(|(name, value)| (name.as_ref(), value.evaluate(args))).collect();
                number(&[argument.evaluate(args)], &options)
            }
        }
    }
}
