use fluent_syntax::parser::ErrorKind;

use crate::limits::{MAX_NESTING, TOO_DEEP};
use crate::syntax_problem::{Hint, SyntaxProblem, SyntaxProblemKind, plain};

/// Converts an error of the parser. `rest` is the text from the place of the error on.
pub(crate) fn explain(error: &ErrorKind, rest: &str) -> SyntaxProblem {
    let kind = kind(error);
    SyntaxProblem { hint: hint(&kind, rest), kind }
}

fn kind(error: &ErrorKind) -> SyntaxProblemKind {
    match error {
        ErrorKind::ExpectedToken('}') => SyntaxProblemKind::UnclosedPlaceable,
        ErrorKind::ExpectedToken(' ') => SyntaxProblemKind::UnspacedComment,
        ErrorKind::ExpectedToken(token) => SyntaxProblemKind::ExpectedCharacter(*token),
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => SyntaxProblemKind::VariantsOnSameLine,
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => SyntaxProblemKind::ExpectedDigit,
        ErrorKind::ExpectedCharRange { .. } => SyntaxProblemKind::ExpectedName,
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
            SyntaxProblemKind::ExpectedText
        }
        ErrorKind::ForbiddenCallee => SyntaxProblemKind::NotAFunction,
        ErrorKind::MissingDefaultVariant => SyntaxProblemKind::MissingDefault,
        ErrorKind::MultipleDefaultVariants => SyntaxProblemKind::DuplicateDefault,
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            SyntaxProblemKind::MessageAsSelector
        }
        ErrorKind::TermReferenceAsSelector => SyntaxProblemKind::TermAsSelector,
        ErrorKind::TermAttributeAsPlaceable => SyntaxProblemKind::TermAttributeAsPlaceable,
        ErrorKind::ExpectedSimpleExpressionAsSelector => SyntaxProblemKind::InvalidSelector,
        ErrorKind::UnterminatedStringLiteral => SyntaxProblemKind::UnclosedString,
        ErrorKind::PositionalArgumentFollowsNamed => SyntaxProblemKind::PositionalAfterNamed,
        ErrorKind::DuplicatedNamedArgument(name) => SyntaxProblemKind::DuplicateArgument(name.as_str().into()),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            SyntaxProblemKind::InvalidEscape
        }
        ErrorKind::UnbalancedClosingBrace => SyntaxProblemKind::UnmatchedBrace,
        ErrorKind::ExpectedInlineExpression => SyntaxProblemKind::ExpectedExpression,
        ErrorKind::ExpectedLiteral => SyntaxProblemKind::ExpectedLiteral,
    }
}

/// Guesses from the text at the place what the author meant.
fn hint(kind: &SyntaxProblemKind, rest: &str) -> Option<Hint> {
    match kind {
        SyntaxProblemKind::ExpectedCharacter('=') if rest.starts_with('\u{3000}') => Some(Hint::FullWidthSpace),
        SyntaxProblemKind::ExpectedCharacter('=') if rest.starts_with([':', '：']) => Some(Hint::Colon),
        SyntaxProblemKind::ExpectedName if rest.trim_start_matches(' ').starts_with('.') => Some(Hint::NameInComment),
        SyntaxProblemKind::ExpectedName if rest.starts_with(' ') => Some(Hint::SpacesBeforeName),
        SyntaxProblemKind::ExpectedText | SyntaxProblemKind::MissingDefault if is_above_comment(rest) => {
            Some(Hint::RestInComment)
        }
        _ => rest.chars().next().filter(|first| plain(*first).is_some()).map(Hint::FullWidth),
    }
}

/// Returns whether the next line is an indented line of a comment, as in a message that is not translated yet.
fn is_above_comment(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\r', '\n']).starts_with("#  ")
}

/// Finds a bracket that [`guard`](crate::guard) has replaced because it is nested too deeply.
pub(crate) fn too_deep(text: &str) -> Option<(usize, SyntaxProblem)> {
    Some((text.find(TOO_DEEP)?, SyntaxProblemKind::TooDeep(MAX_NESTING).into()))
}

/// Finds a line that is indented with another character than a space.
pub(crate) fn wrong_indent(text: &str) -> Option<(usize, SyntaxProblem)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let unindented = line.trim_start_matches(' ');
        let wrong = unindented.chars().next().filter(|first| matches!(first, '\t' | '\u{3000}' | '\u{A0}'));
        if let (Some(wrong), false) = (wrong, line.trim().is_empty()) {
            let problem = SyntaxProblemKind::InvalidIndent(wrong).into();
            return Some((start + line.len() - unindented.len(), problem));
        }
        start += line.len();
    }
    None
}
