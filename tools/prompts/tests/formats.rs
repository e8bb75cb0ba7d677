//! The output formats of `prompts check` that other programs read are valid.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use boon::{Compiler, Schemas};
use serde_json::Value;

/// Runs `prompts check` in `cmd/check.in/` and returns its output.
fn output(arguments: &str, status: i32) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
        .arg("check")
        .args(arguments.split_whitespace())
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/check.in"))
        .output()
        .unwrap();
    if !arguments.contains("-baseline") {
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
    assert_eq!(output.status.code(), Some(status), "{arguments}");
    String::from_utf8(output.stdout).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn check_json_has_exactly_these_keys() {
    let text = output("--dir locales --format json", 1);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(keys(&json), ["findings", "schema", "summary"]);
    assert_eq!(json["schema"], 1);
    assert_eq!(keys(&json["summary"]), ["errors", "in_baseline", "locales", "since", "warnings"]);
    let locale = ["locale", "messages", "missing", "percent", "stale", "translated"];
    let finding = [
        "codes",
        "column",
        "end_column",
        "end_line",
        "file",
        "fingerprint",
        "help",
        "id",
        "line",
        "locale",
        "message",
        "related",
        "rule",
        "severity",
    ];
    for summary in json["summary"]["locales"].as_array().unwrap() {
        assert_eq!(keys(summary), locale);
    }
    let findings = json["findings"].as_array().unwrap();
    for found in findings {
        assert_eq!(keys(found), finding);
        assert!(found["related"].is_null() || keys(&found["related"]) == ["column", "file", "line", "message"]);
    }
    assert!(findings.iter().any(|found| found["related"].is_null()));
    assert!(findings.iter().any(|found| !found["related"].is_null()));
    assert!(text.starts_with("{\n  \"schema\": 1,\n  \"summary\": {\n    \"errors\": "), "{text}");
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sarif-2.1.0-rtm.5.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let url = schema["id"].as_str().unwrap().to_owned();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource(&url, schema).unwrap();
    let schema = compiler.compile(&url, &mut schemas).unwrap();
    let with_baseline = "--dir locales --format sarif --write-baseline --baseline";
    let with_baseline = format!("{with_baseline} {}/sarif-baseline.txt", env!("CARGO_TARGET_TMPDIR"));
    for (arguments, status) in
        [("--dir locales --format sarif", 1), ("--dir app --source en --format sarif", 0), (&with_baseline, 0)]
    {
        let log: Value = serde_json::from_str(&output(arguments, status)).unwrap();
        if let Err(error) = schemas.validate(&log, schema) {
            panic!("{arguments}: {error:#}");
        }
        // The schema does reject an invalid log.
        let mut wrong = log.clone();
        wrong["runs"][0]["tool"]["driver"]["informationUri"] = Value::Null;
        assert!(schemas.validate(&wrong, schema).is_err());
    }
}

#[test]
fn sarif_has_the_same_findings_as_json() {
    let json: Value = serde_json::from_str(&output("--dir locales --format json", 1)).unwrap();
    let sarif: Value = serde_json::from_str(&output("--dir locales --format sarif", 1)).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(keys(&run["tool"]["driver"]), ["name", "rules", "version"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let (findings, results) = (json["findings"].as_array().unwrap(), run["results"].as_array().unwrap());
    assert_eq!(findings.len(), results.len());
    for (finding, result) in findings.iter().zip(results) {
        assert_eq!(finding["rule"], result["ruleId"]);
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert_eq!(finding["severity"], result["level"]);
        assert_eq!(finding["fingerprint"], result["partialFingerprints"]["promptsFinding/v1"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(finding["file"], place["artifactLocation"]["uri"]);
        let sides =
            [("line", "startLine"), ("column", "startColumn"), ("end_line", "endLine"), ("end_column", "endColumn")];
        for (ours, theirs) in sides {
            assert_eq!(finding[ours], place["region"][theirs]);
        }
        assert_eq!(finding["related"].is_null(), result["relatedLocations"].is_null());
    }
}

#[test]
fn sarif_fingerprints_stay_when_lines_move() {
    let fingerprints = |dir: &Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
            .args(["check", "--source", "en", "--format", "sarif", "--dir", "i18n"])
            .current_dir(dir)
            .output()
            .unwrap();
        let sarif: Value = serde_json::from_slice(&output.stdout).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap().clone();
        let mut found: Vec<String> = results.iter().map(|result| result["partialFingerprints"].to_string()).collect();
        found.sort();
        found
    };
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("moved");
    for locale in ["en", "de"] {
        std::fs::create_dir_all(dir.join("i18n").join(locale)).unwrap();
    }
    std::fs::write(dir.join("i18n/en/a.ftl"), "room-open = Open\n").unwrap();
    std::fs::write(dir.join("i18n/de/a.ftl"), "room-old = Alt\nroom-gone = Weg\n").unwrap();
    let before = fingerprints(&dir);
    std::fs::write(dir.join("i18n/de/a.ftl"), "\n\n\nroom-old = Alt\n\nroom-gone = Weg\n").unwrap();
    assert_eq!(before.len(), 3);
    assert_eq!(fingerprints(&dir), before);
}

#[test]
fn junit_is_well_formed_with_correct_counts() {
    let text = output("--dir locales --format junit", 1);
    let document = roxmltree::Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let count =
        |node: roxmltree::Node<'_, '_>, tag: &str| node.descendants().filter(|node| node.has_tag_name(tag)).count();
    let suites = root.children().filter(|node| node.has_tag_name("testsuite"));
    for node in suites.chain([root]) {
        assert_eq!(node.attribute("tests").unwrap(), count(node, "testcase").to_string());
        assert_eq!(node.attribute("failures").unwrap(), count(node, "failure").to_string());
    }
    assert!(count(root, "failure") > 0);
}

#[test]
fn junit_has_places_and_counts_what_fails_the_check() {
    let failures = |arguments: &str, status| {
        let text = output(&format!("--dir warnings --format junit {arguments}"), status);
        let document = roxmltree::Document::parse(&text).unwrap();
        let failures = document.descendants().filter(|node| node.has_tag_name("failure"));
        let place = |failure: roxmltree::Node<'_, '_>| {
            let case = failure.parent().unwrap();
            ["name", "file", "line"].map(|name| case.attribute(name).unwrap_or_default().to_owned())
        };
        (document.root_element().attribute("failures").unwrap().to_owned(), failures.map(place).collect::<Vec<_>>())
    };
    assert_eq!(failures("", 0), ("0".to_owned(), vec![]));
    let expected = ["obsolete-message", "warnings/en-US/a.ftl", "3"].map(str::to_owned);
    assert_eq!(failures("--fail-on warning", 1), ("1".to_owned(), vec![expected]));
}

#[test]
fn other_formats_are_written_to_files() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (json, markdown) = (dir.join("output.json"), dir.join("output.md"));
    std::fs::write(&json, "something longer than the output".repeat(1000)).unwrap();
    let files = format!("--output json={} --output markdown={}", json.display(), markdown.display());
    let printed = output(&format!("--dir locales --format github {files}"), 1);
    assert_eq!(printed, output("--dir locales --format github", 1));
    assert_eq!(std::fs::read_to_string(json).unwrap(), output("--dir locales --format json", 1));
    assert_eq!(std::fs::read_to_string(markdown).unwrap(), output("--dir locales --format markdown", 1));
}

#[test]
fn statistics_count_all_findings_the_worst_first() {
    let all: Value = serde_json::from_str(&output("--dir locales --format json", 1)).unwrap();
    let json: Value = serde_json::from_str(&output("--dir locales --format json --statistics", 1)).unwrap();
    assert_eq!(keys(&json), ["schema", "statistics", "summary"]);
    assert_eq!(json["summary"], all["summary"]);
    for (list, key) in [("rules", "rule"), ("locales", "locale")] {
        let rows = json["statistics"][list].as_array().unwrap();
        let count = |row: &Value, severity: &str| {
            let findings = all["findings"].as_array().unwrap().iter();
            findings.filter(|found| found[key] == row[key] && found["severity"] == severity).count()
        };
        let counts: Vec<_> = rows.iter().map(|row| (count(row, "error"), count(row, "warning"))).collect();
        assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
        assert_eq!(counts.iter().map(|(errors, warnings)| errors + warnings).sum::<usize>(), 6);
        for (row, (errors, warnings)) in rows.iter().zip(counts) {
            assert_eq!((&row["errors"], &row["warnings"]), (&errors.into(), &warnings.into()));
        }
    }
}

/// GitHub reads 25,000 results, a summary of 1 MiB, and 10 annotations of a kind.
#[test]
fn findings_of_a_huge_tree_stay_within_the_limits_of_github() {
    let dir = tempfile::tempdir().unwrap();
    for locale in ["en", "de"] {
        std::fs::create_dir_all(dir.path().join("i18n").join(locale)).unwrap();
    }
    let messages = |text: &str, count: usize| (0..count).map(|id| format!("m{id} = {text}\n")).collect::<String>();
    std::fs::write(dir.path().join("i18n/en/a.ftl"), messages("One text", 13_000)).unwrap();
    std::fs::write(dir.path().join("i18n/de/a.ftl"), messages("Ein  Text { $x }", 13_000)).unwrap();
    let dir = dir.path().join("i18n");
    let output = |format: &str| output(&format!("--source en --dir {} --format {format}", dir.display()), 1);
    let sarif: Value = serde_json::from_str(&output("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let errors = results.iter().filter(|result| result["level"] == "error").count();
    assert_eq!((results.len(), errors), (25_000, 13_000));
    let notes = &sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notes[0]["message"]["text"], "1,000 findings left out: GitHub reads at most 25000 results");

    let summary = output("markdown --max-findings all");
    assert!((900_000..1024 * 1024).contains(&summary.len()), "{}", summary.len());
    let rows = summary.lines().filter(|line| line.starts_with("| error |") || line.starts_with("| warning |")).count();
    let left_out = summary.lines().last().unwrap().split(' ').next().unwrap().replace(',', "").parse::<usize>();
    assert_eq!(rows + left_out.unwrap(), 26_000);

    let log = output("github");
    let count = |start: &str| log.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(["::error ", "::warning ", "::notice "].map(count), [10, 10, 1]);
    assert_eq!(count(&dir.display().to_string()), 26_000 - 20);
}

/// The annotations are of as many rules and files as possible.
#[test]
fn annotations_are_spread_over_rules_and_files() {
    let dir = tempfile::tempdir().unwrap();
    for locale in ["en", "de"] {
        std::fs::create_dir_all(dir.path().join(locale)).unwrap();
    }
    let old: String = (0..30).map(|id| format!("a{id} = Alt\n")).collect();
    std::fs::write(dir.path().join("en/a.ftl"), "one = One\n").unwrap();
    std::fs::write(dir.path().join("de/a.ftl"), old).unwrap();
    std::fs::write(dir.path().join("de/b.ftl"), "b = Alt\none = Eine  Lücke\n").unwrap();
    let log = output(&format!("--source en --dir {} --format github", dir.path().display()), 0);
    let annotated =
        |part: &str| log.lines().filter(|line| line.starts_with("::warning ") && line.contains(part)).count();
    assert_eq!([annotated("a.ftl"), annotated("b.ftl"), annotated("title=double-space")], [8, 2, 1]);
    assert!(
        log.contains("::notice title=prompts::22 more findings, 0 of them errors: see the log of this step\n"),
        "{log}"
    );
}

#[test]
fn control_characters_are_escaped_in_every_format() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    for locale in ["en", "de", "fr", "ja"] {
        std::fs::create_dir_all(dir.join(locale)).unwrap();
    }
    std::fs::write(dir.join("en/a.ftl"), "one = One\ntwo = Two\n").unwrap();
    std::fs::write(dir.join("de/a.ftl"), "\u{FEFF}one = \u{1B}[31mEins\u{9B}2J\u{202E}\tx\u{7}\r\nold = Alt\r\n")
        .unwrap();
    std::fs::write(dir.join("fr/a.ftl"), "").unwrap();
    std::fs::write(dir.join("ja/a.ftl"), format!("# allow(no-{0}): {0}\none = {0}\n", "席".repeat(3_000_000))).unwrap();
    for format in ["human", "json", "sarif", "github", "junit", "markdown"] {
        let arguments = format!("--source en --format {format} --dir {}", dir.display());
        let text = output(&arguments, 1);
        let is_raw = |character: char| character.is_control() && !matches!(character, '\n' | '\t');
        assert_eq!(text.chars().find(|character| is_raw(*character)), None, "{format}");
        if format == "human" {
            assert!(text.lines().all(|line| line.chars().count() < 1100), "a line of {format} is too long");
        }
    }
}
