//! The arguments of references to terms, and the variables that a term shows without getting them. A term does not see
//! the variables of the message.

use fluent_syntax::ast::{Expression, InlineExpression, NamedArgument, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use rustc_hash::FxHashSet;

use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Reference;
use crate::project::locale::Locale;
use crate::project::selects::variable;

/// A variable without a value, which is shown as `{$name}`.
#[derive(Clone, Copy)]
pub(super) struct Unset<'t, 'a> {
    /// The term that shows it, or a message that the term refers to.
    pub(super) entry: &'t Entry<'a>,
    /// Its name, a slice of the file of `entry`.
    pub(crate) variable: &'a str,
}

/// Returns the numbers that a locale passes to a term as a variable, as they are written.
pub(super) fn numbers_given<'a>(locale: &Locale<'a>, term: &str, variable: &str) -> Vec<&'a str> {
    let numbers = given(locale, term, variable).filter_map(|argument| match argument.value {
        InlineExpression::NumberLiteral { value } => Some(value),
        _ => None,
    });
    numbers.collect()
}

/// Returns the texts that a locale passes to a term as a variable. Returns `None` if one of them is not known.
pub(super) fn texts_given<'a>(locale: &Locale<'a>, term: &str, variable: &str) -> Option<FxHashSet<&'a str>> {
    let texts = given(locale, term, variable).map(|argument| match argument.value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => Some(value),
        _ => None,
    });
    texts.collect()
}

/// Returns the texts that a locale passes to any term as a variable.
pub(super) fn texts_given_to_any<'a>(locale: &Locale<'a>, variable: &str) -> FxHashSet<&'a str> {
    let arguments = calls_in(locale).flat_map(|call| call.given).filter(|argument| argument.name.name == variable);
    let texts = arguments.filter_map(|argument| match argument.value {
        InlineExpression::StringLiteral { value } => Some(value),
        _ => None,
    });
    texts.collect()
}

/// Returns the references of a locale to terms.
fn calls_in<'t, 'a>(locale: &'t Locale<'a>) -> impl Iterator<Item = &'t Reference<'a>> {
    let references = locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.references);
    references.filter(|reference| reference.is_term)
}

fn given<'t, 'a>(
    locale: &'t Locale<'a>,
    term: &'t str,
    variable: &'t str,
) -> impl Iterator<Item = &'t NamedArgument<&'a str>> {
    let calls = calls_in(locale).filter(move |reference| reference.name == term);
    calls.flat_map(|call| call.given).filter(move |argument| argument.name.name == variable)
}

/// Limits of the walk through a term: references may be cyclic.
const MAX_STEPS: usize = 1_000;
const MAX_DEPTH: usize = 64;

/// Returns the references to terms in a text of a file, each with the variables that it should pass.
pub(super) fn calls<'t, 'a>(
    locale: &'t Locale<'a>,
    file: usize,
    part: &'t Part<'a>,
) -> Vec<(&'t Reference<'a>, Unset<'t, 'a>)> {
    // A term's attribute is never shown.
    let terms = part.facts.references.iter().filter(|reference| reference.is_term && reference.attribute.is_none());
    let mut found = Vec::new();
    for reference in terms {
        let Some(term) = locale.find_from(file, Kind::Term, reference.name) else { continue };
        let Some(value) = &term.value else { continue };
        if value.facts.variables.is_empty() && value.facts.references.is_empty() {
            continue;
        }
        let mut walk = CallWalk { locale, given: reference.given, entry: term, found: Vec::new(), steps: 0, depth: 0 };
        // A walk that stops early still reports what it found.
        walk.pattern(value.pattern);
        found.extend(walk.found.into_iter().map(|unset| (reference, unset)));
    }
    found
}

struct CallWalk<'t, 'a> {
    locale: &'t Locale<'a>,
    given: &'a [NamedArgument<&'a str>],
    /// The entry that is being walked.
    entry: &'t Entry<'a>,
    found: Vec<Unset<'t, 'a>>,
    steps: usize,
    depth: usize,
}

/// The value of a selector in a term.
enum Selected {
    /// It was not passed, so the default variant is shown.
    Nothing,
    Text(String),
    Number(String),
    /// It can't be computed here.
    Unknown,
}

/// Each method returns `None` to end the walk, where the rest depends on the runtime: in many, a term that refers to
/// another term loses its arguments afterwards, and sees the variables of the message.
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
                let variant = selected_variant(variants, &self.selected(selector))?;
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
                let Some(message) = self.locale.find_from(self.entry.file, Kind::Message, id.name) else {
                    return Some(());
                };
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

/// Returns the variant that is shown, if it is known.
fn selected_variant<'p, 'a>(variants: &'p [Variant<&'a str>], selected: &Selected) -> Option<&'p Variant<&'a str>> {
    let default = || variants.iter().find(|variant| variant.default);
    let matching = |is: &dyn Fn(&VariantKey<&str>) -> bool| variants.iter().find(|variant| is(&variant.key));
    match selected {
        Selected::Nothing => default(),
        Selected::Text(text) => {
            matching(&|key| matches!(key, VariantKey::Identifier { name } if name == text)).or_else(default)
        }
        // Plural categories are not looked up: only a variant for this very number is known to match.
        Selected::Number(number) => {
            matching(&|key| matches!(key, VariantKey::NumberLiteral { value } if value == number))
        }
        Selected::Unknown => None,
    }
}
