//! The colours of a file of messages: semantic tokens.

use std::ops::Range;

use fluent_syntax::ast::{
    Attribute, CallArguments, Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
    VariantKey,
};
use gen_lsp_types::{Position, SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensParams};

use crate::position::Lines;
use crate::syntax::{line_start, messages, range_of, with_resource};
use crate::workspace::{Answer, Workspace};

/// The kinds of tokens. The protocol names them, for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Comment,
    Message,
    Term,
    Attribute,
    Variable,
    Function,
    Key,
    Text,
    Number,
    Argument,
}

/// The name of each kind in the protocol, in the order of [`Token`].
const KINDS: [&str; 10] =
    ["comment", "type", "macro", "property", "variable", "function", "enumMember", "string", "number", "parameter"];

/// The modifier of a name where it is defined.
const DECLARATION: &str = "declaration";

pub(crate) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: KINDS.map(str::to_owned).to_vec(),
        token_modifiers: vec![DECLARATION.to_owned()],
    }
}

pub(crate) fn semantic_tokens(workspace: &Workspace, params: SemanticTokensParams) -> Answer<Option<SemanticTokens>> {
    let Some(text) = messages(workspace, &params.text_document.uri) else { return Ok(None) };
    let mut previous = Default::default();
    let lines = Lines::new(text);
    let token = |(range, token, is_definition): (Range<usize>, Token, bool)| {
        let range = lines.range(&range);
        let Position { line, character } = std::mem::replace(&mut previous, range.start);
        let delta_line = range.start.line - line;
        SemanticToken {
            delta_line,
            delta_start: range.start.character - if delta_line == 0 { character } else { 0 },
            length: range.end.character - range.start.character,
            token_type: token as u32,
            token_modifiers_bitset: u32::from(is_definition),
        }
    };
    Ok(Some(SemanticTokens { result_id: None, data: with_resource(text, tokens).into_iter().map(token).collect() }))
}

/// Returns the tokens of a text, in order. Those of a message with a syntax error are left out.
fn tokens(text: &str, resource: &Resource<&str>) -> Vec<(Range<usize>, Token, bool)> {
    let mut found = Tokens { text, found: Vec::new() };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                found.comment(message.comment.as_ref());
                found.add(message.id.name, Token::Message, true);
                found.texts(message.value.as_ref(), &message.attributes);
            }
            Entry::Term(term) => {
                found.comment(term.comment.as_ref());
                found.hyphened(term.id.name, true);
                found.texts(Some(&term.value), &term.attributes);
            }
            Entry::Comment(comment) | Entry::GroupComment(comment) | Entry::ResourceComment(comment) => {
                found.comment(Some(comment));
            }
            Entry::Junk { .. } => {}
        }
    }
    found.found.sort_by_key(|(range, ..)| range.start);
    found.found
}

struct Tokens<'t> {
    text: &'t str,
    found: Vec<(Range<usize>, Token, bool)>,
}

impl<'t> Tokens<'t> {
    fn add(&mut self, part: &str, token: Token, is_definition: bool) {
        let range = range_of(self.text, part);
        // A token is on one line.
        if !part.is_empty() && !part.contains('\n') {
            self.found.push((range, token, is_definition));
        }
    }

    /// Adds the name of a term, with its hyphen.
    fn hyphened(&mut self, name: &str, is_definition: bool) {
        let range = range_of(self.text, name);
        self.found.push((range.start.saturating_sub(1)..range.end, Token::Term, is_definition));
    }

    /// Adds the lines of a comment, with their hashes.
    fn comment(&mut self, comment: Option<&Comment<&str>>) {
        for line in comment.into_iter().flat_map(|comment| &comment.content) {
            let range = line_start(self.text, line)..range_of(self.text, line).end;
            self.found.push((range, Token::Comment, false));
        }
    }

    fn texts(&mut self, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) {
        value.into_iter().for_each(|value| self.pattern(value));
        for attribute in attributes {
            self.add(attribute.id.name, Token::Attribute, true);
            self.pattern(&attribute.value);
        }
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                        &variant.key;
                    self.add(key, Token::Key, false);
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.add(value, Token::Text, false),
            InlineExpression::NumberLiteral { value } => self.add(value, Token::Number, false),
            InlineExpression::FunctionReference { id, arguments } => {
                self.add(id.name, Token::Function, false);
                self.arguments(arguments);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.add(id.name, Token::Message, false);
                attribute.iter().for_each(|attribute| self.add(attribute.name, Token::Attribute, false));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.hyphened(id.name, false);
                attribute.iter().for_each(|attribute| self.add(attribute.name, Token::Attribute, false));
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
            InlineExpression::VariableReference { id } => {
                let range = range_of(self.text, id.name);
                self.found.push((range.start.saturating_sub(1)..range.end, Token::Variable, false));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments.positional.iter().for_each(|argument| self.inline(argument));
        for argument in &arguments.named {
            self.add(argument.name.name, Token::Argument, false);
            self.inline(&argument.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::TEXT;

    #[test]
    fn tokens_have_the_names_of_the_syntax() {
        let shown: Vec<_> = with_resource(TEXT, tokens)
            .into_iter()
            .map(|(range, token, is_definition)| (&TEXT[range], token, is_definition))
            .collect();
        use Token::*;
        let expected = [
            ("### File", Comment, false),
            ("## Group", Comment, false),
            ("# Note", Comment, false),
            ("# zh-CN: 满", Comment, false),
            ("room", Message, true),
            ("-brand", Term, false),
            ("NUMBER", Function, false),
            ("$n", Variable, false),
            ("style", Argument, false),
            ("x", Text, false),
            ("t", Attribute, true),
            ("$n", Variable, false),
            ("1", Key, false),
            ("other", Key, false),
            ("room", Message, false),
            ("t", Attribute, false),
            ("## Next", Comment, false),
            ("-brand", Term, true),
        ];
        assert_eq!(shown, expected);
        assert_eq!(KINDS[Argument as usize], "parameter");
    }
}
