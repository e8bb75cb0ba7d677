//! Injects defects of every class, one at a time, into this project's own locales. The check finds each of them, and
//! nothing before.
//!
//! `cargo test -p prompts --test injector -- --nocapture` prints a table of the results.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "injector/classes.rs"]
mod classes;
#[path = "injector/edits.rs"]
mod edits;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Parser;
use classes::CLASSES;
use fastrand::Rng;
use prompts::{Cli, Styling, run};

/// The number of instances of each class, in different places where possible.
const INSTANCES: usize = 20;
const ZH: &str = "zh-CN/prompts.ftl";
const EN: &str = "en-US/prompts.ftl";
const ZH_EXTRA: &str = "zh-CN/extra.ftl";
const EN_EXTRA: &str = "en-US/extra.ftl";
const CODES: &str = "codes.toml";

/// A tree in memory: its files by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// Puts a defect into a tree. Returns the number of its line, if it has one.
type Inject = fn(&mut Files, &mut Rng) -> Option<usize>;

#[test]
fn check_finds_every_injected_defect() {
    let clean = base();
    assert_eq!(found("clean", &clean), Vec::<(String, usize)>::new(), "the clean tree");
    let mut missed = Vec::new();
    println!("{:46} {:24} {:>9} {:>9}", "defect", "rule", "found", "in place");
    for (class, (name, rule, inject)) in CLASSES.iter().enumerate() {
        let (mut hits, mut in_place, mut placed) = (0, 0, 0);
        for seed in 0..INSTANCES {
            let mut files = clean.clone();
            let mut random = Rng::with_seed((class * 1_000 + seed) as u64);
            let line = inject(&mut files, &mut random);
            let findings = found(&format!("{class}"), &files);
            let by_rule: Vec<_> = findings.iter().filter(|(found, _)| found == rule).collect();
            hits += usize::from(!by_rule.is_empty());
            if let Some(line) = line {
                placed += 1;
                in_place += usize::from(by_rule.iter().any(|(_, found)| *found == line));
            }
            if by_rule.is_empty() {
                missed.push(format!("{name}, instance {seed}: {findings:?}"));
            }
        }
        println!("{name:46} {rule:24} {hits:>5}/{INSTANCES} {in_place:>6}/{placed}");
        if in_place < placed {
            missed.push(format!("{name}: found in another place {} times of {placed}", placed - in_place));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Returns this project's locales, and a few messages of kinds that they do not have.
fn base() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Files::new();
    for (folder, paths) in
        [(root.join("../../locales"), &[CODES, ZH, EN][..]), (root.join("tests/data/injector"), &[ZH_EXTRA, EN_EXTRA])]
    {
        for path in paths {
            files.insert((*path).to_owned(), std::fs::read(folder.join(path)).unwrap());
        }
    }
    let codes = String::from_utf8(files[CODES].clone()).unwrap();
    let extra = std::fs::read_to_string(root.join("tests/data/injector/codes.toml")).unwrap();
    files.insert(CODES.to_owned(), codes.replace("[codes]\n", &format!("[codes]\n{extra}")).into_bytes());
    files
}

/// Checks a tree, and returns the rule and the line of each finding.
fn found(name: &str, files: &Files) -> Vec<(String, usize)> {
    let dir: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("injector").join(name);
    if dir.exists() {
        std::fs::remove_dir_all(&dir).unwrap();
    }
    for (path, content) in files {
        let path = dir.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    let report =
        run(&Cli::parse_from(["prompts", "check", "--format", "json", "--dir", dir.to_str().unwrap()]), Styling::Plain);
    assert_eq!(report.messages, Vec::<String>::new(), "{name}");
    let report: serde_json::Value = serde_json::from_str(&report.output).unwrap();
    let finding = |finding: &serde_json::Value| {
        (finding["rule"].as_str().unwrap().to_owned(), finding["line"].as_u64().unwrap() as usize)
    };
    report["findings"].as_array().unwrap().iter().map(finding).collect()
}
