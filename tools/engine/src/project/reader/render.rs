//! Renders a pattern without a runtime: arguments stay, everything else becomes text.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, NamedArgument, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use unicode_segmentation::UnicodeSegmentation;

use super::selectors::{Selector, SelectorKind};
use crate::project::entry::{Kind, pattern_text};
use crate::project::locale::Locale;
use crate::project::selects::{numbers_of, variable, written_key};
use crate::text::plurals::CATEGORIES;
use code_prompts_reader::names::NUMBER;

/// The maximum depth of references and nesting.
const MAX_DEPTH: usize = 100;
/// The maximum number of elements, in all references together.
const MAX_STEPS: usize = 5_000;

/// A part of a text in one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text to show as it is.
    Text(String),
    /// The place of an argument.
    Argument {
        /// The name of the variable.
        name: String,
        /// The call that the text has in its place, such as `NUMBER($count, minimumFractionDigits: 1)`.
        call: Option<String>,
    },
}

/// Returns the length of a text in grapheme clusters, as limits count it: a variable counts as its name.
#[must_use]
pub fn length(pieces: &[Piece]) -> usize {
    let length = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Argument { name: text, .. } => text.graphemes(true).count(),
    };
    pieces.iter().map(length).sum()
}

/// A text can't be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unrenderable;

/// The selectors of a text, and the function that chooses their values.
pub(super) type Choice<'c> = (&'c [Selector], &'c dyn Fn(&Selector) -> Option<String>);

/// The rendering of a pattern. Without a choice, it visits every variant.
pub(super) struct Render<'t, 'a, 'c> {
    locale: &'t Locale<'a>,
    choice: Option<Choice<'c>>,
    /// The arguments of the term that is being rendered.
    given: Option<&'t [NamedArgument<&'a str>]>,
    depth: usize,
    steps: usize,
    pub(super) pieces: Vec<Piece>,
    pub(super) selectors: Vec<Selector>,
    /// The variables in the order of the text.
    pub(super) variables: Vec<String>,
    pub(super) replaced: BTreeSet<String>,
}

/// The value of a selector.
enum Value {
    Text(String),
    Number(String),
    /// It is not set, or known only at run time.
    Unknown,
}

impl<'t, 'a, 'c> Render<'t, 'a, 'c> {
    pub(super) fn new(locale: &'t Locale<'a>, choice: Option<Choice<'c>>) -> Self {
        Self {
            locale,
            choice,
            given: None,
            depth: 0,
            steps: 0,
            pieces: Vec::new(),
            selectors: Vec::new(),
            variables: Vec::new(),
            replaced: BTreeSet::new(),
        }
    }

    pub(super) fn text(&mut self, file: usize, pattern: &'t Pattern<&'a str>) -> Result<(), Unrenderable> {
        self.depth += 1;
        for element in &pattern.elements {
            self.steps += 1;
            if self.depth > MAX_DEPTH || self.steps > MAX_STEPS {
                return Err(Unrenderable);
            }
            match element {
                PatternElement::TextElement { value } => self.push(value),
                PatternElement::Placeable { expression } => self.expression(file, expression)?,
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn push(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    fn argument(&mut self, name: &str, call: Option<String>) {
        self.variable(name);
        self.pieces.push(Piece::Argument { name: name.to_owned(), call });
    }

    fn variable(&mut self, name: &str) {
        if !self.variables.iter().any(|known| known == name) {
            self.variables.push(name.to_owned());
        }
    }

    fn expression(&mut self, file: usize, expression: &'t Expression<&'a str>) -> Result<(), Unrenderable> {
        match expression {
            Expression::Inline(inline) => self.inline(file, inline),
            Expression::Select { selector, variants } => self.select(file, selector, variants),
        }
    }

    fn inline(&mut self, file: usize, inline: &'t InlineExpression<&'a str>) -> Result<(), Unrenderable> {
        match inline {
            InlineExpression::StringLiteral { value } => self.push(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => self.push(value),
            InlineExpression::Placeable { expression } => self.expression(file, expression)?,
            InlineExpression::VariableReference { id } => match self.given {
                None => self.argument(id.name, None),
                Some(given) => {
                    let value = given.iter().find(|argument| argument.name.name == id.name).ok_or(Unrenderable)?;
                    // A literal has no variables.
                    let given = self.given.take();
                    self.inline(file, &value.value)?;
                    self.given = given;
                }
            },
            InlineExpression::FunctionReference { id, arguments } => self.call(file, id.name, arguments, inline)?,
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(file, Kind::Message, id.name, attribute.as_ref().map(|attribute| attribute.name))?;
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let named = arguments.as_ref().map_or(&[][..], |arguments| &arguments.named);
                let outside = self.given.replace(named);
                self.reference(file, Kind::Term, id.name, attribute.as_ref().map(|attribute| attribute.name))?;
                self.given = outside;
            }
        }
        Ok(())
    }

    /// Renders a call of `NUMBER()` without options as its argument. Any other call is left to the app.
    fn call(
        &mut self,
        file: usize,
        name: &str,
        arguments: &'t CallArguments<&'a str>,
        inline: &InlineExpression<&'a str>,
    ) -> Result<(), Unrenderable> {
        let first = arguments.positional.first();
        if let (NUMBER, Some(number), []) = (name, first, arguments.named.as_slice()) {
            return self.inline(file, number);
        }
        let expression = Expression::Inline(inline.clone());
        let written = pattern_text(&Pattern { elements: vec![PatternElement::Placeable { expression }] });
        let call = written.trim_start_matches("{ ").trim_end_matches(" }").to_owned();
        self.replaced.insert(call.clone());
        match first {
            Some(InlineExpression::VariableReference { id }) if self.given.is_none() => {
                self.argument(id.name, Some(call));
                Ok(())
            }
            Some(literal) => self.inline(file, literal),
            None => Err(Unrenderable),
        }
    }

    fn reference(&mut self, file: usize, kind: Kind, name: &str, attribute: Option<&str>) -> Result<(), Unrenderable> {
        let locale = self.locale;
        let entry = locale.find_from(file, kind, name).ok_or(Unrenderable)?;
        let part = entry.part(attribute).ok_or(Unrenderable)?;
        let attribute = attribute.map(|attribute| format!(".{attribute}")).unwrap_or_default();
        self.replaced.insert(format!("{}{attribute}", entry.written_name()));
        self.text(entry.file, part.pattern)
    }

    fn select(
        &mut self,
        file: usize,
        selector: &'t InlineExpression<&'a str>,
        variants: &'t [Variant<&'a str>],
    ) -> Result<(), Unrenderable> {
        let of_app = if self.given.is_none() { Selector::new(selector, variants) } else { None };
        let value = match (of_app, self.choice) {
            (Some(new), None) => {
                self.variable(&new.variable);
                match self.selectors.iter_mut().find(|known| known.is_same(&new)) {
                    Some(known) => known.add(new),
                    None => self.selectors.push(new),
                }
                return variants.iter().try_for_each(|variant| self.text(file, &variant.value));
            }
            (Some(new), Some((selectors, choose))) => {
                let selector = selectors.iter().find(|known| known.is_same(&new)).ok_or(Unrenderable)?;
                match (choose(selector), selector.kind) {
                    (None, _) => Value::Unknown,
                    (Some(text), SelectorKind::Text) => Value::Text(text),
                    // A category selects as a text does.
                    (Some(category), _) if CATEGORIES.contains(&category.as_str()) => Value::Text(category),
                    (Some(number), _) => Value::Number(number),
                }
            }
            (None, _) => self.value(file, selector)?,
        };
        let default = variants.iter().find(|variant| variant.default);
        let is_selected = |variant: &&Variant<&str>| match (&value, &variant.key) {
            (Value::Text(text), _) => written_key(variant) == text,
            (Value::Number(number), VariantKey::Identifier { name }) => {
                let numbers = numbers_of(self.locale.plurals(), selector);
                numbers.category_of(number).and_then(|index| CATEGORIES.get(index)) == Some(name)
            }
            (Value::Number(number), VariantKey::NumberLiteral { value }) => {
                matches!((number.parse::<f64>(), value.parse::<f64>()), (Ok(one), Ok(other)) if one == other)
            }
            (Value::Unknown, _) => false,
        };
        let variant = variants.iter().find(is_selected).or(default).ok_or(Unrenderable)?;
        self.text(file, &variant.value)
    }

    /// Returns the value of a selector that depends on no argument of the app.
    fn value(&mut self, file: usize, selector: &'t InlineExpression<&'a str>) -> Result<Value, Unrenderable> {
        let given = self.given.unwrap_or_default();
        let literal = match variable(selector) {
            Some(name) => given.iter().find(|argument| argument.name.name == name).map(|argument| &argument.value),
            None => Some(selector),
        };
        Ok(match literal {
            None => Value::Unknown,
            Some(InlineExpression::StringLiteral { value }) => Value::Text(unescape_unicode_to_string(value).into()),
            Some(InlineExpression::NumberLiteral { value }) => Value::Number((*value).to_owned()),
            Some(term @ InlineExpression::TermReference { .. }) => {
                let mut render = Render::new(self.locale, Some((&[], &|_| None)));
                (render.depth, render.steps) = (self.depth, self.steps);
                render.inline(file, term)?;
                self.replaced.append(&mut render.replaced);
                match render.pieces.as_slice() {
                    [Piece::Text(text)] => Value::Text(text.clone()),
                    _ => Value::Unknown,
                }
            }
            Some(_) => {
                self.replaced.insert("a function that selects a variant".to_owned());
                Value::Unknown
            }
        })
    }
}
