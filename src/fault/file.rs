use std::error::Error;
use std::fmt::{self, Write as _};
use std::io;

use code_prompts_reader::visible::one_line;

/// The problem of a file or folder that can't be used.
///
/// ```
/// use std::io::ErrorKind;
/// use code_prompts::{Catalog, Fault, FileProblem};
///
/// let error = Catalog::from_dir("no/such/folder").expect_err("it is not there");
/// let Some(Fault::Unreadable { problem: FileProblem::System { error, .. }, .. }) = error.faults().first() else {
///     panic!("it can't be read");
/// };
/// assert_eq!(error.kind(), ErrorKind::NotFound);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileProblem {
    /// The operating system could not read it.
    #[non_exhaustive]
    System {
        /// The system's error.
        error: SystemError,
        /// The role of the file or folder.
        role: FileRole,
    },
    /// It is not a regular file but, for example, a named pipe or a device.
    NotAFile,
    /// The folder of a locale has no `.ftl` file.
    NoMessages,
    /// The extension of a locale's file is not in lower case, such as `.FTL`. Only `.ftl` files are read.
    Misnamed,
    /// The folder kept changing while it was read.
    Unstable,
    /// The path of a file in memory is empty, absolute, leaves the folder with `..`, or has a backslash.
    InvalidPath,
    /// A second file in memory has the same path.
    DuplicatePath,
}

/// The role of a file or folder in a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileRole {
    /// A file or folder inside one of the two below.
    File,
    /// The folder of a catalogue, with its `codes.toml`.
    Catalog,
    /// A folder of overrides.
    Overrides,
}

/// An error of the operating system: a [`std::io::Error`] that can be cloned and compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SystemError {
    kind: io::ErrorKind,
    message: String,
}

impl SystemError {
    /// Returns the kind of the error, such as [`NotFound`](io::ErrorKind::NotFound) or
    /// [`PermissionDenied`](io::ErrorKind::PermissionDenied).
    #[must_use]
    pub fn kind(&self) -> io::ErrorKind {
        self.kind
    }
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), message: error.to_string() }
    }
}

/// Writes the system's message.
impl fmt::Display for SystemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        f.write_str(&self.message)
    }
}

impl Error for SystemError {}

impl FileProblem {
    pub(crate) fn system(error: &io::Error, role: FileRole) -> Self {
        Self::System { error: error.into(), role }
    }

    /// Returns how to fix it: half a sentence, without a period.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::System { error, role } => match (error.kind, role) {
                (io::ErrorKind::NotFound, FileRole::File) => "add it",
                (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, FileRole::Catalog) => {
                    "give one that holds codes.toml"
                }
                (io::ErrorKind::NotFound | io::ErrorKind::NotADirectory, FileRole::Overrides) => {
                    "give one with a folder for each locale"
                }
                (io::ErrorKind::PermissionDenied, _) => "let this user read it",
                _ => "make it readable",
            },
            Self::NotAFile => "replace it by one",
            Self::NoMessages => "add one or delete the folder",
            Self::Misnamed => "rename it to end in `.ftl`",
            Self::Unstable => "reload when they are written",
            Self::InvalidPath => "give it relative to the folder, with slashes: `en-US/prompts.ftl`",
            Self::DuplicatePath => "give each file once",
        };
        Some(help.to_owned())
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut one_line(f);
        f.write_str(match self {
            Self::System { error, role } => match (error.kind, role) {
                (io::ErrorKind::NotFound, FileRole::File) => "there is no such file",
                (io::ErrorKind::NotFound, FileRole::Catalog | FileRole::Overrides) => "there is no such folder",
                (io::ErrorKind::NotADirectory, FileRole::Catalog | FileRole::Overrides) => "this is not a folder",
                (io::ErrorKind::PermissionDenied, _) => "can't be read: permission denied",
                _ => return write!(f, "can't be read ({error})"),
            },
            Self::NotAFile => "this is not a regular file",
            Self::NoMessages => "there is no .ftl file in this folder",
            Self::Misnamed => "this file is ignored, since its name does not end in `.ftl`",
            Self::Unstable => "the files change while they are read",
            Self::InvalidPath => "this is not the path of a file in the folder",
            Self::DuplicatePath => "there are two files with this path",
        })
    }
}
