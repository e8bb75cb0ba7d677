//! The files of the packages that are published.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Files that cargo adds.
const CARGO: [&str; 4] = [".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig"];

/// Each package with its files: those at the top by their names, those in a folder by their extensions.
const PACKAGES: &[(&str, &[&str])] = &[
    (
        "code-prompts",
        &[
            "CHANGELOG.md",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "README.md",
            "README.zh-CN.md",
            "build.rs",
            "docs/codes-toml.md",
            "docs/library.md",
            "docs/library.zh-CN.md",
            "locales/*.ftl",
            "locales/codes.toml",
            "src/*.rs",
            "src/*.txt",
            "src/negotiation/cldr/LICENSE",
        ],
    ),
    ("code-prompts-reader", &["LICENSE-APACHE", "LICENSE-MIT", "src/*.rs"]),
    ("code-prompts-engine", &["LICENSE-APACHE", "LICENSE-MIT", "data/*.txt", "rules/*.md", "src/*.rs"]),
    ("code-prompts-export", &["LICENSE-APACHE", "LICENSE-MIT", "src/*.rs", "src/*.ts"]),
    (
        "code-prompts-preview",
        &["LICENSE-APACHE", "LICENSE-MIT", "assets/page.css", "assets/page.js", "interface/*.ftl", "src/*.rs"],
    ),
    ("code-prompts-lsp", &["LICENSE-APACHE", "LICENSE-MIT", "src/*.rs"]),
    ("prompts", &["LICENSE-APACHE", "LICENSE-MIT", "README.md", "src/*.rs"]),
];

#[test]
fn packages_have_what_users_need() {
    for (package, expected) in PACKAGES {
        let output = Command::new(env!("CARGO"))
            .args(["package", "--list", "--allow-dirty", "--offline", "--package", package])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let list = String::from_utf8(output.stdout).unwrap().replace('\\', "/");
        let files: BTreeSet<String> = list.lines().filter(|file| !CARGO.contains(file)).map(kind).collect();
        assert_eq!(files, expected.iter().map(ToString::to_string).collect(), "{package}");
    }
}

/// Returns the folder and the extension of a file, so that a new module or language changes nothing.
fn kind(file: &str) -> String {
    const FOLDERS: [&str; 5] = ["data", "interface", "locales", "rules", "src"];
    match (file.split_once('/'), file.rsplit_once('.')) {
        (Some((folder, _)), Some((_, extension))) if FOLDERS.contains(&folder) && extension != "toml" => {
            format!("{folder}/*.{extension}")
        }
        _ => file.to_owned(),
    }
}
