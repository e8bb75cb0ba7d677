//! The tables of rules in the translators' guide match the folders of the rules.
//!
//! `GUIDE=overwrite cargo test -p prompts --test guide` updates them. Review the diff.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

const OPEN: &str = "<!-- rules -->";
const CLOSE: &str = "<!-- /rules -->";

#[test]
fn guide_tables_match_the_rule_pages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/README.md");
    let guide = fs::read_to_string(&path).unwrap();
    let rules = rules();
    let english: Vec<_> = rules.iter().map(|(name, sentence)| (name.as_str(), sentence.clone())).collect();
    let chinese: Vec<_> = rules.iter().map(|(name, _)| (name.as_str(), chinese(name))).collect();
    let expected = with_blocks(&guide, &[table(["finding", "meaning"], &english), table(["问题", "含义"], &chinese)]);
    if std::env::var("GUIDE").is_ok_and(|value| value == "overwrite") {
        fs::write(&path, expected).unwrap();
        return;
    }
    let differs = expected.lines().zip(guide.lines()).find(|(expected, is)| expected != is);
    assert!(
        guide == expected,
        "the tables of rules in locales/README.md differ from tools/engine/rules/; run: \
         GUIDE=overwrite cargo test -p prompts --test guide\nthe first difference: {differs:#?}"
    );
}

/// Returns the rules with the first sentence of each page, as `prompts explain` lists them.
fn rules() -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_prompts")).arg("explain").output().unwrap();
    let list = String::from_utf8(output.stdout).unwrap();
    let (header, rows) = list.split_once('\n').unwrap();
    let finds = header.find("finds").unwrap();
    let row = |row: &str| (row.split(' ').next().unwrap().to_owned(), row[finds..].trim_end_matches('.').to_owned());
    rows.lines().map(row).collect()
}

/// Returns the Chinese sentence of a rule, from `summary.zh-CN.md` in its folder.
fn chinese(rule: &str) -> String {
    let file = format!("tools/engine/rules/{rule}/summary.zh-CN.md");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(&file);
    let text = fs::read_to_string(path).unwrap_or_default();
    let sentence = text.strip_suffix("。\n").filter(|sentence| !sentence.is_empty() && !sentence.contains('\n'));
    sentence.unwrap_or_else(|| panic!("{file}: write one line in Chinese that ends in `。`")).to_owned()
}

fn table(header: [&str; 2], rows: &[(&str, String)]) -> String {
    let row = |(name, sentence): &(&str, String)| format!("| `{name}` | {} |\n", sentence.replace('|', "\\|"));
    format!("| {} | {} |\n|---|---|\n{}", header[0], header[1], rows.iter().map(row).collect::<String>())
}

/// Replaces the text between each pair of markers by a block.
fn with_blocks(text: &str, blocks: &[String]) -> String {
    let (mut written, mut rest) = (String::new(), text);
    for block in blocks {
        let (before, after) = rest.split_once(OPEN).unwrap_or_else(|| panic!("locales/README.md lacks {OPEN}"));
        let (_, after) = after.split_once(CLOSE).unwrap_or_else(|| panic!("locales/README.md lacks {CLOSE}"));
        written += &format!("{before}{OPEN}\n\n{block}\n{CLOSE}");
        rest = after;
    }
    written + rest
}
