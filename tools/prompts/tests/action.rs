//! The GitHub Action passes its inputs to `prompts check`.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The names and values of inputs.
type Inputs<'i> = &'i [(&'i str, &'i str)];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs `tools/action` beside a `tools/check` that prints its arguments, one in a line, and exits with `status`. Returns the
/// exit status, the arguments without those that are always there, and the summary.
fn run(inputs: Inputs<'_>, status: i32) -> (i32, Vec<String>, String) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("tools")).unwrap();
    fs::copy(root().join("tools/action"), dir.path().join("tools/action")).unwrap();
    let check = "for argument; do case $argument in --output=markdown=*) echo summary >\"${argument#*=*=}\" ;; esac; done\n\
                 printf '<%s>\\n' \"$@\"; exit ";
    fs::write(dir.path().join("tools/check"), format!("{check}{status}\n")).unwrap();
    let summary = dir.path().join("summary.md");
    fs::write(&summary, "before\n").unwrap();
    let output = Command::new("bash")
        .arg(dir.path().join("tools/action"))
        .envs(inputs.iter().map(|(name, value)| (format!("INPUT_{name}"), value)))
        .env("GITHUB_STEP_SUMMARY", &summary)
        .env("RUNNER_TEMP", dir.path())
        .current_dir(dir.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    let is_ours = |line: &&str| *line != "<--format=github>" && !line.starts_with("<--output=markdown=");
    let arguments = text.lines().filter(is_ours).map(str::to_owned).collect();
    let summary = fs::read_to_string(summary).unwrap();
    (output.status.code().unwrap(), arguments, summary)
}

#[test]
fn inputs_become_options() {
    let table: [(Inputs<'_>, &[&str]); 14] = [
        (&[], &[]),
        (&[("DIR", "my app/i18n"), ("SOURCE", "en")], &["--dir=my app/i18n", "--source=en"]),
        (&[("ONLY", "a,b")], &["--only=a,b"]),
        (&[("LOCALE", "\n  ja-JP\n  fr-FR\n")], &["--locale=ja-JP,fr-FR"]),
        (&[("ALLOW", "a, b"), ("WARN", "c d"), ("DENY", "e")], &["--allow=a,b", "--warn=c,d", "--deny=e"]),
        (&[("FAIL_ON", "warning"), ("BASELINE", "a b.txt")], &["--fail-on=warning", "--baseline=a b.txt"]),
        (&[("SINCE", "origin/main"), ("ONLY", " \n")], &["--since=origin/main"]),
        (&[("ARGS", "--allow a --fail-on warning")], &["--allow", "a", "--fail-on", "warning"]),
        // Every line of a block counts.
        (
            &[("ARGS", "--allow a\n--fail-on warning\r\n\n  --deny\tb\n")],
            &["--allow", "a", "--fail-on", "warning", "--deny", "b"],
        ),
        (&[("ARGS", "# why\n--allow a\n  # --deny b\n--locale=#c")], &["--allow", "a", "--locale=#c"]),
        (
            &[("ARGS", "--dir 'a b' --source=\"e n\" \"\" c\"d e\"'f'g")],
            &["--dir", "a b", "--source=e n", "", "cd efg"],
        ),
        (&[("ARGS", "--dir C:\\a\\b \"it's\" '\"'")], &["--dir", "C:\\a\\b", "it's", "\""]),
        // Nothing is expanded or run.
        (&[("ARGS", "$HOME * `echo a` $(echo b) ; echo")], &["$HOME", "*", "`echo", "a`", "$(echo", "b)", ";", "echo"]),
        (&[("DIR", "$(touch a)"), ("ARGS", "~")], &["--dir=$(touch a)", "~"]),
    ];
    for (inputs, expected) in table {
        let expected: Vec<String> = expected.iter().map(|argument| format!("<{argument}>")).collect();
        assert_eq!(run(inputs, 0), (0, expected, "before\nsummary\n".to_owned()), "{inputs:?}");
    }
}

#[test]
fn open_quote_stops_the_action() {
    for args in ["--allow \"a", "--allow a\n--deny it's", "a'b\n'"] {
        let (status, lines, summary) = run(&[("ARGS", args)], 0);
        assert_eq!((status, &*summary), (2, "before\n"), "{args}");
        assert!(lines[0].starts_with("::error title=prompts::args: a quote is not closed in this line: "), "{lines:?}");
    }
}

#[test]
fn status_is_that_of_the_check() {
    for status in [0, 1, 2] {
        assert_eq!(run(&[], status).0, status);
    }
}

#[test]
fn every_input_of_the_action_is_passed() {
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    let script = fs::read_to_string(root().join("tools/action")).unwrap();
    let inputs = action.split("\ninputs:\n").nth(1).unwrap().split("\nruns:\n").next().unwrap();
    let names = inputs.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names.map(|line| line.trim().trim_end_matches(':')).collect();
    assert!(names.contains(&"args") && names.len() > 5, "{names:?}");
    for name in names {
        let variable = format!("INPUT_{}", name.replace('-', "_").to_uppercase());
        assert!(action.contains(&format!("{variable}: ${{{{ inputs.{name} }}}}\n")), "action.yml: {name}");
        assert!(script.contains(&format!("${{{variable}:-}}")), "tools/action: {name}");
    }
}
