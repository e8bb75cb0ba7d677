//! The texts of faults: the problem, the help, and both together.

use std::fmt::{self, Write as _};

use code_prompts_reader::names::NUMBER;
use code_prompts_reader::visible::one_line;

use super::{Fault, MessageProblem, Place};
use crate::Position;
use crate::arguments::ArgumentType;

impl Fault {
    /// Returns the problem, without the place and the help: the middle part of the alternate `Display`.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// let prompt = localizer.prompt(-4);
    /// let problem = prompt.faults()[0].problem().to_string();
    /// assert_eq!(problem, "message `im-login-failed` uses `$im-reused`, and no such argument was given");
    /// ```
    pub fn problem(&self) -> impl fmt::Display {
        Problem(self)
    }

    /// Returns how to fix the fault, unless the problem already says it: half a sentence that follows the `Display`,
    /// without a period.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::UnknownCode { .. } => "add it there with a message id",
            Self::RetiredCode { .. } => "if it is raised, move it to [codes]",
            Self::MissingArgument { .. } => "pass it or correct the name",
            Self::InvalidArgument { expected: ArgumentType::Number, .. } => {
                "pass a number, such as `3.into()` and not `\"3\".into()`"
            }
            Self::InvalidArgument { expected: ArgumentType::Text, .. } => {
                "pass a text, such as the name of one of its variants"
            }
            Self::MissingMessage { .. } => "add it to a .ftl file of that locale",
            Self::BlankMessage { .. } => "write a text after its `=`",
            Self::MissingAction { .. } => "add an indented line `.action = …`",
            Self::BrokenMessage { problem: MessageProblem::Syntax { problem, .. }, .. }
            | Self::BrokenEntry { problem, .. } => return problem.help(),
            Self::BrokenMessage { problem: MessageProblem::Render(problem), .. }
            | Self::BrokenOverride { problem, .. } => return problem.help(),
            Self::IgnoredOption { needs_feature: true, .. } => {
                "enable the feature `numbers` of code-prompts, or remove it"
            }
            Self::IgnoredOption { needs_feature: false, .. } => "remove it, or show a text that the app has formatted",
            Self::UnknownMessage { .. } => "correct the name or delete it",
            Self::DuplicateMessage { .. } => "rename or delete one",
            Self::UnansweredCode { .. } => "write it",
            Self::MissingLocale { .. } => "add it",
            Self::UnknownLocale { available, .. } => {
                return Some(format!("add it, or choose from {}", available.join(", ")));
            }
            Self::InvalidFunction { name } if &**name == NUMBER => "choose another name; Fluent's own is always there",
            Self::InvalidFunction { .. } => "write it in capital letters, such as `UPPER`",
            Self::InvalidLocale { canonical: Some(tag), .. } => return Some(format!("rename it to `{tag}`")),
            Self::InvalidLocale { canonical: None, path } if path.ends_with(".ftl") => {
                "move it into the folder of its locale, or rename it to one such as `ja-JP.ftl`"
            }
            Self::InvalidLocale { canonical: None, .. } => "rename it to one such as `ja-JP`",
            Self::InvalidCodes { problem, .. } => return problem.help(),
            Self::UnknownKey { known, .. } => {
                let known: Vec<String> = known.iter().map(|key| format!("`{key}`")).collect();
                return Some(format!("the keys here are {}", known.join(", ")));
            }
            Self::Unreadable { problem, .. } => return problem.help(),
            Self::Truncated { .. } => "end it with a line break, or delete it",
            Self::InvalidEncoding { .. } => "save it as UTF-8",
            Self::ByteOrderMark { .. } => "save it as UTF-8 without one",
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = self.help().filter(|_| f.alternate());
        let f = &mut one_line(f);
        match self.place() {
            Place::Position(at) => write!(f, "{at}: ")?,
            Place::Path(path) => write!(f, "{path}: ")?,
            Place::None => {}
        }
        write!(f, "{}", self.problem())?;
        match help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

/// Writes the problem of a fault.
struct Problem<'f>(&'f Fault);

impl fmt::Display for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        match self.0 {
            Fault::UnknownCode { code } => write!(f, "code {code} is not in codes.toml"),
            Fault::RetiredCode { code, .. } => write!(f, "code {code} is retired"),
            Fault::MissingArgument { id, name, .. } => {
                write!(f, "message `{id}` uses `${name}`, and no such argument was given")
            }
            Fault::InvalidArgument { id, name, expected: ArgumentType::Number, .. } => {
                write!(f, "message `{id}` selects by the number `${name}`, and a text was given")
            }
            Fault::InvalidArgument { id, name, expected: ArgumentType::Text, .. } => {
                write!(f, "message `{id}` selects by the text `${name}`, and a number was given")
            }
            Fault::MissingMessage { locale, id } => write!(f, "{locale} has no message `{id}`"),
            Fault::BlankMessage { id, .. } => write!(f, "message `{id}` shows nothing"),
            Fault::MissingAction { id, .. } => write!(f, "message `{id}` has no label for its action"),
            Fault::BrokenMessage { id, problem: MessageProblem::Render(problem), .. } => {
                write!(f, "message `{id}` is ignored: {problem}")
            }
            Fault::BrokenMessage { at, id, problem: MessageProblem::Syntax { problem, first_line } } => {
                write!(f, "message `{id}` is ignored: {problem}{}", begins_on(*first_line, at))
            }
            Fault::BrokenOverride { id, problem, .. } => {
                write!(f, "message `{id}` can't be rendered with its overrides, so the base version is used: {problem}")
            }
            Fault::IgnoredOption { id, option, .. } => {
                write!(f, "message `{id}` shows a number as if `{option}` were not there")
            }
            Fault::UnknownMessage { id, .. } => write!(f, "there is no message or term `{id}` to override"),
            Fault::BrokenEntry { at, first_line, problem } => {
                write!(f, "expected a message, term or comment: {problem}{}", begins_on(*first_line, at))
            }
            Fault::DuplicateMessage { first, id, .. } => {
                write!(f, "there is a message or term `{id}` at {first}, and that one counts")
            }
            Fault::UnansweredCode { code, id, .. } => {
                write!(f, "no locale has a usable message `{id}`, which code {code} names")
            }
            Fault::MissingLocale { locale, .. } => {
                write!(f, "there is no folder `{locale}` with .ftl files beside codes.toml")
            }
            Fault::UnknownLocale { locale, .. } => {
                write!(f, "locale `{locale}` can't be offered, since the catalogue does not have it")
            }
            Fault::InvalidFunction { name } => write!(f, "a function can't be named `{name}`"),
            Fault::InvalidLocale { .. } => {
                f.write_str("its name is not a canonical language tag, so its messages are ignored")
            }
            Fault::InvalidCodes { problem, .. } => write!(f, "{problem}"),
            Fault::UnknownKey { key, .. } => write!(f, "unknown key `{key}`, which is ignored"),
            Fault::Unreadable { problem, .. } => write!(f, "{problem}"),
            Fault::Truncated { .. } => f.write_str("the file is empty or ends within a line, as if cut short"),
            Fault::InvalidEncoding { .. } => f.write_str("the file is not UTF-8 from here on"),
            Fault::ByteOrderMark { .. } => f.write_str("the file begins with a byte-order mark"),
        }
    }
}

/// Returns a note on which line the broken part begins, unless it is the line of the position.
fn begins_on(first_line: usize, at: &Position) -> String {
    if first_line == at.line { String::new() } else { format!(" (it begins on line {first_line})") }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Arc;

    use super::*;
    use crate::{
        CatalogError, CodesProblem, FileProblem, FileRole, ReloadUnit, RenderProblem, SyntaxProblem, SyntaxProblemKind,
    };

    const HOSTILE: &str = "x\n::error::y\r\u{1B}[2J\u{9B}\u{2028}\u{202E}##[error]z";
    const SHOWN: &str = "x␊::error::y␍␛[2J\\u{9b}\\u{2028}\\u{202e}##\\u{5b}error]z";

    fn text() -> Arc<str> {
        HOSTILE.into()
    }

    fn at() -> Position {
        Position { file: text(), line: 1, column: 2 }
    }

    fn render_problems() -> Vec<RenderProblem> {
        vec![
            RenderProblem::UnknownReference { name: text() },
            RenderProblem::NoValue { id: text() },
            RenderProblem::UnsetTermVariable { term: text(), variable: text() },
            RenderProblem::TooManyDigits { number: text() },
        ]
    }

    fn codes_problems() -> Vec<CodesProblem> {
        vec![
            CodesProblem::InvalidToml { message: HOSTILE.to_owned() },
            CodesProblem::DuplicateKey { key: HOSTILE.to_owned() },
            CodesProblem::InvalidCode { key: HOSTILE.to_owned() },
            CodesProblem::InvalidId { id: HOSTILE.to_owned() },
            CodesProblem::DuplicateId { id: HOSTILE.to_owned(), first_line: 1 },
            CodesProblem::InvalidLocale { tag: HOSTILE.to_owned(), canonical: Some("en".to_owned()) },
        ]
    }

    fn system() -> FileProblem {
        FileProblem::system(&io::Error::other(HOSTILE), FileRole::File)
    }

    fn faults() -> Vec<Fault> {
        let code = 1.into();
        let syntax = || SyntaxProblem::from(SyntaxProblemKind::DuplicateArgument(text()));
        let broken = |problem| Fault::BrokenMessage { at: at(), id: text(), problem };
        let mut faults = vec![
            Fault::RetiredCode { at: at(), code },
            Fault::MissingArgument { at: at(), locale: text(), id: text(), name: HOSTILE.to_owned() },
            Fault::MissingMessage { locale: text(), id: text() },
            Fault::BlankMessage { at: at(), id: text() },
            Fault::MissingAction { at: at(), id: text() },
            broken(MessageProblem::Syntax { problem: syntax(), first_line: 1 }),
            Fault::BrokenOverride { at: at(), id: text(), problem: RenderProblem::Cycle },
            Fault::UnknownMessage { at: at(), id: text() },
            Fault::BrokenEntry { at: at(), first_line: 3, problem: syntax() },
            Fault::DuplicateMessage { at: at(), first: at(), id: text() },
            Fault::UnansweredCode { at: at(), code, id: text() },
            Fault::MissingLocale { at: at(), locale: text() },
            Fault::InvalidFunction { name: text() },
            Fault::InvalidLocale { path: text(), canonical: Some(HOSTILE.to_owned()) },
            Fault::UnknownKey { at: at(), key: text(), known: &["source"] },
            Fault::Unreadable { path: text(), problem: system() },
            Fault::Truncated { path: text() },
            Fault::InvalidEncoding { at: at() },
            Fault::ByteOrderMark { path: text() },
        ];
        faults.extend(render_problems().into_iter().map(|problem| broken(MessageProblem::Render(problem))));
        faults.extend(codes_problems().into_iter().map(|problem| Fault::InvalidCodes { at: at(), problem }));
        faults
    }

    #[test]
    fn fault_is_one_visible_line() {
        for fault in faults() {
            let texts = [fault.to_string(), format!("{fault:#}")];
            for text in &texts {
                assert!(text.contains(SHOWN), "{text:?}");
                assert!(!text.contains(['\n', '\r', '\u{1B}', '\u{9B}', '\u{2028}', '\u{202E}']), "{text:?}");
            }
            assert!(texts[0].ends_with(&fault.problem().to_string()), "{fault:?}");
        }
        let error = CatalogError(faults());
        assert_eq!(error.to_string().lines().count(), 1);
        assert_eq!(format!("{error:#}").split(['\n', '\r']).count(), error.faults().len());
    }

    #[test]
    fn parts_of_faults_are_visible_on_their_own() {
        let mut parts: Vec<Box<dyn fmt::Display>> = vec![
            Box::new(at()),
            Box::new(system()),
            Box::new(SyntaxProblemKind::DuplicateArgument(text())),
            Box::new(SyntaxProblem::from(SyntaxProblemKind::DuplicateArgument(text()))),
            Box::new(ReloadUnit::Locale(text())),
        ];
        if let FileProblem::System { error, .. } = system() {
            parts.push(Box::new(error));
        }
        parts.extend(render_problems().into_iter().map(|problem| Box::new(problem) as _));
        parts.extend(codes_problems().into_iter().map(|problem| Box::new(problem) as _));
        for part in parts {
            let text = part.to_string();
            assert!(text.contains(SHOWN), "{text:?}");
            assert!(!text.contains('\n'), "{text:?}");
        }
        assert_eq!(SyntaxProblemKind::ExpectedCharacter('\n').to_string(), "`␊` is expected here");
    }
}
