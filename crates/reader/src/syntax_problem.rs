use std::fmt::{self, Write as _};
use std::sync::Arc;

use crate::visible::one_line;

/// Why a part of a file is not valid Fluent.
///
/// Its `Display` says what Fluent expects at the place, and [`help`](Self::help) how to fix it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SyntaxProblem {
    pub(crate) kind: SyntaxProblemKind,
    pub(crate) hint: Option<Hint>,
}

/// The kind of a [`SyntaxProblem`], by the rule of Fluent's grammar.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyntaxProblemKind {
    /// This character is expected.
    ExpectedCharacter(char),
    /// A placeable has no closing `}`.
    UnclosedPlaceable,
    /// The `#` of a comment has no space behind it.
    UnspacedComment,
    /// The name of a message, a term, an attribute, a variable or a variant is expected.
    ExpectedName,
    /// A digit is expected.
    ExpectedDigit,
    /// A text is expected, behind the `=` of a message, a term or an attribute.
    ExpectedText,
    /// The variant with this key has no text.
    EmptyVariant(Arc<str>),
    /// A line of a text begins with this character, which begins a variant there.
    SpecialAtLineStart(char),
    /// A mark that a version control system has left in the file, such as `<<<<<<<`.
    ConflictMark,
    /// A variable, a name or a quoted text is expected.
    ExpectedExpression,
    /// A quoted text or a number is expected.
    ExpectedLiteral,
    /// The variants of a selector do not begin on a new line.
    VariantsOnSameLine,
    /// No variant of a selector is its default.
    MissingDefault,
    /// More than one variant of a selector is its default.
    DuplicateDefault,
    /// A message is used as a selector.
    MessageAsSelector,
    /// A term is used as a selector.
    TermAsSelector,
    /// Something else that can't be a selector is used as one.
    InvalidSelector,
    /// An attribute of a term is used as a placeable.
    TermAttributeAsPlaceable,
    /// Something other than a function is called with arguments.
    NotAFunction,
    /// A positional argument follows a named one.
    PositionalAfterNamed,
    /// Two arguments of a call have this name.
    DuplicateArgument(Arc<str>),
    /// A quoted text has no closing `"` on its line.
    UnclosedString,
    /// A `\` in a quoted text is not followed by one of Fluent's escape sequences.
    InvalidEscape,
    /// A `}` has no matching `{`.
    UnmatchedBrace,
    /// Brackets are nested more deeply than this maximum.
    TooDeep(usize),
    /// A line is indented with this character, a tab or a wide space, instead of spaces.
    InvalidIndent(char),
}

/// The author's probable mistake, guessed from the text at the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Hint {
    /// A colon instead of the `=`.
    Colon,
    /// U+3000 instead of a space.
    FullWidthSpace,
    /// The name above is still in a comment.
    NameInComment,
    /// Spaces before a name at the start of a line.
    SpacesBeforeName,
    /// The text, or the rest of the variants, is still in the comment below.
    RestInComment,
    /// An arrow other than `->`.
    Arrow,
    /// Another dash than the hyphen, in a name.
    Dash(char),
    /// The line continues the text above it, and is not indented.
    Continuation,
    /// A line without an `=`, which is probably a comment or lacks the `=`.
    NoEqualsSign,
    /// A name with a character that names can't have.
    NameCharacter,
    /// A space behind the `$` of a variable.
    SpaceAfterDollar,
    /// A `{` that is part of the text.
    BraceInText,
    /// Nothing between two braces.
    EmptyPlaceable,
    /// A full-width character, as Chinese and Japanese input methods produce it, instead of the ASCII one.
    FullWidth(char),
}

impl SyntaxProblem {
    /// Returns the kind of the problem.
    #[must_use]
    pub fn kind(&self) -> &SyntaxProblemKind {
        &self.kind
    }

    /// Returns how to fix the problem, if the `Display` does not already say it: half a sentence, without a period.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let of_kind = self.kind.help();
        match self.hint {
            Some(Hint::FullWidth(wide)) => {
                let plain = plain(wide)?;
                let before = of_kind.map_or_else(String::new, |help| format!("{help}; "));
                Some(format!("{before}this is a full-width `{wide}`, write `{plain}`"))
            }
            Some(Hint::Colon) => {
                Some("write `=` in place of the colon, or `# ` before the line if it is a comment".to_owned())
            }
            Some(Hint::FullWidthSpace) => Some("this is a full-width space, write a plain one".to_owned()),
            Some(Hint::NameInComment) => Some("if it is there in a comment, remove the `# ` before it too".to_owned()),
            Some(Hint::SpacesBeforeName) => Some("delete the spaces before it, or the line".to_owned()),
            Some(Hint::RestInComment) => {
                Some("if it is in the comment below, remove the `# ` before its lines".to_owned())
            }
            Some(hint) => hint.help().or(of_kind).map(str::to_owned),
            None => of_kind.map(str::to_owned),
        }
    }
}

impl Hint {
    fn help(self) -> Option<&'static str> {
        Some(match self {
            Self::Arrow => "write the arrow as `->`",
            Self::Dash(_) => "this is a dash, write a hyphen: `-`",
            Self::Continuation => {
                "if it continues the text above, indent it with spaces; if it is a message, write `=` after its name"
            }
            Self::NoEqualsSign => "write `=` after the name, or `# ` before the line if it is a comment",
            Self::NameCharacter => "a name has only the letters A to Z, digits, `-` and `_`, and begins with a letter",
            Self::SpaceAfterDollar => "delete the space after the `$`",
            Self::BraceInText => "write `}`, or `{ \"{\" }` if the brace is part of the text",
            Self::EmptyPlaceable => "write what is shown between the braces, or `{ \"\" }` for nothing",
            _ => return None,
        })
    }
}

/// Returns the ASCII character of Fluent's syntax that a full-width one looks like.
pub(crate) fn plain(wide: char) -> Option<char> {
    Some(match wide {
        '＝' => '=',
        '｛' => '{',
        '｝' => '}',
        '［' => '[',
        '］' => ']',
        '＊' | '∗' => '*',
        '＄' => '$',
        '（' => '(',
        '）' => ')',
        '．' => '.',
        '“' | '”' | '＂' => '"',
        _ => return None,
    })
}

impl From<SyntaxProblemKind> for SyntaxProblem {
    fn from(kind: SyntaxProblemKind) -> Self {
        Self { kind, hint: None }
    }
}

impl SyntaxProblemKind {
    fn help(&self) -> Option<&'static str> {
        match self {
            Self::UnclosedPlaceable => Some("write `}`"),
            Self::UnspacedComment => Some("write `# `"),
            Self::ExpectedName => Some("correct or delete the line"),
            Self::ExpectedText => Some("if it begins on the next line, indent it with spaces"),
            Self::EmptyVariant(_) => Some("write the text, or delete the variant"),
            Self::SpecialAtLineStart(_) => Some("put it on the line above, or write it in quotes, as in `{ \"[\" }`"),
            Self::ConflictMark => Some("keep one of the two versions, and delete all marks"),
            Self::DuplicateDefault => Some("remove the `*` here"),
            Self::MessageAsSelector | Self::InvalidSelector => Some("select on a variable"),
            Self::DuplicateArgument(_) => Some("delete one"),
            Self::UnmatchedBrace => Some("delete it, or write `{\"}\"}`"),
            Self::TooDeep(_) => Some("use fewer levels"),
            Self::InvalidIndent(_) => Some("indent it with spaces"),
            Self::ExpectedCharacter(_)
            | Self::ExpectedDigit
            | Self::ExpectedExpression
            | Self::ExpectedLiteral
            | Self::VariantsOnSameLine
            | Self::MissingDefault
            | Self::TermAsSelector
            | Self::TermAttributeAsPlaceable
            | Self::NotAFunction
            | Self::PositionalAfterNamed
            | Self::UnclosedString
            | Self::InvalidEscape => None,
        }
    }
}

impl fmt::Display for SyntaxProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.kind, self.hint) {
            (SyntaxProblemKind::ExpectedName, Some(Hint::NameInComment)) => {
                f.write_str("a name is expected above this")
            }
            (_, Some(Hint::Continuation)) => f.write_str("this line is not part of a message"),
            (kind, _) => kind.fmt(f),
        }
    }
}

impl fmt::Display for SyntaxProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        f.write_str(match self {
            Self::ExpectedCharacter(character) => return write!(f, "`{character}` is expected here"),
            Self::UnclosedPlaceable => "a `{` before this is not closed",
            Self::UnspacedComment => "a space is expected behind the `#` of a comment",
            Self::ExpectedName => "a name is expected here",
            Self::ExpectedDigit => "a digit is expected here",
            Self::ExpectedText => "a text is expected after the `=`",
            Self::EmptyVariant(key) => return write!(f, "a text is expected after `[{key}]`"),
            Self::SpecialAtLineStart(character) => {
                return write!(f, "a line of a text can't begin with `{character}`");
            }
            Self::ConflictMark => "this is a mark of a merge conflict",
            Self::ExpectedExpression => "a variable, a name or a text in quotes is expected here",
            Self::ExpectedLiteral => "a text in quotes or a number is expected here",
            Self::VariantsOnSameLine => "the variants begin on a new line after `->`",
            Self::MissingDefault => "mark one of the variants as the default with `*`",
            Self::DuplicateDefault => "only one variant can be the default",
            Self::MessageAsSelector => "a message can't be a selector",
            Self::TermAsSelector => "a term can't be a selector, only its attribute can",
            Self::InvalidSelector => "this can't be a selector",
            Self::TermAttributeAsPlaceable => "an attribute of a term can't be shown, only selected on",
            Self::NotAFunction => "only a function, with a name in capitals, takes arguments",
            Self::PositionalAfterNamed => "arguments without a name come first",
            Self::DuplicateArgument(name) => return write!(f, "the argument `{name}` is given twice"),
            Self::UnclosedString => "the closing `\"` is missing on this line",
            Self::InvalidEscape => "after `\\` comes `\\`, `\"`, `u` with four hexadecimal digits or `U` with six",
            Self::UnmatchedBrace => "this `}` closes nothing",
            Self::TooDeep(most) => {
                return write!(f, "brackets are nested more than {most} levels deep");
            }
            Self::InvalidIndent('\t') => "the line is indented with a tab",
            Self::InvalidIndent('\u{3000}') => "the line is indented with a full-width space",
            Self::InvalidIndent('\u{A0}') => "the line is indented with a no-break space",
            Self::InvalidIndent(other) => {
                return write!(f, "the line is indented with {}", other.escape_unicode());
            }
        })
    }
}
