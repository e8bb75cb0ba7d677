//! What the library brings along, held against what the guides say of it.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::process::Command;

/// The packages that the library needs by edges of these kinds, as cargo counts them. Itself is not among them.
fn packages(edges: &str) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    cargo.args(["tree", "--offline", "--locked", "--package", "code-prompts", "--prefix", "none", "--edges", edges]);
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    // What has been listed before has a star behind it, and the library its path.
    let names = lines.lines().map(|line| line.trim_end_matches(" (*)").to_owned());
    names.filter(|name| !name.starts_with("code-prompts ")).collect()
}

#[test]
fn the_guides_tell_how_many_there_are() {
    let all = packages("normal,build").len();
    let compiling = all - packages("normal,no-proc-macro").len();
    for (guide, text, sentence) in [
        (
            "README.md",
            include_str!("../README.md"),
            format!("The library brings {all} packages along, {compiling} of them only while it is compiled"),
        ),
        (
            "README.zh-CN.md",
            include_str!("../README.zh-CN.md"),
            format!("该库会带来 {all} 个依赖包，其中 {compiling} 个只在编译时使用"),
        ),
    ] {
        assert!(text.contains(&sentence), "{guide} should say: {sentence}");
    }
}

/// Each runs on the machine of whoever compiles the library. A new one wants a reason.
#[test]
fn no_macro_runs_that_has_no_reason_to() {
    let all = packages("normal,build");
    let macros: Vec<&str> =
        all.iter().filter_map(|name| Some(name.strip_suffix(" (proc-macro)")?.split_once(' ')?.0)).collect();
    let expected = [
        "displaydoc",     // unic-langid > tinystr
        "thiserror-impl", // fluent-syntax
    ];
    assert_eq!(macros, expected);
}
