//! The output of the command for this project's own `locales/`.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use prompts::{Cli, Styling, run};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the output of a command for `locales/`.
fn output(arguments: &str) -> String {
    let locales = root().join("locales");
    let arguments = ["prompts"].into_iter().chain(arguments.split(' ')).chain(["--dir", locales.to_str().unwrap()]);
    let report = run(&Cli::parse_from(arguments), Styling::Plain);
    assert_eq!(report.messages, Vec::<String>::new());
    report.output
}

#[test]
fn library_constants_match_codes_toml() {
    let file = fs::read_to_string(root().join("src/error_code/constants.rs")).unwrap();
    assert!(
        output("constants --style associated") == file,
        "locales/codes.toml has changed; run: \
         cargo prompts constants --style associated --output src/error_code/constants.rs"
    );
}

#[test]
fn chinese_list_matches_the_source_table() {
    let table = fs::read_to_string(root().join("tests/fixtures/component-error-codes.tsv")).unwrap();
    let expected: Vec<String> = (table.lines().skip(1))
        .map(|row| row.split('\t').collect::<Vec<_>>())
        .map(|cells| format!("| {} | {} | {} |", cells[0], cells[3], cells[4]))
        .collect();
    assert_eq!(expected.len(), 33);
    let list = output("list --locale zh-CN --format markdown");
    // In the order of the table. Codes that were added later may come between.
    let is_in_table =
        |row: &&str| expected.iter().any(|expected| expected.split(" | ").next() == row.split(" | ").next());
    assert_eq!(list.lines().skip(2).filter(is_in_table).collect::<Vec<_>>(), expected);
}

#[test]
fn json_list_has_one_object_per_code() {
    let list: serde_json::Value = serde_json::from_str(&output("list --locale en-US --format json")).unwrap();
    let codes = code_prompts::Catalog::embedded().codes().len();
    assert_eq!(list.as_array().unwrap().len(), codes);
    assert!(list.as_array().unwrap().iter().all(|answer| answer["faults"].as_array().unwrap().is_empty()));
    let show: serde_json::Value =
        serde_json::from_str(&output("show -4 --arg im-reused=false --locale en-US --format json")).unwrap();
    let mut listed = list[0].as_object().unwrap().clone();
    let variants = listed.remove("variants").unwrap();
    assert_eq!(listed, *show[0].as_object().unwrap());
    let variants: Vec<_> =
        variants.as_array().unwrap().iter().map(|variant| (&variant["arguments"], &variant["text"])).collect();
    assert_eq!(
        variants,
        [
            (&serde_json::json!({ "im-reused": "true" }), &serde_json::json!("Sign in to IM first")),
            (&serde_json::json!({}), &serde_json::json!("Could not sign in to IM")),
        ]
    );
    assert_eq!(list[1]["variants"], serde_json::json!([]));
    let keys: Vec<&str> = listed.keys().map(String::as_str).collect();
    let expected = ["action", "code", "description", "faults", "id", "known", "locale", "requested", "text"];
    assert_eq!(keys, expected);
}
