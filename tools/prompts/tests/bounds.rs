//! The output of `prompts check` is in proportion to its input, and only what people read is cut short.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use clap::Parser;
use prompts::{Cli, Report, Status, Styling, run, run_to};
use serde_json::Value;

/// Checks a translation of `a = A`.
fn check(translation: &str, arguments: &[&str]) -> Report {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("en.ftl"), "a = A\n").unwrap();
    fs::write(dir.path().join("fr.ftl"), translation).unwrap();
    let shown = dir.path().to_str().unwrap();
    let all = ["prompts", "check", "--source", "en", "--dir", shown];
    run(&Cli::parse_from(all.iter().chain(arguments)), Styling::Plain)
}

fn json(translation: &str) -> Value {
    serde_json::from_str(&check(translation, &["--format", "json"]).output).unwrap()
}

/// 300 warnings, and after them an error.
fn many() -> String {
    let warnings: String = (0..300).map(|index| format!("obsolete-{index} = x\n")).collect();
    format!("a = B\n{warnings}broken = {{\n")
}

#[test]
fn findings_for_people_are_limited_and_errors_come_first() {
    let rows = |format: &str, output: &str| {
        let is_row = |line: &&str| match format {
            "human" => line.starts_with("error[") || line.starts_with("warning["),
            "github" => line.contains(".ftl,line=") || line.contains(": error[") || line.contains(": warning["),
            _ => line.starts_with("| error |") || line.starts_with("| warning |"),
        };
        output.lines().filter(is_row).count()
    };
    for format in ["human", "github", "markdown"] {
        for (arguments, shown, note) in [
            (&["--max-findings", "100"][..], 100, "201 more findings are not shown; `--max-findings all` shows them"),
            (&["--max-findings", "300"], 300, "1 more finding is not shown; `--max-findings all` shows it"),
            (&["--max-findings", "0"], 0, "301 more findings are not shown"),
            (&["--max-findings", "all"], 301, ""),
        ] {
            let report = check(&many(), &[&["--format", format], arguments].concat());
            assert_eq!(rows(format, &report.output), shown, "{format} {arguments:?}");
            assert!(report.output.contains(note), "{format} {arguments:?}");
            assert_eq!(report.output.contains("not shown"), shown < 301, "{format} {arguments:?}");
            assert_eq!(report.output.contains("fr.ftl:302") || report.output.contains("line=302"), shown > 0);
            assert_eq!(report.status, Status::Findings, "{format} {arguments:?}");
        }
        // The log of GitHub Actions is complete.
        let default = if format == "github" { 301 } else { 100 };
        assert_eq!(rows(format, &check(&many(), &["--format", format]).output), default, "{format}");
    }
    assert!(check(&many(), &["--max-findings", "1"]).output.ends_with("1 error, 300 warnings\n"));
}

#[test]
fn findings_for_programs_are_complete() {
    let found = json(&many());
    assert_eq!((found["summary"]["errors"].as_u64(), found["summary"]["warnings"].as_u64()), (Some(1), Some(300)));
    assert_eq!(found["findings"].as_array().unwrap().len(), 301);
    let limited = ["--max-findings", "1", "--format"];
    let sarif = check(&many(), &[&limited[..], &["sarif"]].concat()).output;
    assert_eq!(sarif.matches("\"ruleId\"").count(), 301);
    let junit = check(&many(), &[&limited[..], &["junit"]].concat()).output;
    assert_eq!(junit.matches("fr.ftl:").count(), 301);
    assert_eq!(check(&many(), &[&limited[..], &["json"]].concat()).status, Status::Findings);
}

#[test]
fn output_for_each_finding_is_bounded_in_a_long_line() {
    let line = |count: usize| format!("a = {}\n", format!("{}{{ b }}", "é".repeat(50)).repeat(count));
    for format in ["human", "json", "sarif", "github", "junit", "markdown"] {
        let size = |count| check(&line(count), &["--format", format, "--max-findings", "all"]).output.len();
        let of_each = (size(2_000) - size(1_000)) / 1_000;
        assert!(of_each < 3_000, "{format}: {of_each} bytes");
    }
}

/// Each finding names the message, or its variable, which has half the length of the file.
#[test]
fn output_for_each_finding_is_bounded_for_a_long_name() {
    let name = format!("a{}", "b".repeat(100_000));
    let attributes: String = (0..1_000).map(|index| format!("    .a{index} = x\u{7}\n")).collect();
    let repeated = "    .again = x\n".repeat(1_000);
    let empty: String = (0..1_000).map(|index| format!("        [k{index}] x\u{FFFD}\n")).collect();
    for text in [
        format!("{name} = x\n{attributes}"),
        format!("{name} = x\n{repeated}"),
        format!("{name} = {{ $v ->\n{empty}       *[other] x\n    }}\n"),
    ] {
        let report = check(&text, &["--format", "json"]);
        let found: Value = serde_json::from_str(&report.output).unwrap();
        let count = found["findings"].as_array().unwrap().len();
        assert!(count >= 999, "{count}: {}", &text[text.len() - 100..]);
        assert!(report.output.len() < 2_000 * count, "{} bytes: {}", report.output.len(), &text[text.len() - 100..]);
    }
}

#[test]
fn findings_are_written_one_after_another() {
    /// Fails after some bytes, as a disk that is full does.
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("en.ftl"), many()).unwrap();
    for format in ["human", "json", "sarif", "github", "junit", "markdown"] {
        let shown = dir.path().to_str().unwrap();
        let cli = Cli::parse_from(["prompts", "check", "--source", "en", "--dir", shown, "--format", format]);
        let (report, written) = run_to(&cli, Styling::Plain, &mut Full(10));
        assert_eq!(written.map_err(|error| error.kind()), Err(std::io::ErrorKind::StorageFull), "{format}");
        assert_eq!((report.output.as_str(), report.status), ("", Status::Findings), "{format}");
    }
}
