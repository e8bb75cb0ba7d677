//! What a pattern holds, gathered in one walk for all rules.

use std::ops::Deref;

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, NamedArgument, Pattern, PatternElement, Variant,
};

use crate::text::marks::Marks;

/// What a pattern itself holds; references are not followed. There are many, and most hold a text and no more.
pub struct Facts<'a> {
    /// The one text of a pattern that has no other, and no placeable.
    text: Option<&'a str>,
    more: Option<Box<Elements<'a>>>,
    /// What single characters may be amiss.
    pub marks: Marks,
}

/// What a pattern of several elements holds.
#[derive(Default)]
pub struct Elements<'a> {
    texts: Vec<&'a str>,
    /// The string literals, as they are written between their quotes.
    pub literals: Vec<&'a str>,
    /// Each use of a variable, in order.
    pub variables: Vec<&'a str>,
    pub references: Vec<Reference<'a>>,
    pub functions: Vec<(&'a str, &'a CallArguments<&'a str>)>,
    pub selects: Vec<Select<'a>>,
}

static NONE: Elements<'static> = Elements {
    texts: Vec::new(),
    literals: Vec::new(),
    variables: Vec::new(),
    references: Vec::new(),
    functions: Vec::new(),
    selects: Vec::new(),
};

impl<'a> Deref for Facts<'a> {
    type Target = Elements<'a>;

    fn deref(&self) -> &Elements<'a> {
        self.more.as_deref().unwrap_or(&NONE)
    }
}

/// A reference to a message or a term.
pub struct Reference<'a> {
    pub is_term: bool,
    pub name: &'a str,
    pub attribute: Option<&'a str>,
    /// What a call of a term gives it.
    pub given: &'a [NamedArgument<&'a str>],
}

/// A selector and its variants.
pub struct Select<'a> {
    pub selector: &'a InlineExpression<&'a str>,
    pub variants: &'a [Variant<&'a str>],
}

impl<'a> Facts<'a> {
    pub fn of(pattern: &'a Pattern<&'a str>) -> Self {
        let mut facts = Self { text: None, more: None, marks: Marks::default() };
        match pattern.elements.as_slice() {
            [PatternElement::TextElement { value }] => facts.text = Some(value),
            _ => facts.more.get_or_insert_default().pattern(pattern),
        }
        facts.marks = Marks::of(facts.texts(), &facts.literals);
        facts
    }

    /// The texts between placeables, a slice for each line.
    pub fn texts(&self) -> &[&'a str] {
        match &self.more {
            Some(more) => &more.texts,
            None => self.text.as_slice(),
        }
    }
}

impl<'a> Elements<'a> {
    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.texts.push(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                self.selects.push(Select { selector, variants });
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.literals.push(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.variables.push(id.name),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.push((id.name, arguments));
                self.arguments(arguments);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.reference(false, id, attribute.as_ref(), &[]);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let given = arguments.as_ref().map_or(&[][..], |arguments| &arguments.named);
                self.reference(true, id, attribute.as_ref(), given);
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
        }
    }

    fn reference(
        &mut self,
        is_term: bool,
        id: &'a Identifier<&'a str>,
        attribute: Option<&'a Identifier<&'a str>>,
        given: &'a [NamedArgument<&'a str>],
    ) {
        let attribute = attribute.map(|attribute| attribute.name);
        self.references.push(Reference { is_term, name: id.name, attribute, given });
    }

    fn arguments(&mut self, arguments: &'a CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|positional| self.inline(positional));
        arguments.named.iter().for_each(|named| self.inline(&named.value));
    }
}
