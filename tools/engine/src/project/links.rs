//! Links that lead out of a folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::error::Error;

/// Fails if a link below a folder leads out of it, since such a link can show files to those who must not read them, or lead to
/// the whole disk. The folder itself may be a link, and a link that leads nowhere is no error here.
///
/// Follows no link, and skips what is not read either: names that begin with a period.
///
/// # Errors
///
/// There is such a link. A folder that can't be read is no error here: reading its files fails later.
pub fn refuse_links_out(dir: &Path) -> Result<(), Error> {
    let Ok(top) = fs::canonicalize(dir) else { return Ok(()) };
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for (path, kind) in entries(&folder).unwrap_or_default() {
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_symlink() {
                found.extend(fs::canonicalize(&path).ok().filter(|to| !to.starts_with(&top)).map(|to| (path, to)));
            }
        }
    }
    found.sort();
    let problem = |(link, to): &(PathBuf, PathBuf)| {
        let (link, to) = (link.display(), to.display());
        format!(
            "{link}: this link leads out of the folder, to {to}; replace it, or allow such links with --follow-links"
        )
    };
    if found.is_empty() { Ok(()) } else { Err(Error::new(found.iter().map(problem))) }
}

fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, fs::FileType)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        if !entry.file_name().to_string_lossy().starts_with('.') {
            entries.push((entry.path(), entry.file_type()?));
        }
    }
    Ok(entries)
}
