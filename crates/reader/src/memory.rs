//! A folder of locales in memory.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The files of a folder that is in memory, by their paths in the folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct MemoryFolder(BTreeMap<String, Cow<'static, [u8]>>);

/// Why a file can't be added to a folder in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathProblem {
    /// The path is empty, absolute, leaves the folder or has a backslash.
    Invalid,
    /// There is a file with this path.
    Duplicate,
}

impl MemoryFolder {
    /// Adds a file. Its path is relative to the folder, with slashes on every system: `en-US/prompts.ftl`.
    ///
    /// # Errors
    ///
    /// Returns an error, and adds nothing, if the path can't be used.
    pub fn add(&mut self, path: &str, contents: Cow<'static, [u8]>) -> Result<(), PathProblem> {
        let is_name = |name| !matches!(name, "" | "." | "..");
        if path.contains('\\') || !path.split('/').all(is_name) {
            return Err(PathProblem::Invalid);
        }
        if self.0.contains_key(path) {
            return Err(PathProblem::Duplicate);
        }
        self.0.insert(path.to_owned(), contents);
        Ok(())
    }

    /// Returns the contents of a file.
    pub(crate) fn file(&self, path: &str) -> Option<&Cow<'static, [u8]>> {
        self.0.get(path)
    }

    /// Returns the names of the files and folders in a folder, given by its path: `""` for the top, otherwise with a
    /// slash at its end. The names of folders have a slash at their ends too.
    pub(crate) fn names(&self, folder: &str) -> Vec<&str> {
        let below = self.0.range(folder.to_owned()..).map_while(|(path, _)| path.strip_prefix(folder));
        let mut names: Vec<&str> = below.filter_map(|path| path.split_inclusive('/').next()).collect();
        names.dedup();
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(paths: &[&str]) -> MemoryFolder {
        let mut folder = MemoryFolder::default();
        for path in paths {
            folder.add(path, Cow::Borrowed(b"")).unwrap();
        }
        folder
    }

    #[test]
    fn memory_folder_lists_each_name_once() {
        let folder = folder(&["codes.toml", "en.ftl", "en/a.ftl", "en/b/c.ftl", "en/b/d.ftl", "en-US/a.ftl", "eo"]);
        assert_eq!(folder.names(""), ["codes.toml", "en-US/", "en.ftl", "en/", "eo"]);
        assert_eq!(folder.names("en/"), ["a.ftl", "b/"]);
        assert_eq!(folder.names("en/b/"), ["c.ftl", "d.ftl"]);
        assert_eq!(folder.names("fr/"), [""; 0]);
    }

    #[test]
    fn memory_folder_rejects_unusable_paths() {
        let mut folder = folder(&["en/a.ftl"]);
        for path in ["", ".", "..", "../a", "en/../../a", "/a", "//a", "a/", "en//a.ftl", "./a", "en\\a.ftl", "C:\\a"] {
            assert_eq!(folder.add(path, Cow::Borrowed(b"")), Err(PathProblem::Invalid), "{path}");
        }
        assert_eq!(folder.add("en/a.ftl", Cow::Borrowed(b"")), Err(PathProblem::Duplicate));
        assert_eq!(folder.names(""), ["en/"]);
    }
}
