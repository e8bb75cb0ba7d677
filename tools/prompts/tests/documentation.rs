//! The words that CONTRIBUTING.md avoids, and the links between the guides.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Files with text that is ours and in English, by the ends of their names.
const TEXT: &[&str] = &[
    ".md",
    ".rs",
    ".toml",
    ".yml",
    ".yaml",
    ".py",
    ".mjs",
    ".sh",
    "/run",
    "/package",
    "/try-release",
    "/action",
    "/check",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Returns the files of the repository that `is_wanted` accepts by their paths below its root, with their texts.
fn files(is_wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let below = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                if !["target", ".git", "node_modules"].contains(&name) {
                    folders.push(path);
                }
            } else if is_wanted(&below) {
                found.push((below, fs::read_to_string(path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(found.len() > 10, "too few files were found: {found:?}");
    found
}

fn is_word(text: &str, range: std::ops::Range<usize>) -> bool {
    let is_letter = |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric());
    !is_letter(text[..range.start].chars().next_back()) && !is_letter(text[range.end..].chars().next())
}

#[test]
fn avoided_words_are_not_used() {
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let (before, rest) = guide.split_once("<!-- avoided words -->").unwrap();
    let (table, after) = rest.split_once("<!-- /avoided words -->").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")).skip(2);
    let avoided: BTreeSet<&str> = rows.flat_map(|row| row.split(" | ").next().unwrap().split(", ")).collect();
    assert!(avoided.len() > 20, "the table was not read: {avoided:?}");

    let mut found = Vec::new();
    for (path, text) in files(|path| TEXT.iter().any(|end| path.ends_with(end))) {
        let text = if path == "CONTRIBUTING.md" { format!("{before}{after}") } else { text };
        for (line, number) in text.lines().zip(1..) {
            for word in &avoided {
                if line.match_indices(word).any(|(start, _)| is_word(line, start..start + word.len())) {
                    found.push(format!("{path}:{number}: `{word}`: {}", line.trim()));
                }
            }
        }
    }
    assert!(found.is_empty(), "words that CONTRIBUTING.md avoids:\n{}", found.join("\n"));
}

/// Returns the anchor that GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

#[test]
fn links_between_guides_lead_somewhere() {
    let mut broken = Vec::new();
    for (path, text) in files(|path| path.ends_with(".md") && !path.contains("/tests/") && !path.contains("/rules/")) {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") {
                continue;
            }
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = root().join(&path).parent().unwrap().join(file);
            let target = if file.is_empty() { root().join(&path) } else { target };
            let has_heading = |text: String| {
                text.lines().any(|line| line.starts_with('#') && anchor(line.trim_start_matches('#')) == fragment)
            };
            if !target.exists() || !fragment.is_empty() && !has_heading(fs::read_to_string(&target).unwrap()) {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere:\n{}", broken.join("\n"));
}

#[test]
fn guides_have_the_address_of_cargo_toml() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let address = manifest.split("\nrepository = \"https://").nth(1).unwrap().split('"').next().unwrap();
    let (host, repository) = address.split_once('/').unwrap();
    let mut wrong = Vec::new();
    let mut right = 0;
    for (path, text) in files(|path| path.ends_with(".md") && !path.contains("/tests/")) {
        // An address in an example, or an Action: `uses: OWNER/code-prompts@v0.2.0`.
        let places = text.match_indices("/code-prompts").filter(|(at, _)| {
            let before = text[..*at].trim_end_matches(|c: char| c.is_alphanumeric() || c == '-');
            before.ends_with(&format!("{host}/")) || before.ends_with("uses: ")
        });
        for (at, name) in places {
            if text[..at + name.len()].ends_with(repository) {
                right += 1;
            } else {
                wrong.push(format!("{path}:{}", text[..at].lines().count()));
            }
        }
    }
    assert!(wrong.is_empty(), "other addresses than https://{address}: {wrong:?}");
    assert!(right > 5, "the addresses were not found");
}
