//! Lists the files of `locales/` for the library to take in, and says when to do so anew: cargo alone does not notice a
//! new file.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf, StripPrefixError};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let locales = root.join("locales");
    let mut list = format!("static CODES: EmbeddedFile = {};\n", file(&root, &locales.join("codes.toml"))?);
    list.push_str("static LOCALES: &[(&str, &[EmbeddedFile])] = &[\n");
    for locale in entries(&locales)?.iter().filter(|path| path.is_dir()) {
        let mut files = Vec::new();
        ftl_files(locale, &mut files)?;
        let tag = locale.file_name().unwrap_or_default();
        writeln!(list, "    ({tag:?}, &[")?;
        for path in files {
            writeln!(list, "    {},", file(&root, &path)?)?;
        }
        list.push_str("    ]),\n");
    }
    list.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("locales.rs"), list)?;
    Ok(())
}

/// Writes a file as its path below the package, and the bytes that the compiler is to take in.
fn file(root: &Path, path: &Path) -> Result<String, StripPrefixError> {
    let shown = path.strip_prefix(root)?.components();
    let shown: Vec<_> = shown.map(|part| part.as_os_str().to_string_lossy()).collect();
    Ok(format!("({:?}, include_bytes!({path:?}))", shown.join("/")))
}

fn ftl_files(dir: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    for path in entries(dir)? {
        if path.is_dir() {
            ftl_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    Ok(())
}

/// Lists what is in a folder, but for hidden things, in alphabetical order.
fn entries(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let cannot_read = |error| format!("{} can't be read: {error}", dir.display());
    let entries = fs::read_dir(dir).map_err(cannot_read)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>().map_err(cannot_read)?;
    paths.retain(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    paths.sort();
    Ok(paths)
}
