//! Proves, once and before it is ever rendered, that a pattern can be rendered.
//!
//! Fluent's resolver writes what it can't resolve into the text in braces, a raw message id for one, and a few
//! patterns make it panic. A pattern that passes here does neither: all that can still be missing is an argument. Of one
//! that passes in part, it is known which variants do not.

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
use crate::ftl::parse::Named;
use crate::ftl::scope::{Scope, attribute_of};
use crate::ftl::variants::BrokenSelect;

/// How deeply patterns may refer to each other and nest, so that neither this nor the resolver exhausts a stack.
const MAX_DEPTH: usize = 100;
/// How much is looked at, all variants of all references, before a pattern is taken for an attack.
const MAX_STEPS: usize = 5_000;
/// More digits than this overflow the resolver's plural operands.
const MAX_DIGITS: usize = 19;

/// A variable that a message uses, and the values that change its text.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode, Variable};
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// let names: Vec<&str> = localizer.variables(ErrorCode::IM_LOGIN_FAILED).map(Variable::name).collect();
/// assert_eq!(names, ["im-reused"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub(crate) name: String,
    pub(super) keys: Vec<String>,
    /// Whether it is given to `NUMBER()`.
    pub(crate) is_number: bool,
}

impl Variable {
    /// Gives the name, without the `$`: the name of the argument that sets it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Lists the values that the message has a text of its own for, in the order of the file: `["true"]` for a
    /// selector with the variants `[true]` and `*[false]`, since every other value takes the default. A number, and
    /// a plural category such as `one`, is listed as the file has it.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }
}

/// What a pattern needs to be rendered.
#[derive(Debug, Default)]
pub(crate) struct Needs<'a> {
    pub(crate) variables: Vec<Variable>,
    /// The messages and terms that it refers to, each by its name where it is defined.
    pub(crate) references: Vec<&'a str>,
    /// The selectors with variants that can't be rendered.
    pub(crate) broken: Vec<BrokenSelect>,
}

/// Goes through a pattern and all that it refers to.
pub(crate) fn analyse<'a>(scope: Scope<'_, 'a>, pattern: &Pattern<&'a str>) -> Result<Needs<'a>, RenderProblem> {
    let given = Given::All;
    let mut walk = Walk { scope, needs: Needs::default(), path: Vec::new(), given, depth: 0, steps: 0, kept: 0 };
    walk.pattern(pattern)?;
    Ok(walk.needs)
}

/// Looks at a text without placeables.
pub(crate) fn analyse_plain(text: &str) -> Result<(), RenderProblem> {
    lost_no_character(text)
}

/// Which variables the resolver sees.
#[derive(Clone)]
enum Given<'n, 'a> {
    /// The arguments of the message.
    All,
    /// Those that a term is called with, and no other.
    Term { name: &'a str, arguments: &'n [NamedArgument<&'a str>] },
    /// A term that has called another. The resolver forgets its arguments over that.
    Forgotten { name: &'a str },
}

struct Walk<'n, 'a> {
    scope: Scope<'n, 'a>,
    needs: Needs<'a>,
    /// The patterns that this one was reached through.
    path: Vec<&'n Pattern<&'a str>>,
    given: Given<'n, 'a>,
    depth: usize,
    steps: usize,
    /// How many variants are kept of selectors with broken ones.
    kept: usize,
}

/// Each returns how many placeables the resolver may count on the way.
impl<'n, 'a> Walk<'n, 'a> {
    fn pattern(&mut self, pattern: &'n Pattern<&'a str>) -> Result<usize, RenderProblem> {
        if self.path.iter().any(|above| ptr::eq(*above, pattern)) {
            return Err(RenderProblem::Cycle);
        }
        self.path.push(pattern);
        let mut placeables = 0;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => lost_no_character(value)?,
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
            let keys = variants.iter().filter(|variant| !variant.default).map(|variant| key_text(&variant.key));
            self.add_variable(name, keys);
        }
        let before = self.given.clone();
        let mut after = before.clone();
        let mut in_variant = 0;
        let mut outcomes = Vec::with_capacity(variants.len());
        for variant in variants {
            if let VariantKey::NumberLiteral { value } = variant.key {
                number(value)?;
            }
            self.given = before.clone();
            let (placeables, outcome) = self.variant(&variant.value)?;
            if outcome.is_ok() && matches!(self.given, Given::Forgotten { .. }) {
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

    /// Goes through a selector. A variable that a term is not given chooses the default variant, and never shows. So does
    /// `NUMBER()` of what is no number.
    fn selector(&mut self, selector: &'n InlineExpression<&'a str>) -> Result<usize, RenderProblem> {
        match (selector, &self.given) {
            (InlineExpression::VariableReference { .. }, Given::Term { .. }) => Ok(0),
            (InlineExpression::FunctionReference { id, arguments }, given) if id.name == NUMBER => {
                if let (Some(InlineExpression::VariableReference { id }), Given::All) =
                    (arguments.positional.first(), given)
                {
                    self.add_number(id.name);
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
                lost_no_character(&unescape_unicode_to_string(value))?;
                0
            }
            InlineExpression::NumberLiteral { value } => {
                number(value)?;
                0
            }
            InlineExpression::VariableReference { id } => {
                self.variable(id.name)?;
                0
            }
            InlineExpression::Placeable { expression } => self.expression(expression)?,
            InlineExpression::FunctionReference { id, arguments } => {
                if id.name != NUMBER {
                    return Err(unknown(format!("{}()", id.name)));
                }
                self.call(arguments)?
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
            (Named::Plain(plain), None) => return lost_no_character(plain.text).map(|()| 0),
            (Named::Plain(plain), Some(attribute)) => match plain.attribute(attribute) {
                Some((_, text)) => return lost_no_character(text).map(|()| 0),
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
            Given::All => self.add_variable(name, std::iter::empty()),
            Given::Term { arguments, .. } if arguments.iter().any(|argument| argument.name.name == name) => {}
            Given::Term { name: term, .. } | Given::Forgotten { name: term } => {
                return Err(RenderProblem::UnsetTermVariable { term: term.into(), variable: name.into() });
            }
        }
        Ok(())
    }

    /// Looks at a call of `NUMBER()` that is shown: it shows its own name for what is no number.
    fn call(&mut self, arguments: &'n CallArguments<&'a str>) -> Result<usize, RenderProblem> {
        let mut placeables = 0;
        for positional in &arguments.positional {
            placeables += self.inline(positional)?;
        }
        match arguments.positional.first() {
            Some(InlineExpression::VariableReference { id }) => match self.given {
                Given::All => self.add_number(id.name),
                Given::Term { arguments, .. } if arguments.iter().any(|argument| is_number(argument, id.name)) => {}
                _ => return Err(RenderProblem::NotANumber),
            },
            Some(InlineExpression::NumberLiteral { .. } | InlineExpression::FunctionReference { .. }) => {}
            _ => return Err(RenderProblem::NotANumber),
        }
        Ok(placeables + self.options(arguments)?)
    }

    fn options(&mut self, arguments: &'n CallArguments<&'a str>) -> Result<usize, RenderProblem> {
        let mut placeables = 0;
        for named in &arguments.named {
            // The resolver writes as many zeros as it is told to.
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
            Given::Term { name, .. } | Given::Forgotten { name } => Given::Forgotten { name },
        };
        Ok(placeables)
    }

    fn step(&mut self, count: usize) -> Result<(), RenderProblem> {
        self.steps += count;
        if self.steps > MAX_STEPS { Err(RenderProblem::TooLarge) } else { Ok(()) }
    }

    fn add_number(&mut self, name: &str) {
        let variable = Variable { name: name.to_owned(), keys: Vec::new(), is_number: true };
        merge(&mut self.needs.variables, vec![variable]);
    }

    fn add_variable(&mut self, name: &str, keys: impl Iterator<Item = String>) {
        let variable = Variable { name: name.to_owned(), keys: keys.collect(), is_number: false };
        merge(&mut self.needs.variables, vec![variable]);
    }
}

/// Adds variables to a list that has each once.
pub(crate) fn merge(variables: &mut Vec<Variable>, more: Vec<Variable>) {
    for variable in more {
        match variables.iter_mut().find(|known| known.name == variable.name) {
            None => variables.push(variable),
            Some(known) => {
                known.is_number |= variable.is_number;
                for key in variable.keys {
                    if !known.keys.contains(&key) {
                        known.keys.push(key);
                    }
                }
            }
        }
    }
}

/// The variable that a selector looks at, by itself or through `NUMBER($variable)`.
fn selected_variable<'a>(selector: &InlineExpression<&'a str>) -> Option<&'a str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
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

/// Tells whether an argument gives a number to a variable.
fn is_number(argument: &NamedArgument<&str>, variable: &str) -> bool {
    let is_number = |value: &InlineExpression<&str>| {
        matches!(value, InlineExpression::NumberLiteral { .. } | InlineExpression::FunctionReference { .. })
    };
    argument.name.name == variable && is_number(&argument.value)
}

fn lost_no_character(text: &str) -> Result<(), RenderProblem> {
    if text.contains(char::REPLACEMENT_CHARACTER) { Err(RenderProblem::LostCharacter) } else { Ok(()) }
}

fn number(literal: &str) -> Result<(), RenderProblem> {
    let (whole, fraction) = literal.split_once('.').unwrap_or((literal, ""));
    if whole.len() > MAX_DIGITS || fraction.len() > MAX_DIGITS {
        return Err(RenderProblem::TooManyDigits { number: literal.into() });
    }
    Ok(())
}
