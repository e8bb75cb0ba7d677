use std::ops::Range;

use fluent_syntax::parser::ErrorKind;

use crate::limits::{MAX_NESTING, TOO_DEEP};
use crate::syntax_problem::{Hint, SyntaxProblem, SyntaxProblemKind, plain};

/// The place of an error.
#[derive(Clone, Copy)]
struct Place<'t> {
    /// The lines above the broken part.
    above: &'t str,
    /// The broken part up to the error.
    before: &'t str,
    /// The text from the error on.
    rest: &'t str,
    offset: usize,
}

/// Converts an error of the parser in a part of a text. Returns the offset that the author looks at, and the problem.
pub(crate) fn explain(error: &ErrorKind, text: &str, part: &Range<usize>, offset: usize) -> (usize, SyntaxProblem) {
    let place = Place {
        above: text.get(..part.start).unwrap_or_default(),
        before: text.get(part.start..offset).unwrap_or_default(),
        rest: text.get(offset..).unwrap_or_default(),
        offset,
    };
    let broken = text.get(part.clone()).unwrap_or_default();
    if is_conflict_mark(broken) {
        return (part.start, SyntaxProblemKind::ConflictMark.into());
    }
    let kind = kind(error);
    let moved = match kind {
        SyntaxProblemKind::ExpectedText => place.empty_variant().or_else(|| place.special_line()),
        SyntaxProblemKind::ExpectedName if place.follows_text() => place.special_line(),
        SyntaxProblemKind::MissingDefault => full_width_star(broken).map(|(at, problem)| (part.start + at, problem)),
        _ => None,
    };
    moved.unwrap_or_else(|| {
        let hint = hint(&kind, place);
        let at = match (&kind, hint) {
            (_, Some(Hint::Continuation)) => part.start,
            // The parser skips line ends before it looks for the brace.
            (SyntaxProblemKind::UnclosedPlaceable, None) if place.is_on_next_line() => {
                part.start + place.before.trim_end().len()
            }
            _ => offset,
        };
        (at, SyntaxProblem { hint, kind })
    })
}

/// Returns whether a line was left by a version control system: seven of one sign.
fn is_conflict_mark(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark))
}

/// Finds the default of a variant that has a full-width star, and so is part of the text above it.
fn full_width_star(text: &str) -> Option<(usize, SyntaxProblem)> {
    let (at, star) = text.match_indices(['＊', '∗']).find(|(at, star)| {
        let is_first = text.get(..*at).is_some_and(|before| before.trim_end_matches(' ').ends_with('\n'));
        is_first && text.get(at + star.len()..).is_some_and(|rest| rest.starts_with(['[', '［']))
    })?;
    let hint = star.chars().next().map(Hint::FullWidth);
    Some((at, SyntaxProblem { hint, kind: SyntaxProblemKind::MissingDefault }))
}

impl Place<'_> {
    /// Finds the variant before the error, if it has no text.
    fn empty_variant(self) -> Option<(usize, SyntaxProblem)> {
        let before = self.before.trim_end();
        let line = before.lines().next_back()?.trim_start();
        let key = line.strip_prefix('*').unwrap_or(line).strip_prefix('[')?.strip_suffix(']')?;
        let end = self.offset - (self.before.len() - before.len());
        Some((end, SyntaxProblemKind::EmptyVariant(key.trim().into()).into()))
    }

    /// Finds a line of a text that begins as a variant does, behind the error.
    fn special_line(self) -> Option<(usize, SyntaxProblem)> {
        let line = self.rest.trim_start_matches([' ', '\r', '\n']);
        let special = line.chars().next().filter(|first| matches!(first, '[' | '*'))?;
        let offset = self.offset + self.rest.len() - line.len();
        Some((offset, SyntaxProblemKind::SpecialAtLineStart(special).into()))
    }

    /// Returns whether the line above the broken part belongs to a message.
    fn follows_text(self) -> bool {
        self.above.lines().next_back().is_some_and(|line| !line.trim().is_empty() && !line.starts_with('#'))
    }

    /// Returns whether only blank characters, and a line end, are between the text before the error and the error.
    fn is_on_next_line(self) -> bool {
        self.before.strip_prefix(self.before.trim_end()).is_some_and(|blank| blank.contains('\n'))
    }

    /// Returns whether the error is at the start of a line.
    fn is_line_start(self) -> bool {
        self.before.is_empty() || self.before.ends_with('\n')
    }
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
fn hint(kind: &SyntaxProblemKind, place: Place<'_>) -> Option<Hint> {
    const ARROWS: [&str; 9] = ["→", "⇒", "➔", "–>", "—>", "−>", "=>", "-->", "- >"];
    const DASHES: [char; 5] = ['‐', '‑', '–', '—', '−'];
    let rest = place.rest;
    let first = rest.chars().next();
    let line = rest.lines().next().unwrap_or_default();
    let full_width = first.filter(|first| plain(*first).is_some()).map(Hint::FullWidth);
    match kind {
        SyntaxProblemKind::ExpectedCharacter('=') if first == Some('\u{3000}') => Some(Hint::FullWidthSpace),
        SyntaxProblemKind::ExpectedCharacter('=') if rest.starts_with([':', '：']) => Some(Hint::Colon),
        SyntaxProblemKind::ExpectedCharacter('=') => {
            full_width.or_else(|| match first.filter(|c| DASHES.contains(c)) {
                Some(dash) if line.contains('=') => Some(Hint::Dash(dash)),
                _ if line.split_once('=').is_some_and(|(name, _)| name.split(' ').count() <= 2) => {
                    Some(Hint::NameCharacter)
                }
                _ if place.follows_text() && !place.before.starts_with([' ', '.']) => Some(Hint::Continuation),
                _ => Some(Hint::NoEqualsSign),
            })
        }
        SyntaxProblemKind::ExpectedName if rest.trim_start_matches(' ').starts_with('.') => Some(Hint::NameInComment),
        SyntaxProblemKind::ExpectedName if place.is_line_start() => match first {
            Some(' ') => Some(Hint::SpacesBeforeName),
            _ if place.follows_text() => Some(Hint::Continuation),
            _ => full_width,
        },
        SyntaxProblemKind::ExpectedName if place.before.ends_with('$') && first == Some(' ') => {
            Some(Hint::SpaceAfterDollar)
        }
        SyntaxProblemKind::ExpectedName => full_width.or(Some(Hint::NameCharacter)),
        SyntaxProblemKind::ExpectedText | SyntaxProblemKind::MissingDefault if is_above_comment(rest) => {
            Some(Hint::RestInComment)
        }
        SyntaxProblemKind::UnclosedPlaceable if ARROWS.iter().any(|arrow| rest.starts_with(arrow)) => Some(Hint::Arrow),
        SyntaxProblemKind::UnclosedPlaceable => {
            let (_, inside) = place.before.rsplit_once('{').unwrap_or_default();
            let is_word = inside.trim().chars().all(|c| c.is_ascii_lowercase());
            full_width.or((is_word && !line.trim().is_empty()).then_some(Hint::BraceInText))
        }
        SyntaxProblemKind::ExpectedExpression if first == Some('}') => Some(Hint::EmptyPlaceable),
        SyntaxProblemKind::ExpectedExpression => {
            let is_brace =
                place.before.trim_end().ends_with('{') && !line.trim().is_empty() && !place.is_on_next_line();
            full_width.or(is_brace.then_some(Hint::BraceInText))
        }
        _ => full_width,
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

#[cfg(test)]
mod tests {
    use fluent_syntax::parser::parse_runtime;

    use crate::recover::recover;

    /// Returns the line and column of the first problem of a text, with the problem and its help.
    fn first(text: &str) -> String {
        let (_, errors) = parse_runtime(text).expect_err(text);
        let part = recover(text, &errors).0.into_iter().next().expect(text);
        let (line, column) = crate::Lines::of(text).position(text, part.offset);
        format!("{line}:{column}: {}; {}", part.problem, part.problem.help().unwrap_or_default())
    }

    #[test]
    fn problem_is_where_the_author_looks_and_its_help_says_what_to_write() {
        let cases = [
            (
                "a = { $b ->\n    [one]\n   *[other] B\n  }",
                "2:10: a text is expected after `[one]`; write the text, or delete the variant",
            ),
            (
                "a = { $b ->\n    [one] A\n   *[other]\n  }",
                "3:12: a text is expected after `[other]`; write the text, or delete the variant",
            ),
            (
                "a =\n    [VIP] seats",
                "2:5: a line of a text can't begin with `[`; put it on the line above, or write it in quotes, as in `{ \"[\" }`",
            ),
            (
                "a = Seats\n    [VIP] only",
                "2:5: a line of a text can't begin with `[`; put it on the line above, or write it in quotes, as in `{ \"[\" }`",
            ),
            (
                "a = Seats\nare left",
                "2:1: this line is not part of a message; if it continues the text above, indent it with spaces; if it is a message, write `=` after its name",
            ),
            (
                "a = Seats\n“are left”",
                "2:1: this line is not part of a message; if it continues the text above, indent it with spaces; if it is a message, write `=` after its name",
            ),
            (
                "a = A\n\nSome words",
                "3:6: `=` is expected here; write `=` after the name, or `# ` before the line if it is a comment",
            ),
            (
                "seat-left There is a seat",
                "1:11: `=` is expected here; write `=` after the name, or `# ` before the line if it is a comment",
            ),
            ("seat–left = A seat", "1:5: `=` is expected here; this is a dash, write a hyphen: `-`"),
            (
                "seat.left = A seat",
                "1:5: `=` is expected here; a name has only the letters A to Z, digits, `-` and `_`, and begins with a letter",
            ),
            (
                "a = Press { to open",
                "1:16: a `{` before this is not closed; write `}`, or `{ \"{\" }` if the brace is part of the text",
            ),
            (
                "a = A smile :{, right",
                "1:15: a variable, a name or a text in quotes is expected here; write `}`, or `{ \"{\" }` if the brace is part of the text",
            ),
            (
                "a = Empty: { }",
                "1:14: a variable, a name or a text in quotes is expected here; write what is shown between the braces, or `{ \"\" }` for nothing",
            ),
            ("a = { $b →\n   *[other] B\n  }", "1:10: a `{` before this is not closed; write the arrow as `->`"),
            ("a = { $b –>\n   *[other] B\n  }", "1:10: a `{` before this is not closed; write the arrow as `->`"),
            ("a = { $ code }", "1:8: a name is expected here; delete the space after the `$`"),
            (
                "a = { $b ->\n    [one] A\n   ＊[other] B\n  }",
                "3:4: mark one of the variants as the default with `*`; this is a full-width `＊`, write `*`",
            ),
            ("a = By { $name\n    .b = B", "1:15: a `{` before this is not closed; write `}`"),
            (
                "<<<<<<< HEAD\na = A\n=======\na = B\n>>>>>>> b",
                "1:1: this is a mark of a merge conflict; keep one of the two versions, and delete all marks",
            ),
        ];
        let wrong: Vec<_> = cases.into_iter().filter(|(text, expected)| first(text) != *expected).collect();
        let found: Vec<_> = wrong.iter().map(|(text, _)| first(text)).collect();
        assert!(
            wrong.is_empty(),
            "{wrong:#?}
{found:#?}"
        );
    }
}
