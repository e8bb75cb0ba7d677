//! The exact output of `prune` and of the renaming in `sync` for files that people have edited.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use clap::Parser;
use prompts::{Cli, Status, Styling, run};

/// Runs a command on a translation twice, asserts that the second run changes nothing, and returns the result.
fn twice(command: &str, name: &str, source: &str, translation: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(command).join(name);
    drop(fs::remove_dir_all(&folder));
    for (locale, text) in [("zh-CN", source), ("fr", translation)] {
        fs::create_dir_all(folder.join(locale)).unwrap();
        fs::write(folder.join(locale).join("a.ftl"), text).unwrap();
    }
    let once = || {
        let dir = folder.to_str().unwrap();
        let report = run(&Cli::parse_from(["prompts", command, "--dir", dir, "--source", "zh-CN"]), Styling::Plain);
        assert_eq!(report.status, Status::Clean, "{name}: {:?}", report.messages);
        fs::read_to_string(folder.join("fr/a.ftl")).unwrap()
    };
    let done = once();
    assert_eq!(once(), done, "{name}: the second time");
    done
}

#[test]
fn prune_keeps_the_rest() {
    let table = [
        ("the first", "gone = A\n\nb = B\n", "b = B\n"),
        ("the last", "b = B\n\n\n# Of it.\ngone = A\n\n", "b = B\n"),
        ("the last, without a line end", "b = B\ngone = A", "b = B\n"),
        ("several at the end", "b = B\n\ngone = A\n\n# zh-CN: 甲\n# gone-too =\n\nlost = C\n", "b = B\n"),
        ("all", "gone = A\n\nlost = C\n", ""),
        ("a byte-order mark", "\u{FEFF}gone = A\nb = B\n", "\u{FEFF}b = B\n"),
        ("CRLF", "b = B\r\n\r\n# Of it.\r\ngone = A\r\n\r\nc = C\r\n", "b = B\r\n\r\nc = C\r\n"),
        ("a group", "## G\n\ngone = A\n\n## H\n\nb = B\n", "## G\n\n## H\n\nb = B\n"),
        (
            "a stub of the source above it",
            "# zh-CN: 丙\n# c =\n# zh-CN: 甲\ngone = A\nb = B\n",
            "# zh-CN: 丙\n# c =\n\nb = B\n",
        ),
        (
            "a stub above it, at the end",
            "b = B\n\n# zh-CN: 丙\n# c =\n# zh-CN: 甲\ngone = A\n",
            "b = B\n\n# zh-CN: 丙\n# c =\n",
        ),
        (
            "a stub among others",
            "# zh-CN: 丙\n# c =\n# zh-CN: 甲\n# gone =\n#     .x =\n\nb = B\n",
            "# zh-CN: 丙\n# c =\n\nb = B\n",
        ),
        ("a stub in the comment of a message", "# zh-CN: 甲\n# gone =\n# zh-CN: 乙\nb = B\n", "# zh-CN: 乙\nb = B\n"),
        ("a comment with an equals sign", "# gone = a setting\n\nb = B\n", "# gone = a setting\n\nb = B\n"),
        ("references in a circle", "gone = { lost }\nlost = { gone }{ -t }\n-t = T\nb = B\n", "b = B\n"),
        ("a term of a term", "-t = { -u }\n-u = U\nb = { -t }\n", "-t = { -u }\n-u = U\nb = { -t }\n"),
        (
            "an allowance",
            "### allow(obsolete-message): old\n\ngone = { lost }\nlost = C\n",
            "### allow(obsolete-message): old\n\ngone = { lost }\nlost = C\n",
        ),
        ("an allowance without a reason", "# allow(obsolete-message)\ngone = A\nb = B\n", "b = B\n"),
    ];
    for (name, translation, expected) in table {
        assert_eq!(twice("prune", name, "b = 乙\nc = 丙\n", translation), expected, "{name}");
    }
}

#[test]
fn sync_follows_renamed_ids() {
    let source = "new = 甲\n    .x = 子\n-new-term = 品\nb = 乙 { new } { -new-term }\n";
    let table = [
        (
            "a message and a term that others refer to",
            "# zh-CN: 甲\n# zh-CN .x: 子\nold = A\n    .x = { -old-term }\n# zh-CN: 品\n-old-term = T\n# zh-CN: 乙\nb = B { old.x }\n",
            "# zh-CN: 甲\n# zh-CN .x: 子\nnew = A\n    .x = { -new-term }\n# zh-CN: 品\n-new-term = T\n# zh-CN: 乙\n# zh-CN now: 乙 { new } { -new-term }\nb = B { new.x }\n",
        ),
        (
            "CRLF, a byte-order mark and a stub",
            "\u{FEFF}# zh-CN: 甲\r\n# zh-CN .x: 子\r\n# new =\r\n#     .x =\r\n\r\n# zh-CN: 甲\r\nold = A\r\n    .x = X\r\n# zh-CN: 品\r\n-new-term = T\r\nb = B\r\n",
            "\u{FEFF}# zh-CN: 甲\r\nnew = A\r\n    .x = X\r\n# zh-CN: 品\r\n-new-term = T\r\nb = B\r\n",
        ),
        (
            "a text that has changed too",
            "# zh-CN: 旧\nold = A\n    .x = X\n-new-term = T\nb = B\n",
            "# zh-CN: 旧\nold = A\n    .x = X\n\n# zh-CN: 甲\n# zh-CN .x: 子\n# new =\n#     .x =\n\n-new-term = T\nb = B\n",
        ),
        (
            "two with one record",
            "# zh-CN: 品\n-old = A\n# zh-CN: 品\n-older = A\n# zh-CN: 甲\n# zh-CN .x: 子\nnew = A\n    .x = X\nb = B { -old }{ -older }\n",
            "# zh-CN: 品\n-old = A\n# zh-CN: 品\n-older = A\n# zh-CN: 甲\n# zh-CN .x: 子\nnew = A\n    .x = X\nb = B { -old }{ -older }\n",
        ),
        (
            "a message with the name of a term",
            "# zh-CN: 品\n-old-term = T\nnew-term = A\n# zh-CN: 甲\n# zh-CN .x: 子\nnew = A\n    .x = X\nb = B { -old-term }\n",
            "# zh-CN: 品\n-old-term = T\nnew-term = A\n# zh-CN: 甲\n# zh-CN .x: 子\nnew = A\n    .x = X\nb = B { -old-term }\n",
        ),
    ];
    for (name, translation, expected) in table {
        assert_eq!(twice("sync", name, source, translation), expected, "{name}");
    }
}

/// Without a limit on searches, it would take minutes.
#[test]
fn sync_follows_many_renamed_ids_fast() {
    let text = |prefix: &str, comment: bool| -> String {
        let entry = |number| {
            let comment = if comment { format!("# zh-CN: 文{number}\n") } else { String::new() };
            format!("{comment}{prefix}{number} = 文{number}\n")
        };
        (10_000..15_000).map(entry).collect()
    };
    assert_eq!(twice("sync", "many renamed", &text("new-", false), &text("old-", true)), text("new-", true));
}
