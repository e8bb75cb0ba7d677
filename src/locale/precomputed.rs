use std::borrow::Cow;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::ErrorCode;
use crate::arguments::ArgumentType;
use crate::arguments::given::Given;
use crate::locale::texts::{Attributes, Texts};
use code_prompts_reader::characters::is_blank;
use code_prompts_reader::names::{CODE, PLURAL_CATEGORIES};

/// A message whose text is one selector over a variable, with a fixed text in each variant.
pub(crate) struct Choice {
    variable: Box<str>,
    /// The variants with an identifier as key.
    variants: Vec<(Box<str>, Texts)>,
    default: Texts,
    /// Whether a number can select another variant than the default.
    has_numbers: bool,
    /// The type of an argument that selects another variant than the default, if it is the same for all of them.
    expected: Option<ArgumentType>,
}

impl Choice {
    /// Builds a choice from the text and the fixed attributes of a message. Returns `None` if the text has another
    /// form.
    pub(super) fn of(text: &Pattern<&str>, attributes: &Attributes) -> Option<Self> {
        let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] = &*text.elements
        else {
            return None;
        };
        let InlineExpression::VariableReference { id } = selector else { return None };
        let keys = variants.iter().filter(|variant| !variant.default).map(|variant| match variant.key {
            VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => name,
        });
        let mut choice = Self {
            variable: id.name.into(),
            variants: Vec::new(),
            default: Texts::default(),
            has_numbers: false,
            expected: ArgumentType::of(keys),
        };
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

    /// Selects a variant. Returns `None` if Fluent's resolver is needed: for plurals, and for an argument that is missing or
    /// of another type.
    pub(super) fn choose(&self, args: &dyn Given) -> Option<&Texts> {
        let value = args.get(&self.variable)?;
        let named = value.as_text().and_then(|text| self.variants.iter().find(|(key, _)| **key == *text));
        match named {
            Some((_, texts)) => Some(texts),
            None if self.expected.is_some_and(|expected| !expected.admits(value)) => None,
            None => (value.as_text().is_some() || !self.has_numbers).then_some(&self.default),
        }
    }
}

/// A message whose text has only text and variables.
pub(crate) struct Template {
    parts: Vec<Part>,
    /// The length of the text parts together, in bytes.
    length: usize,
    /// Whether there is more than one element. Fluent isolates variables only then.
    has_neighbours: bool,
    attributes: Attributes,
}

/// The maximum number of variables. Longer texts go to Fluent's resolver.
const MOST_VARIABLES: usize = 8;

enum Part {
    Text(Box<str>),
    Variable(Box<str>),
}

impl Template {
    /// Builds a template from the text and the fixed attributes of a message. Returns `None` if the text has another
    /// form.
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
        // A visible text part is required, so that the result is not blank for any arguments.
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

    /// Fills in the arguments. Returns `None` if Fluent's resolver is needed: for numbers and for missing arguments.
    pub(super) fn fill(&self, code: ErrorCode, args: &dyn Given, is_isolating: bool) -> Option<Texts> {
        let mut digits = itoa::Buffer::new();
        let number = digits.format(code.value());
        let value = |variable: &str| match args.get(variable) {
            Some(value) => value.as_text(),
            None => (variable == CODE).then_some(number),
        };
        let (before, after) = if self.has_neighbours && is_isolating { ("\u{2068}", "\u{2069}") } else { ("", "") };
        let mut values = [""; MOST_VARIABLES];
        let mut length = self.length;
        for (name, cell) in self.variables().zip(&mut values) {
            *cell = value(name)?;
            length += before.len() + cell.len() + after.len();
        }
        // The exact capacity, so that the text is allocated only once.
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

/// Returns the text of a pattern that has only text and string literals, which Fluent does not isolate.
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
