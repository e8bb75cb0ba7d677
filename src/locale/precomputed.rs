use std::borrow::Cow;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::locale::texts::{Attributes, Texts};
use crate::{ErrorCode, Value};
use code_prompts_reader::characters::is_blank;
use code_prompts_reader::names::{CODE, PLURAL_CATEGORIES};

/// A message whose text is one selector over an argument, and each variant of it a text: what it can say is known
/// beforehand.
pub(crate) struct Choice {
    variable: Box<str>,
    /// The variants that are not the default, by their keys.
    variants: Vec<(Box<str>, Texts)>,
    default: Texts,
    /// Whether a number may choose by more than the default.
    has_numbers: bool,
}

impl Choice {
    /// Makes one of a message's text, if it is such a selector, and of its fixed attributes.
    pub(super) fn of(text: &Pattern<&str>, attributes: &Attributes) -> Option<Self> {
        let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] = &*text.elements
        else {
            return None;
        };
        let InlineExpression::VariableReference { id } = selector else { return None };
        let mut choice =
            Self { variable: id.name.into(), variants: Vec::new(), default: Texts::default(), has_numbers: false };
        for variant in variants {
            let text = fixed(&variant.value).filter(|text| !is_blank(text))?;
            let texts = Texts::new(text, attributes.clone());
            match variant.key {
                VariantKey::Identifier { name } => {
                    choice.has_numbers |= PLURAL_CATEGORIES.contains(&name);
                    choice.variants.push((name.into(), texts.clone()));
                }
                VariantKey::NumberLiteral { .. } => choice.has_numbers = true,
            }
            if variant.default {
                choice.default = texts;
            }
        }
        (id.name != CODE).then_some(choice)
    }

    /// Chooses by the arguments. Without an answer Fluent's resolver has to be asked: for plurals, and for an argument
    /// that is missing.
    pub(super) fn choose(&self, args: &[(&str, Value<'_>)]) -> Option<&Texts> {
        let (_, value) = args.iter().rev().find(|(name, _)| **name == *self.variable)?;
        match value.as_text() {
            Some(text) => {
                let chosen = self.variants.iter().find(|(key, _)| **key == *text);
                Some(chosen.map_or(&self.default, |(_, texts)| texts))
            }
            None => (!self.has_numbers).then_some(&self.default),
        }
    }
}

/// A message whose text is filled with arguments as they are.
pub(crate) struct Template {
    parts: Vec<Part>,
    /// That of the texts, in bytes.
    length: usize,
    /// Whether a part has others beside it, from which Fluent sets it off.
    has_neighbours: bool,
    attributes: Attributes,
}

/// A text with more is for Fluent's resolver.
const MOST_VARIABLES: usize = 8;

enum Part {
    Text(Box<str>),
    Variable(Box<str>),
}

impl Template {
    /// Makes one of a message's text, if it holds texts and variables only, and of its fixed attributes.
    pub(super) fn of(text: &Pattern<&str>, attributes: &Attributes) -> Option<Self> {
        let mut parts = Vec::new();
        for element in &text.elements {
            match element {
                PatternElement::TextElement { value } => match parts.last_mut() {
                    Some(Part::Text(text)) => *text = format!("{text}{value}").into(),
                    _ => parts.push(Part::Text((*value).into())),
                },
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(InlineExpression::VariableReference { id }) => {
                        parts.push(Part::Variable(id.name.into()));
                    }
                    _ => return None,
                },
            }
        }
        // Whatever it is filled with, it is not blank.
        let length = parts.iter().map(|part| if let Part::Text(text) = part { text.len() } else { 0 }).sum();
        let is_seen = |part: &Part| matches!(part, Part::Text(text) if !is_blank(text));
        let has_neighbours = text.elements.len() > 1;
        let is_shown = parts.iter().any(is_seen);
        let template = Self { parts, length, has_neighbours, attributes: attributes.clone() };
        (is_shown && template.variables().count() <= MOST_VARIABLES).then_some(template)
    }

    fn variables(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Variable(name) => Some(name.as_ref()),
        })
    }

    /// Fills it. Without an answer Fluent's resolver has to be asked: for numbers, and for what is missing.
    pub(super) fn fill(&self, code: ErrorCode, args: &[(&str, Value<'_>)], is_isolating: bool) -> Option<Texts> {
        let mut digits = itoa::Buffer::new();
        let number = digits.format(code.value());
        let value = |variable: &str| match args.iter().rev().find(|(name, _)| *name == variable) {
            Some((_, value)) => value.as_text(),
            None => (variable == CODE).then_some(number),
        };
        let (before, after) = if self.has_neighbours && is_isolating { ("\u{2068}", "\u{2069}") } else { ("", "") };
        let mut values = [""; MOST_VARIABLES];
        let mut length = self.length;
        for (name, cell) in self.variables().zip(&mut values) {
            *cell = value(name)?;
            length += before.len() + cell.len() + after.len();
        }
        // As long as it has to be, so that it is not moved again.
        let mut filled = String::with_capacity(length);
        let mut values = values.iter();
        for part in &self.parts {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Variable(_) => {
                    let value = values.next().copied().unwrap_or_default();
                    [before, value, after].iter().for_each(|text| filled.push_str(text));
                }
            }
        }
        Some(Texts::new(filled, self.attributes.clone()))
    }
}

/// Gives a pattern's text, if it is always the same: texts, and literals, which Fluent does not set off.
pub(crate) fn fixed<'a>(pattern: &Pattern<&'a str>) -> Option<Cow<'a, str>> {
    let text = |element: &PatternElement<&'a str>| match element {
        PatternElement::TextElement { value } => Some(Cow::Borrowed(*value)),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            Some(unescape_unicode_to_string(value))
        }
        PatternElement::Placeable { .. } => None,
    };
    match &*pattern.elements {
        [element] => text(element),
        elements => elements.iter().map(text).collect::<Option<String>>().map(Cow::Owned),
    }
}
