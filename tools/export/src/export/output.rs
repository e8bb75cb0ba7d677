//! The folder of an export. A list of the files that were written into it, with their digests, tells them from others.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use code_prompts_engine::edit::Changes;
use code_prompts_engine::{Error, hash};
use serde::{Deserialize, Serialize};

/// The name of the list.
const LIST: &str = ".prompts-export.json";

/// The files that an export has written, by their paths below the folder.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct List {
    format: String,
    files: BTreeMap<String, String>,
}

/// Returns the changes that make a folder hold the files of an export: its own files of an earlier export that are no longer
/// needed are removed, and nothing else is touched.
///
/// # Errors
///
/// A file to write or remove was not written by an export of this format, or was changed since.
pub fn changes(dir: &Path, format: &str, files: &BTreeMap<String, String>) -> Result<Changes, Error> {
    let path = dir.join(LIST);
    let before = read(&path)?;
    let list = match &before {
        None => List { format: format.to_owned(), files: BTreeMap::new() },
        Some(text) => serde_json::from_str(text)
            .map_err(|error| format!("{}:{}: {error}; restore this file", path.display(), error.line()))?,
    };
    if list.format != format {
        let shown = dir.display();
        return Err(format!("{shown}: this folder has an export for {}; choose another folder", list.format).into());
    }
    let mut problems = Vec::new();
    let mut changes = Changes::in_folder(dir);
    for name in files.keys().chain(list.files.keys().filter(|name| !files.contains_key(*name))) {
        let (path, after) = (place(dir, name)?, files.get(name));
        let now = read(&path)?;
        let is_own = match (&now, list.files.get(name)) {
            (Some(now), Some(digest)) => digest_of(now) == *digest,
            (Some(now), None) => after.is_some_and(|after| is_same(now, after)),
            (None, _) => true,
        };
        if !is_own {
            let problem = match list.files.contains_key(name) {
                true => "it was changed since it was exported; undo that, or delete it",
                false => "it is not from an export; move it, or choose another folder or name",
            };
            problems.push(format!("{}: {problem}", path.display()));
        }
        // Git may have changed the line ends.
        let is_current = matches!((&now, after), (Some(now), Some(after)) if is_same(now, after));
        if !is_current {
            changes.set(path, now.as_deref(), after.cloned());
        }
    }
    if !problems.is_empty() {
        return Err(Error::from(problems));
    }
    let digests = files.iter().map(|(name, text)| (name.clone(), digest_of(text))).collect();
    let after =
        serde_json::to_string_pretty(&List { format: format.to_owned(), files: digests }).unwrap_or_default() + "\n";
    if before.as_deref().is_none_or(|before| !is_same(before, &after)) {
        changes.set(path, before.as_deref(), Some(after));
    }
    Ok(changes)
}

/// Reads a file, `None` if it does not exist.
fn read(path: &Path) -> Result<Option<String>, Error> {
    match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => {
                Err(format!("{}: it is not from an export; move it, or choose another folder or name", path.display())
                    .into())
            }
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{}: can't be read ({error})", path.display()).into()),
    }
}

/// Returns the path of a file in the list. It may not lead out of the folder.
fn place(dir: &Path, name: &str) -> Result<PathBuf, Error> {
    let is_name = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['\\', ':']);
    if name.split('/').all(is_name) {
        return Ok(dir.join(name));
    }
    Err(format!("{}: `{name}` is no path below this folder; restore this file", dir.join(LIST).display()).into())
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
}

fn digest_of(text: &str) -> String {
    format!("{:016x}", hash([text.replace("\r\n", "\n").as_str()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn own_files_are_written_and_removed() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path().join("new/out");
        changes(&dir, "arb", &files(&[("a/b.arb", "one\ntwo\n"), ("c.arb", "c\n")])).unwrap().write().unwrap();
        // As git on Windows checks it out.
        fs::write(dir.join("a/b.arb"), "one\r\ntwo\r\n").unwrap();
        assert!(changes(&dir, "arb", &files(&[("a/b.arb", "one\ntwo\n"), ("c.arb", "c\n")])).unwrap().is_empty());
        changes(&dir, "arb", &files(&[("a/b.arb", "three\n")])).unwrap().write().unwrap();
        assert_eq!(fs::read_to_string(dir.join("a/b.arb")).unwrap(), "three\n");
        assert!(!dir.join("c.arb").exists());
    }

    #[test]
    fn other_files_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let error = |wanted: &[(&str, &str)]| changes(dir.path(), "arb", &files(wanted)).unwrap_err().to_string();
        fs::write(dir.path().join("mine.arb"), [0xff, 0xfe]).unwrap();
        assert!(error(&[("mine.arb", "x")]).contains("it is not from an export"));
        changes(dir.path(), "arb", &files(&[("a.arb", "a")])).unwrap().write().unwrap();
        fs::write(dir.path().join("a.arb"), "edited").unwrap();
        for wanted in [&[("a.arb", "b")][..], &[("c.arb", "c")]] {
            assert!(
                error(wanted).ends_with("it was changed since it was exported; undo that, or delete it"),
                "{wanted:?}"
            );
        }
        for (list, expected) in [
            ("{", ".prompts-export.json:1: EOF"),
            ("{\"format\": \"arb\", \"files\": {\"../x\": \"0\"}}", "`../x` is no path below this folder"),
            ("{\"format\": \"arb\", \"files\": {\"/x\": \"0\"}}", "`/x` is no path below this folder"),
        ] {
            fs::write(dir.path().join(LIST), list).unwrap();
            assert!(error(&[("c.arb", "c")]).contains(expected), "{}", error(&[("c.arb", "c")]));
        }
        assert_eq!(fs::read_to_string(dir.path().join("a.arb")).unwrap(), "edited");
    }
}
