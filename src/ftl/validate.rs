//! Checks, before a pattern is rendered, that it can be.
//!
//! Fluent's resolver writes an unknown reference into the text in braces, and panics on a few patterns. It does neither
//! for a pattern that passes this check: only an argument can still be missing. If only some variants of a pattern pass,
//! the check returns what selects the others.

mod partial;

use std::ptr;
use std::sync::Arc;

use code_prompts_reader::MAX_PLACEABLES;
use code_prompts_reader::names::NUMBER;
use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, NamedArgument, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::fault::RenderProblem;
use crate::ftl::options::{Ignored, ignored};
use crate::ftl::parse::Named;
use crate::ftl::scope::{Scope, attribute_of};
use crate::ftl::variable::{Variable, merge};
use crate::ftl::variants::BrokenSelect;

/// The maximum depth of references and nesting, so that neither this check nor the resolver overflows the stack.
const MAX_DEPTH: usize = 100;
/// The maximum number of expressions and variants to check, in all references together. A larger pattern is rejected.
const MAX_STEPS: usize = 5_000;
/// The maximum number of digits. More overflow the resolver's plural operands.
const MAX_DIGITS: usize = 19;

/// The variables and references that a pattern needs to be rendered.
#[derive(Debug, Default)]
pub(crate) struct Needs<'a> {
    pub(crate) variables: Vec<Variable>,
    /// The names of the messages and terms that it refers to, as slices of the files that define them.
    pub(crate) references: Vec<&'a str>,
    /// The selectors with broken variants.
    pub(crate) broken: Vec<BrokenSelect>,
    /// The options without effect.
    pub(crate) ignored: Vec<Ignored>,
}

/// Checks a pattern and everything that it refers to.
pub(crate) fn analyse<'a>(scope: Scope<'_, 'a>, pattern: &Pattern<&'a str>) -> Result<Needs<'a>, RenderProblem> {
    let given = Given::All;
    let mut walk = Walk { scope, needs: Needs::default(), path: Vec::new(), given, depth: 0, steps: 0, kept: 0 };
    walk.pattern(pattern)?;
    Ok(walk.needs)
}

/// Checks a text without placeables.
pub(crate) fn analyse_plain(text: &str) -> Result<(), RenderProblem> {
    check_decoded(text)
}

/// The variables that are set at a place.
#[derive(Clone)]
enum Given<'n, 'a> {
    /// The arguments of the message.
    All,
    /// Only the arguments of a term.
    Term { name: &'a str, arguments: &'n [NamedArgument<&'a str>] },
    /// None: the resolver drops the arguments of a term after a reference to another term.
    Dropped { name: &'a str },
}

struct Walk<'n, 'a> {
    scope: Scope<'n, 'a>,
    needs: Needs<'a>,
    /// The patterns that led to this one, to find cycles.
    path: Vec<&'n Pattern<&'a str>>,
    given: Given<'n, 'a>,
    depth: usize,
    steps: usize,
    /// The number of variants kept in `broken`.
    kept: usize,
}

/// Each method returns the maximum number of placeables that the resolver may count.
impl<'n, 'a> Walk<'n, 'a> {
    fn pattern(&mut self, pattern: &'n Pattern<&'a str>) -> Result<usize, RenderProblem> {
        if self.path.iter().any(|above| ptr::eq(*above, pattern)) {
            return Err(RenderProblem::Cycle);
        }
        self.path.push(pattern);
        let mut placeables = 0;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => check_decoded(value)?,
                PatternElement::Placeable { expression } => placeables += 1 + self.expression(expression)?,
            }
            if placeables > MAX_PLACEABLES {
                return Err(RenderProblem::TooLarge);
            }
        }
        self.path.pop();
        Ok(placeables)
    }

    fn expression(&mut self, expression: &'n Expression<&'a str>) -> Result<usize, RenderProblem> {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline),
            Expression::Select { selector, variants } => (selector, variants),
        };
        let in_selector = self.selector(selector)?;
        self.step(variants.len())?;
        if let (Some(name), Given::All) = (selected_variable(selector), &self.given) {
            let (defaults, others): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.default);
            let [keys, default_keys] =
                [others, defaults].map(|variants| variants.iter().map(|variant| key_text(&variant.key)).collect());
            self.add_variable(Variable { keys, default_keys, ..Variable::new(name) });
        }
        let before = self.given.clone();
        let mut after = before.clone();
        let mut in_variant = 0;
        let mut outcomes = Vec::with_capacity(variants.len());
        for variant in variants {
            if let VariantKey::NumberLiteral { value } = variant.key {
                check_digits(value)?;
            }
            self.given = before.clone();
            let (placeables, outcome) = self.variant(&variant.value)?;
            if outcome.is_ok() && matches!(self.given, Given::Dropped { .. }) {
                after = self.given.clone();
            }
            in_variant = in_variant.max(placeables);
            outcomes.push(outcome);
        }
        self.given = before;
        if !outcomes.iter().all(|outcome| matches!(outcome, Ok(broken) if broken.is_empty())) {
            self.add_broken(selector, variants, outcomes)?;
        }
        self.given = after;
        Ok(in_selector + in_variant)
    }

    /// A variable that is not set in a term selects the default variant, so it is allowed here. So is a call of `NUMBER()`
    /// with something that is not a number.
    fn selector(&mut self, selector: &'n InlineExpression<&'a str>) -> Result<usize, RenderProblem> {
        match (selector, &self.given) {
            (InlineExpression::VariableReference { .. }, Given::Term { .. }) => Ok(0),
            (InlineExpression::FunctionReference { id, arguments }, given) if id.name == NUMBER => {
                if let (Some(InlineExpression::VariableReference { id }), Given::All) =
                    (arguments.positional.first(), given)
                {
                    self.add_passed(id.name);
                }
                let mut placeables = self.options(arguments)?;
                for positional in &arguments.positional {
                    self.step(1)?;
                    placeables += self.selector(positional)?;
                }
                Ok(placeables)
            }
            _ => self.inline(selector),
        }
    }

    fn inline(&mut self, inline: &'n InlineExpression<&'a str>) -> Result<usize, RenderProblem> {
        self.step(1)?;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(RenderProblem::TooLarge);
        }
        let placeables = match inline {
            InlineExpression::StringLiteral { value } => {
                check_decoded(&unescape_unicode_to_string(value))?;
                0
            }
            InlineExpression::NumberLiteral { value } => {
                check_digits(value)?;
                0
            }
            InlineExpression::VariableReference { id } => {
                self.variable(id.name)?;
                0
            }
            InlineExpression::Placeable { expression } => self.expression(expression)?,
            InlineExpression::FunctionReference { id, arguments } => {
                if id.name == NUMBER {
                    self.number(arguments)?
                } else if self.scope.functions.has(id.name) {
                    self.call(arguments)?
                } else {
                    return Err(unknown(format!("{}()", id.name)));
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.message(id.name, attribute.as_ref().map(|attribute| attribute.name))?
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.term(id.name, attribute.as_ref().map(|attribute| attribute.name), arguments.as_ref())?
            }
        };
        self.depth -= 1;
        Ok(placeables)
    }

    fn message(&mut self, name: &str, attribute: Option<&str>) -> Result<usize, RenderProblem> {
        let named = self.scope.get(name, attribute).ok_or_else(|| unknown(name))?;
        self.needs.references.push(named.name());
        let pattern = match (named, attribute) {
            (Named::Plain(plain), None) => return check_decoded(plain.text).map(|()| 0),
            (Named::Plain(plain), Some(attribute)) => match plain.attribute(attribute) {
                Some((_, text)) => return check_decoded(text).map(|()| 0),
                None => return Err(unknown(format!("{name}.{attribute}"))),
            },
            (Named::Message(message), None) => {
                message.value.as_ref().ok_or_else(|| RenderProblem::NoValue { id: name.into() })?
            }
            (Named::Message(message), Some(attribute)) => match attribute_of(&message.attributes, attribute) {
                Some(attribute) => &attribute.value,
                None => return Err(unknown(format!("{name}.{attribute}"))),
            },
            (Named::Term(_), _) => return Err(unknown(name)),
        };
        self.pattern(pattern)
    }

    fn variable(&mut self, name: &'a str) -> Result<(), RenderProblem> {
        match self.given {
            Given::All => self.add_variable(Variable::new(name)),
            Given::Term { arguments, .. } if arguments.iter().any(|argument| argument.name.name == name) => {}
            Given::Term { name: term, .. } | Given::Dropped { name: term } => {
                return Err(RenderProblem::UnsetTermVariable { term: term.into(), variable: name.into() });
            }
        }
        Ok(())
    }

    /// Checks a call of `NUMBER()` outside a selector. The resolver shows the function's name if the argument is not a
    /// number.
    fn number(&mut self, arguments: &'n CallArguments<&'a str>) -> Result<usize, RenderProblem> {
        let mut placeables = 0;
        for positional in &arguments.positional {
            placeables += self.inline(positional)?;
        }
        match arguments.positional.first() {
            Some(InlineExpression::VariableReference { id }) => match self.given {
                Given::All => self.add_passed(id.name),
                Given::Term { arguments, .. } if arguments.iter().any(|argument| is_number(argument, id.name)) => {}
                _ => return Err(RenderProblem::NotANumber),
            },
            Some(InlineExpression::NumberLiteral { .. } | InlineExpression::FunctionReference { .. }) => {}
            _ => return Err(RenderProblem::NotANumber),
        }
        Ok(placeables + self.options(arguments)?)
    }

    /// Checks a call of a function of the app.
    fn call(&mut self, arguments: &'n CallArguments<&'a str>) -> Result<usize, RenderProblem> {
        let mut placeables = 0;
        for argument in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
            if let (InlineExpression::VariableReference { id }, Given::All) = (argument, &self.given) {
                self.add_passed(id.name);
            }
            placeables += self.inline(argument)?;
        }
        Ok(placeables)
    }

    /// Checks the options of `NUMBER()`.
    fn options(&mut self, arguments: &'n CallArguments<&'a str>) -> Result<usize, RenderProblem> {
        let mut placeables = 0;
        for named in &arguments.named {
            // The resolver writes this many zeros without a limit.
            if named.name.name == "minimumFractionDigits" {
                match named.value {
                    InlineExpression::StringLiteral { .. } => {}
                    InlineExpression::NumberLiteral { value } => {
                        if !value.parse::<usize>().is_ok_and(|digits| digits <= MAX_DIGITS) {
                            return Err(RenderProblem::TooManyDigits { number: value.into() });
                        }
                    }
                    _ => return Err(RenderProblem::NotANumber),
                }
            }
            placeables += self.inline(&named.value)?;
            let ignored = ignored(named).filter(|ignored| !self.needs.ignored.contains(ignored));
            self.needs.ignored.extend(ignored);
        }
        Ok(placeables)
    }

    fn term(
        &mut self,
        name: &'a str,
        attribute: Option<&'a str>,
        arguments: Option<&'n CallArguments<&'a str>>,
    ) -> Result<usize, RenderProblem> {
        let Some(Named::Term(term)) = self.scope.get(name, attribute) else {
            return Err(unknown(format!("-{name}")));
        };
        self.needs.references.push(term.id.name);
        let pattern = match attribute {
            None => &term.value,
            Some(attribute) => attribute_of(&term.attributes, attribute)
                .map(|attribute| &attribute.value)
                .ok_or_else(|| unknown(format!("-{name}.{attribute}")))?,
        };
        let mut placeables = 0;
        for positional in arguments.iter().flat_map(|arguments| &arguments.positional) {
            placeables += self.inline(positional)?;
        }
        let given = arguments.map_or(&[][..], |arguments| &arguments.named);
        for argument in given {
            placeables += self.inline(&argument.value)?;
        }
        let caller = std::mem::replace(&mut self.given, Given::Term { name, arguments: given });
        placeables += self.pattern(pattern)?;
        self.given = match caller {
            Given::All => Given::All,
            Given::Term { name, .. } | Given::Dropped { name } => Given::Dropped { name },
        };
        Ok(placeables)
    }

    fn step(&mut self, count: usize) -> Result<(), RenderProblem> {
        self.steps += count;
        if self.steps > MAX_STEPS { Err(RenderProblem::TooLarge) } else { Ok(()) }
    }

    fn add_passed(&mut self, name: &str) {
        self.add_variable(Variable { is_passed: true, ..Variable::new(name) });
    }

    fn add_variable(&mut self, variable: Variable) {
        merge(&mut self.needs.variables, vec![variable]);
    }
}

/// Returns the variable of a selector `$variable` or `NUMBER($variable)`.
fn selected_variable<'a>(selector: &InlineExpression<&'a str>) -> Option<&'a str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { id, arguments } if id.name == NUMBER => {
            arguments.positional.first().and_then(|first| selected_variable(first))
        }
        _ => None,
    }
}

fn unknown(name: impl Into<Arc<str>>) -> RenderProblem {
    RenderProblem::UnknownReference { name: name.into() }
}

fn key_text(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

/// Returns whether an argument sets a variable to a number.
fn is_number(argument: &NamedArgument<&str>, variable: &str) -> bool {
    let is_number = |value: &InlineExpression<&str>| {
        matches!(value, InlineExpression::NumberLiteral { .. })
            || matches!(value, InlineExpression::FunctionReference { id, .. } if id.name == NUMBER)
    };
    argument.name.name == variable && is_number(&argument.value)
}

fn check_decoded(text: &str) -> Result<(), RenderProblem> {
    if text.contains(char::REPLACEMENT_CHARACTER) { Err(RenderProblem::LostCharacter) } else { Ok(()) }
}

fn check_digits(literal: &str) -> Result<(), RenderProblem> {
    let (whole, fraction) = literal.split_once('.').unwrap_or((literal, ""));
    if whole.len() > MAX_DIGITS || fraction.len() > MAX_DIGITS {
        return Err(RenderProblem::TooManyDigits { number: literal.into() });
    }
    Ok(())
}
