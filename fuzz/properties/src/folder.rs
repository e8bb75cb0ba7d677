//! A folder of files, written as one text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Files by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Folder {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reads a text in which a line `=== path ===` stands above each file. What is above the first such line is
    /// nothing; a line with a path that can't be is one of the file above it.
    pub(crate) fn of(input: &[u8]) -> Self {
        let mut folder = Self::default();
        let mut path = None;
        for line in input.split_inclusive(|byte| *byte == b'\n') {
            if let Some(next) = header(line).filter(|next| folder.add(next, b"")) {
                path = Some(next);
            } else if let Some(file) = path.and_then(|path| folder.files.get_mut(path)) {
                file.extend_from_slice(line);
            }
        }
        folder
    }

    /// Adds a file, or nothing if its path can't be.
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8]) -> bool {
        let is_added = is_path(path) && self.has_room_for(path);
        if is_added {
            self.files.entry(path.to_owned()).or_default().extend_from_slice(bytes);
        }
        is_added
    }

    /// Tells whether a path is neither a folder of another file nor below one.
    fn has_room_for(&self, path: &str) -> bool {
        let is_below = |path: &str, other: &str| path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
        !self.files.keys().any(|other| is_below(path, other) || is_below(other, path))
    }

    /// Lists the names of the locales, in the order of their names.
    pub(crate) fn locales(&self) -> Vec<&str> {
        let mut locales: Vec<&str> = self.files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
        locales.dedup();
        locales
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Writes the files to where nobody else is.
    pub(crate) fn write(&self) -> OnDisk {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let disk = OnDisk(std::env::temp_dir().join(format!("code-prompts-properties-{process}-{count}")));
        fs::create_dir_all(disk.path()).unwrap();
        for (path, bytes) in &self.files {
            let path = disk.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        disk
    }
}

/// Reads `=== path ===`.
fn header(line: &[u8]) -> Option<&str> {
    std::str::from_utf8(line).ok()?.trim_end().strip_prefix("=== ")?.strip_suffix(" ===")
}

pub(crate) fn is_path(path: &str) -> bool {
    const MOST: usize = 60;
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_name = |name: &str| !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_part);
    path.len() <= MOST && path.split('/').all(is_name)
}

/// A folder that is on disk as long as this lives.
#[derive(Debug)]
pub(crate) struct OnDisk(PathBuf);

impl OnDisk {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Reads what is there now.
    pub(crate) fn read(&self) -> Folder {
        let mut folder = Folder::default();
        let mut left = vec![self.0.clone()];
        while let Some(path) = left.pop() {
            if path.is_dir() {
                left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                let below = path.strip_prefix(&self.0).unwrap().to_str().unwrap().to_owned();
                folder.files.insert(below, fs::read(&path).unwrap());
            }
        }
        folder
    }

    /// Gives the file that a shown path means: its path here and its text, however it is encoded.
    pub(crate) fn file<'f>(&self, folder: &'f Folder, shown: &str) -> Option<(&'f str, String)> {
        let below = Path::new(shown).strip_prefix(&self.0).ok()?.to_str()?;
        let (path, bytes) = folder.files.get_key_value(below)?;
        Some((path, String::from_utf8_lossy(bytes).into_owned()))
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Holds that a line and a column, both from 1, are in a text.
pub(crate) fn assert_in(text: &str, line: usize, column: usize, what: &str) {
    assert!(line >= 1 && column >= 1, "{what}: {line}:{column}");
    let Some(found) = text.split('\n').nth(line - 1) else { panic!("{what}: there is no line {line}:\n{text}") };
    assert!(column <= found.chars().count() + 1, "{what}: there is no column {column} in line {line}: {found:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_folder() {
        let text = b"lost\n=== a/b.ftl ===\nx = y\n=== ../c ===\n=== a ===\n=== d ===\r\n\xFF";
        let files = [("a/b.ftl", &b"x = y\n=== ../c ===\n=== a ===\n"[..]), ("d", b"\xFF")];
        let folder = Folder::of(text);
        assert_eq!(folder.files, files.map(|(path, bytes)| (path.to_owned(), bytes.to_owned())).into());
        let disk = folder.write();
        assert_eq!(disk.read(), folder);
        assert_eq!(folder.locales(), ["a"]);
    }
}
