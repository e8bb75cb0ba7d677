//! Folders whose names are not UTF-8. Linux allows any bytes in a name; other systems may reject them.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![cfg(target_os = "linux")]

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use clap::Parser;
use prompts::{Cli, Report, Status, Styling, run};

fn folder(name: &[u8]) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paths").join(OsStr::from_bytes(name));
    drop(fs::remove_dir_all(&dir));
    fs::create_dir_all(dir.join("en")).unwrap();
    fs::write(dir.join("codes.toml"), "source = \"en\"\n[codes]\n").unwrap();
    fs::write(dir.join("en/p.ftl"), "a=A\n").unwrap();
    dir
}

fn report(command: &[&str], dir: &Path) -> Report {
    let command = ["prompts"].iter().chain(command).map(OsString::from);
    run(&Cli::parse_from(command.chain(["--dir".into(), dir.into()])), Styling::Plain)
}

#[test]
fn files_in_non_utf8_folders_are_written() {
    let dir = folder(b"\xFC");
    // A locale too, although no program requests it.
    let locale = dir.join(OsStr::from_bytes(b"x\xFC"));
    fs::create_dir_all(&locale).unwrap();
    fs::write(locale.join("p.ftl"), "a=A\n").unwrap();
    for command in [&["add-locale", "de"][..], &["fmt"], &["rename", "a", "b"]] {
        let report = report(command, &dir);
        assert_eq!(report.status, Status::Clean, "{command:?}: {report:?}");
    }
    assert_eq!(fs::read_to_string(dir.join("en/p.ftl")).unwrap(), "b = A\n");
    assert_eq!(fs::read_to_string(locale.join("p.ftl")).unwrap(), "b = A\n");
    assert!(fs::read_to_string(dir.join("de/p.ftl")).unwrap().ends_with("# en: A\n# b =\n"));
    assert!(!dir.join("de.ftl").exists());
}
