//! Creates folders of codes and messages for tests.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "not every test uses every helper")]

use std::fs;
use std::path::{Path, PathBuf};

use code_prompts::{Catalog, Fault};

/// A `codes.toml` with two codes, one of them with an action.
pub const CODES: &str = r#"source = "zh-CN"
fallback = ["en-US"]

[codes]
1 = "one"
2 = { message = "two", action = "retry" }
"#;

/// Writes these files to an empty folder and returns its path. Each test has a `name` of its own.
pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if dir.exists() {
        fs::remove_dir_all(&dir).unwrap();
    }
    fs::create_dir_all(&dir).unwrap();
    for (path, content) in files {
        write(&dir, path, content.as_bytes());
    }
    dir
}

pub fn write(dir: &Path, path: &str, content: &[u8]) {
    let path = dir.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Loads a folder of these files below [`CODES`].
pub fn catalog(name: &str, locales: &[(&str, &str)]) -> Catalog {
    let files: Vec<_> = [("codes.toml", CODES)].into_iter().chain(locales.iter().copied()).collect();
    Catalog::from_dir(folder(name, &files)).unwrap()
}

/// Returns the texts of faults, with paths relative to the folder of the tests.
pub fn texts<'a>(faults: impl IntoIterator<Item = &'a Fault>) -> Vec<String> {
    let tests = format!("{}/", env!("CARGO_TARGET_TMPDIR"));
    faults.into_iter().map(|fault| format!("{fault:#}").replace(&tests, "")).collect()
}
