use fluent_syntax::parser::ErrorKind;

use crate::guard::{MAX_NESTING, TOO_DEEP};

/// Says in plain words what the parser could not read, what stands there instead, and the mend.
pub(crate) fn explain(kind: &ErrorKind, rest: &str) -> String {
    let expected = match kind {
        ErrorKind::ExpectedToken('}') => "a `{` before this is not closed; write `}`".to_owned(),
        ErrorKind::ExpectedToken(' ') => "a space is expected behind the `#` of a comment; write `# `".to_owned(),
        ErrorKind::ExpectedToken('=') if rest.starts_with('\u{3000}') => {
            "`=` is expected here; this is a full-width space, write a plain one".to_owned()
        }
        ErrorKind::ExpectedToken('=') if rest.starts_with([':', '：']) => {
            "`=` is expected here; write `=` in place of the colon, or `# ` before the line if it is a comment".to_owned()
        }
        ErrorKind::ExpectedToken(token) => format!("`{token}` is expected here"),
        ErrorKind::ExpectedCharRange { range } if range.contains('\n') => {
            "the variants begin on a new line after `->`".to_owned()
        }
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => "a digit is expected here".to_owned(),
        ErrorKind::ExpectedCharRange { .. } if rest.trim_start_matches(' ').starts_with('.') => {
            "a name is expected above this; if it is there in a comment, take the `# ` off it too".to_owned()
        }
        ErrorKind::ExpectedCharRange { .. } if rest.starts_with(' ') => {
            "a name is expected here; delete the spaces before it, or the line".to_owned()
        }
        ErrorKind::ExpectedCharRange { .. } => "a name is expected here; mend or delete the line".to_owned(),
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue
            if is_above_comment(rest) =>
        {
            "a text is expected after the `=`; if it is in the comment below, take the `# ` off its lines".to_owned()
        }
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } | ErrorKind::MissingValue => {
            "a text is expected after the `=`; if it begins on the next line, indent it with spaces".to_owned()
        }
        ErrorKind::ForbiddenCallee => "only a function, with a name in capitals, takes arguments".to_owned(),
        ErrorKind::MissingDefaultVariant if is_above_comment(rest) => {
            "mark one of the variants as the default with `*`; if it is in the comment below, take the `# ` off its lines"
                .to_owned()
        }
        ErrorKind::MissingDefaultVariant => "mark one of the variants as the default with `*`".to_owned(),
        ErrorKind::MultipleDefaultVariants => "only one variant can be the default; take the `*` from this".to_owned(),
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            "a message can't be a selector; select on a variable".to_owned()
        }
        ErrorKind::TermReferenceAsSelector => "a term can't be a selector, only its attribute can".to_owned(),
        ErrorKind::TermAttributeAsPlaceable => "an attribute of a term can't be shown, only selected on".to_owned(),
        ErrorKind::ExpectedSimpleExpressionAsSelector => "this can't be a selector; select on a variable".to_owned(),
        ErrorKind::UnterminatedStringLiteral => "the closing `\"` is missing on this line".to_owned(),
        ErrorKind::PositionalArgumentFollowsNamed => "arguments without a name come first".to_owned(),
        ErrorKind::DuplicatedNamedArgument(name) => format!("the argument `{name}` is given twice; delete one"),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            "after `\\` comes `\\`, `\"`, `u` with four hexadecimal digits or `U` with six".to_owned()
        }
        ErrorKind::UnbalancedClosingBrace => "this `}` closes nothing; delete it, or write `{\"}\"}`".to_owned(),
        ErrorKind::ExpectedInlineExpression => "a variable, a name or a text in quotes is expected here".to_owned(),
        ErrorKind::ExpectedLiteral => "a text in quotes or a number is expected here".to_owned(),
    };
    match full_width_at(rest) {
        Some((wide, meant)) => format!("{expected}; this is a full-width `{wide}`, write `{meant}`"),
        None => expected,
    }
}

/// Tells whether the next line is an indented one in a comment, as those of a message that waits for its translation.
fn is_above_comment(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\r', '\n']).starts_with("#  ")
}

fn full_width_at(rest: &str) -> Option<(char, char)> {
    rest.chars().next().and_then(full_width)
}

/// The character of Fluent's syntax that a Chinese or Japanese input method has written wide.
fn full_width(character: char) -> Option<(char, char)> {
    let meant = match character {
        '＝' => '=',
        '｛' => '{',
        '｝' => '}',
        '［' => '[',
        '］' => ']',
        '＊' => '*',
        '＄' => '$',
        '（' => '(',
        '）' => ')',
        '．' => '.',
        '“' | '”' | '＂' => '"',
        _ => return None,
    };
    Some((character, meant))
}

/// Finds a bracket that is nested deeper than the guard lets the parser go, and says so.
pub(crate) fn too_deep(text: &str) -> Option<(usize, String)> {
    let problem =
        || format!("brackets are nested too deep, more than {MAX_NESTING} in each other; write it with fewer");
    Some((text.find(TOO_DEEP)?, problem()))
}

/// Finds a line that is indented with something that only looks like a space, and says so.
pub(crate) fn wrong_indent(text: &str) -> Option<(usize, String)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        let name = match line.trim_start_matches(' ').chars().next() {
            Some('\t') => "a tab",
            Some('\u{3000}') => "a full-width space",
            Some('\u{A0}') => "a no-break space",
            _ => "",
        };
        if !name.is_empty() && !line.trim().is_empty() {
            return Some((start + spaces, format!("the line is indented with {name}; indent it with spaces")));
        }
        start += line.len();
    }
    None
}
