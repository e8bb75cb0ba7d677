//! What terms are given where they are called, and what they show that they are not given. A term sees nothing else: no variable of the message.

use fluent_syntax::ast::{Expression, InlineExpression, NamedArgument, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Reference;
use crate::project::locale::Locale;
use crate::project::selects::variable;

/// A variable that is shown as `{$name}`.
#[derive(Clone, Copy)]
pub(super) struct Unset<'t, 'a> {
    /// The term, or a message that it refers to.
    pub(super) entry: &'t Entry<'a>,
    /// Its name there, a slice of its file.
    pub(crate) variable: &'a str,
}

/// Lists the numbers that a locale's calls of a term give for a variable, as they are written.
pub(super) fn numbers_given<'a>(locale: &Locale<'a>, term: &str, variable: &str) -> Vec<&'a str> {
    let references = locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.references);
    let calls = references.filter(|reference| reference.is_term && reference.name == term);
    let arguments = calls.flat_map(|call| call.given).filter(|argument| argument.name.name == variable);
    let numbers = arguments.filter_map(|argument| match argument.value {
        InlineExpression::NumberLiteral { value } => Some(value),
        _ => None,
    });
    numbers.collect()
}

/// How much of a term is looked at: references may lead to references without end.
const MAX_STEPS: usize = 1_000;
const MAX_DEPTH: usize = 64;

/// Lists the calls of terms in a text, with the variables that they should give, each once.
pub(super) fn calls<'t, 'a>(locale: &'t Locale<'a>, part: &'t Part<'a>) -> Vec<(&'t Reference<'a>, Unset<'t, 'a>)> {
    // An attribute of a term is never shown.
    let terms = part.facts.references.iter().filter(|reference| reference.is_term && reference.attribute.is_none());
    let mut found = Vec::new();
    for reference in terms {
        let Some(term) = locale.find(Kind::Term, reference.name) else { continue };
        let Some(value) = &term.value else { continue };
        if value.facts.variables.is_empty() && value.facts.references.is_empty() {
            continue;
        }
        let mut walk = CallWalk { locale, given: reference.given, entry: term, found: Vec::new(), steps: 0, depth: 0 };
        // Where there is no end, nothing more is said.
        walk.pattern(value.pattern);
        found.extend(walk.found.into_iter().map(|unset| (reference, unset)));
    }
    found
}

struct CallWalk<'t, 'a> {
    locale: &'t Locale<'a>,
    given: &'a [NamedArgument<&'a str>],
    /// What is looked at.
    entry: &'t Entry<'a>,
    found: Vec<Unset<'t, 'a>>,
    steps: usize,
    depth: usize,
}

/// What a term selects by.
enum Selected {
    /// Nothing that it was given, so that the default is taken.
    Nothing,
    Text(String),
    Number(String),
    /// It depends on what is not looked at here.
    Unknown,
}

/// Each gives nothing once what follows is not known: a term that has called another sees the variables of the message
/// in many runtimes, which lose what it was given.
impl<'t, 'a> CallWalk<'t, 'a> {
    fn pattern(&mut self, pattern: &Pattern<&'a str>) -> Option<()> {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression)?;
            }
        }
        Some(())
    }

    fn expression(&mut self, expression: &Expression<&'a str>) -> Option<()> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let variant = taken(variants, &self.selected(selector))?;
                self.pattern(&variant.value)
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) -> Option<()> {
        self.steps += 1;
        if self.steps > MAX_STEPS || self.depth > MAX_DEPTH {
            return None;
        }
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                let is_known =
                    self.argument(id.name).is_some() || self.found.iter().any(|unset| unset.variable == id.name);
                if !is_known {
                    self.found.push(Unset { entry: self.entry, variable: id.name });
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression)?,
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().try_for_each(|positional| self.inline(positional))?;
            }
            InlineExpression::MessageReference { id, attribute } => {
                let Some(message) = self.locale.find(Kind::Message, id.name) else { return Some(()) };
                let part = match attribute {
                    Some(attribute) => message.attribute(attribute.name),
                    None => message.value.as_ref(),
                };
                let Some(part) = part else { return Some(()) };
                let caller = std::mem::replace(&mut self.entry, message);
                self.depth += 1;
                self.pattern(part.pattern)?;
                self.depth -= 1;
                self.entry = caller;
            }
            InlineExpression::TermReference { .. } => return None,
        }
        Some(())
    }

    fn argument(&self, name: &str) -> Option<&'a InlineExpression<&'a str>> {
        self.given.iter().find(|argument| argument.name.name == name).map(|argument| &argument.value)
    }

    fn selected(&self, selector: &InlineExpression<&'a str>) -> Selected {
        let value = match variable(selector) {
            Some(name) => self.argument(name),
            None => Some(selector),
        };
        match value {
            None => Selected::Nothing,
            Some(InlineExpression::StringLiteral { value }) => Selected::Text(unescape_unicode_to_string(value).into()),
            Some(InlineExpression::NumberLiteral { value }) => Selected::Number((*value).to_owned()),
            Some(_) => Selected::Unknown,
        }
    }
}

/// Finds the variant that is taken, as far as that can be told.
fn taken<'p, 'a>(variants: &'p [Variant<&'a str>], selected: &Selected) -> Option<&'p Variant<&'a str>> {
    let default = || variants.iter().find(|variant| variant.default);
    let matching = |is: &dyn Fn(&VariantKey<&str>) -> bool| variants.iter().find(|variant| is(&variant.key));
    match selected {
        Selected::Nothing => default(),
        Selected::Text(text) => {
            matching(&|key| matches!(key, VariantKey::Identifier { name } if name == text)).or_else(default)
        }
        // Which plural category a number is in is not looked up: it needs one of its own.
        Selected::Number(number) => {
            matching(&|key| matches!(key, VariantKey::NumberLiteral { value } if value == number))
        }
        Selected::Unknown => None,
    }
}
