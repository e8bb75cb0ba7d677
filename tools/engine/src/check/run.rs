//! The characters of a pattern with their places, in the order in which they are shown.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use super::marks::written;

/// A character of a pattern.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    pub character: char,
    /// Where it stands in the file; an escape as a whole.
    pub slice: &'a str,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Text,
    /// A string literal, by its number in the pattern.
    Literal(usize),
    /// Something that is known only when the message is shown.
    Placeable,
}

/// The characters of a pattern, or of a variant's, in the order in which they are shown.
#[derive(Debug, Default)]
pub struct Run<'a> {
    pub characters: Vec<Placed<'a>>,
    /// Nothing is shown before it.
    pub is_start: bool,
    /// Nothing is shown after it.
    pub is_end: bool,
}

impl Run<'_> {
    /// Returns the characters without their places.
    pub fn chars(&self) -> Vec<char> {
        self.characters.iter().map(|placed| placed.character).collect()
    }

    /// The character at an index, or else one that stands for something unknown.
    pub fn at(&self, index: Option<usize>) -> char {
        index.and_then(|index| self.characters.get(index)).map_or(UNKNOWN, |placed| placed.character)
    }
}

/// Stands for a placeable: no rule minds it.
pub const UNKNOWN: char = '\u{FFFC}';

/// Lists the runs of a pattern.
pub(super) fn runs<'a>(pattern: &'a Pattern<&'a str>) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    gather(pattern, true, true, &mut runs);
    runs
}

fn gather<'a>(pattern: &'a Pattern<&'a str>, is_start: bool, is_end: bool, runs: &mut Vec<Run<'a>>) {
    let mut run = Run { characters: Vec::new(), is_start, is_end };
    for (index, element) in pattern.elements.iter().enumerate() {
        match element {
            PatternElement::TextElement { value } => run.add(value, Source::Text),
            PatternElement::Placeable { expression } => {
                let mut expression = expression;
                while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
                    expression = inner;
                }
                if let Expression::Inline(InlineExpression::StringLiteral { value }) = expression {
                    run.add(value, Source::Literal(index));
                    continue;
                }
                if let Expression::Select { variants, .. } = expression {
                    let is_first = is_start && run.characters.is_empty();
                    let mut rest = pattern.elements.iter().skip(index + 1);
                    let is_last = is_end && rest.all(is_nothing);
                    variants.iter().for_each(|variant| gather(&variant.value, is_first, is_last, runs));
                }
                run.characters.push(Placed { character: UNKNOWN, slice: "", source: Source::Placeable });
                literals(expression, runs);
            }
        }
    }
    runs.push(run);
}

/// The literals in arguments are runs by themselves, and have no edges.
fn literals<'a>(expression: &'a Expression<&'a str>, runs: &mut Vec<Run<'a>>) {
    let inline = match expression {
        Expression::Inline(inline) | Expression::Select { selector: inline, .. } => inline,
    };
    let arguments = match inline {
        InlineExpression::StringLiteral { value } => {
            let mut run = Run::default();
            run.add(value, Source::Literal(0));
            runs.push(run);
            return;
        }
        InlineExpression::Placeable { expression } => return literals(expression, runs),
        InlineExpression::FunctionReference { arguments, .. } => arguments,
        InlineExpression::TermReference { arguments: Some(arguments), .. } => arguments,
        _ => return,
    };
    for argument in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
        if let InlineExpression::StringLiteral { value } = argument {
            let mut run = Run::default();
            run.add(value, Source::Literal(0));
            runs.push(run);
        }
    }
}

fn is_nothing(element: &PatternElement<&str>) -> bool {
    let literal = InlineExpression::StringLiteral { value: "" };
    matches!(element, PatternElement::Placeable { expression: Expression::Inline(inline) } if *inline == literal)
}

impl<'a> Run<'a> {
    fn add(&mut self, text: &'a str, source: Source) {
        let characters = written(text, source != Source::Text);
        self.characters.extend(characters.map(|(character, slice)| Placed { character, slice, source }));
    }
}
