//! The texts of faults: the problem, the help, and both together.

use std::fmt;

use super::{Fault, MessageProblem, Place};
use crate::Position;

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
        match self.place() {
            Place::Position(at) => write!(f, "{at}: ")?,
            Place::Path(path) => write!(f, "{path}: ")?,
            Place::None => {}
        }
        self.problem().fmt(f)?;
        match self.help() {
            Some(help) if f.alternate() => write!(f, "; {help}"),
            _ => Ok(()),
        }
    }
}

/// Writes the problem of a fault.
struct Problem<'f>(&'f Fault);

impl fmt::Display for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Fault::UnknownCode { code } => write!(f, "code {code} is not in codes.toml"),
            Fault::RetiredCode { code, .. } => write!(f, "code {code} is retired"),
            Fault::MissingArgument { id, name, .. } => {
                write!(f, "message `{id}` uses `${name}`, and no such argument was given")
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
            Fault::InvalidLocale { .. } => {
                f.write_str("its name is not a canonical language tag, so its messages are ignored")
            }
            Fault::InvalidCodes { problem, .. } => problem.fmt(f),
            Fault::UnknownKey { key, .. } => write!(f, "unknown key `{key}`, which is ignored"),
            Fault::Unreadable { problem, .. } => problem.fmt(f),
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
