//! The contents of a pattern, collected in one walk for all rules.

use std::ops::Deref;
use std::slice;

use fluent_syntax::ast::{
    CallArguments, Expression, Identifier, InlineExpression, NamedArgument, Pattern, PatternElement, Variant,
};

use crate::text::marks::Marks;

/// The contents of a pattern, without those of referenced messages and terms. It derefs to what is in its placeables.
pub(crate) struct Facts<'a> {
    /// The texts between placeables, one slice for each line.
    pub(crate) texts: Texts<'a>,
    /// The kinds of characters that need a check.
    pub(crate) marks: Marks,
    /// `None` for a text without placeables, as most are: with a list of each kind in every text, the check of 39 MB takes
    /// 40 MB more memory.
    placeables: Option<Box<Placeables<'a>>>,
}

/// Texts of a pattern. It derefs to a slice.
pub(crate) enum Texts<'a> {
    /// The text of most patterns, which stays in the syntax tree.
    One(&'a &'a str),
    Any(Box<[&'a str]>),
}

/// The contents of the placeables of a pattern, at any depth.
#[derive(Default)]
pub(crate) struct Placeables<'a> {
    /// The string literals as written, without the quotes.
    pub(crate) literals: Vec<&'a str>,
    /// The uses of variables, in order.
    pub(crate) variables: Vec<&'a str>,
    pub(crate) references: Vec<Reference<'a>>,
    pub(crate) functions: Vec<(&'a str, &'a CallArguments<&'a str>)>,
    pub(crate) selects: Vec<Select<'a>>,
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
        if let [PatternElement::TextElement { value }] = pattern.elements.as_slice() {
            return Self { texts: Texts::One(value), marks: Marks::of(&[*value], &[]), placeables: None };
        }
        let mut walk = Walk::default();
        walk.pattern(pattern);
        let Walk { texts, mut placeables } = walk;
        placeables.shrink_to_fit();
        let marks = Marks::of(&texts, &placeables.literals);
        let has_placeables = pattern.elements.iter().any(|element| matches!(element, PatternElement::Placeable { .. }));
        Self { texts: Texts::Any(texts.into()), marks, placeables: has_placeables.then(|| placeables.into()) }
    }
}

impl<'a> Deref for Texts<'a> {
    type Target = [&'a str];

    fn deref(&self) -> &[&'a str] {
        match self {
            Self::One(text) => slice::from_ref(*text),
            Self::Any(texts) => texts,
        }
    }
}

impl<'t, 'a> IntoIterator for &'t Texts<'a> {
    type Item = &'t &'a str;
    type IntoIter = slice::Iter<'t, &'a str>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> Deref for Facts<'a> {
    type Target = Placeables<'a>;

    fn deref(&self) -> &Placeables<'a> {
        const NONE: &Placeables<'_> = &Placeables {
            literals: Vec::new(),
            variables: Vec::new(),
            references: Vec::new(),
            functions: Vec::new(),
            selects: Vec::new(),
        };
        self.placeables.as_deref().unwrap_or(NONE)
    }
}

impl Placeables<'_> {
    /// Frees the space of the lists for more elements: a list of one has space for four.
    fn shrink_to_fit(&mut self) {
        self.literals.shrink_to_fit();
        self.variables.shrink_to_fit();
        self.references.shrink_to_fit();
        self.functions.shrink_to_fit();
        self.selects.shrink_to_fit();
    }
}

/// The walk over a pattern.
#[derive(Default)]
struct Walk<'a> {
    texts: Vec<&'a str>,
    placeables: Placeables<'a>,
}

impl<'a> Walk<'a> {
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
                self.placeables.selects.push(Select { selector, variants });
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.placeables.literals.push(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => self.placeables.variables.push(id.name),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { id, arguments } => {
                self.placeables.functions.push((id.name, arguments));
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
        self.placeables.references.push(Reference { is_term, name: id.name, attribute, given });
    }

    fn arguments(&mut self, arguments: &'a CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|positional| self.inline(positional));
        arguments.named.iter().for_each(|named| self.inline(&named.value));
    }
}
