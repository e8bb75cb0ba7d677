//! Several writers at once, planted links and temporary files.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const LOCALES: [&str; 6] = ["ar", "de", "en", "fr", "ja", "ru"];
const ROUNDS: usize = 6;

fn tree(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("writers").join(name);
    drop(fs::remove_dir_all(&dir));
    for locale in LOCALES {
        fs::create_dir_all(dir.join(locale)).unwrap();
        fs::write(dir.join(locale).join("a.ftl"), "a-b=A\nunknown-code=?\n").unwrap();
        fs::write(dir.join(locale).join("b.ftl"), "c =   { a-b }\n").unwrap();
    }
    fs::write(dir.join("codes.toml"), "source = \"en\"\n[codes]\n1 = \"a-b\"\n2 = \"c\"\n").unwrap();
    dir
}

fn files(dir: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(dir).unwrap().to_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn command(dir: &Path, command: &[&str]) -> Command {
    let mut process = Command::new(env!("CARGO_BIN_EXE_prompts"));
    process.args(command).arg("--dir").arg(dir).stdout(Stdio::null()).stderr(Stdio::piped());
    process
}

/// In whichever order they run, the result is that of one after the other, or of the one that succeeds.
#[test]
fn commands_at_once_write_one_after_the_other() {
    for [one, other] in [
        [&["fmt"][..], &["rename", "a-b", "d-e"]],
        [&["rename", "a-b", "d-e"], &["rename", "a-b", "f-g"]],
        [&["rename", "a-b", "d-e"], &["add-locale", "pt-BR"]],
    ] {
        let in_order = |commands: &[&[&str]]| {
            let dir = tree("in-order");
            for arguments in commands {
                command(&dir, arguments).status().unwrap();
            }
            files(&dir)
        };
        let both = [in_order(&[one, other]), in_order(&[other, one])];
        let (one_only, other_only) = (in_order(&[one]), in_order(&[other]));
        for _ in 0..ROUNDS {
            let dir = tree("at-once");
            let processes = [one, other].map(|arguments| command(&dir, arguments).spawn().unwrap());
            let outputs = processes.map(|process| process.wait_with_output().unwrap());
            let is_done = [&outputs[0], &outputs[1]].map(|output| output.status.success());
            let found = files(&dir);
            let expected = match is_done {
                [true, true] => both.contains(&found),
                [true, false] => found == one_only,
                [false, true] => found == other_only,
                [false, false] => false,
            };
            assert!(expected, "{one:?}, {other:?}: {outputs:?}: {found:#?}");
        }
    }
}

/// Temporary files had the name of the file, with the number of the process.
#[test]
fn planted_links_are_not_written_through() {
    let dir = tree("planted");
    let outside = dir.with_extension("outside");
    fs::write(&outside, "outside").unwrap();
    let name = format!("a.ftl.{}.tmp", std::process::id());
    std::os::unix::fs::symlink(&outside, dir.join("en").join(&name)).unwrap();
    let cli = ["prompts", "fmt", "--follow-links", "--dir", dir.to_str().unwrap()];
    let report = prompts::run(&clap::Parser::parse_from(cli), prompts::Styling::Plain);
    assert_eq!(report.status, prompts::Status::Clean, "{report:?}");
    assert_eq!(fs::read_to_string(&outside).unwrap(), "outside");
    assert!(fs::symlink_metadata(dir.join("en").join(&name)).unwrap().is_symlink());
    assert!(!fs::symlink_metadata(dir.join("en/a.ftl")).unwrap().is_symlink());
}

#[test]
fn temporary_files_of_interrupted_commands_are_noted() {
    let dir = tree("strays");
    let stray = dir.join("fr/.prompts-x.tmp");
    fs::write(&stray, "").unwrap();
    let output = command(&dir, &["fmt"]).output().unwrap();
    let note = format!("note: removed {}, left by an interrupted command\n", stray.display());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), note);
    assert!(!stray.exists());
}
