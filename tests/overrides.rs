//! Overrides: a product's own wording for some messages. Valid overrides are used; invalid ones are reported and
//! ignored.
#![cfg_attr(not(feature = "embedded"), allow(unused_imports, reason = "some tests need the embedded catalogue"))]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use code_prompts::{Catalog, ErrorCode, LiveCatalog, Value};
use common::{CODES, folder, texts, write};

const ZH: &str = "-app = 课堂\none = 欢迎来到{ -app }\n    .description = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";
const EN: &str = "-app = Class\none = Welcome to { -app }\n    .description = One\n\
                  two = Two { $n }\n    .description = Two\n    .action = Retry { $n }\nunknown-code = Error { $code }\n";

/// Applies files as overrides to a catalogue of zh-CN and en-US.
fn with_overrides(name: &str, files: &[(&str, &str)]) -> Catalog {
    let base = folder(name, &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", EN)]);
    Catalog::from_dir(base).unwrap().with_overrides(folder(&format!("{name}-over"), files)).unwrap()
}

/// Returns the English text, description and action label of a code.
fn english(catalog: &Catalog, code: i64) -> [String; 3] {
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    let prompt = localizer.prompt_with(code, &[("n", "N".into())]);
    assert_eq!(prompt.locale(), "en-US");
    let label = prompt.action().and_then(|action| action.label()).unwrap_or_default();
    [prompt.text(), prompt.description(), label].map(str::to_owned)
}

#[test]
fn override_replaces_only_the_parts_it_has() {
    let base = [["Welcome to Class", "One", ""], ["Two N", "Two", "Retry N"]];
    let table: &[(&str, &str, [[&str; 3]; 2])] = &[
        ("nothing", "# nothing\n", base),
        ("a-text", "one = Hello\n", [["Hello", "One", ""], base[1]]),
        ("a-text-with-a-base-label", "two = Second\n", [base[0], ["Second", "Two", "Retry N"]]),
        ("a-label", "two =\n    .action = Again { $n }!\n", [base[0], ["Two N", "Two", "Again N!"]]),
        ("a-label-that-is-fixed", "two = 2\n    .action = Again\n", [base[0], ["2", "Two", "Again"]]),
        ("a-description", "two =\n    .description = Second\n", [base[0], ["Two N", "Second", "Retry N"]]),
        ("a-new-description", "one = Hi { $code }\n    .action = Go\n", [["Hi 1", "One", ""], base[1]]),
        ("all", "two = 2\n    .description = II\n    .action = R\n", [base[0], ["2", "II", "R"]]),
        ("a-term", "-app = School\n", [["Welcome to School", "One", ""], base[1]]),
        ("own-term", "one = Hello, { -you }\n-you = you\n", [["Hello, you", "One", ""], base[1]]),
        ("own-message", "one = Hello, { you }\nyou = you\n", [["Hello, you", "One", ""], base[1]]),
        ("base-term", "one = Back in { -app }\n", [["Back in Class", "One", ""], base[1]]),
        ("base-message", "two = { one }?\n", [base[0], ["Welcome to Class?", "Two", "Retry N"]]),
        ("a-choice", "two = { $n ->\n    [N] Chosen\n   *[other] Other\n }\n", [base[0], ["Chosen", "Two", "Retry N"]]),
    ];
    for (name, over, expected) in table {
        let catalog = with_overrides(name, &[("en-US/brand.ftl", over)]);
        assert_eq!([english(&catalog, 1), english(&catalog, 2)], *expected, "{name}");
        assert_eq!(catalog.faults(), [], "{name}");
        let chinese = catalog.localizer(["zh-CN"]);
        assert_eq!((chinese.prompt(1).text(), chinese.prompt(2).text()), ("欢迎来到课堂", "二"), "{name}");
    }
}

#[test]
fn override_keeps_other_base_parts_for_references() {
    let table = [
        ("m = M\none = { m } by { -brand }\n-brand = Old\n", "m =\n    .description = D\n-brand = New\n", "M by New"),
        (
            "one = { -brand.gender ->\n    [f] She { -brand }\n   *[m] He { -brand }\n }\n-brand = Old\n    .gender = f\n",
            "-brand = New\n",
            "She New",
        ),
        (
            "m = M\n    .x = X\n    .y = Y\none = { m } { m.x } { m.y } { -brand }\n-brand = Old\n",
            "m = M2\n    .y =\n        Y2\n-brand = New\n",
            "M2 X Y2 New",
        ),
        ("m = { $n }\n    .x = X { $n }\none = { m } { m.x }\n", "m =\n    .x = X2\n", "N X2"),
    ];
    for (number, (en, over, text)) in table.into_iter().enumerate() {
        let name = format!("partial-{number}");
        let base = folder(&name, &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]);
        let over = folder(&format!("{name}-over"), &[("en-US/a.ftl", over)]);
        let catalog = Catalog::from_dir(base).unwrap().with_overrides(over).unwrap();
        let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
        let prompt = localizer.prompt_with(1, &[("n", "N".into())]);
        assert_eq!((prompt.text(), prompt.faults()), (text, &[][..]), "{name}");
        assert_eq!(catalog.faults(), [], "{name}");
    }
}

#[test]
fn override_invalid_is_reported_and_base_is_used() {
    let table: &[(&str, &str, &[&str])] = &[
        (
            "unclosed",
            "one = Hello {\n",
            &[
                "unclosed-over/en-US/a.ftl:1:14: message `one` is ignored: a variable, a name or a text in quotes is expected here",
            ],
        ),
        (
            "unknown-reference",
            "one = Hello { -you }\n",
            &[
                "unknown-reference-over/en-US/a.ftl:1:1: message `one` is ignored: it refers to `-you`, which this locale does \
               not have; add that or correct the name",
            ],
        ),
        (
            "blank",
            "one = { \"\" }\n    .description =  { \"\" }\ntwo = \u{AD}\n",
            &[
                "blank-over/en-US/a.ftl:1:1: message `one` shows nothing; write a text after its `=`",
                "blank-over/en-US/a.ftl:3:1: message `two` shows nothing; write a text after its `=`",
            ],
        ),
        (
            "unknown",
            "ones = Hello\n-ap = App\n",
            &[
                "unknown-over/en-US/a.ftl:1:1: there is no message or term `ones` to override; correct the name or delete it",
                "unknown-over/en-US/a.ftl:2:2: there is no message or term `-ap` to override; correct the name or delete it",
            ],
        ),
        (
            "ring",
            "-app = { one }\n",
            &[
                "ring/en-US/a.ftl:2:1: message `one` can't be rendered with its overrides, so the base version is used: it refers \
               to itself, directly or through others; remove one of the references",
            ],
        ),
    ];
    for (name, over, expected) in table {
        let catalog = with_overrides(name, &[("en-US/a.ftl", over)]);
        assert_eq!(texts(&catalog.faults()), *expected, "{name}");
        assert_eq!(english(&catalog, 1), ["Welcome to Class", "One", ""], "{name}");
        assert_eq!(english(&catalog, 2), ["Two N", "Two", "Retry N"], "{name}");
    }
}

#[test]
fn override_with_variable_that_base_lacks_is_reported_and_base_is_used() {
    let table: &[(&str, &[&str])] = &[
        (
            "one = Hello { $device }\n",
            &[
                "message `one` is ignored: it uses `$device`, and the base message does not; remove it, since the base message has no \
               variables",
            ],
        ),
        (
            "two = Two { $m }\n",
            &["message `two` is ignored: it uses `$m`, and the base message does not; the base message has `$n`"],
        ),
        (
            "two = { $m ->\n    [N] Chosen\n   *[other] Other\n }\n",
            &["message `two` is ignored: it uses `$m`, and the base message does not; the base message has `$n`"],
        ),
        // By a reference.
        (
            "one = { two }\n",
            &[
                "message `one` is ignored: it uses `$n`, and the base message does not; remove it, since the base message has no \
               variables",
            ],
        ),
        // Only the label.
        (
            "two =\n    .action = Again { $m }\n",
            &[
                "message `two.action` is ignored: it uses `$m`, and the base message does not; the base message has `$n`",
            ],
        ),
        (
            "unknown-code = Oops { $code } { $number }\n",
            &[
                "message `unknown-code` is ignored: it uses `$number`, and the base message does not; the base message has \
               `$code`",
            ],
        ),
    ];
    for (over, expected) in table {
        let catalog = with_overrides("variables", &[("en-US/a.ftl", over)]);
        let faults = catalog.faults();
        let problems = faults.iter().map(|fault| format!("{}; {}", fault.problem(), fault.help().unwrap_or_default()));
        assert_eq!(problems.collect::<Vec<_>>(), *expected, "{over}");
        assert_eq!(english(&catalog, 1), ["Welcome to Class", "One", ""], "{over}");
        assert_eq!(english(&catalog, 2), ["Two N", "Two", "Retry N"], "{over}");
        assert_eq!(catalog.localizer(["en-US"]).without_isolation_marks().prompt(9).text(), "Error 9", "{over}");
    }
}

#[test]
fn override_of_reference_that_adds_variable_is_reported_and_base_is_used() {
    let en = "m = M\none = { m }\n";
    let base = folder("reference-variable", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]);
    let over = folder("reference-variable-over", &[("en-US/a.ftl", "m = { $x }\n")]);
    let catalog = Catalog::from_dir(base).unwrap().with_overrides(over).unwrap();
    assert_eq!(
        texts(&catalog.faults()),
        [
            "reference-variable/en-US/a.ftl:2:1: message `one` can't be rendered with its overrides, so the base version is used: \
          it uses `$x`, and the base message does not; remove it, since the base message has no variables"
        ]
    );
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "M");
}

#[test]
fn override_may_use_variable_of_source_and_select_fewer_or_more_cases() {
    let choice = "{ $n ->\n    [true] A\n   *[false] B\n }";
    let plural = "{ $n ->\n    [one] A\n   *[other] B\n }";
    let lost = "it selects by `$n`, and has none of the variants of the base message";
    let table: &[(&str, &str, Result<&str, &str>)] = &[
        (choice, "Always", Ok("Always")),
        (choice, "{ $n ->\n    [false] X\n   *[true] Y\n }", Ok("Y")),
        (choice, "{ $n ->\n    [true] Y\n    [maybe] Z\n   *[false] X\n }", Ok("Y")),
        (choice, "{ $n ->\n   *[true] Y\n }", Ok("Y")),
        (choice, "It is { $n }", Ok("It is true")),
        (choice, "{ $n ->\n    [ture] Y\n   *[false] X\n }", Err(lost)),
        (choice, "{ $n ->\n    [one] Y\n   *[other] X\n }", Err(lost)),
        (plural, "{ $n ->\n    [0] X\n   *[other] Y\n }", Ok("Y")),
        (plural, "{ NUMBER($n) ->\n    [few] X\n   *[other] Y\n }", Ok("Y")),
        (plural, "{ $n ->\n    [single] X\n   *[many] Y\n }", Err(lost)),
        ("二", "{ $n ->\n    [true] Y\n   *[false] X\n }", Ok("Y")),
    ];
    for (source, over, expected) in table {
        // Of the English versions, none has a variant, so only the source's are known.
        let zh = format!("one = {source} {{ $n }}\nunknown-code = U\n");
        let files = [("codes.toml", CODES), ("zh-CN/a.ftl", zh.as_str()), ("en-US/a.ftl", "one = English\n")];
        let over = folder("cases-over", &[("en-US/a.ftl", &format!("one = {over}\n"))]);
        let catalog = Catalog::from_dir(folder("cases", &files)).unwrap().with_overrides(&over).unwrap();
        let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
        let n: Value<'_> = if *source == plural { 1.into() } else { true.into() };
        let prompt = localizer.prompt_with(1, [("n", n)]);
        match expected {
            Ok(text) => assert_eq!((prompt.text(), prompt.faults()), (*text, &[][..]), "{over:?}"),
            Err(problem) => {
                assert_eq!(prompt.text(), "English", "{over:?}");
                assert_eq!(prompt.faults()[0].problem().to_string(), format!("message `one` is ignored: {problem}"));
            }
        }
    }
}

#[test]
fn override_in_new_locale_is_compared_with_source() {
    let base = [("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", EN)];
    let dir = folder("new-locale-variable", &base);
    let over = folder("new-locale-variable-over", &[("de-DE/a.ftl", "one = Hallo { $name }\n")]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap().with_overrides(&over).unwrap());
    let german = || {
        let localizer = live.localizer(["de"]).without_isolation_marks();
        localizer.prompt_with(1, &[("name", "Ann".into())]).text().to_owned()
    };
    assert_eq!(
        texts(&live.catalog().faults()),
        [
            "new-locale-variable-over/de-DE/a.ftl:1:1: message `one` is ignored: it uses `$name`, and the base message does not; \
          remove it, since the base message has no variables"
        ]
    );
    assert_eq!(german(), "Welcome to Class");
    // The source gets the variable, and loses it again.
    for (zh, expected) in [(ZH.replace("欢迎", "{ $name }，欢迎"), "Hallo Ann"), (ZH.to_owned(), "Welcome to Class")]
    {
        write(&dir, "zh-CN/a.ftl", zh.as_bytes());
        assert_eq!(live.reload().to_string(), "zh-CN applied");
        assert_eq!(german(), expected);
    }
}

#[test]
fn override_made_blank_by_argument_falls_back_to_base() {
    let catalog =
        with_overrides("blank-variant", &[("en-US/a.ftl", "two = { $n ->\n    [N] { \"\" }\n   *[other] Other\n }\n")]);
    assert_eq!(english(&catalog, 2), ["Two N", "Two", "Retry N"]);
    assert_eq!(catalog.localizer(["en-US"]).prompt_with(2, &[("n", "x".into())]).text(), "Other");
}

#[test]
fn override_ignored_is_among_the_prompts_faults() {
    let catalog = with_overrides("tells", &[("en-US/a.ftl", "two = { -nobody }\none = {\n")]);
    let localizer = catalog.localizer(["en-US"]);
    for code in [1, 2] {
        let prompt = localizer.prompt_with(code, &[("n", Value::from("N"))]);
        assert_eq!((prompt.locale(), prompt.faults().len()), ("en-US", 1), "{:?}", prompt.faults());
    }
}

#[test]
fn override_adds_new_locales() {
    let files = [("de-DE/a.ftl", "one = Willkommen\n"), ("fr/a.ftl", "two = Deux\n    .action = Encore\n")];
    let catalog = with_overrides("new-locale", &files);
    assert_eq!(catalog.locales().collect::<Vec<_>>(), ["de-DE", "en-US", "fr", "zh-CN"]);
    let german = catalog.localizer(["de"]).without_isolation_marks();
    assert_eq!((german.prompt(1).text(), german.prompt(1).faults()), ("Willkommen", &[][..]));
    assert_eq!((german.prompt(2).text(), german.prompt(2).locale()), ("Two {$n}", "en-US"));
    assert_eq!(german.prompt(9).text(), "Error 9");
    assert_eq!(catalog.localizer(["fr-CA"]).prompt(2).action().unwrap().label(), Some("Encore"));
    assert_eq!(catalog.faults(), []);
}

#[test]
fn override_applied_last_is_used() {
    let first =
        folder("several-1", &[("en-US/a.ftl", "one = First\n-app = Academy\n"), ("en-US/b.ftl", "two = First\n")]);
    let second = folder("several-2", &[("en-US/a.ftl", "one = Second in { -app }\ntwo = { -missing }\n")]);
    let base = folder("several", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", EN)]);
    let base = Catalog::from_dir(base).unwrap();
    let catalog = base.with_overrides(first).unwrap().with_overrides(second).unwrap();
    assert_eq!(english(&catalog, 1)[0], "Second in Academy");
    assert_eq!(english(&catalog, 2)[0], "First");
    assert_eq!(catalog.faults().len(), 1);
    assert_eq!(english(&base, 1)[0], "Welcome to Class");
}

#[cfg(feature = "embedded")]
#[test]
fn override_applies_to_embedded_catalog() {
    let dir = folder(
        "over-embedded",
        &[
            ("en-US/product.ftl", "room-not-found = This lesson is not open yet\nunknown-code = Oops: { $code }\n"),
            ("en-US/notes.txt", "not read"),
        ],
    );
    let catalog = Catalog::embedded().with_overrides(dir).unwrap();
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    assert_eq!(localizer.prompt(1004).text(), "This lesson is not open yet");
    assert_eq!(localizer.prompt(4711).text(), "Oops: 4711");
    assert_eq!(localizer.prompt(-4).text(), "Could not sign in to IM");
    assert_eq!(catalog.localizer(["zh-CN"]).prompt(1004).text(), "房间不存在");
    assert_eq!(Catalog::embedded().localizer(["en-US"]).prompt(1004).text(), "The room does not exist");
    assert_eq!(catalog.faults(), []);
}

#[cfg(feature = "embedded")]
#[test]
fn override_folder_reports_missing_folder_and_stray_files() {
    let base = Catalog::embedded();
    let error = base.with_overrides("no/such/folder").unwrap_err();
    assert_eq!(format!("{error:#}"), "no/such/folder: there is no such folder; give one with a folder for each locale");

    let files = [("en_US/a.ftl", "room-closed = x\n"), ("a.ftl", "room-closed = x\n")];
    let catalog = base.with_overrides(folder("odd", &files)).unwrap();
    assert_eq!(
        texts(&catalog.faults()),
        [
            "odd/a.ftl: its name is not a canonical language tag, so its messages are ignored; move it into the folder of its \
             locale, or rename it to one such as `ja-JP.ftl`",
            "odd/en_US: its name is not a canonical language tag, so its messages are ignored; rename it to `en-US`",
        ]
    );
}

#[cfg(feature = "embedded")]
#[test]
fn override_reload_applies_valid_changes_and_rejects_broken_ones() {
    let dir = folder("live-over", &[("en-US/a.ftl", "room-closed = The lesson is over\n")]);
    let live = LiveCatalog::new(Catalog::embedded().with_overrides(&dir).unwrap());
    let closed = || {
        let localizer = live.localizer(["en-US"]);
        localizer.prompt(ErrorCode::ROOM_CLOSED).text().to_owned()
    };
    let table: [(Option<&str>, &str, &str); 6] = [
        (Some("room-closed = The lesson has ended\n"), "en-US applied", "The lesson has ended"),
        (
            Some("room-closed = The lesson {\n"),
            "en-US rejected: live-over/en-US/a.ftl:1:27: message `room-closed` is ignored: a variable, a name or a text in \
             quotes is expected here",
            "The lesson has ended",
        ),
        (Some("room-closed = The lesson is done\n"), "en-US applied", "The lesson is done"),
        (Some("room-closed = The lesson is done\n"), "nothing has changed", "The lesson is done"),
        (
            Some(""),
            "en-US rejected: live-over/en-US/a.ftl: the file is empty or ends within a line, as if cut short; end it with a \
             line break, or delete it",
            "The lesson is done",
        ),
        (None, "en-US applied", "The room has been closed"),
    ];
    for (text, report, prompt) in table {
        match text {
            Some(text) => write(&dir, "en-US/a.ftl", text.as_bytes()),
            None => std::fs::remove_dir_all(dir.join("en-US")).unwrap(),
        }
        let reload = live.reload().to_string().replace(&format!("{}/", env!("CARGO_TARGET_TMPDIR")), "");
        assert_eq!((&*reload, &*closed()), (report, prompt));
    }
}
