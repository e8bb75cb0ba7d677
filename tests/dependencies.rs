//! The procedural macros among the library's dependencies. They run on the machine that compiles it.

use std::process::Command;

/// The procedural macros that the library is compiled with, and the package that depends on each. Add one only if there
/// is no other way.
const MACROS: &[(&str, &str)] = &[
    ("displaydoc", "unic-langid > tinystr"),
    ("include_dir_macros", "include_dir"),
    ("thiserror-impl", "fluent-syntax"),
];

#[test]
fn dependencies_have_only_listed_procedural_macros() {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
    cargo.args(["tree", "--offline", "--locked", "--package", "code-prompts", "--prefix", "none"]);
    cargo.args(["--edges", "normal,build"]);
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    // A line is `displaydoc v0.2.7 (proc-macro)`, followed by ` (*)` if the package is already listed above.
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines.lines().map(|line| line.trim_end_matches(" (*)"));
    let mut macros: Vec<&str> =
        lines.filter_map(|line| Some(line.strip_suffix(" (proc-macro)")?.split_once(' ')?.0)).collect();
    macros.sort_unstable();
    macros.dedup();
    assert_eq!(macros, MACROS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}
