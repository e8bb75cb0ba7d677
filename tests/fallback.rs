//! Fallback to another locale: the whole message comes from one locale, and there is always a text.

mod common;

use code_prompts::Catalog;
use common::{catalog, folder, texts};

const ZH: &str = "one = 一\n    .description = 壹\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";

#[test]
fn fallback_for_missing_message_is_next_locale() {
    let catalog = catalog("missing", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "two = Two\n    .action = Retry\n")]);
    let localizer = catalog.localizer(["en-US"]);

    let prompt = localizer.prompt(1);
    assert_eq!((prompt.locale(), prompt.text(), prompt.description()), ("zh-CN", "一", "壹"));
    assert_eq!(texts(prompt.faults()), ["en-US has no message `one`; add it to a .ftl file of that locale"]);

    let prompt = localizer.prompt(2);
    assert_eq!((prompt.locale(), prompt.text(), prompt.faults()), ("en-US", "Two", &[][..]));

    let prompt = localizer.prompt(3);
    assert_eq!((prompt.locale(), prompt.id(), prompt.text()), ("zh-CN", "unknown-code", "未知 \u{2068}3\u{2069}"));
    assert_eq!(
        texts(prompt.faults()),
        [
            "code 3 is not in codes.toml; add it there with a message id",
            "en-US has no message `unknown-code`; add it to a .ftl file of that locale",
        ]
    );
}

#[test]
fn fallback_prefers_message_with_label() {
    let zh_without = ZH.replace("    .action = 重试\n", "");
    let label_fault = "/a.ftl:1:1: message `two` has no label for its action; add an indented line `.action = …`";

    let with = catalog("label", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "two = Two\n")]);
    let localizer = with.localizer(["en-US"]);
    let prompt = localizer.prompt(2);
    assert_eq!((prompt.locale(), prompt.text()), ("zh-CN", "二"));
    assert_eq!(prompt.action().unwrap().label(), Some("重试"));
    assert_eq!(texts(prompt.faults()), [format!("label/en-US{label_fault}")]);

    let without = catalog("no-label", &[("zh-CN/a.ftl", &zh_without), ("en-US/a.ftl", "two = Two\n")]);
    let localizer = without.localizer(["en-US"]);
    let prompt = localizer.prompt(2);
    assert_eq!((prompt.locale(), prompt.text()), ("en-US", "Two"));
    assert_eq!((prompt.action().unwrap().id(), prompt.action().unwrap().label()), ("retry", None));
}

#[test]
fn fallback_replaces_blank_message() {
    let blank = ["", " { \"\" }", " { \" \" }", " \u{200B}", " { -nothing }", " { $name }"];
    for (index, value) in blank.into_iter().enumerate() {
        let en = format!("one ={value}\n    .description = x\n-nothing = {{ \"\" }}\n");
        let catalog = catalog(&format!("blank-{index}"), &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        let localizer = catalog.localizer(["en-US"]);
        let prompt = localizer.prompt_with(1, &[("name", "".into())]);
        assert_eq!((prompt.locale(), prompt.text(), prompt.description()), ("zh-CN", "一", "壹"), "{value:?}");
        assert_eq!(
            texts(prompt.faults()),
            [format!("blank-{index}/en-US/a.ftl:1:1: message `one` shows nothing; write a text after its `=`")],
        );
    }
}

#[test]
fn fallback_for_message_in_no_locale_is_unknown_code() {
    let catalog = catalog("nowhere", &[("zh-CN/a.ftl", "unknown-code = 未知 { $code }\n"), ("en-US/a.ftl", "x = y\n")]);
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    let prompt = localizer.prompt(1);
    assert!(prompt.is_known());
    assert_eq!((prompt.id(), prompt.locale(), prompt.text()), ("one", "zh-CN", "未知 1"));
    let unanswered = "nowhere/codes.toml:5:1: no locale has a usable message `one`, which code 1 names; write it";
    assert_eq!(
        texts(prompt.faults()),
        [
            "en-US has no message `one`; add it to a .ftl file of that locale",
            "zh-CN has no message `one`; add it to a .ftl file of that locale",
            unanswered,
            "en-US has no message `unknown-code`; add it to a .ftl file of that locale",
        ]
    );
    assert_eq!(texts(&catalog.faults())[0], unanswered);
}

#[test]
fn fallback_without_unknown_code_is_the_number() {
    let catalog = catalog("number", &[("zh-CN/a.ftl", "two = 二\n"), ("en-US/a.ftl", "unknown-code = { \" \" }\n")]);
    for locale in ["zh-CN", "en-US"] {
        let localizer = catalog.localizer([locale]);
        for code in [1, -77] {
            let prompt = localizer.prompt(code);
            assert_eq!((prompt.text(), prompt.locale()), (code.to_string().as_str(), "und"));
        }
    }
}

#[test]
fn locale_with_many_files_and_folders_is_loaded() {
    let codes = format!("records = \"file\"\n{}", common::CODES);
    let files = [
        ("codes.toml", codes.as_str()),
        ("zh-CN/a.ftl", "one = { -brand }一\n"),
        ("zh-CN/deep/er/b.ftl", "two = 二\n    .action = 重试\n"),
        ("zh-CN/terms.ftl", "-brand = 甲\nunknown-code = { $code }\n"),
        ("zh-CN/README.md", "# not Fluent"),
        ("en-US/a.ftl", "one = One\n"),
        (".git/en-GB/a.ftl", "one = hidden\n"),
        ("notes/todo.txt", "no messages here"),
        ("records/en-US.toml", "[messages.one]\nsource = \"一\"\n"),
    ];
    let catalog = Catalog::from_dir(folder("many-files", &files)).unwrap();
    assert_eq!(catalog.faults(), []);
    assert_eq!(catalog.locales().collect::<Vec<_>>(), ["en-US", "zh-CN"]);
    let localizer = catalog.localizer(["zh"]);
    assert_eq!(localizer.prompt(1).text(), "甲一");
    assert_eq!(localizer.prompt(2).action().unwrap().label(), Some("重试"));
}

#[test]
fn fallback_replaces_message_with_blank_label() {
    let en = "two = Two\n    .action = { $label }\n";
    let catalog = catalog("blank-label", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]);
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    let labelled = localizer.prompt_with(2, &[("label", "Retry".into())]);
    assert_eq!((labelled.text(), labelled.action().unwrap().label()), ("Two", Some("Retry")));
    let blank = localizer.prompt_with(2, &[("label", "\u{202E} ".into())]);
    assert_eq!((blank.text(), blank.action().unwrap().label()), ("二", Some("重试")));
    assert_eq!(
        texts(blank.faults()),
        ["blank-label/en-US/a.ftl:1:1: message `two` has no label for its action; add an indented line `.action = …`"]
    );
}

#[test]
fn fallback_keeps_text_without_label_as_last_choice() {
    let zh = "two = { $text }\n    .action = 重试\nunknown-code = 未知\n    .action = 不是这个\n";
    let catalog = catalog("no-other", &[("zh-CN/a.ftl", zh), ("en-US/a.ftl", "two = Two\n")]);
    let localizer = catalog.localizer(["en-US"]);
    let prompt = localizer.prompt_with(2, &[("text", "".into())]);
    assert_eq!((prompt.text(), prompt.locale(), prompt.action().unwrap().label()), ("Two", "en-US", None));

    let prompt = localizer.prompt(1);
    assert_eq!((prompt.text(), prompt.action()), ("未知", None));
    let only_chinese = catalog.localizer(["zh"]);
    let blank = only_chinese.prompt_with(2, &[("text", "".into())]);
    assert_eq!((blank.text(), blank.action().unwrap().label()), ("Two", None));
}
