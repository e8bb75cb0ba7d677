//! The output of the command in the sessions of `cmd/*.md` and in the examples of the guides.
//!
//! `TRYCMD=overwrite cargo test -p prompts --test cmd` updates the sessions. Review the diff.

use std::path::Path;
use std::process::Command;

#[test]
fn sessions_print_expected_output() {
    trycmd::TestCases::new()
        .env("LANGUAGE", "zh_HK:en")
        .env("LC_ALL", "zh_HK.UTF-8")
        .env("LC_MESSAGES", "")
        .env("LANG", "")
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .case("tests/cmd/*.md");
}

#[test]
fn guide_examples_print_expected_output() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for guide in [
        "README.md",
        "README.zh-CN.md",
        "locales/README.md",
        "docs/library.md",
        "docs/library.zh-CN.md",
        "docs/check.md",
        "docs/check.zh-CN.md",
    ] {
        let text = std::fs::read_to_string(root.join(guide)).unwrap();
        for session in text.split("```console\n").skip(1) {
            let session = session.split("```").next().unwrap();
            for example in session.split("$ cargo prompts ").skip(1) {
                let (arguments, expected) = example.split_once('\n').unwrap();
                let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
                    .args(arguments.split_whitespace())
                    .current_dir(&root)
                    .output()
                    .unwrap();
                let printed = String::from_utf8(output.stdout).unwrap();
                assert_eq!(printed.trim_end(), expected.trim_end(), "{guide}: {arguments}");
            }
        }
    }
}

#[test]
fn posix_c_locale_requests_no_language() {
    let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
        .args(["show", "1004", "--format", "json"])
        .env("LANGUAGE", "zh_CN")
        .env("LC_ALL", "C.UTF-8")
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap();
    let answers: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answers[0]["requested"], serde_json::json!([]));
    assert_eq!(answers[0]["locale"], "en-US");
}

#[test]
fn constants_output_is_unchanged_on_failure() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("constants.rs");
    let run = |folder: &str| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd").join(folder);
        let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
            .args(["constants", "--output"])
            .args([&file, Path::new("--dir"), &folder])
            .output()
            .unwrap();
        assert_eq!(output.stdout, b"");
        (output.status.code().unwrap(), std::fs::read_to_string(&file).unwrap())
    };
    std::fs::write(&file, "old").unwrap();
    assert_eq!(run("invalid.in/locales"), (2, "old".to_owned()));
    let (status, written) = run("other.in/i18n");
    assert_eq!(status, 0);
    assert!(written.contains("pub const SEATS_LEFT: ErrorCode = ErrorCode::new(7);\n"), "{written}");
}

/// A pipe is not a terminal, so there are colours only if they are forced.
#[test]
fn colours_in_a_pipe_must_be_forced() {
    let is_coloured = |variables: &[(&str, &str)]| {
        let output = Command::new(env!("CARGO_BIN_EXE_prompts"))
            .args(["check", "--dir", "locales"])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/check.in"))
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR")
            .env_remove("CLICOLOR_FORCE")
            .env("TERM", "xterm-256color")
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        assert!(!output.stdout.is_empty());
        output.stdout.contains(&0x1B)
    };
    assert!(!is_coloured(&[]));
    assert!(!is_coloured(&[("CLICOLOR", "1")]));
    assert!(is_coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!is_coloured(&[("CLICOLOR_FORCE", "")]));
    assert!(!is_coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}
