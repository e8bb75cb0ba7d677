//! Copies `codes.toml` and the Fluent files of `locales/` for the library to embed, without the guide beside them and without
//! the comments in them, which are two thirds of their bytes. This script runs again when files are added, which
//! `include_dir` alone does not notice. Does nothing without the feature `embedded`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    if env::var_os("CARGO_FEATURE_EMBEDDED").is_none() {
        return Ok(());
    }
    let variable = |name| env::var_os(name).map(PathBuf::from).unwrap_or_default();
    let copy = variable("OUT_DIR").join("locales");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    copy_resources(&variable("CARGO_MANIFEST_DIR").join("locales"), &copy)
}

fn copy_resources(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let (path, copy) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if path.is_dir() {
            copy_resources(&path, &copy)?;
        } else if path.ends_with("codes.toml") {
            // Only a folder with such files is created: that of the records of translations has none.
            fs::create_dir_all(to)?;
            fs::copy(path, copy)?;
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            fs::create_dir_all(to)?;
            fs::write(copy, without_comments(&fs::read_to_string(path)?))?;
        }
    }
    Ok(())
}

/// Returns a Fluent text with empty lines in place of its comments, so that positions stay the same.
fn without_comments(text: &str) -> String {
    text.split_inclusive('\n').map(|line| if line.starts_with('#') { "\n" } else { line }).collect()
}
