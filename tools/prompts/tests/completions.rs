//! Completions and manual pages.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn prompts() -> Command {
    Command::new(env!("CARGO_BIN_EXE_prompts"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Returns the values that a shell is offered for the last word.
fn candidates(words: &[&str], folder: &Path) -> Vec<String> {
    let output = prompts()
        .current_dir(folder)
        .env("PROMPTS_COMPLETE", "bash")
        .env("_CLAP_IFS", "\n")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .args(["--", "prompts"])
        .args(words)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let mut values: Vec<_> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| line.trim_end().to_owned()).collect();
    values.sort();
    values
}

#[test]
fn completions_know_rules_locales_and_codes() {
    let root = root();
    let elsewhere = tempfile::tempdir().unwrap();
    let component = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/component.in/locales");
    let component = component.to_str().unwrap();
    let cases: [(&[&str], &Path, &[&str]); 11] = [
        (&["compl"], &root, &["completions"]),
        (&["explain", "missing-pl"], &root, &["missing-plural"]),
        (
            &["check", "--only", "unknown-"],
            &root,
            &["unknown-attribute", "unknown-function", "unknown-message", "unknown-term", "unknown-variable"],
        ),
        (&["check", "--locale", "zh"], &root, &["zh-CN", "zh-TW"]),
        (&["todo", "ja"], &root, &["ja-JP"]),
        (&["show", "302"], &root, &["30206", "30207"]),
        (&["show", "room-cl"], &root, &["room-closed"]),
        (&["rename", "room-cl"], &root, &["room-closed"]),
        (&["list", "--dir", component, "--locale", ""], &root, &["en-US", "zh-CN", "zh-TW"]),
        (&["add-locale", "ja"], &root, &[]),
        // The embedded texts.
        (&["show", "1004", "--locale", "de"], elsewhere.path(), &["de-DE"]),
    ];
    for (words, folder, expected) in cases {
        assert_eq!(candidates(words, folder), expected, "{words:?}");
    }
}

/// Bash is everywhere that this runs; the others are tried where they are installed.
#[cfg(unix)]
#[test]
fn completion_scripts_load_and_call_the_command() {
    let folder = tempfile::tempdir().unwrap();
    for (shell, options) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        let script = prompts().args(["completions", shell]).output().unwrap();
        assert!(script.status.success());
        let file = folder.path().join(shell);
        fs::write(&file, &script.stdout).unwrap();
        match Command::new(shell).arg(options).arg(&file).output() {
            Ok(output) => assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr)),
            Err(_) => assert_ne!(shell, "bash", "bash is not installed"),
        }
    }
    // As bash does after `prompts show 302` and the Tab key.
    let complete = "source <(prompts completions bash)
        COMP_WORDS=(prompts show 302) COMP_CWORD=2 COMP_TYPE=9
        _clap_complete_prompts prompts 302 show
        printf '%s\\n' \"${COMPREPLY[@]}\"";
    let bin = Path::new(env!("CARGO_BIN_EXE_prompts")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash").args(["-c", complete]).env("PATH", path).current_dir(root()).output().unwrap();
    let words: Vec<String> = String::from_utf8(output.stdout).unwrap().split_whitespace().map(str::to_owned).collect();
    assert_eq!(words, ["30206", "30207"], "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn manual_has_a_page_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("share/man1");
    assert!(prompts().arg("man").arg(&pages).status().unwrap().success());
    let names: BTreeSet<String> =
        fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let help = String::from_utf8(prompts().arg("--help").output().unwrap().stdout).unwrap();
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let commands =
        commands.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let expected: BTreeSet<String> = (commands.filter(|name| *name != "help"))
        .map(|name| format!("prompts-{name}.1"))
        .chain(["prompts.1".to_owned()])
        .collect();
    assert_eq!(names, expected);
    let page = fs::read_to_string(pages.join("prompts-constants.1")).unwrap();
    assert!(page.contains("prompts constants \\-\\-dir other/locales"), "{page}");

    // Where one of these is installed, it has no warnings.
    for name in names {
        let page = pages.join(&name);
        for (program, arguments) in
            [("groff", &["-Kutf8", "-man", "-Tutf8", "-ww", "-z"][..]), ("mandoc", &["-T", "lint", "-W", "warning"])]
        {
            if let Ok(output) = Command::new(program).args(arguments).arg(&page).output() {
                let said =
                    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
                assert_eq!(said, "", "{program} {name}");
            }
        }
    }
}
