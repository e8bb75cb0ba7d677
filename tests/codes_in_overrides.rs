//! The `codes.toml` of a folder of overrides: it adds codes, and actions to codes that are there. No number gets another
//! meaning.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs;
use std::path::Path;

use code_prompts::{Catalog, CodesProblem, ErrorCode, Fault, LiveCatalog};
use common::{CODES, folder, texts, write};

const ZH: (&str, &str) = ("zh-CN/a.ftl", "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n");
const EN: (&str, &str) = ("en-US/a.ftl", "one = One\ntwo = Two\n    .action = Retry\nunknown-code = Error { $code }\n");

/// Reads a catalogue of zh-CN and en-US with the codes 1 and 2, and 3 retired.
fn base(name: &str) -> Catalog {
    let codes = format!("{CODES}\n[retired]\n3 = \"three\"\n");
    Catalog::from_dir(folder(name, &[("codes.toml", &codes), ZH, EN])).unwrap()
}

/// Returns the English text of a code, with the id and the label of its action.
fn english(catalog: &Catalog, code: i64) -> String {
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    let prompt = localizer.prompt(code);
    let action = prompt.action().map(|action| format!(" [{}: {}]", action.id(), action.label().unwrap_or("-")));
    format!("{}{}", prompt.text(), action.unwrap_or_default())
}

#[test]
fn codes_in_overrides_are_added_to_the_table() {
    let files = [
        (
            "codes.toml",
            "[codes]\n1 = { action = \"go\" }\n2 = { message = \"two\", action = \"again\" }\n\
             16 = { message = \"seat-locked\", action = \"wait\" }\n0x80070005 = \"denied\"\n\
             [retired]\n17 = \"seat-free\"\n3 = \"three\"\n",
        ),
        (
            "en-US/a.ftl",
            "one =\n    .action = Go\nseat-locked = Seat { $seat } is locked\n    .action = Wait\ndenied = Denied\n",
        ),
        ("zh-CN/a.ftl", "one =\n    .action = 走\n"),
    ];
    let base = base("codes-added");
    let catalog = base.with_overrides(folder("codes-added-over", &files)).unwrap();
    assert_eq!(texts(&catalog.faults()), [""; 0]);
    let table = [
        (1, "One [go: Go]"),
        (2, "Two [again: Retry]"),
        (16, "Seat {$seat} is locked [wait: Wait]"),
        (2_147_942_405, "Denied"),
        (17, "Error 17"),
    ];
    for (code, expected) in table {
        assert_eq!(english(&catalog, code), expected);
    }
    let codes: Vec<(i64, &str)> = catalog.codes().map(|entry| (entry.code().value(), entry.id())).collect();
    assert_eq!(codes, [(1, "one"), (2, "two"), (16, "seat-locked"), (2_147_942_405, "denied")]);
    assert_eq!(catalog.code_named("seat-locked"), Some(ErrorCode::new(16)));
    let positions = catalog.codes().map(|entry| entry.position());
    let files = positions.map(|at| (Path::new(&*at.file).parent().unwrap().file_name().unwrap().to_str(), at.line));
    assert_eq!(
        files.collect::<Vec<_>>(),
        [
            (Some("codes-added"), 5),
            (Some("codes-added"), 6),
            (Some("codes-added-over"), 4),
            (Some("codes-added-over"), 5)
        ]
    );
    let localizer = catalog.localizer(["zh-CN"]);
    let variables = localizer.variables(ErrorCode::new(16)).map(|variable| variable.name().to_owned());
    assert_eq!(variables.collect::<Vec<_>>(), ["seat"]);
    assert_eq!(localizer.prompt(1).action().unwrap().label(), Some("走"));
    // There is no Chinese text yet.
    assert_eq!(localizer.prompt(16).locale(), "en-US");
    assert!(matches!(localizer.prompt(17).faults(), [Fault::RetiredCode { .. }]));
    assert_eq!((english(&base, 1), english(&base, 16)), ("One".to_owned(), "Error 16".to_owned()));
}

#[test]
fn mistake_in_codes_of_overrides_is_reported_and_base_is_used() {
    let table: &[(&str, &[&str])] = &[
        (
            "[codes]\n1 = \"uno\"\n",
            &[
                "2:1: code 1 has the message `one` at codes-bad/codes.toml:5:1, and never gets another meaning; override \
               the text of `one`, or use another number",
            ],
        ),
        (
            "[codes]\n3 = \"three\"\n",
            &["2:1: code 3 is retired at codes-bad/codes.toml:9:1, and never gets another meaning; use another number"],
        ),
        (
            "[codes]\n4 = \"two\"\n",
            &["2:1: message `two` is that of code 2 at codes-bad/codes.toml:6:1; use another id"],
        ),
        (
            "[codes]\n4 = \"four\"\n5 = \"four\"\n",
            &["3:1: message `four` is that of code 4 at codes-bad-over/codes.toml:2:1; use another id"],
        ),
        ("[codes]\n4 = { action = \"go\" }\n", &["2:1: code 4 names no message; add `message = \"…\"`"]),
        (
            "[retired]\n1 = \"one\"\n",
            &["2:1: code 1 is in use at codes-bad/codes.toml:5:1, and overrides can't retire it; delete the line"],
        ),
        (
            "source = \"en-US\"\nfallback = []\nnew = 1\n[check]\n",
            &[
                "1:1: `source` is ignored here: overrides can only have codes, and the catalogue's `source` is used; delete it",
                "2:1: `fallback` is ignored here: overrides can only have codes, and the catalogue's `fallback` is used; delete \
                 it",
                "3:1: unknown key `new`, which is ignored; the keys here are `codes`, `retired`",
                "4:2: `check` is ignored here: overrides can only have codes, and the catalogue's `check` is used; delete it",
            ],
        ),
        // Nothing of such a file is used.
        (
            "[codes]\n1 = { action = \"go\" }\n2 = \"two\n",
            &["3:9: not valid TOML: invalid basic string, expected `\"`; correct this line"],
        ),
        ("[codes]\n1 = { action = \"go\" }\n1 = { action = \"stay\" }\n", &["3:1: `1` is given twice; delete one"]),
        ("codes = 1\n", &["1:9: this is a table of codes; write `1004 = \"room-not-found\"` below it"]),
    ];
    for (codes, expected) in table {
        let over = folder("codes-bad-over", &[("codes.toml", codes)]);
        let catalog = base("codes-bad").with_overrides(over).unwrap();
        let unanswered = |fault: &&Fault| !matches!(fault, Fault::UnansweredCode { .. });
        let expected: Vec<_> = expected.iter().map(|fault| format!("codes-bad-over/codes.toml:{fault}")).collect();
        assert_eq!(texts(catalog.faults().iter().filter(unanswered)), expected, "{codes}");
        assert_eq!([english(&catalog, 1), english(&catalog, 2)], ["One", "Two [retry: Retry]"], "{codes}");
    }
}

#[test]
fn mistake_in_codes_of_overrides_costs_only_its_entry() {
    let files = [
        ("codes.toml", "[codes]\n1 = \"uno\"\n4 = \"four\"\nE5 = \"five\"\n"),
        ("en-US/a.ftl", "four = Four\nuno = Uno\n"),
    ];
    let catalog = base("codes-one").with_overrides(folder("codes-one-over", &files)).unwrap();
    assert_eq!(
        texts(&catalog.faults()),
        [
            "codes-one-over/codes.toml:2:1: code 1 has the message `one` at codes-one/codes.toml:5:1, and never gets another \
             meaning; override the text of `one`, or use another number",
            "codes-one-over/codes.toml:4:1: `E5` is not a code; write a number, such as 1001 for E1001, and convert the \
             component's texts to numbers in the app",
            "codes-one-over/en-US/a.ftl:2:1: there is no message or term `uno` to override; correct the name or delete it",
        ]
    );
    assert_eq!((english(&catalog, 1), english(&catalog, 4)), ("One".to_owned(), "Four".to_owned()));
}

#[test]
fn codes_of_several_overrides_keep_their_meaning() {
    let first = [
        ("codes.toml", "[codes]\n4 = { message = \"four\", action = \"go\" }\n[retired]\n5 = \"five\"\n"),
        ("en-US/a.ftl", "four = Four\n    .action = Go\n"),
    ];
    let second = [
        ("codes.toml", "[codes]\n4 = { message = \"vier\" }\n1 = { action = \"stay\" }\n5 = \"five\"\n6 = \"six\"\n"),
        ("en-US/a.ftl", "four = Vier\none =\n    .action = Stay\nsix = Six\n"),
    ];
    let catalog = base("codes-layers").with_overrides(folder("codes-layers-1", &first)).unwrap();
    let catalog = catalog.with_overrides(folder("codes-layers-2", &second)).unwrap();
    let faults = catalog.faults();
    let problems = faults.iter().filter_map(|fault| match fault {
        Fault::InvalidCodes { problem, .. } => Some(problem),
        _ => None,
    });
    assert!(
        matches!(
            problems.collect::<Vec<_>>()[..],
            [CodesProblem::OtherMessage { .. }, CodesProblem::RetiredCode { .. }]
        ),
        "{faults:?}"
    );
    assert_eq!(
        [1, 4, 5, 6].map(|code| english(&catalog, code)),
        ["One [stay: Stay]", "Vier [go: Go]", "Error 5", "Six"]
    );
}

#[test]
fn reload_applies_codes_of_overrides_and_never_takes_one_away() {
    let over = folder("codes-live-over", &[("en-US/a.ftl", "one = Uno\n")]);
    let live = LiveCatalog::new(base("codes-live").with_overrides(&over).unwrap());
    let steps: [(Option<&str>, &str, [&str; 2]); 9] = [
        (Some("[codes]\n1 = { action = \"go\" }\n"), "codes.toml applied\nen-US applied", ["Uno [go: Go]", "Error 4"]),
        (Some("[codes]\n4 = \"four\"\n"), "codes.toml applied\nen-US applied", ["Uno", "Four"]),
        // It is broken, gone, or half written: the last good version stays.
        (
            Some("[codes]\n4 = \"fo"),
            "codes.toml rejected: codes-live-over/codes.toml:2:8: not valid TOML: invalid basic string, expected `\"`; \
             correct this line",
            ["Uno", "Four"],
        ),
        (
            Some("[codes]\n1 = \"uno\"\n4 = \"four\"\n"),
            "codes.toml rejected: codes-live-over/codes.toml:2:1: code 1 has the message `one` at codes-live/codes.toml:5:1, \
             and never gets another meaning; override the text of `one`, or use another number",
            ["Uno", "Four"],
        ),
        (
            None,
            "codes.toml rejected: codes-live-over/codes.toml:1:1: code 4 is no longer there; add it again, or move it to \
             [retired]",
            ["Uno", "Four"],
        ),
        (
            Some(""),
            "codes.toml rejected: codes-live-over/codes.toml:1:1: code 4 is no longer there; add it again, or move it to \
             [retired]",
            ["Uno", "Four"],
        ),
        (Some("[codes]\n4 = \"four\"\n"), "nothing has changed", ["Uno", "Four"]),
        (
            Some("[codes]\n4 = { message = \"four\", action = \"go\" }\n"),
            "codes.toml applied\nen-US applied",
            ["Uno", "Four [go: Go]"],
        ),
        (Some("[codes]\n[retired]\n4 = \"four\"\n"), "codes.toml applied\nen-US applied", ["Uno", "Error 4"]),
    ];
    for (codes, report, expected) in steps {
        let mut text = "one = Uno\n".to_owned();
        let codes_file = over.join("codes.toml");
        match codes {
            Some(codes) => write(&over, "codes.toml", codes.as_bytes()),
            None => fs::remove_file(&codes_file).unwrap(),
        }
        let codes = codes.unwrap_or_default();
        if codes.contains("1 = { action") {
            text += "    .action = Go\n";
        }
        if !codes.contains("retired") && (codes.contains("4 =") || codes.is_empty()) {
            text += "four = Four\n";
        }
        if codes.contains("4 = {") {
            text += "    .action = Go\n";
        }
        write(&over, "en-US/a.ftl", text.as_bytes());
        let reload = live.reload().to_string().replace(&format!("{}/", env!("CARGO_TARGET_TMPDIR")), "");
        assert_eq!(reload, report, "{codes}");
        assert_eq!([1, 4].map(|code| english(&live.catalog(), code)), expected, "{codes}");
    }
}

#[cfg(unix)]
#[test]
fn reload_keeps_codes_of_overrides_whose_file_becomes_unreadable() {
    let files = [("codes.toml", "[codes]\n1 = { action = \"go\" }\n"), ("en-US/a.ftl", "one =\n    .action = Go\n")];
    let over = folder("codes-unread-over", &files);
    let live = LiveCatalog::new(base("codes-unread").with_overrides(&over).unwrap());
    fs::remove_file(over.join("codes.toml")).unwrap();
    std::os::unix::fs::symlink("nowhere", over.join("codes.toml")).unwrap();
    for _ in 0..2 {
        let reload = live.reload();
        assert_eq!(reload.rejected().len(), 1, "{reload}");
        assert!(reload.to_string().starts_with("codes.toml rejected: "), "{reload}");
        assert_eq!(english(&live.catalog(), 1), "One [go: Go]");
    }
    // At the start there is no last good version.
    let catalog = base("codes-unread").with_overrides(&over).unwrap();
    assert_eq!(texts(&catalog.faults()), ["codes-unread-over/codes.toml: there is no such file; add it"]);
    assert_eq!(english(&catalog, 1), "One");
}

#[test]
fn overrides_replace_facts_one_by_one() {
    let name = "facts";
    let codes = "source = \"zh-CN\"\n[codes]\n1 = { message = \"one\", category = \"net\", retryable = true }\n";
    let catalog = Catalog::from_dir(folder(name, &[("codes.toml", codes), ZH])).unwrap();
    let wording =
        "[codes]\n1 = { retryable = false, since = \"2\" }\n9 = { message = \"nine\", help = \"http://a\" }\n";
    let catalog = catalog.with_overrides(folder("facts-over", &[("codes.toml", wording)])).unwrap();
    let facts = |code: i64| {
        let entry = catalog.entry(code).unwrap();
        (entry.category(), entry.is_retryable(), entry.help(), entry.since())
    };
    assert_eq!(facts(1), (Some("net"), Some(false), None, Some("2")));
    assert_eq!(facts(9), (None, None, Some("http://a"), None));
}
