//! Writes this project's texts and a catalogue of 10,000 codes, in the format of each peer.

mod compiled;
mod gettext;
mod messages;
mod rust_i18n;
mod tree;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").canonicalize()?;
    println!("cargo::rerun-if-changed={}", project.display());
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);

    let codes = tree::codes(&project)?;
    let locales = tree::copy_with_gaps(&project, &out.join("locales"))?;
    let many = tree::many();
    tree::write_many(&many, &out.join("many"))?;

    gettext::write_all(&out, &locales)?;
    gettext::write_many(&out, &many)?;
    rust_i18n::write_all(&out, &locales, &many)?;
    compiled::fluent_zero(&out)?;
    compiled::fluent_typed(&out, &project, &codes)?;
    compiled::fluent_static(&out, &project, &codes)?;
    compiled::embedded(&out)?;

    let rustc = Command::new(std::env::var("RUSTC")?).arg("--version").output()?.stdout;
    println!("cargo::rustc-env=PEERS_RUSTC={}", String::from_utf8(rustc)?.trim());
    Ok(())
}

/// Writes a file and the folders above it. A file with the same content is not written again: some generators make
/// cargo watch these files, and it would rebuild each time.
fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if fs::read(path).is_ok_and(|old| old == content.as_ref()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()).into())
}
