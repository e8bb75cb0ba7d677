//! A folder of files, represented as one text.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Files by their paths.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Folder {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// Writes the text that [`Folder::of`] parses.
impl fmt::Debug for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.iter().try_for_each(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            writeln!(f, "\n=== {path} ===\n{text}")
        })
    }
}

impl Folder {
    /// Parses a text in which each file begins with a line `=== path ===`. Text above the first such line is ignored; a
    /// line with an invalid path belongs to the file above it.
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

    /// Adds a file if its path is valid, and returns whether it is.
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8]) -> bool {
        let is_added = is_path(path) && self.is_free(path);
        if is_added {
            self.files.entry(path.to_owned()).or_default().extend_from_slice(bytes);
        }
        is_added
    }

    /// Returns whether a path is neither a folder of another file nor below another file.
    fn is_free(&self, path: &str) -> bool {
        let is_below = |path: &str, other: &str| path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
        !self.files.keys().any(|other| is_below(path, other) || is_below(other, path))
    }

    /// Returns the names of the locales, sorted.
    pub(crate) fn locales(&self) -> Vec<&str> {
        let mut locales: Vec<&str> = self.files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
        locales.dedup();
        locales
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Reads a folder on disk.
    pub(crate) fn read(dir: &Path) -> Self {
        let mut folder = Self::default();
        let mut pending = vec![dir.to_owned()];
        while let Some(path) = pending.pop() {
            if path.is_dir() {
                pending.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                let names: Vec<&str> =
                    path.strip_prefix(dir).unwrap().iter().map(|name| name.to_str().unwrap()).collect();
                folder.files.insert(names.join("/"), fs::read(&path).unwrap());
            }
        }
        folder
    }

    /// Writes the files to a new temporary folder.
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

/// Parses `=== path ===`.
fn header(line: &[u8]) -> Option<&str> {
    std::str::from_utf8(line).ok()?.trim_end().strip_prefix("=== ")?.strip_suffix(" ===")
}

pub(crate) fn is_path(path: &str) -> bool {
    const MOST: usize = 60;
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let is_name = |name: &str| !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_part);
    path.len() <= MOST && path.split('/').all(is_name)
}

/// A folder on disk, deleted when this is dropped.
#[derive(Debug)]
pub(crate) struct OnDisk(PathBuf);

impl OnDisk {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Reads the present files.
    pub(crate) fn read(&self) -> Folder {
        Folder::read(&self.0)
    }

    /// Returns the path and the text of the file with this displayed path. Bytes that are not UTF-8 are replaced.
    pub(crate) fn file<'f>(&self, folder: &'f Folder, shown: &str) -> Option<(&'f str, String)> {
        let below = Path::new(shown).strip_prefix(&self.0).ok()?.to_str()?.replace(MAIN_SEPARATOR, "/");
        let (path, bytes) = folder.files.get_key_value(&below)?;
        Some((path, String::from_utf8_lossy(bytes).into_owned()))
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Asserts that a line and a column, both counted from 1, are in a text.
pub(crate) fn assert_in(text: &str, line: usize, column: usize, what: &str) {
    assert!(line >= 1 && column >= 1, "{what}: {line}:{column}");
    let Some(found) = text.split('\n').nth(line - 1) else { panic!("{what}: there is no line {line}:\n{text}") };
    assert!(column <= found.chars().count() + 1, "{what}: there is no column {column} in line {line}: {found:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_is_parsed_from_text_and_written() {
        let text = b"lost\n=== a/b.ftl ===\nx = y\n=== ../c ===\n=== a ===\n=== d ===\r\n\xFF";
        let files = [("a/b.ftl", &b"x = y\n=== ../c ===\n=== a ===\n"[..]), ("d", b"\xFF")];
        let folder = Folder::of(text);
        assert_eq!(folder.files, files.map(|(path, bytes)| (path.to_owned(), bytes.to_owned())).into());
        let disk = folder.write();
        assert_eq!(disk.read(), folder);
        assert_eq!(folder.locales(), ["a"]);
    }
}
