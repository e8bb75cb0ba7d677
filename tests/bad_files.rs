//! Faults of `.ftl` files and their folders: each names the position, the problem and the fix, and affects only its
//! message.

mod common;

use code_prompts::Catalog;
use common::{CODES, catalog, folder, texts, write};

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";

#[test]
fn broken_message_is_reported_and_falls_back() {
    // The text in place of `one`, and its fault.
    let table: &[(&str, &str)] = &[
        (
            "one",
            "1:4: message `one` is ignored: `=` is expected here; write `=` after the name, or `# ` before the line if it is a comment",
        ),
        ("one ＝ One", "1:5: message `one` is ignored: `=` is expected here; this is a full-width `＝`, write `=`"),
        (
            "one　= One",
            "1:4: message `one` is ignored: `=` is expected here; this is a full-width space, write a plain one",
        ),
        (
            "one: One",
            "1:4: message `one` is ignored: `=` is expected here; write `=` in place of the colon, or `# ` before the line if it is a comment",
        ),
        (
            "one =\n#     .action = One",
            "1:6: message `one` is ignored: a text is expected after the `=`; if it is in the comment below, remove the `# ` before its lines",
        ),
        (
            "one = { $x ->\n        [a] A\n#      *[b] B\n#     }",
            "2:14: message `one` is ignored: mark one of the variants as the default with `*` (it begins on line 1); if it is in the comment below, remove the `# ` before its lines",
        ),
        ("one = { $x", "1:11: message `one` is ignored: a `{` before this is not closed; write `}`"),
        ("# note\none = {", "2:8: message `one` is ignored: a `{` before this is not closed; write `}`"),
        (
            "one = {\n    .description = x\n\n# note",
            "2:5: message `one` is ignored: a variable, a name or a text in quotes is expected here (it begins on line 1)",
        ),
        ("one = }", "1:7: message `one` is ignored: this `}` closes nothing; delete it, or write `{\"}\"}`"),
        (
            "one = { $x ->\n    [a] A\n }",
            "3:2: message `one` is ignored: mark one of the variants as the default with `*` (it begins on line 1)",
        ),
        ("one = { $x -> [a] A *[b] B }", "1:15: message `one` is ignored: the variants begin on a new line after `->`"),
        (
            "one = { $x ->\n   *[a] A\n   *[b] B\n }",
            "3:5: message `one` is ignored: only one variant can be the default (it begins on line 1); remove the `*` here",
        ),
        ("one = { \"x }", "1:13: message `one` is ignored: the closing `\"` is missing on this line"),
        (
            "one = { \"\\u12房\" }",
            "1:10: message `one` is ignored: after `\\` comes `\\`, `\"`, `u` with four hexadecimal digits or `U` with six",
        ),
        ("one = { -x.y }", "1:14: message `one` is ignored: an attribute of a term can't be shown, only selected on"),
        (
            "one =\n\tOne",
            "2:1: message `one` is ignored: the line is indented with a tab (it begins on line 1); indent it with spaces",
        ),
        (
            "one =\nOne",
            "1:6: message `one` is ignored: a text is expected after the `=`; if it begins on the next line, indent it with spaces",
        ),
        (
            &format!("one = {}\"x\"{}", "{".repeat(51), "}".repeat(51)),
            "1:57: message `one` is ignored: brackets are nested more than 50 levels deep; use fewer levels",
        ),
        (
            "one = One { -brand }",
            "1:1: message `one` is ignored: it refers to `-brand`, which this locale does not have; add that or correct the name",
        ),
        (
            "one = One { three }",
            "1:1: message `one` is ignored: it refers to `three`, which this locale does not have; add that or correct the name",
        ),
        (
            "one = One { two.x }",
            "1:1: message `one` is ignored: it refers to `two.x`, which this locale does not have; add that or correct the name",
        ),
        (
            "one = One { DATETIME($x) }",
            "1:1: message `one` is ignored: it refers to `DATETIME()`, which this locale does not have; add that or correct the name",
        ),
        (
            "one = One { bare }\nbare =\n    .x = y",
            "1:1: message `one` is ignored: it refers to `bare`, which has no text; give it one",
        ),
        (
            "one = { ring }\nring = { one }",
            "1:1: message `one` is ignored: it refers to itself, directly or through others; remove one of the references",
        ),
        (
            "one = { -term }\n-term = Hello { $name }",
            "1:1: message `one` is ignored: the term `-term` uses `$name`, which is not given to it; write `{ -term(name: \"…\") }`",
        ),
        (
            "one = { -outer(name: \"x\") }\n-outer = { -inner } { $name }\n-inner = x",
            "1:1: message `one` is ignored: the term `-outer` uses `$name`, which is not given to it; write `{ -outer(name: \"…\") }`",
        ),
        (
            "one = { NUMBER() }",
            "1:1: message `one` is ignored: `NUMBER()` is for numbers; give it a number or a variable",
        ),
        (
            "one = { NUMBER(\"5\") }",
            "1:1: message `one` is ignored: `NUMBER()` is for numbers; give it a number or a variable",
        ),
        (
            "one = { NUMBER(1, minimumFractionDigits: 99999999) }",
            "1:1: message `one` is ignored: the number 99999999 has too many digits; remove some digits",
        ),
        (
            "one = { \"\\uD800\" }",
            "1:1: message `one` is ignored: it has a character that could not be decoded (U+FFFD); write it again",
        ),
        ("one =\n    .description = x", "1:1: message `one` shows nothing; write a text after its `=`"),
    ];
    for (index, (one, fault)) in table.iter().enumerate() {
        let name = format!("broken-{index}");
        let en = format!("{one}\n\ntwo = Two\n    .action = Retry\nunknown-code = Unknown {{ $code }}\n");
        let catalog = catalog(&name, &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
        let prompt = localizer.prompt(1);
        assert_eq!((prompt.locale(), prompt.text()), ("zh-CN", "一"), "{one}");
        assert_eq!(texts(prompt.faults()), [format!("{name}/en-US/a.ftl:{fault}")], "{one}");
        assert_eq!((localizer.prompt(2).text(), localizer.prompt(2).locale()), ("Two", "en-US"), "{one}");
        assert_eq!(localizer.prompt(3).text(), "Unknown 3", "{one}");
    }
}

#[test]
fn broken_attribute_is_reported_and_its_message_stays() {
    let zh = "one = 一\n    .description = { -gone }\ntwo = 二\n    .action = { -gone }\n";
    let catalog = catalog("attribute", &[("zh-CN/a.ftl", zh)]);
    let localizer = catalog.localizer(["zh"]);
    let (one, two) = (localizer.prompt(1), localizer.prompt(2));
    assert_eq!((one.text(), one.description()), ("一", "一"));
    assert_eq!((two.text(), two.action().unwrap().label()), ("二", None));
    let problem = "it refers to `-gone`, which this locale does not have; add that or correct the name";
    assert_eq!(
        texts(one.faults()),
        [format!("attribute/zh-CN/a.ftl:2:6: message `one.description` is ignored: {problem}")]
    );
    assert_eq!(texts(two.faults()), [format!("attribute/zh-CN/a.ftl:4:6: message `two.action` is ignored: {problem}")]);
}

#[test]
fn broken_attribute_does_not_hide_the_next() {
    let table = [
        ("    .description = { $x", "2:24", "a `{` before this is not closed; write `}`"),
        (
            "    .description 描述",
            "2:18",
            "`=` is expected here; write `=` after the name, or `# ` before the line if it is a comment",
        ),
        (
            "    .description =",
            "2:19",
            "a text is expected after the `=`; if it begins on the next line, indent it with spaces",
        ),
        ("\t.description = x", "2:1", "the line is indented with a tab; indent it with spaces"),
        ("　.description = x", "2:1", "the line is indented with a full-width space; indent it with spaces"),
    ];
    for (index, (line, place, problem)) in table.into_iter().enumerate() {
        let name = format!("hidden-{index}");
        let en =
            format!("two = Two\n{line}\n    .extra = {{\n    .action = Retry\n\none = One\nunknown-code = Unknown\n");
        let catalog = catalog(&name, &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        let localizer = catalog.localizer(["en-US"]);
        let prompt = localizer.prompt(2);
        assert_eq!((prompt.text(), prompt.description()), ("Two", "Two"), "{line}");
        assert_eq!(prompt.action().unwrap().label(), Some("Retry"), "{line}");
        assert_eq!(localizer.prompt(1).text(), "One", "{line}");
        let fault = format!("{name}/en-US/a.ftl:{place}: message `two.description` is ignored: {problem}");
        assert_eq!(texts(prompt.faults()).first(), Some(&fault), "{line}");
        let extra = format!(
            "{name}/en-US/a.ftl:3:15: message `two.extra` is ignored: a variable, a name or a text in quotes is expected here"
        );
        assert_eq!(texts(&catalog.faults()), [fault, extra], "{line}");
    }
}

#[test]
fn broken_entries_in_a_row_are_reported_separately() {
    let en = "one = {\ntwo = {\n# note\n-three = {\nfour = {\nunknown-code = Unknown\n";
    let catalog = catalog("row", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]);
    let unclosed = "a `{` before this is not closed; write `}`";
    assert_eq!(
        texts(&catalog.faults()),
        [
            format!("row/en-US/a.ftl:1:8: message `one` is ignored: {unclosed}"),
            "row/en-US/a.ftl:2:8: message `two` is ignored: a variable, a name or a text in quotes is expected here"
                .to_owned(),
            format!("row/en-US/a.ftl:4:11: message `-three` is ignored: {unclosed}"),
            format!("row/en-US/a.ftl:5:9: message `four` is ignored: {unclosed}"),
        ]
    );
    assert_eq!(catalog.localizer(["en-US"]).prompt(3).text(), "Unknown");
}

#[test]
fn valid_but_unusual_message_is_shown() {
    let table = [
        ("one = { -seats(n: 100) } seats\n-seats = { $n }", "100 seats"),
        ("one = { NUMBER(1.5, minimumFractionDigits: 1) }", "1.5"),
        ("one = { -outer(case: \"b\") }\n-outer = { $case ->\n    [a] { -inner }\n   *[b] Hi\n }\n-inner = x", "Hi"),
        ("one = { -t }\n-t = { $case ->\n    [a] A\n   *[b] B\n }", "B"),
        ("one = C:\\users\\u12房 {\"\\\\u\"} ({\"}\"}", "C:\\users\\u12房 \\u (}"),
        ("one = { $x ->\n    [a] \"A\n   *[b] B) \"\n }", "B) \""),
        ("one = One\r\n    .description = x\r\n", "One"),
        ("one =\n\n    One\n\n      Two\n", "One\n\n  Two"),
    ];
    for (index, (one, text)) in table.into_iter().enumerate() {
        let catalog = catalog(&format!("odd-{index}"), &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", one)]);
        let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
        let prompt = localizer.prompt_with(1, &[("x", "?".into())]);
        assert_eq!((prompt.text(), prompt.faults()), (text, &[][..]), "{one}");
    }
}

#[test]
fn junk_between_messages_is_reported() {
    let zh = format!("{ZH}\n<<<<<<< HEAD\n\n\tmore text\n");
    let catalog = catalog("no-entry", &[("zh-CN/a.ftl", &zh), ("en-US/a.ftl", ZH)]);
    assert_eq!(
        texts(&catalog.faults()),
        [
            "no-entry/zh-CN/a.ftl:8:1: expected a message, term or comment: the line is indented with a tab (it begins on line 6); indent it with spaces"
        ]
    );
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
}

#[test]
fn duplicate_message_is_reported_and_the_first_is_used() {
    let files = [
        ("zh-CN/a.ftl", "one = 一\none = 壹\nunknown-code = 未知\n"),
        ("zh-CN/b.ftl", "# x\n-one = 幺\n"),
        ("en-US/a.ftl", ZH),
    ];
    let catalog = catalog("twice", &files);
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
    let first = "there is a message or term `one` at twice/zh-CN/a.ftl:1:1, and that one counts; rename or delete one";
    assert_eq!(
        texts(&catalog.faults()),
        [format!("twice/zh-CN/a.ftl:2:1: {first}"), format!("twice/zh-CN/b.ftl:2:2: {first}")]
    );
}

#[test]
fn message_named_like_a_function_is_ignored_and_reported() {
    let files = [("zh-CN/a.ftl", &*format!("{ZH}NUMBER = x\n")), ("en-US/a.ftl", "one = { NUMBER }\n")];
    let catalog = catalog("function-name", &files);
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "一");
    assert_eq!(
        texts(&catalog.faults()),
        [
            "function-name/en-US/a.ftl:1:1: message `one` is ignored: it refers to `NUMBER`, which this locale does not have; \
             add that or correct the name",
            "function-name/zh-CN/a.ftl:5:1: message `NUMBER` is ignored: a function has this name; rename it",
        ]
    );
}

#[test]
fn catalog_faults_include_missing_and_unusable_messages() {
    let files = [("zh-CN/a.ftl", "one = { -gone }\n"), ("en-US/a.ftl", "two = Two\n")];
    assert_eq!(
        texts(&catalog("can-not-be-shown", &files).faults()),
        [
            "can-not-be-shown/en-US/a.ftl:1:1: message `two` has no label for its action; add an indented line `.action = …`",
            "can-not-be-shown/zh-CN/a.ftl:1:1: message `one` is ignored: it refers to `-gone`, which this locale does not have; \
             add that or correct the name",
            "can-not-be-shown/codes.toml:5:1: no locale has a usable message `one`, which code 1 names; write it",
            "zh-CN has no message `unknown-code`; add it to a .ftl file of that locale",
        ]
    );
}

#[test]
fn byte_order_mark_is_ignored_and_reported() {
    let catalog = catalog("mark", &[("zh-CN/a.ftl", &format!("\u{FEFF}{ZH}")), ("en-US/a.ftl", ZH)]);
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
    assert_eq!(
        texts(&catalog.faults()),
        ["mark/zh-CN/a.ftl: the file begins with a byte-order mark; save it as UTF-8 without one"]
    );
}

#[test]
fn file_not_utf_8_keeps_its_readable_messages() {
    let dir = folder("latin1", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
    write(&dir, "en-US/a.ftl", b"two = Two\n    .action = Retry\none = Caf\xE9\n");
    let catalog = Catalog::from_dir(dir).unwrap();
    let localizer = catalog.localizer(["en-US"]);
    assert_eq!((localizer.prompt(1).text(), localizer.prompt(2).text()), ("一", "Two"));
    let encoding = "latin1/en-US/a.ftl:3:10: the file is not UTF-8 from here on; save it as UTF-8";
    let lost = "latin1/en-US/a.ftl:3:1: message `one` is ignored: it has a character that could not be decoded (U+FFFD); \
                write it again";
    assert_eq!(texts(localizer.prompt(1).faults()), [lost]);
    assert_eq!(texts(&catalog.faults()), [encoding, lost]);

    let dir = folder("utf-16", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
    let utf_16: Vec<u8> = "\u{FEFF}one = One\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    write(&dir, "en-US/a.ftl", &utf_16);
    let catalog = Catalog::from_dir(dir).unwrap();
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "一");
    assert_eq!(
        texts(&catalog.faults()),
        ["utf-16/en-US/a.ftl:1:1: the file is not UTF-8 from here on; save it as UTF-8"]
    );
}

#[test]
fn folder_with_invalid_name_is_ignored_and_reported() {
    let files = [
        ("zh-CN/a.ftl", ZH),
        ("en_us/a.ftl", ZH),
        ("und/a.ftl", ZH),
        ("my texts/a.ftl", ZH),
        ("japanese/a.ftl", ZH),
        ("no-001./a.ftl", ZH),
        ("fr-FR/a.ftl.txt", ZH),
        ("notes/a.txt", ZH),
        ("en-US/a.ftl", ZH),
    ];
    let catalog = catalog("bad-name", &files);
    assert_eq!(catalog.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
    let ignored = "its name is not a canonical language tag, so its messages are ignored";
    assert_eq!(
        texts(&catalog.faults()),
        [
            format!("bad-name/en_us: {ignored}; rename it to `en-US`"),
            "bad-name/fr-FR: there is no .ftl file in this folder; add one or delete the folder".to_owned(),
            format!("bad-name/japanese: {ignored}; rename it to one such as `ja-JP`"),
            format!("bad-name/my texts: {ignored}; rename it to one such as `ja-JP`"),
            format!("bad-name/no-001.: {ignored}; rename it to one such as `ja-JP`"),
            format!("bad-name/und: {ignored}; rename it to one such as `ja-JP`"),
        ]
    );
}

#[test]
fn locale_file_beside_codes_toml_is_loaded() {
    let files = [
        ("zh-CN.ftl", ZH),
        ("en-US/a.ftl", "one = One\n"),
        ("en-US.ftl", "one = not counted\ntwo = Two\n    .action = Retry\n"),
        ("de_DE.ftl", "one = Eins\n"),
        ("prompts.ftl", "one = x\n"),
        ("README.FTL", "no locale\n"),
    ];
    let catalog = catalog("flat", &files);
    assert_eq!(catalog.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
    assert_eq!(catalog.localizer(["zh-CN"]).prompt(1).text(), "一");
    let english = catalog.localizer(["en-US"]);
    assert_eq!((english.prompt(1).text(), english.prompt(2).text()), ("One", "Two"));
    let ignored = "its name is not a canonical language tag, so its messages are ignored";
    assert_eq!(
        texts(&catalog.faults()),
        [
            format!("flat/de_DE.ftl: {ignored}; rename it to `de-DE.ftl`"),
            format!(
                "flat/prompts.ftl: {ignored}; move it into the folder of its locale, or rename it to one such as `ja-JP.ftl`"
            ),
            "flat/en-US.ftl:1:1: there is a message or term `one` at flat/en-US/a.ftl:1:1, and that one counts; rename or \
             delete one"
                .to_owned(),
        ]
    );
}

#[test]
fn file_with_uppercase_extension_is_ignored_and_reported() {
    let files = [
        ("zh-CN/a.ftl", ZH),
        ("en-US/more.FTL", "one = One\n"),
        ("en-US/a.ftl", "two = Two\n    .action = Retry\n"),
        ("fr.Ftl", "one = Un\n"),
    ];
    let catalog = catalog("capitals", &files);
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "一");
    let ignored = "this file is ignored, since its name does not end in `.ftl`; rename it to end in `.ftl`";
    let expected = ["en-US/more.FTL", "fr.Ftl"].map(|path| format!("capitals/{path}: {ignored}"));
    assert_eq!(texts(&catalog.faults()), expected);
}

#[test]
fn folder_100_levels_deep_is_read() {
    let deep = format!("en-US/{}a.ftl", "d/".repeat(100));
    let catalog = catalog("deep", &[("zh-CN/a.ftl", ZH), (&deep, "one = One\n")]);
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "One");
}

#[cfg(unix)]
#[test]
fn unreadable_file_is_reported_and_the_others_are_used() {
    let dir = folder("unreadable", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "one = One\n")]);
    std::os::unix::fs::symlink("nowhere.ftl", dir.join("en-US/gone.ftl")).unwrap();
    std::os::unix::fs::symlink("/dev/null", dir.join("en-US/device.ftl")).unwrap();
    std::os::unix::fs::symlink("..", dir.join("en-US/ring")).unwrap();
    // Links as in a mounted Kubernetes volume.
    write(&dir, "en-US/..2024/b.ftl", b"two = Two\n    .action = Retry\n");
    std::os::unix::fs::symlink("..2024/b.ftl", dir.join("en-US/b.ftl")).unwrap();
    std::os::unix::fs::symlink("nowhere", dir.join("en-US/.#b.ftl")).unwrap();
    let catalog = Catalog::from_dir(dir).unwrap();
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "One");
    assert_eq!(catalog.localizer(["en-US"]).prompt(2).text(), "Two");
    assert_eq!(
        texts(&catalog.faults()),
        [
            "unreadable/en-US/device.ftl: this is not a regular file; replace it by one",
            "unreadable/en-US/gone.ftl: there is no such file; add it",
        ]
    );
}

/// Such a file is regular, but reading all of it takes all memory.
#[cfg(target_os = "linux")]
#[test]
fn file_of_the_kernel_is_read_no_further_than_its_length() {
    let dir = folder("kernel", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "one = One\n")]);
    std::os::unix::fs::symlink("/proc/self/pagemap", dir.join("en-US/b.ftl")).unwrap();
    let catalog = Catalog::from_dir(dir).unwrap();
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "One");
}
