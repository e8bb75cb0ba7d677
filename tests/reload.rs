//! Reloads of a live catalogue: valid changes are applied, regressions are rejected, and both are reported.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fs;
use std::path::Path;

use code_prompts::{Catalog, LiveCatalog, ReloadReport, ReloadUnit};
use common::{CODES, folder, write};

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";
const EN: &str = "one = One\ntwo = Two\n    .action = Retry\nunknown-code = Unknown { $code }\n";
const FR: &str = "one = Un\n";
const BASE: [(&str, &str); 4] = [("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", EN), ("fr-FR/a.ftl", FR)];

/// A file to write, or a file or folder to delete.
type Edit<'e> = (&'e str, Option<&'e str>);

fn edit(dir: &Path, edits: &[Edit]) {
    for (path, content) in edits {
        let full = dir.join(path);
        match content {
            Some(content) => write(dir, path, content.as_bytes()),
            None if full.is_dir() => fs::remove_dir_all(full).unwrap(),
            None => fs::remove_file(full).unwrap(),
        }
    }
}

/// Returns a report's text with paths relative to `dir`.
fn text(reload: &ReloadReport, dir: &Path) -> String {
    reload.to_string().replace(&format!("{}/", dir.display()), "")
}

/// Returns the texts of the codes 1 and 2 in Chinese, English and French.
fn answers(live: &LiveCatalog) -> String {
    let of = |locale, code| live.localizer([locale]).prompt(code).text().to_owned();
    [of("zh", 1), of("zh", 2), of("en", 1), of("en", 2), of("fr", 1), of("fr", 2)].join(" ")
}

#[test]
fn reload_applies_valid_locales_and_rejects_regressions() {
    let before = "一 二 One Two Un Two";
    check_table(
        "locales",
        before,
        &[
            (&[], before, "nothing has changed"),
            (
                &[("zh-CN/a.ftl", Some(ZH)), ("notes.txt", Some("x")), ("en-US/.a.ftl.swp", Some("x"))],
                before,
                "nothing has changed",
            ),
            (&[("en-US/a.ftl", Some(&EN.replace("One", "1")))], "一 二 1 Two Un Two", "en-US applied"),
            (
                &[("en-US/a.ftl", Some(&EN.replace("One", "1"))), ("zh-CN/a.ftl", Some(&ZH.replace("一", "壹")))],
                "壹 二 1 Two Un Two",
                "en-US applied\nzh-CN applied",
            ),
            // One locale is broken: the other is applied.
            (
                &[("en-US/a.ftl", Some("one One\n")), ("zh-CN/a.ftl", Some(&ZH.replace("一", "壹")))],
                "壹 二 One Two Un Two",
                "zh-CN applied\n\
                 en-US rejected: en-US/a.ftl:1:5: message `one` is ignored: `=` is expected here; write `=` after the name, \
                 or `# ` before the line if it is a comment\n\
                 en-US rejected: en-US has no message `two`; add it to a .ftl file of that locale\n\
                 en-US rejected: en-US has no message `unknown-code`; add it to a .ftl file of that locale",
            ),
            // Half of an edit is broken: neither half is applied.
            (
                &[(
                    "en-US/a.ftl",
                    Some("one = 1\ntwo = { $x\n    .action = Retry\nunknown-code = Unknown { $code }\n"),
                )],
                before,
                "en-US rejected: en-US/a.ftl:2:11: message `two` is ignored: a `{` before this is not \
                 closed; write `}`",
            ),
            (
                &[(
                    "en-US/a.ftl",
                    Some("one = { one.blank }\n    .blank = { \"\" }\ntwo = Two\nunknown-code = Unknown { $code }\n"),
                )],
                before,
                "en-US rejected: en-US/a.ftl:3:1: message `two` has no label for its action; add an indented \
                 line `.action = …`\n\
                 en-US rejected: en-US/a.ftl:1:1: message `one` shows nothing; write a text after its `=`",
            ),
            (
                &[("en-US/b.ftl", Some("one = 1\n"))],
                before,
                "en-US rejected: en-US/b.ftl:1:1: there is a message or term `one` at en-US/a.ftl:1:1, and \
                 that one counts; rename or delete one",
            ),
            // Truncated: after a line, in the last text, at the beginning.
            (
                &[("en-US/a.ftl", Some("one = One\ntwo = Two\n    .action = Retry\n"))],
                before,
                "en-US rejected: en-US has no message `unknown-code`; add it to a .ftl file of that locale",
            ),
            (
                &[("fr-FR/a.ftl", Some("one = U"))],
                before,
                "fr-FR rejected: fr-FR/a.ftl: the file is empty or ends within a line, as if cut short; end it \
                 with a line break, or delete it",
            ),
            (
                &[("fr-FR/a.ftl", Some(""))],
                before,
                "fr-FR rejected: fr-FR has no message `one`; add it to a .ftl file of that locale",
            ),
            // A byte-order mark is reported and ignored.
            (
                &[("fr-FR/a.ftl", Some("\u{FEFF}one = 1\n"))],
                "一 二 One Two 1 Two",
                "fr-FR applied\nfr-FR/a.ftl: the file begins with a byte-order mark; save it as UTF-8 without one",
            ),
            // Locales are removed and added.
            (&[("fr-FR", None)], "一 二 One Two One Two", "fr-FR removed"),
            (&[("fr-CA/a.ftl", Some("two = Deux\n    .action = Bis\n"))], "一 二 One Two Un Deux", "fr-CA applied"),
            (
                &[("fr-CA/a.ftl", Some("one = 1\ntwo = {\n"))],
                before,
                "fr-CA rejected: fr-CA/a.ftl:2:8: message `two` is ignored: a variable, a name or a text in \
                 quotes is expected here",
            ),
            (
                &[("fr-FR/a.ftl", None)],
                before,
                "fr-FR rejected: fr-FR: there is no .ftl file in this folder; add one or delete the folder",
            ),
            (
                &[("en-US", None)],
                before,
                "en-US rejected: codes.toml:2:13: there is no folder `en-US` with .ftl files beside \
                 codes.toml; add it",
            ),
            (
                &[("zh-CN", None), ("fr-FR", None)],
                "一 二 One Two One Two",
                "fr-FR removed\n\
                 zh-CN rejected: codes.toml:1:10: there is no folder `zh-CN` with .ftl files beside \
                 codes.toml; add it",
            ),
            (
                &[("fr_CA/a.ftl", Some(FR))],
                before,
                "fr_CA: its name is not a canonical language tag, so its messages are ignored; rename \
                 it to `fr-CA`",
            ),
        ],
    );
}

#[test]
fn reload_rejects_codes_toml_that_loses_a_prompt() {
    let before = "一 二 One Two Un Two";
    let fr = ("fr-FR/a.ftl", Some("one = 1\n"));
    check_table(
        "codes",
        before,
        &[
            (&[("codes.toml", Some(&format!("{CODES}\n# note\n")))], before, "codes.toml applied"),
            // A new code, with its message and without.
            (
                &[
                    ("codes.toml", Some(&format!("{CODES}3 = \"three\"\n"))),
                    ("fr-FR/a.ftl", Some("one = 1\nthree = 3\n")),
                ],
                "一 二 One Two 1 Two",
                "codes.toml applied\nfr-FR applied",
            ),
            (
                &[("codes.toml", Some(&format!("{CODES}3 = \"three\"\n")))],
                before,
                "codes.toml applied\n\
                 codes.toml:7:1: no locale has a usable message `three`, which code 3 names; write it",
            ),
            // An unknown key is ignored.
            (
                &[("codes.toml", Some(&format!("owner = \"player\"\n{CODES}")))],
                before,
                "codes.toml applied\n\
                 codes.toml:1:1: unknown key `owner`, which is ignored; the keys here are `source`, `fallback`, \
                 `codes`, `retired`, `records`, `check`",
            ),
            // Codes in another order: every locale uses the new table.
            (
                &[
                    (
                        "codes.toml",
                        Some("source = \"zh-CN\"\nfallback = [\"en-US\"]\n[codes]\n2 = \"two\"\n1 = \"one\"\n"),
                    ),
                    fr,
                ],
                "一 二 One Two 1 Two",
                "codes.toml applied\nfr-FR applied",
            ),
            // A broken codes.toml: locales are still applied.
            (
                &[("codes.toml", Some("source = \"zh-CN\"\n[codes]\n1 = one\n")), fr],
                "一 二 One Two 1 Two",
                "fr-FR applied\n\
                 codes.toml rejected: codes.toml:3:5: not valid TOML: string values must be quoted, expected \
                 literal string; correct this line",
            ),
            (
                &[("codes.toml", Some("")), fr],
                "一 二 One Two 1 Two",
                "fr-FR applied\n\
                 codes.toml rejected: codes.toml:1:1: `source` is missing; add `source = \"zh-CN\"`\n\
                 codes.toml rejected: codes.toml:1:1: `codes` is missing; add `[codes]`; only translations can be checked without it",
            ),
            // Truncated after a line.
            (
                &[("codes.toml", Some("source = \"zh-CN\"\n[codes]\n1 = \"one\"\n"))],
                before,
                "codes.toml rejected: codes.toml:1:1: code 2 is no longer there; add it again, or move it to [retired]",
            ),
            (
                &[("codes.toml", Some("source = \"zh-CN\"\n[codes]\n1 = \"one\"\n[retired]\n2 = \"two\"\n"))],
                "一 未知 \u{2068}2\u{2069} One Unknown \u{2068}2\u{2069} Un 未知 \u{2068}2\u{2069}",
                "codes.toml applied",
            ),
            // A new id is rejected until its message exists.
            (
                &[("codes.toml", Some(&CODES.replace("\"one\"", "\"uno\""))), fr],
                "一 二 One Two 1 Two",
                "fr-FR applied\n\
                 codes.toml rejected: codes.toml:5:1: no locale has a usable message `uno`, which code 1 \
                 names; write it",
            ),
            (
                &[
                    ("codes.toml", Some(&CODES.replace("\"one\"", "\"uno\""))),
                    ("zh-CN/a.ftl", Some(&ZH.replace("one", "uno"))),
                ],
                "一 二 一 Two 一 Two",
                "codes.toml applied\nzh-CN applied",
            ),
            // Another source or fallback.
            (
                &[("codes.toml", Some(&CODES.replace("zh-CN", "ja-JP")))],
                before,
                "codes.toml rejected: codes.toml:1:10: there is no folder `ja-JP` with .ftl files beside \
                 codes.toml; add it",
            ),
            (
                &[("codes.toml", Some(&CODES.replace("en-US", "ja-JP")))],
                "一 二 One Two Un 二",
                "codes.toml applied\n\
                 codes.toml:2:13: there is no folder `ja-JP` with .ftl files beside codes.toml; add it",
            ),
            (
                &[("codes.toml", Some("source = \"en-US\"\n[codes]\n1 = \"one\"\n2 = \"two\"\n")), ("zh-CN", None)],
                "One Two One Two Un Two",
                "codes.toml applied\nzh-CN removed",
            ),
            (&[("codes.toml", None), fr], before, "the folder rejected: codes.toml: there is no such file; add it"),
        ],
    );
}

/// Edits [`BASE`] for each case and checks the texts and the report of the reload. Then checks that a second reload
/// changes nothing, and that replacing the catalogue with one of the original files restores the texts.
fn check_table(name: &str, before: &str, cases: &[(&[Edit], &str, &str)]) {
    for (number, (edits, after, report)) in cases.iter().enumerate() {
        let dir = folder(&format!("reload-{name}-{number}"), &BASE);
        let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
        assert_eq!(answers(&live), before, "case {number}");
        edit(&dir, edits);
        let reload = live.reload();
        assert_eq!(text(&reload, &dir), *report, "case {number}");
        assert_eq!(answers(&live), *after, "case {number}");

        let again = live.reload();
        assert_eq!(again.rejected(), reload.rejected(), "case {number}");
        assert!(!again.is_changed() && again.faults().is_empty(), "case {number}: {again}");
        assert_eq!(answers(&live), *after, "case {number}");

        live.replace(Catalog::from_dir(folder(&format!("reload-{name}-{number}"), &BASE)).unwrap());
        assert_eq!(answers(&live), before, "case {number}");
        assert_eq!(live.reload().to_string(), "nothing has changed", "case {number}");
    }
}

#[test]
fn reload_applies_files_whose_faults_are_not_new() {
    let broken =
        "one = {\ntwo = Two\n    .action = Retry\nthree = 3\nthree = 3\n= x\nunknown-code = Unknown { $code }\n";
    let dir = folder("reload-already", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", broken)]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    let steps = [
        // The same faults on other lines.
        (format!("# note\n\n{}", broken.replace("Two", "2")), "en-US applied", "一 2"),
        // One of them is fixed.
        (broken.replace("one = {", "one = One"), "en-US applied", "One Two"),
        // It is broken again.
        (
            broken.to_owned(),
            "en-US rejected: en-US/a.ftl:1:8: message `one` is ignored: a `{` before this is not closed; \
             write `}`",
            "One Two",
        ),
        // Two faults of a kind that there was one of.
        (
            broken.replace("one = {", "one = 1").replace("= x", "= x\nfour = 4\n= y"),
            "en-US rejected: en-US/a.ftl:8:1: expected a message, term or comment: this line is not part of a \
             message; if it continues the text above, indent it with spaces; if it is a message, write `=` after its name",
            "One Two",
        ),
        (broken.replace("one = {", "one = 1"), "en-US applied", "1 Two"),
    ];
    for (content, report, after) in steps {
        write(&dir, "en-US/a.ftl", content.as_bytes());
        assert_eq!(text(&live.reload(), &dir), report);
        let localizer = live.localizer(["en"]);
        assert_eq!(format!("{} {}", localizer.prompt(1).text(), localizer.prompt(2).text()), after);
    }
}

#[test]
fn reload_applies_rejected_files_when_fixed() {
    let dir = folder("reload-fixed", &BASE);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    write(&dir, "en-US/a.ftl", EN.replace("One", "1 {").as_bytes());
    write(&dir, "codes.toml", b"[codes");
    let rejected: Vec<ReloadUnit> = live.reload().rejected().iter().map(|rejection| rejection.unit().clone()).collect();
    assert_eq!(rejected, [ReloadUnit::Codes, ReloadUnit::Locale("en-US".into())]);
    // Only codes.toml is fixed: the last good version of the rejected locale uses the new table.
    write(
        &dir,
        "codes.toml",
        CODES.replace("1 = \"one\"\n", "").replace("[codes]", "[codes]\n0 = \"zero\"\n1 = \"one\"").as_bytes(),
    );
    let reload = live.reload();
    assert_eq!(reload.applied(), [ReloadUnit::Codes]);
    assert_eq!(answers(&live), "一 二 One Two Un Two");
    write(&dir, "en-US/a.ftl", EN.replace("One", "1").as_bytes());
    assert_eq!(text(&live.reload(), &dir), "en-US applied");
    assert_eq!(answers(&live), "一 二 1 Two Un Two");
    assert_eq!(text(&live.reload(), &dir), "nothing has changed");
}

#[test]
fn reload_of_missing_folder_changes_nothing() {
    let dir = folder("reload-gone", &BASE);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    let aside = dir.with_extension("aside");
    let _ = fs::remove_dir_all(&aside);
    fs::rename(&dir, &aside).unwrap();
    let expected =
        format!("the folder rejected: {}: there is no such folder; give one that holds codes.toml", dir.display());
    assert_eq!(live.reload().to_string(), expected);
    assert_eq!(answers(&live), "一 二 One Two Un Two");
    fs::rename(&aside, &dir).unwrap();
    assert_eq!(live.reload().to_string(), "nothing has changed");
}

#[cfg(unix)]
#[test]
fn reload_rejects_locale_with_unreadable_file() {
    let dir = folder("reload-unreadable", &BASE);
    write(&dir, "en-US/b.ftl", b"three = 3\n");
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    fs::remove_file(dir.join("en-US/b.ftl")).unwrap();
    std::os::unix::fs::symlink("nowhere", dir.join("en-US/b.ftl")).unwrap();
    write(&dir, "en-US/a.ftl", EN.replace("One", "1").as_bytes());
    write(&dir, "fr-FR/a.ftl", b"one = Caf\xE9\n");
    assert_eq!(
        text(&live.reload(), &dir),
        "en-US rejected: en-US/b.ftl: there is no such file; add it\n\
         fr-FR rejected: fr-FR/a.ftl:1:10: the file is not UTF-8 from here on; save it as UTF-8\n\
         fr-FR rejected: fr-FR/a.ftl:1:1: message `one` is ignored: it has a character that could not be \
         decoded (U+FFFD); write it again"
    );
    assert_eq!(answers(&live), "一 二 One Two Un Two");
    // Faults are those of the versions in use.
    assert_eq!(live.catalog().faults(), []);
}

#[test]
fn reload_leaves_snapshots_unchanged() {
    let dir = folder("reload-snapshot", &BASE);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    // The snapshot is not parsed yet. Later it parses the bytes that were read first.
    let (snapshot, clone) = (live.catalog(), live.clone());
    write(&dir, "en-US/a.ftl", EN.replace("One", "1").as_bytes());
    assert!(clone.reload().is_changed());
    assert_eq!(snapshot.localizer(["en"]).prompt(1).text(), "One");
    assert_eq!(live.localizer(["en"]).prompt(1).text(), "1");
}

#[test]
fn locale_that_is_half_written_is_rejected_until_it_is_whole() {
    let half = "one = Votre compte est uti";
    let cases: [(&str, &str, &[Edit]); 4] = [
        ("returns", "fr-FR/a.ftl", &[("fr-FR", None)]),
        ("is new", "fr-CA/a.ftl", &[("fr-FR", None)]),
        ("is one file", "fr.ftl", &[("fr-FR", None)]),
        ("has a new file", "fr-FR/b.ftl", &[("fr-FR/a.ftl", Some("two = Deux\n    .action = Bis\n"))]),
    ];
    for (number, (case, path, edits)) in cases.into_iter().enumerate() {
        let dir = folder(&format!("reload-half-{number}"), &BASE);
        write(&dir, "fr-FR/a.ftl", b"two = Deux\n    .action = Bis\n");
        let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
        edit(&dir, edits);
        let _ = live.reload();
        let before = answers(&live);
        for content in ["", half, "one = Un\n# a not"] {
            write(&dir, path, content.as_bytes());
            let locale = path.split(['/', '.']).next().unwrap();
            let rejected = format!(
                "{locale} rejected: {path}: the file is empty or ends within a line, as if cut short; end it with a \
                 line break, or delete it"
            );
            assert_eq!(text(&live.reload(), &dir), rejected, "{case}");
            assert_eq!(answers(&live), before, "{case}");
        }
        // Without a line break for good: by force.
        write(&dir, path, half.as_bytes());
        let forced = LiveCatalog::new(live.catalog());
        forced.replace(Catalog::from_dir(&dir).unwrap());
        assert_eq!(forced.localizer(["fr"]).prompt(1).text(), "Votre compte est uti", "{case}");
        assert_eq!(forced.reload().to_string(), "nothing has changed", "{case}");

        write(&dir, path, format!("{half}lisé\n").as_bytes());
        assert!(live.reload().is_changed(), "{case}");
        assert_eq!(live.localizer(["fr"]).prompt(1).text(), "Votre compte est utilisé", "{case}");
    }
}

#[test]
fn overrides_that_are_half_written_are_rejected_until_they_are_whole() {
    let dir = folder("reload-half-overridden", &BASE);
    let overrides = folder("reload-half-overrides", &[("de-DE/a.ftl", "one = Eins\n")]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap().with_overrides(&overrides).unwrap());
    for (path, locale) in [("en-US/a.ftl", "en-US"), ("fr-FR.ftl", "fr-FR"), ("it-IT/a.ftl", "it-IT")] {
        write(&overrides, path, b"one = My on");
        let reload = live.reload();
        assert_eq!(reload.rejected().len(), 1, "{path}: {reload}");
        assert!(!reload.is_changed() && live.localizer([locale]).prompt(1).text() != "My on", "{path}");
        write(&overrides, path, b"one = My one\n");
        assert_eq!(live.reload().applied(), [ReloadUnit::Locale(locale.into())]);
        assert_eq!(live.localizer([locale]).prompt(1).text(), "My one", "{path}");
    }
}

/// Power is in Arabic only, English and French have the battery only.
const BATTERY: [(&str, &str); 4] = [
    ("codes.toml", "source = \"en\"\n[codes]\n1 = \"battery-low\"\n"),
    ("en/a.ftl", "battery-low = Battery low\nunknown-code = Unknown { $code }\n"),
    ("fr/a.ftl", "battery-low = Batterie faible\n"),
    ("ar/a.ftl", "power = الطاقة\n"),
];

#[test]
fn code_table_that_leaves_readers_of_one_locale_without_a_text_is_rejected() {
    let cases: [(&[Edit], &str); 4] = [
        // Only readers of Arabic would have a text.
        (
            &[("codes.toml", Some("source = \"en\"\n[codes]\n1 = \"power\"\n"))],
            "codes.toml rejected: en has no message `power`; add it to a .ftl file of that locale",
        ),
        // Everyone but readers of Arabic would have one, if the source were another.
        (
            &[
                ("codes.toml", Some("source = \"fr\"\n[codes]\n1 = \"power\"\n2 = \"battery-low\"\n")),
                ("en/a.ftl", Some("battery-low = Battery low\npower = Power\nunknown-code = Unknown { $code }\n")),
            ],
            "en applied\ncodes.toml rejected: fr has no message `power`; add it to a .ftl file of that locale",
        ),
        // The message comes with the table.
        (
            &[
                ("codes.toml", Some("source = \"en\"\n[codes]\n1 = \"power\"\n")),
                ("en/a.ftl", Some("battery-low = Battery low\npower = Power\nunknown-code = Unknown { $code }\n")),
            ],
            "codes.toml applied\nen applied",
        ),
        // Retired on purpose.
        (
            &[("codes.toml", Some("source = \"en\"\n[codes]\n2 = \"power\"\n[retired]\n1 = \"battery-low\"\n"))],
            "codes.toml applied",
        ),
    ];
    for (number, (edits, report)) in cases.into_iter().enumerate() {
        let dir = folder(&format!("reload-readers-{number}"), &BATTERY);
        let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
        edit(&dir, edits);
        assert_eq!(text(&live.reload(), &dir), report, "case {number}");
    }
}

#[test]
fn removed_locale_stays_while_its_readers_would_be_left_without_a_text() {
    let files = [
        ("codes.toml", "source = \"en\"\n[codes]\n1 = \"one\"\n2 = \"two\"\n"),
        ("en/a.ftl", "one = One\nunknown-code = Unknown { $code }\n"),
        ("fr/a.ftl", "one = Un\ntwo = Deux\n"),
        ("de/a.ftl", "one = Eins\n"),
    ];
    let dir = folder("reload-needed", &files);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    edit(&dir, &[("fr", None), ("de", None)]);
    assert_eq!(
        text(&live.reload(), &dir),
        "de removed\nfr rejected: en has no message `two`; add it to a .ftl file of that locale"
    );
    assert_eq!(live.localizer(["fr"]).prompt(2).text(), "Deux");
    // A relative of it has the text.
    edit(&dir, &[("fr-CA/a.ftl", Some("two = Deux !\n"))]);
    assert_eq!(text(&live.reload(), &dir), "fr-CA applied\nfr removed");
    assert_eq!(live.localizer(["fr"]).prompt(2).text(), "Deux !");
}
