//! Links that lead out of the folder that a command reads.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

const COMMANDS: &[&[&str]] = &[
    &["check"],
    &["show", "1"],
    &["list"],
    &["constants"],
    &["status"],
    &["todo", "fr"],
    &["import", "../job.po", "--dry-run"],
    &["fmt", "--check"],
    &["sync", "--dry-run"],
    &["accept", "fr", "a", "--dry-run"],
    &["add-locale", "de", "--dry-run"],
    &["rename", "a", "b", "--dry-run"],
    &["pseudo", "--output", "../pseudo", "--dry-run"],
];

fn tree() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("i18n/codes.toml", "source = \"en\"\n\n[codes]\n1 = \"a\"\n");
    write("i18n/en/a.ftl", "a = A\nunknown-code = U\n");
    write("i18n/fr/a.ftl", "# en: A\na = À\n# en: U\nunknown-code = Û\n");
    write("secret/config", "token = s3cret\n");
    write("wording/en/a.ftl", "a = B\n");
    root
}

fn run(root: &Path, args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_prompts")).args(args).current_dir(root.join("i18n")).output().unwrap();
    let output = String::from_utf8([stdout, stderr].concat()).unwrap();
    (status.code(), output.replace(&fs::canonicalize(root).unwrap().display().to_string(), "ROOT"))
}

#[test]
fn every_command_refuses_a_link_out_of_the_folder() {
    let links = [
        ("fr/b.ftl", "../../secret/config"),
        ("es", "/"),
        ("fr/deep/x.ftl", "../../../secret"),
        ("codes.toml", "../secret/config"),
    ];
    for (link, target) in links {
        let root = tree();
        let path = root.path().join("i18n").join(link);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        symlink(target, &path).unwrap();
        for command in COMMANDS {
            let (status, output) = run(root.path(), &[*command, &["--dir", "."]].concat());
            assert_eq!(status, Some(2), "{command:?}: {output}");
            assert!(
                output.starts_with(&format!("error: ./{link}: this link leads out of the folder, to ")),
                "{output}"
            );
            assert!(output.ends_with("replace it, or allow such links with --follow-links\n"), "{output}");
            assert!(!output.contains("s3cret"), "{output}");
        }
    }
}

#[test]
fn links_out_of_a_folder_of_overrides_are_refused() {
    let root = tree();
    symlink("../../secret/config", root.path().join("wording/en/b.ftl")).unwrap();
    for command in [&["check"][..], &["show", "1"], &["list"]] {
        let (status, output) = run(root.path(), &[command, &["--dir", ".", "--overrides", "../wording"]].concat());
        assert_eq!(status, Some(2), "{command:?}: {output}");
        assert!(
            output.starts_with("error: ../wording/en/b.ftl: this link leads out of the folder, to ROOT/secret/config")
        );
    }
}

#[test]
fn links_out_of_the_folder_are_followed_on_request() {
    let root = tree();
    fs::rename(root.path().join("i18n/fr"), root.path().join("french")).unwrap();
    symlink("../french", root.path().join("i18n/fr")).unwrap();
    for command in COMMANDS.iter().filter(|command| !command.contains(&"--dry-run")) {
        let (_, output) = run(root.path(), &[*command, &["--dir", ".", "--follow-links"]].concat());
        assert!(!output.contains("link"), "{command:?}: {output}");
    }
}

#[test]
fn links_within_the_folder_and_links_to_nowhere_are_as_without_this_rule() {
    let root = tree();
    let i18n = root.path().join("i18n");
    symlink("fr", i18n.join("fr-CA")).unwrap();
    symlink("../secret", i18n.join(".hidden")).unwrap();
    assert_eq!(run(root.path(), &["check", "--dir", "."]).0, Some(0));
    // The folder itself was named by the user.
    symlink("i18n", root.path().join("linked")).unwrap();
    assert_eq!(run(root.path(), &["check", "--dir", "../linked"]).0, Some(0));
    symlink("nowhere.ftl", i18n.join("fr/b.ftl")).unwrap();
    symlink("loop.ftl", i18n.join("fr/loop.ftl")).unwrap();
    let (status, output) = run(root.path(), &["check", "--dir", "."]);
    assert_eq!(status, Some(2));
    assert!(output.starts_with("error: ./fr/b.ftl: can't be read ("), "{output}");
}
