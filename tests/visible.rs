//! Names of files that would act on a terminal or a log are shown so that they do not.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
// Windows allows no such names.
#![cfg(unix)]

mod common;

use std::fs;
use std::path::PathBuf;

use code_prompts::{Catalog, LiveCatalog};
use common::{CODES, folder, write};

const HOSTILE: &str = "x\n::error::y\r\u{1B}[2J\u{9B}\u{202E}";
const SHOWN: &str = "x␊::error::y␍␛[2J\\u{9b}\\u{202e}";

/// Writes a catalogue to a folder that has a hostile name.
fn hostile_folder(name: &str) -> PathBuf {
    let files = [
        ("codes.toml", CODES),
        ("zh-CN/a.ftl", "one = 一\ntwo = 二\n    .action = 试\nunknown-code = 未\n"),
        ("en-US/a.ftl", "one = One\n"),
    ];
    let files = files.map(|(path, content)| (format!("{HOSTILE}/{path}"), content));
    folder(name, &files.each_ref().map(|(path, content)| (path.as_str(), *content))).join(HOSTILE)
}

/// Asserts that a text has this many lines, each with the visible form of the name.
fn assert_visible(text: &str, lines: usize) {
    assert_eq!(text.split(['\n', '\r']).filter(|line| line.contains(SHOWN)).count(), lines, "{text:?}");
    assert_eq!(text.split(['\n', '\r']).count(), lines, "{text:?}");
    assert!(!text.contains(['\u{1B}', '\u{9B}', '\u{202E}']), "{text:?}");
}

#[test]
fn names_of_files_and_keys_are_visible_in_faults_and_errors() {
    let dir = hostile_folder("visible-faults");
    write(&dir, &format!("en-US/{HOSTILE}.ftl"), b"one = 1\nbroken = {\n");
    write(&dir, &format!("{HOSTILE}/a.ftl"), b"one = 1\n");
    let faults = Catalog::from_dir(&dir).unwrap().faults().to_vec();
    assert_eq!(faults.len(), 3, "{faults:?}");
    for fault in faults {
        assert_visible(&fault.to_string(), 1);
        assert_visible(&format!("{fault:#}"), 1);
    }

    let key = "x\\n::error::y\\r\\u001B[2J\\u009B\\u202E";
    write(&dir, "codes.toml", format!("source = \"zh-CN\"\n[codes]\n\"{key}\" = \"one\"\n1 = \"{key}\"\n").as_bytes());
    let error = Catalog::from_dir(&dir).unwrap_err();
    assert_visible(&error.to_string(), 1);
    assert_visible(&format!("{error:#}"), error.faults().len());
    assert!(error.faults().len() > 1);
}

#[test]
fn names_of_files_are_visible_in_reports_of_reloads() {
    let dir = hostile_folder("visible-reload");
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    write(&dir, &format!("en-US/{HOSTILE}.ftl"), b"two = {\n");
    let report = live.reload();
    assert_eq!(report.rejected().len(), 1, "{report}");
    assert_visible(&report.to_string(), report.rejected()[0].faults().len());
}

#[test]
#[cfg(feature = "watch")]
fn name_of_folder_is_visible_in_error_of_watch() {
    let dir = hostile_folder("visible-watch");
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    fs::remove_dir_all(&dir).unwrap();
    assert_visible(&live.watch(|_| {}).unwrap_err().to_string(), 1);
}
