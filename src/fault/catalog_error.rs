use std::error::Error;
use std::fmt;

use super::Fault;

/// The error if a folder can't be loaded as a [`Catalog`](crate::Catalog).
///
/// Its `Display` is one line: the first fault and the number of further ones. The alternate form, `{:#}`, has a line
/// for each fault, with its help. [`source`](Error::source) is the operating system's error if that caused the first
/// fault.
///
/// ```
/// use code_prompts::Catalog;
///
/// let error = Catalog::from_dir("no/such/folder").expect_err("it is not there");
/// assert_eq!(error.to_string(), "no/such/folder: there is no such folder");
/// assert_eq!(format!("{error:#}"), "no/such/folder: there is no such folder; give one that holds codes.toml");
/// assert_eq!(error.faults().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CatalogError(pub(crate) Vec<Fault>);

impl CatalogError {
    /// Returns the faults, at least one: first those that prevent loading, then those that would be worked around.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for CatalogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            for (index, fault) in self.0.iter().enumerate() {
                let line_break = if index > 0 { "\n" } else { "" };
                write!(f, "{line_break}{fault:#}")?;
            }
            return Ok(());
        }
        let [first, more @ ..] = self.0.as_slice() else { return Ok(()) };
        match more.len() {
            0 => write!(f, "{first}"),
            1 => write!(f, "{first} (and 1 more fault)"),
            count => write!(f, "{first} (and {count} more faults)"),
        }
    }
}

impl Error for CatalogError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.first()?.source()
    }
}
