//! `prompts check`: every finding is at an existing position, and a second run finds the same, in every format.

use std::path::Path;

use fastrand::Rng;
use prompts::{Status, Styling};
use serde_json::Value;

use crate::Target;
use crate::command::execute;
use crate::fluent::{self, TOKENS};
use crate::folder::{Folder, OnDisk, assert_in};

pub(crate) static TARGET: Target = Target { name: "check", verify, generate, line: fluent::entry, tokens: TOKENS };

fn generate(rng: &mut Rng) -> String {
    fluent::folder(rng)
}

fn verify(input: &[u8]) {
    const FORMATS: [(&str, Styling); 6] = [
        ("human", Styling::Plain),
        ("human", Styling::Ansi),
        ("sarif", Styling::Plain),
        ("github", Styling::Plain),
        ("junit", Styling::Plain),
        ("markdown", Styling::Plain),
    ];
    const COMMANDS: [&str; 5] = ["::error ", "::warning ", "::notice ", "::group::", "::endgroup::"];
    let folder = Folder::of(input);
    let disk = folder.write();
    let json = || execute(&disk, &folder, &["check", "--format", "json"], Styling::Plain);
    let report = json();
    let again = json();
    assert_eq!((&report.output, &report.messages, report.status), (&again.output, &again.messages, again.status));
    assert_eq!(disk.read(), folder);

    let (format, styling) = FORMATS[input.len() % FORMATS.len()];
    let other = execute(&disk, &folder, &["check", "--format", format], styling);
    assert_eq!((other.status, &other.messages), (report.status, &report.messages), "{format}");
    if report.status == Status::Failed {
        return;
    }
    let found: Value = serde_json::from_str(&report.output).unwrap();
    let findings = found["findings"].as_array().unwrap();
    findings.iter().for_each(|finding| assert_position(finding, &folder, &disk));
    let of_severity = |severity: &str| findings.iter().filter(|finding| finding["severity"] == severity).count();
    assert_eq!(of_severity("error") > 0, report.status == Status::Findings);
    assert_eq!(found["summary"]["errors"], of_severity("error"));
    assert_eq!(found["summary"]["warnings"], of_severity("warning"));
    match format {
        "sarif" => {
            let sarif: Value = serde_json::from_str(&other.output).unwrap();
            assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), findings.len());
        }
        // Of many findings, the rest are plain lines. No text can be a command.
        "github" => {
            let commands = other.output.lines().filter(|line| line.starts_with("::"));
            let is_known = |line: &str| COMMANDS.iter().any(|command| line.starts_with(command));
            assert!(commands.clone().all(is_known), "{}", other.output);
            let annotations = commands.filter(|line| line.contains(" file=")).count();
            assert_eq!(annotations > 0, !findings.is_empty(), "{}", other.output);
        }
        _ => {}
    }
}

/// Asserts that a finding has a rule and a message, and that its positions exist.
fn assert_position(finding: &Value, folder: &Folder, disk: &OnDisk) {
    let has_text = |part: &Value| part.as_str().is_some_and(|text| !text.trim().is_empty());
    assert!(has_text(&finding["rule"]) && has_text(&finding["message"]), "{finding}");
    let number = |part: &Value| usize::try_from(part.as_u64().unwrap()).unwrap();
    for place in [finding, &finding["related"]].into_iter().filter(|place| !place.is_null()) {
        let shown = place["file"].as_str().unwrap();
        let begin = (number(&place["line"]), number(&place["column"]));
        let Some((_, text)) = disk.file(folder, shown) else {
            // A folder, or a missing file.
            assert!(Path::new(shown).starts_with(disk.path()) && begin == (1, 1), "{finding}");
            continue;
        };
        assert_in(&text, begin.0, begin.1, &finding.to_string());
        if !place["end_line"].is_null() {
            let end = (number(&place["end_line"]), number(&place["end_column"]));
            assert_in(&text, end.0, end.1, &finding.to_string());
            assert!(begin <= end, "{finding}");
        }
    }
}
