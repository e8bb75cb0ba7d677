use std::borrow::Cow;

use code_prompts_reader::memory::{MemoryFolder, PathProblem};
use code_prompts_reader::walk::Entry;
use include_dir::{Dir, DirEntry};

use crate::{CatalogError, Fault, FileProblem};

/// The contents of a file in memory, for [`Catalog::from_files`](crate::Catalog::from_files): a text or bytes.
///
/// What is `'static` is not copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContents(Cow<'static, [u8]>);

macro_rules! from_bytes {
    ($($type:ty: $bytes:expr;)+) => {
        $(
            impl From<$type> for FileContents {
                fn from(contents: $type) -> Self {
                    Self($bytes(contents))
                }
            }
        )+
    };
}

from_bytes! {
    &'static str: |text: &'static str| Cow::Borrowed(text.as_bytes());
    String: |text: String| Cow::Owned(text.into_bytes());
    &'static [u8]: Cow::Borrowed;
    Vec<u8>: Cow::Owned;
    Cow<'static, [u8]>: |bytes| bytes;
}

/// Returns the paths and contents of the files in a folder that the macro
/// [`include_dir!`](https://docs.rs/include_dir/0.7) has embedded in the program, for
/// [`Catalog::from_files`](crate::Catalog::from_files).
///
/// Copies nothing. The macro is in the crate `include_dir`, of which the app needs version 0.7.
pub fn embedded_files(folder: &Dir<'static>) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut entries: Vec<&'static DirEntry<'static>> = folder.entries().iter().collect();
    let next = move || loop {
        match entries.pop()? {
            DirEntry::Dir(folder) => entries.extend(folder.entries()),
            DirEntry::File(file) => return Some((file.path().to_str()?, file.contents())),
        }
    };
    std::iter::from_fn(next)
}

/// Returns a folder of these files. `path` is shown before their paths in faults.
pub(crate) fn in_memory<P: AsRef<str>, C: Into<FileContents>>(
    path: &str,
    files: impl IntoIterator<Item = (P, C)>,
) -> Result<Entry, CatalogError> {
    let mut folder = MemoryFolder::default();
    let mut faults = Vec::new();
    for (file, contents) in files {
        let file = file.as_ref();
        if let Err(problem) = folder.add(file, contents.into().0) {
            let problem = match problem {
                PathProblem::Invalid => FileProblem::InvalidPath,
                PathProblem::Duplicate => FileProblem::DuplicatePath,
            };
            faults.push(Fault::Unreadable { path: format!("{path}/{file}").into(), problem });
        }
    }
    if faults.is_empty() { Ok(Entry::in_memory(path, folder)) } else { Err(CatalogError(faults)) }
}
