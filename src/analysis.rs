//! Proves, once and before it is ever rendered, that a pattern can be rendered.
//!
//! Fluent's resolver writes what it can't resolve into the text in braces, a raw message id for one, and a few
//! patterns make it panic. A pattern that passes here does neither: all that can still be missing is an argument.

use std::fmt;
use std::ptr;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Message, Pattern, PatternElement, Term, VariantKey,
};
use rustc_hash::FxHashMap;

/// The resolver stops at this many placeables in one text, leaving the rest in braces, or panics.
const MAX_PLACEABLES: usize = 100;
/// How deeply patterns may refer to each other and nest, so that neither this nor the resolver exhausts a stack.
const MAX_DEPTH: usize = 100;
/// How much is looked at, all variants of all references, before a pattern is taken for an attack.
const MAX_STEPS: usize = 20_000;
/// More fraction digits than this overflow the resolver's plural operands.
const MAX_FRACTION_DIGITS: usize = 19;

/// A message or a term, and where to find the rest of what it refers to.
#[derive(Clone, Copy)]
pub(crate) enum Named<'a> {
    Message(&'a Message<&'a str>),
    Term(&'a Term<&'a str>),
}

/// All messages and terms of a locale by name. Fluent's runtime keeps both under one name, so this does too.
pub(crate) type Namespace<'a> = FxHashMap<&'a str, Named<'a>>;

/// A variable that a message uses, and the values that change its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub(crate) name: String,
    pub(crate) keys: Vec<String>,
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

/// Why a pattern can't be rendered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    UnknownReference(String),
    NoValue(String),
    UnsetTermVariable { term: String, name: String },
    Cycle,
    TooLarge,
    TooManyDigits(String),
    LostCharacter,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownReference(name) => write!(f, "it refers to `{name}`, which this locale does not have"),
            Self::NoValue(name) => write!(f, "it refers to `{name}`, which has no text"),
            Self::UnsetTermVariable { term, name } => {
                write!(f, "the term `-{term}` shows `${name}`, which this message does not give it")
            }
            Self::Cycle => f.write_str("it refers to itself, in a ring"),
            Self::TooLarge => f.write_str("it has too many or too deeply nested placeables"),
            Self::TooManyDigits(number) => write!(f, "the number {number} has too many digits"),
            Self::LostCharacter => f.write_str("it has a character that could not be decoded (U+FFFD)"),
        }
    }
}

/// Goes through a pattern and all that it refers to, and adds the variables it uses to `variables`.
pub(crate) fn analyse<'a>(
    namespace: &Namespace<'a>,
    pattern: &'a Pattern<&'a str>,
    variables: &mut Vec<Variable>,
) -> Result<(), Flaw> {
    let mut walk = Walk { namespace, variables, path: Vec::new(), term: None, depth: 0, steps: 0 };
    walk.pattern(pattern).map(|_| ())
}

struct Walk<'n, 'a> {
    namespace: &'n Namespace<'a>,
    variables: &'n mut Vec<Variable>,
    /// The patterns that this one was reached through.
    path: Vec<&'a Pattern<&'a str>>,
    /// The term that the walk is in, which sees only these variables.
    term: Option<(&'a str, Vec<&'a str>)>,
    depth: usize,
    steps: usize,
}

/// Each returns how many placeables the resolver may count on the way.
impl<'a> Walk<'_, 'a> {
    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) -> Result<usize, Flaw> {
        if self.path.iter().any(|above| ptr::eq(*above, pattern)) {
            return Err(Flaw::Cycle);
        }
        self.path.push(pattern);
        let mut placeables = 0;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => lost_no_character(value)?,
                PatternElement::Placeable { expression } => placeables += 1 + self.expression(expression)?,
            }
            if placeables > MAX_PLACEABLES {
                return Err(Flaw::TooLarge);
            }
        }
        self.path.pop();
        Ok(placeables)
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) -> Result<usize, Flaw> {
        self.depth += 1;
        self.steps += 1;
        if self.depth > MAX_DEPTH || self.steps > MAX_STEPS {
            return Err(Flaw::TooLarge);
        }
        let placeables = match expression {
            Expression::Inline(inline) => self.inline(inline)?,
            Expression::Select { selector, variants } => {
                let in_selector = self.selector(selector)?;
                if let (Some(name), None) = (selected_variable(selector), &self.term) {
                    let keys = variants.iter().filter(|variant| !variant.default).map(|variant| key_text(&variant.key));
                    self.add_variable(name, keys);
                }
                let mut in_variant = 0;
                for variant in variants {
                    if let VariantKey::NumberLiteral { value } = variant.key {
                        number(value)?;
                    }
                    in_variant = in_variant.max(self.pattern(&variant.value)?);
                }
                in_selector + in_variant
            }
        };
        self.depth -= 1;
        Ok(placeables)
    }

    /// A variable that a term is not given chooses the default variant, and never shows.
    fn selector(&mut self, selector: &'a InlineExpression<&'a str>) -> Result<usize, Flaw> {
        match selector {
            InlineExpression::VariableReference { .. } if self.term.is_some() => Ok(0),
            _ => self.inline(selector),
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) -> Result<usize, Flaw> {
        match inline {
            InlineExpression::StringLiteral { value } => lost_no_character(value).map(|()| 0),
            InlineExpression::NumberLiteral { value } => number(value).map(|()| 0),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::VariableReference { id } => match &self.term {
                Some((term, given)) if !given.contains(&id.name) => {
                    Err(Flaw::UnsetTermVariable { term: (*term).to_owned(), name: id.name.to_owned() })
                }
                Some(_) => Ok(0),
                None => {
                    self.add_variable(id.name, std::iter::empty());
                    Ok(0)
                }
            },
            InlineExpression::FunctionReference { id, arguments } => {
                if id.name != "NUMBER" {
                    return Err(Flaw::UnknownReference(format!("{}()", id.name)));
                }
                self.arguments(arguments)
            }
            InlineExpression::MessageReference { id, attribute } => {
                let Some(Named::Message(message)) = self.namespace.get(id.name) else {
                    return Err(Flaw::UnknownReference(id.name.to_owned()));
                };
                let pattern = match attribute {
                    None => message.value.as_ref().ok_or_else(|| Flaw::NoValue(id.name.to_owned())),
                    Some(name) => attribute_of(&message.attributes, name.name)
                        .ok_or_else(|| Flaw::UnknownReference(format!("{}.{}", id.name, name.name))),
                };
                self.pattern(pattern?)
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let Some(Named::Term(term)) = self.namespace.get(id.name) else {
                    return Err(Flaw::UnknownReference(format!("-{}", id.name)));
                };
                let pattern = match attribute {
                    None => &term.value,
                    Some(name) => attribute_of(&term.attributes, name.name)
                        .ok_or_else(|| Flaw::UnknownReference(format!("-{}.{}", id.name, name.name)))?,
                };
                let in_arguments = arguments.as_ref().map_or(Ok(0), |arguments| self.arguments(arguments))?;
                let given = arguments.iter().flat_map(|arguments| &arguments.named).map(|named| named.name.name);
                self.term = Some((id.name, given.collect()));
                let in_pattern = self.pattern(pattern)?;
                // Not what it was before: the resolver, too, forgets an outer term's arguments here.
                self.term = None;
                Ok(in_arguments + in_pattern)
            }
        }
    }

    fn arguments(&mut self, arguments: &'a CallArguments<&'a str>) -> Result<usize, Flaw> {
        let mut placeables = 0;
        for positional in &arguments.positional {
            placeables += self.selector(positional)?;
        }
        for named in &arguments.named {
            if let InlineExpression::NumberLiteral { value } = named.value {
                number(value)?;
                // The resolver writes as many zeros as it is told to.
                if value.parse::<f64>().is_ok_and(|digits| digits > MAX_FRACTION_DIGITS as f64) {
                    return Err(Flaw::TooManyDigits(value.to_owned()));
                }
            }
        }
        Ok(placeables)
    }

    fn add_variable(&mut self, name: &str, keys: impl Iterator<Item = String>) {
        let index = self.variables.iter().position(|variable| variable.name == name).unwrap_or_else(|| {
            self.variables.push(Variable { name: name.to_owned(), keys: Vec::new() });
            self.variables.len() - 1
        });
        if let Some(variable) = self.variables.get_mut(index) {
            for key in keys {
                if !variable.keys.contains(&key) {
                    variable.keys.push(key);
                }
            }
        }
    }
}

/// Finds the first attribute of a name, which is the one that the resolver takes.
pub(crate) fn attribute_of<'a>(
    attributes: &'a [fluent_syntax::ast::Attribute<&'a str>],
    name: &str,
) -> Option<&'a Pattern<&'a str>> {
    attributes.iter().find(|attribute| attribute.id.name == name).map(|attribute| &attribute.value)
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

fn key_text(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

fn lost_no_character(text: &str) -> Result<(), Flaw> {
    if text.contains(char::REPLACEMENT_CHARACTER) { Err(Flaw::LostCharacter) } else { Ok(()) }
}

fn number(literal: &str) -> Result<(), Flaw> {
    let (whole, fraction) = literal.split_once('.').unwrap_or((literal, ""));
    if whole.len() > MAX_FRACTION_DIGITS || fraction.len() > MAX_FRACTION_DIGITS {
        return Err(Flaw::TooManyDigits(literal.to_owned()));
    }
    Ok(())
}
