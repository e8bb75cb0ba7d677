//! The exact output of `sync` for files that people have edited.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use clap::Parser;
use prompts::{Cli, Status, Styling, run};

/// Syncs a translation twice, asserts that the second run changes nothing, and returns the result.
fn synced(name: &str, source: &str, translation: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sync").join(name);
    drop(fs::remove_dir_all(&folder));
    for (locale, text) in [("zh-CN", source), ("fr", translation)] {
        fs::create_dir_all(folder.join(locale)).unwrap();
        fs::write(folder.join(locale).join("a.ftl"), text).unwrap();
    }
    let sync = || {
        let dir = folder.to_str().unwrap();
        let report = run(&Cli::parse_from(["prompts", "sync", "--dir", dir, "--source", "zh-CN"]), Styling::Plain);
        assert_eq!(report.status, Status::Clean, "{name}: {:?}", report.messages);
        fs::read_to_string(folder.join("fr/a.ftl")).unwrap()
    };
    let once = sync();
    assert_eq!(sync(), once, "{name}: the second time");
    once
}

#[test]
fn sync_keeps_edited_text_in_place() {
    let table = [
        (
            "a text after a name that is not a stub's",
            "b = 乙 { $code }\n",
            "# disabled until reviewed:\n# b = Encore { $code }\n",
            "# disabled until reviewed:\n# b = Encore { $code }\n\n# zh-CN: 乙 { $code }\n# b =\n",
        ),
        (
            "a text in a stub, with any ending",
            "a = 甲新\n    .x = 新\n",
            "# zh-CN: 甲\n# zh-CN .x: 旧\n# a = voir [1]\n#     .x = Appuyez sur <OK>\n",
            "# zh-CN: 甲\n# zh-CN now: 甲新\n# zh-CN .x: 旧\n# zh-CN .x now: 新\n# a = voir [1]\n#     .x = Appuyez sur <OK>\n",
        ),
        (
            "two stubs in one comment, and a group between them",
            "a = 甲新\n\n## G\n\nb = 乙\n\nc = 丙\n",
            "# zh-CN: 甲\n# a =\n# zh-CN: 丙\n# c =\n",
            "# zh-CN: 甲新\n# a =\n# zh-CN: 丙\n# c =\n\n# zh-CN: 乙\n# b =\n",
        ),
        (
            "a note that looks like a message",
            "# b = comme ça\na = 甲\n\nb = 乙\n",
            "# rien\n",
            "# rien\n\n#  b = comme ça\n# zh-CN: 甲\n# a =\n\n# zh-CN: 乙\n# b =\n",
        ),
        (
            "a note with an equals sign below the record",
            "a = 甲新\n",
            "# zh-CN: 甲\n# mode = the mode of it\na = A\n",
            "# zh-CN: 甲\n# zh-CN now: 甲新\n# mode = the mode of it\na = A\n",
        ),
        (
            "a list without blank lines",
            "a = 甲\nb = 乙\nc = 丙\n",
            "a = A\nc = C\n",
            "a = A\n\n# zh-CN: 乙\n# b =\n\nc = C\n",
        ),
        (
            "a stub that is out of date above a new one",
            "a = 甲新\nb = 乙\nc = 丙\n",
            "# zh-CN: 甲\n# a =\n\nc = C\n",
            "# zh-CN: 甲新\n# a =\n\n# zh-CN: 乙\n# b =\n\nc = C\n",
        ),
        ("a mark in a note of the source", "# zh-CN now: 新\na = 甲\n", "b = B\n", "# zh-CN: 甲\n# a =\n\nb = B\n"),
        (
            "marks at the end of a comment",
            "a = 甲\n    .x = 新\n    .y = 新\n",
            "# zh-CN .y: 旧\na = A\n    .y = Y\n",
            "# zh-CN .y: 旧\n# zh-CN .y now: 新\n# zh-CN .x now: 新\na = A\n    .y = Y\n",
        ),
        ("nothing", "a = 甲\n", "", "# zh-CN: 甲\n# a =\n"),
        ("a byte-order mark", "a = 甲\n", "\u{FEFF}", "\u{FEFF}# zh-CN: 甲\n# a =\n"),
        ("spaces at the end", "a = 甲\nb = 乙\n", "a = A\n   ", "a = A\n\n# zh-CN: 乙\n# b =\n"),
        ("no line end", "a = 甲\nb = 乙\n", "a = A", "a = A\n\n# zh-CN: 乙\n# b ="),
        (
            "a term that only the new text needs",
            "-b = 品\nm = 新 { -b }\n",
            "# zh-CN: 旧\nm = M\n",
            "# zh-CN: 品\n# -b =\n\n# zh-CN: 旧\n# zh-CN now: 新 { -b }\nm = M\n",
        ),
        (
            "terms of terms",
            "-p = 产\n-q = { -p }\n-r = 无\nm = { -q }\nn = 尼\n",
            "n = { -p }\n",
            "# zh-CN: 产\n# -p =\n\n# zh-CN: { -p }\n# -q =\n\n# zh-CN: { -q }\n# m =\n\nn = { -p }\n",
        ),
    ];
    for (name, source, translation, expected) in table {
        assert_eq!(synced(name, source, translation), expected, "{name}");
    }
}

/// A comment of the source may look like a stub, but is not one.
#[test]
fn sync_adds_each_stub_once_to_new_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sync-new-file");
    drop(fs::remove_dir_all(&folder));
    for (file, text) in [("zh-CN/a.ftl", "# zh-CN: 旧\n# a =\n\na = 甲\n"), ("fr/b.ftl", "b = B\n")] {
        fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
        fs::write(folder.join(file), text).unwrap();
    }
    let sync = || {
        let dir = folder.to_str().unwrap();
        let report = run(&Cli::parse_from(["prompts", "sync", "--dir", dir, "--source", "zh-CN"]), Styling::Plain);
        assert_eq!(report.status, Status::Clean, "{:?}", report.messages);
        fs::read_to_string(folder.join("fr/a.ftl")).unwrap()
    };
    let once = sync();
    assert!(once.ends_with("\n\n# zh-CN: 旧\n#  a =\n\n# zh-CN: 甲\n# a =\n"), "{once}");
    assert_eq!(sync(), once, "the second time");
}

/// A tree of 10,000 messages, half of them stubs: a quadratic algorithm would need minutes.
#[test]
fn sync_of_many_messages_is_fast() {
    let source: String = (0..10_000).map(|name| format!("m{name} = 文{name}\n\n")).collect();
    let translation: String =
        (0..10_000)
            .map(|name| {
                if name % 2 == 0 { format!("m{name} = T{name}\n\n") } else { format!("# zh-CN: 旧\n# m{name} =\n\n") }
            })
            .collect();
    let done = synced("many", &source, &translation);
    assert_eq!(done.matches("# zh-CN: 文").count(), 5_000);
}
