//! A folder of locales as it was in a commit of its git repository.

mod git;
mod links;

use std::borrow::Cow;
use std::path::Path;

use code_prompts_reader::memory::MemoryFolder;
use code_prompts_reader::walk::{CODES_FILE, Entry, RECORDS_FOLDER};

use crate::error::Error;
use git::Git;

/// At the end of a revision: the commit where it and the current commit parted, as in `git diff main...`.
const MERGE_BASE: &str = "...";

/// The mode of a file in a tree of git begins with this; permissions follow.
const FILE_MODE: &str = "100";
const LINK_MODE: &str = "120000";

/// A folder of locales as it was in a commit.
///
/// Nothing of the repository runs: no hook, filter, alias or other program that its settings or its files name, and
/// nothing is fetched. The files are those that are stored in the commit, without conversions such as line ends.
#[derive(Debug)]
pub struct Revision {
    name: String,
    commit: String,
    /// The folder in memory. Its files have the same paths as those on disk.
    pub(crate) folder: Entry,
}

impl Revision {
    /// Reads a folder as it was in a commit of the git repository that it is in.
    ///
    /// `name` is a branch, a tag, a commit or any other revision of git. With three periods at its end, as in
    /// `origin/main...`, the commit is the merge base: the one where that branch and the current commit parted.
    ///
    /// # Errors
    ///
    /// The folder is not in a git repository, git is not installed, there is no such commit, or its files are not in this
    /// clone.
    pub fn read(dir: &Path, name: &str) -> Result<Self, Error> {
        let git = Git::in_repository_of(dir)?;
        let commit = match name.strip_suffix(MERGE_BASE) {
            Some(branch) => git.merge_base_with_head(&git.commit(branch)?, branch)?,
            None => git.commit(name)?,
        };
        let mut files = Vec::new();
        let mut links = Vec::new();
        for entry in git.list(&commit)? {
            if entry.mode.starts_with(FILE_MODE) && is_read(&entry.path) {
                files.push(entry);
            } else if entry.mode == LINK_MODE && !is_hidden(&entry.path) {
                links.push(entry);
            }
        }
        let texts = git.read(files.iter().map(|file| &*file.object))?;
        let mut files: Vec<(String, Vec<u8>)> = files.into_iter().map(|file| file.path).zip(texts).collect();
        let targets = git.read(links.iter().map(|link| &*link.object))?;
        links::add_targets(&mut files, links.into_iter().map(|link| link.path).zip(targets));
        let mut folder = MemoryFolder::default();
        for (path, text) in files {
            // A path that can't be used, such as one with a backslash, is left out.
            let _ = folder.add(&path, Cow::Owned(text));
        }
        Ok(Self { name: name.to_owned(), commit, folder: Entry::in_memory(dir, folder) })
    }

    /// Creates a revision from a folder in memory, for tests.
    #[cfg(test)]
    pub(crate) fn of_folder(folder: Entry) -> Self {
        Self { name: "before".to_owned(), commit: "0".repeat(40), folder }
    }

    /// Returns the name that was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the id of the commit.
    #[must_use]
    pub fn commit(&self) -> &str {
        &self.commit
    }
}

/// Returns whether a file is one that is read: `codes.toml`, a file of messages or a file of records.
fn is_read(path: &str) -> bool {
    let is_messages = path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("ftl"));
    let is_records =
        || path.strip_prefix(RECORDS_FOLDER).is_some_and(|path| path.starts_with('/') && path.ends_with(".toml"));
    path == CODES_FILE || is_records() || (is_messages && !is_hidden(path))
}

/// Returns whether a file or a folder above it begins with a period.
fn is_hidden(path: &str) -> bool {
    path.split('/').any(|name| name.starts_with('.'))
}
