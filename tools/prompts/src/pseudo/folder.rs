//! The folder that is made: all of it or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf, absolute};

/// A file: its path below the folder, and what is in it.
pub(super) type NewFile = (PathBuf, Vec<u8>);

/// Gives the folder to be made, if it can be: it is new or empty, and not in the folder of the locales, where it would
/// be taken for one.
pub(super) fn target(output: &Path, locales: &Path) -> Result<PathBuf, String> {
    let shown = output.display();
    let target: PathBuf = output.components().collect();
    if target.file_name().is_none() {
        return Err(format!("{shown}: this folder can't be made; give a new one"));
    }
    match fs::read_dir(&target).map(|mut entries| entries.next()) {
        Ok(Some(_)) => return Err(format!("{shown}: the folder is not empty; delete it, or give a new one")),
        Ok(None) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(format!("{shown}: this can't be a folder ({error}); give a new one")),
    }
    let above = absolute(&target).map_err(|error| cannot_make(&target, &error))?;
    let above = above.ancestors().find_map(|above| fs::canonicalize(above).ok()).unwrap_or_default();
    if fs::canonicalize(locales).is_ok_and(|locales| above.starts_with(locales)) {
        return Err(format!("{shown}: this is in the folder of the locales; give one outside"));
    }
    Ok(target)
}

/// Makes the folder under another name first, so that it is whole once it is there.
pub(super) fn write(target: &Path, files: &[NewFile]) -> Result<(), String> {
    let mut beside = target.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    let done = fill(&beside, files).and_then(|()| {
        if target.exists() {
            fs::remove_dir(target)?;
        }
        fs::rename(&beside, target)
    });
    done.map_err(|error| {
        drop(fs::remove_dir_all(&beside));
        cannot_make(target, &error)
    })
}

fn fill(folder: &Path, files: &[NewFile]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (path, content) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, content)?;
    }
    Ok(())
}

fn cannot_make(folder: &Path, error: &io::Error) -> String {
    format!("{}: can't be made ({error})", folder.display())
}
