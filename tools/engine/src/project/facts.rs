//! The contents of a pattern, collected in one walk for all rules.

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, NamedArgument, Pattern, PatternElement, Variant,
};

use crate::text::marks::Marks;

/// The contents of a pattern, without those of referenced messages and terms.
#[derive(Default)]
pub(crate) struct Facts<'a> {
    /// The texts between placeables, one slice for each line.
    pub(crate) texts: Vec<&'a str>,
    /// The string literals as written, without the quotes.
    pub(crate) literals: Vec<&'a str>,
    /// The uses of variables, in order.
    pub(crate) variables: Vec<&'a str>,
    pub(crate) references: Vec<Reference<'a>>,
    pub(crate) functions: Vec<(&'a str, &'a CallArguments<&'a str>)>,
    pub(crate) selects: Vec<Select<'a>>,
    /// The kinds of characters that need a check.
    pub(crate) marks: Marks,
}

/// A reference to a message or a term.
pub(crate) struct Reference<'a> {
    pub(crate) is_term: bool,
    pub(crate) name: &'a str,
    pub(crate) attribute: Option<&'a str>,
    /// The arguments of a reference to a term.
    pub(crate) given: &'a [NamedArgument<&'a str>],
}

/// A selector and its variants.
pub(crate) struct Select<'a> {
    pub(crate) selector: &'a InlineExpression<&'a str>,
    pub(crate) variants: &'a [Variant<&'a str>],
}

impl<'a> Facts<'a> {
    pub(crate) fn of(pattern: &'a Pattern<&'a str>) -> Self {
        let mut facts = Self::default();
        facts.pattern(pattern);
        facts.marks = Marks::of(&facts.texts, &facts.literals);
        facts
    }

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
