//! `.ftl` files with something wrong in them: each fault says where, what and what to do, and costs no more than the
//! message that it is in.

mod common;

use code_prompts::Catalog;
use common::{CODES, catalog, folder, texts, write};

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";

#[test]
fn a_broken_entry_costs_only_itself() {
    // What stands where `one` should be, and what is said of it.
    let table: &[(&str, &str)] = &[
        ("one", "1:4: message `one` is left out: Expected a token starting with \"=\"; mend it"),
        (
            "one = { $x",
            "3:1: message `one` is left out: Expected a token starting with \"}\" (it begins on line 1); mend it",
        ),
        (
            "# note\none = {",
            "4:5: message `one` is left out: Expected a token starting with \"}\" (it begins on line 2); mend it",
        ),
        ("one = }", "1:7: message `one` is left out: Unbalanced closing brace; mend it"),
        (
            "one = { $x ->\n    [a] A\n }",
            "3:2: message `one` is left out: The select expression must have a default variant (it begins on line 1); mend it",
        ),
        ("one = { \"x }", "1:13: message `one` is left out: Unterminated string literal; mend it"),
        ("one = { -x.y }", "1:14: message `one` is left out: Term attributes can't be used as a selector; mend it"),
        (
            "one = One { -brand }",
            "1:1: message `one` is left out: it refers to `-brand`, which this locale does not have; mend it",
        ),
        (
            "one = One { three }",
            "1:1: message `one` is left out: it refers to `three`, which this locale does not have; mend it",
        ),
        (
            "one = One { two.x }",
            "1:1: message `one` is left out: it refers to `two.x`, which this locale does not have; mend it",
        ),
        (
            "one = One { DATETIME($x) }",
            "1:1: message `one` is left out: it refers to `DATETIME()`, which this locale does not have; mend it",
        ),
        (
            "one = One { bare }\nbare =\n    .x = y",
            "1:1: message `one` is left out: it refers to `bare`, which has no text; mend it",
        ),
        ("one = { ring }\nring = { one }", "1:1: message `one` is left out: it refers to itself, in a ring; mend it"),
        (
            "one = { -term }\n-term = Hello { $name }",
            "1:1: message `one` is left out: the term `-term` shows `$name`, which this message does not give it; mend it",
        ),
        (
            "one = { NUMBER(1, minimumFractionDigits: 99999999) }",
            "1:1: message `one` is left out: the number 99999999 has too many digits; mend it",
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
fn a_broken_attribute_costs_only_itself() {
    let zh = "one = 一\n    .description = { -gone }\ntwo = 二\n    .action = { -gone }\n";
    let catalog = catalog("attribute", &[("zh-CN/a.ftl", zh)]);
    let localizer = catalog.localizer(["zh"]);
    let (one, two) = (localizer.prompt(1), localizer.prompt(2));
    assert_eq!((one.text(), one.description()), ("一", "一"));
    assert_eq!((two.text(), two.action().unwrap().label()), ("二", None));
    let problem = "it refers to `-gone`, which this locale does not have; mend it";
    assert_eq!(
        texts(one.faults()),
        [format!("attribute/zh-CN/a.ftl:1:1: message `one.description` is left out: {problem}")]
    );
    assert_eq!(
        texts(two.faults()),
        [
            format!("attribute/zh-CN/a.ftl:3:1: message `two.action` is left out: {problem}"),
            "attribute/zh-CN/a.ftl:3:1: message `two` has no label for its action; add an indented line `.action = …`"
                .to_owned(),
        ]
    );
}

#[test]
fn what_is_no_entry_at_all_is_reported() {
    let catalog = catalog("no-entry", &[("zh-CN/a.ftl", &format!("{ZH}\n<<<<<<< HEAD\n")), ("en-US/a.ftl", ZH)]);
    assert_eq!(
        texts(&catalog.faults()),
        [
            "no-entry/zh-CN/a.ftl:6:1: this is no message, term or comment: Expected one of \"a-zA-Z\"; mend or delete it",
        ]
    );
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
}

#[test]
fn of_two_messages_the_first_counts() {
    let files = [("zh-CN/a.ftl", "one = 一\none = 壹\n"), ("zh-CN/b.ftl", "# x\n-one = 幺\n"), ("en-US/a.ftl", ZH)];
    let catalog = catalog("twice", &files);
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
    let second = "`one` is here for the second time; the first one, at twice/zh-CN/a.ftl:1:1, counts; delete one";
    assert_eq!(
        texts(&catalog.faults()),
        [format!("twice/zh-CN/a.ftl:2:1: {second}"), format!("twice/zh-CN/b.ftl:2:2: {second}")]
    );
}

#[test]
fn a_byte_order_mark_costs_nothing() {
    let catalog = catalog("mark", &[("zh-CN/a.ftl", &format!("\u{FEFF}{ZH}")), ("en-US/a.ftl", ZH)]);
    assert_eq!(catalog.localizer(["zh"]).prompt(1).text(), "一");
    assert_eq!(
        texts(&catalog.faults()),
        ["mark/zh-CN/a.ftl: the file begins with a byte-order mark; save it as UTF-8 without one"]
    );
}

#[test]
fn a_file_that_is_not_utf_8_costs_the_messages_that_can_not_be_read() {
    let dir = folder("latin1", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
    write(&dir, "en-US/a.ftl", b"two = Two\n    .action = Retry\none = Caf\xE9\n");
    let catalog = Catalog::from_dir(dir).unwrap();
    let localizer = catalog.localizer(["en-US"]);
    assert_eq!((localizer.prompt(1).text(), localizer.prompt(2).text()), ("一", "Two"));
    let encoding = "latin1/en-US/a.ftl:3:10: the file is not UTF-8 from here on; save it as UTF-8";
    assert_eq!(texts(&catalog.faults()), [encoding]);
    assert_eq!(
        texts(localizer.prompt(1).faults()),
        [
            "latin1/en-US/a.ftl:3:1: message `one` is left out: it has a character that could not be decoded (U+FFFD); mend it"
        ]
    );

    let dir = folder("utf-16", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH)]);
    let utf_16: Vec<u8> = "\u{FEFF}one = One\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    write(&dir, "en-US/a.ftl", &utf_16);
    let catalog = Catalog::from_dir(dir).unwrap();
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "一");
    assert_eq!(
        texts(&catalog.faults())[0],
        "utf-16/en-US/a.ftl:1:1: the file is not UTF-8 from here on; save it as UTF-8"
    );
}

#[test]
fn a_folder_with_a_bad_name_is_left_out() {
    let files =
        [("zh-CN/a.ftl", ZH), ("en_us/a.ftl", ZH), ("und/a.ftl", ZH), ("my texts/a.ftl", ZH), ("en-US/a.ftl", ZH)];
    let catalog = catalog("bad-name", &files);
    assert_eq!(catalog.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
    let left_out = "the folder's name is not a canonical language tag, so its messages are left out";
    assert_eq!(
        texts(&catalog.faults()),
        [
            format!("bad-name/en_us: {left_out}; rename it to `en-US`"),
            format!("bad-name/my texts: {left_out}; rename it to one such as `ja-JP`"),
            format!("bad-name/und: {left_out}; rename it to one such as `ja-JP`"),
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_can_not_be_read_costs_only_itself() {
    let dir = folder("unreadable", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "one = One\n")]);
    std::os::unix::fs::symlink("nowhere.ftl", dir.join("en-US/gone.ftl")).unwrap();
    std::os::unix::fs::symlink("/dev/null", dir.join("en-US/device.ftl")).unwrap();
    std::os::unix::fs::symlink("..", dir.join("en-US/ring")).unwrap();
    let catalog = Catalog::from_dir(dir).unwrap();
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "One");
    assert_eq!(
        texts(&catalog.faults()),
        [
            "unreadable/en-US/device.ftl: this is not a regular file; replace it by one",
            "unreadable/en-US/gone.ftl: there is no such file; add it",
        ]
    );
}
