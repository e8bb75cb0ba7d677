//! Lists the files of `locales/` for the library to take in, and says when to do so anew: cargo alone does not notice a
//! new file.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let locales = root.join("locales");
    let mut list = format!("static CODES: EmbeddedFile = {};\n", file(&root, &locales.join("codes.toml")));
    list.push_str("static LOCALES: &[(&str, &[EmbeddedFile])] = &[\n");
    for locale in entries(&locales).iter().filter(|path| path.is_dir()) {
        let mut files = Vec::new();
        ftl_files(locale, &mut files);
        let files: String = files.iter().map(|path| format!("    {},\n", file(&root, path))).collect();
        let tag = locale.file_name().expect("an entry has a name");
        writeln!(list, "    ({tag:?}, &[\n{files}    ]),").expect("a string takes whatever is written");
    }
    list.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names a folder for what is made"));
    fs::write(out.join("locales.rs"), list).expect("cargo's folder can be written to");
}

/// Writes a file as its path below the package, and the bytes that the compiler is to take in.
fn file(root: &Path, path: &Path) -> String {
    let shown = path.strip_prefix(root).expect("all of them are below").components();
    let shown: Vec<_> = shown.map(|part| part.as_os_str().to_string_lossy()).collect();
    format!("({:?}, include_bytes!({path:?}))", shown.join("/"))
}

fn ftl_files(dir: &Path, files: &mut Vec<PathBuf>) {
    for path in entries(dir) {
        if path.is_dir() {
            ftl_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
}

/// Lists what is in a folder, but for hidden things, in alphabetical order.
fn entries(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{} can't be read: {error}", dir.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.retain(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')));
    paths.sort();
    paths
}
