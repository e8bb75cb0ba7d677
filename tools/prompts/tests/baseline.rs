//! `prompts check --baseline`: known findings are not reported, new ones and needless lines are.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// A folder `i18n` with six findings.
fn tree() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let files = [
        ("en/a.ftl", "one = One  { $x }\ntwo = Two\nthree = Three\n"),
        ("de/a.ftl", "one = Eins { $y }\nold = Alt\n"),
        ("fr/a.ftl", "one = Un { $x }\ntwo = Deux\n"),
    ];
    for (path, text) in files {
        write(dir.path(), path, text);
    }
    dir
}

fn write(dir: &Path, path: &str, text: &str) {
    let path = dir.join("i18n").join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs `prompts check` in a folder. Returns the exit status, standard output and standard error.
fn check(dir: &Path, arguments: &str) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
        .args(["check", "--allow", "undocumented-variable", "--fail-on", "warning", "--source", "en"])
        .args(["--baseline", "known.txt"])
        .args(if arguments.contains("--dir") { &[][..] } else { &["--dir", "i18n"] })
        .args(arguments.split_whitespace())
        .current_dir(dir)
        .output()
        .unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (output.status.code().unwrap(), out, err)
}

/// Returns the rule, the locale and the message id of each finding.
fn found(dir: &Path, arguments: &str) -> Vec<String> {
    let (_, out, err) = check(dir, &format!("{arguments} --format json"));
    let json: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{err}"));
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or("-").to_owned();
    let findings = json["findings"].as_array().unwrap().iter();
    findings.map(|finding| ["locale", "rule", "id"].map(|key| text(finding, key)).join(" ")).collect()
}

fn known(dir: &Path) -> String {
    fs::read_to_string(dir.join("known.txt")).unwrap()
}

#[test]
fn old_tree_starts_green_and_new_findings_are_reported() {
    let (tree, none) = (tree(), Vec::<String>::new());
    let dir = tree.path();
    let (status, out, err) = check(dir, "--write-baseline");
    assert_eq!((status, &*err), (0, "known.txt: 6 findings written\n"));
    assert!(out.ends_with("\n0 errors, 0 warnings; 6 in the baseline\n"), "{out}");
    assert_eq!(check(dir, "").0, 0);
    assert_eq!(found(dir, ""), none);

    let lines = known(dir);
    let fields: Vec<&str> = lines.lines().skip(2).map(|line| line.rsplit_once(' ').unwrap().0).collect();
    let expected = [
        "de missing-message a.ftl three",
        "de missing-message a.ftl two",
        "de obsolete-message a.ftl old",
        "de unknown-variable a.ftl one",
        "en double-space a.ftl one",
        "fr missing-message a.ftl three",
    ];
    assert_eq!(fields, expected.map(|line| line.replace(" a.ftl", &format!(" {}/a.ftl", &line[..2]))));

    // Moved lines, another file and another path of the folder are no difference.
    fs::remove_file(dir.join("i18n/de/a.ftl")).unwrap();
    write(dir, "de/b.ftl", "\n\nold = Alt\n\none = Eins { $y }\n");
    assert_eq!(found(dir, ""), none);
    assert_eq!(found(dir, &format!("--dir {}", dir.join("i18n").display())), none);
    // A second finding of the same kind in the same message is one.
    write(dir, "en/a.ftl", "one = One  { $x }\n    .hint = Press  here\ntwo = Two\nthree = Three\n");
    assert_eq!(found(dir, "--only double-space"), ["en double-space one"]);
    write(dir, "en/a.ftl", "one = One  { $x }\ntwo = Two\nthree = Three\n");
    write(dir, "de/b.ftl", "old = Alt\none = Eins { $y } { $z }\n");
    assert_eq!(found(dir, ""), ["de unknown-variable one"]);
    assert_eq!(check(dir, "").0, 1);
}

#[test]
fn lines_that_no_finding_needs_are_reported_and_pruned() {
    let tree = tree();
    let dir = tree.path();
    check(dir, "--write-baseline");
    let before = known(dir);
    write(dir, "de/a.ftl", "one = Eins { $x }\ntwo = Zwei\n");
    write(dir, "fr/a.ftl", "one = Un { $x }\ntwo = Deux\nthree = Trois\nvieux = Vieux\n");

    let (status, out, _) = check(dir, "");
    assert_eq!(status, 1);
    let expected = "\
warning[unused-baseline]: 4 findings of the baseline no longer exist: lines 4, 5, 6, 8
 --> known.txt:4:1
  = help: delete the lines, or let `--prune-baseline` do it
";
    assert!(out.contains(expected), "{out}");
    assert!(out.ends_with("\n0 errors, 2 warnings; 2 in the baseline\n"), "{out}");
    // What was not checked may still be needed.
    for arguments in
        ["--locale en", "--only double-space --locale en", "--only unused-allow", "--allow unused-baseline"]
    {
        assert!(!found(dir, arguments).contains(&"- unused-baseline -".to_owned()), "{arguments}");
    }
    assert_eq!(found(dir, "--locale de"), ["- unused-baseline -"]);
    assert_eq!(found(dir, "--only missing-message,unused-baseline"), ["- unused-baseline -"]);
    let (_, out, _) = check(dir, "--locale de --only missing-message,unused-baseline");
    assert!(out.contains("this finding of the baseline no longer exists\n --> known.txt:4:1"), "{out}");

    let (status, _, err) = check(dir, "--prune-baseline --locale de");
    assert_eq!((status, &*err), (0, "known.txt: 3 findings written\n"));
    let (status, _, err) = check(dir, "--prune-baseline");
    assert_eq!((status, &*err), (1, "known.txt: 2 findings written\n"));
    let kept =
        |line: &&str| line.starts_with('#') || line.contains(" double-space ") || line.contains("de/a.ftl three");
    assert_eq!(known(dir).lines().collect::<Vec<_>>(), before.lines().filter(kept).collect::<Vec<_>>());
    assert_eq!(found(dir, ""), ["fr obsolete-message vieux"]);
}

#[test]
fn part_of_a_baseline_can_be_written() {
    let tree = tree();
    let dir = tree.path();
    check(dir, "--write-baseline");
    let all = known(dir);
    for arguments in ["", "--locale de", "--only missing-message", "--allow missing-message", "--dir ./i18n"] {
        check(dir, &format!("--write-baseline {arguments}"));
        assert_eq!(known(dir), all, "{arguments}");
    }
    fs::remove_file(dir.join("known.txt")).unwrap();
    check(dir, "--write-baseline --only missing-message");
    assert_eq!(check(dir, "--write-baseline --locale de").2, "known.txt: 5 findings written\n");
    check(dir, "--write-baseline --locale en");
    assert_eq!(known(dir), all);
    // The order of the lines, spaces, empty lines and other line ends do not matter.
    let mut lines: Vec<&str> = all.lines().collect();
    lines[2..].reverse();
    lines.push("");
    fs::write(dir.join("known.txt"), lines.join("\r\n").replace(' ', "  ").replacen("  ", " ", 3)).unwrap();
    assert_eq!(found(dir, ""), Vec::<String>::new());
}

#[test]
fn damaged_baseline_stops_the_check() {
    let tree = tree();
    let dir = tree.path();
    check(dir, "--write-baseline");
    let good = known(dir);
    let table = [
        ("<<<<<<< ours\n", ":3: a merge conflict; keep the lines of both sides, and delete the marks"),
        ("=======\n", ":3: a merge conflict; keep the lines of both sides, and delete the marks"),
        (
            "de missing-message a.ftl one\n",
            ":3: a damaged line, which should be `LOCALE RULE FILE ID FINGERPRINT`; restore it, or delete it",
        ),
        (
            "de missing-message a.ftl one 12:1\n",
            ":3: a damaged line, which should be `LOCALE RULE FILE ID FINGERPRINT`; restore it, or delete it",
        ),
    ];
    for (line, problem) in table {
        let damaged = good.replacen("both sides.\n", &format!("both sides.\n{line}"), 1);
        fs::write(dir.join("known.txt"), &damaged).unwrap();
        for arguments in ["", "--write-baseline", "--prune-baseline"] {
            let expected = (2, String::new(), format!("error: known.txt{problem}\n"));
            assert_eq!(check(dir, arguments), expected);
            assert_eq!(known(dir), damaged);
        }
    }
    for (text, problem) in [
        (good.replacen("baseline 1", "baseline 2", 1), "its version is `2`, and not 1"),
        (String::new(), "it does not begin with `# prompts baseline 1`"),
    ] {
        fs::write(dir.join("known.txt"), text).unwrap();
        let (status, _, err) = check(dir, "");
        let start = "error: known.txt:1: this is no baseline of this version of prompts: ";
        assert_eq!((status, &*err), (2, &*format!("{start}{problem}; delete it and write it again\n")));
    }
    fs::remove_file(dir.join("known.txt")).unwrap();
    let (status, _, err) = check(dir, "");
    assert_eq!(status, 2);
    assert!(err.starts_with("error: known.txt: the baseline can't be read ("), "{err}");
    assert!(err.ends_with("); `--write-baseline` creates one\n"), "{err}");
    assert_eq!(check(dir, "--prune-baseline").0, 2);
    fs::create_dir(dir.join("known.txt")).unwrap();
    assert_eq!(check(dir, "--write-baseline").0, 2);
}

/// Neither are findings lost when the file can't be written, nor is the file.
#[test]
fn baseline_that_cannot_be_written_stops_the_check() {
    let tree = tree();
    let dir = tree.path();
    let (status, out, err) = check(dir, "--write-baseline --baseline no/such/known.txt");
    assert_eq!((status, &*out), (2, ""), "{err}");
    let (status, out, err) = check(dir, "--write-baseline --only syntax --locale nl");
    assert_eq!((status, &*out), (2, ""), "{err}");
    assert!(!dir.join("known.txt").exists());
}
