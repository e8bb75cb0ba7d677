//! The error of this crate.

use std::fmt;

use code_prompts_reader::visible::OneLine;

/// One or more problems that stopped the work.
///
/// `Display` writes one line for each problem: where it is, what is wrong and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    problems: Vec<String>,
}

impl Error {
    pub(crate) fn new(problems: impl IntoIterator<Item = String>) -> Self {
        Self { problems: problems.into_iter().collect() }
    }

    /// Returns the problems, one line each.
    pub fn problems(&self) -> impl ExactSizeIterator<Item = &str> {
        self.problems.iter().map(String::as_str)
    }
}

impl From<String> for Error {
    fn from(problem: String) -> Self {
        Self { problems: vec![problem] }
    }
}

impl From<Vec<String>> for Error {
    fn from(problems: Vec<String>) -> Self {
        Self { problems }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems().enumerate() {
            let line_break = if index > 0 { "\n" } else { "" };
            write!(f, "{line_break}{}", OneLine(problem))?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
