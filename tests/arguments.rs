//! Arguments of a prompt, given and missing.

mod common;

use std::collections::HashMap;

use code_prompts::{Catalog, Value};
use common::{CODES, catalog, folder, texts};

const ZH: &str =
    "one = 你好，{ $name }！\n    .description = { $name }: { $code }\ntwo = 二\n    .action = 重试 { $name }\n";

#[test]
fn arguments_fill_text_description_and_label() {
    let catalog = catalog("arguments", &[("zh-CN/a.ftl", ZH)]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let args = [("name", "李".into()), ("unused", 1.into())];
    let (one, two) = (localizer.prompt_with(1, &args), localizer.prompt_with(2, &args));
    assert_eq!((one.text(), one.description(), one.faults()), ("你好，李！", "李: 1", &[][..]));
    assert_eq!(two.action().unwrap().label(), Some("重试 李"));

    let names: Vec<&str> = localizer.variables(1).map(|variable| variable.name()).collect();
    assert_eq!(names, ["name"]);
}

#[test]
fn variables_are_those_of_the_message_with_the_label() {
    let catalog = catalog("variables-and-labels", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", "two = Two { $other }\n")]);
    let localizer = catalog.localizer(["en"]);
    assert_eq!(localizer.prompt_with(2, &[("name", "李".into())]).locale(), "zh-CN");
    let names: Vec<&str> = localizer.variables(2).map(|variable| variable.name()).collect();
    assert_eq!(names, ["name"]);
}

#[test]
fn argument_missing_shows_its_name_and_is_reported_once() {
    let catalog = catalog("missing-argument", &[("zh-CN/a.ftl", ZH)]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let prompt = localizer.prompt(1);
    assert_eq!((prompt.text(), prompt.description()), ("你好，{$name}！", "{$name}: 1"));
    assert_eq!(
        texts(prompt.faults()),
        [
            "missing-argument/zh-CN/a.ftl:1:1: message `one` uses `$name`, and no such argument was given; pass it or correct \
          the name"
        ]
    );
}

#[test]
fn isolation_marks_surround_arguments_unless_turned_off() {
    let catalog = catalog("isolation", &[("zh-CN/a.ftl", ZH)]);
    let marked = catalog.localizer(["zh"]);
    let bare = marked.clone().without_isolation_marks();
    let args = [("name", "أحمد".into())];
    assert_eq!(marked.prompt_with(1, &args).text(), "你好，\u{2068}أحمد\u{2069}！");
    assert_eq!(bare.prompt_with(1, &args).text(), "你好，أحمد！");
}

#[test]
fn argument_number_selects_plural_and_text_does_not() {
    let en = "one = { $count ->\n    [0] No seats\n    [2.5] Two and a half\n    [one] { $count } seat\n   *[other] { $count } seats\n }\n";
    let files = [("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)];
    let catalog = Catalog::from_dir(folder("plurals", &files)).unwrap();
    let localizer = catalog.localizer(["en"]).without_isolation_marks();
    let table: [(Value<'_>, &str); 9] = [
        (0.into(), "No seats"),
        (2.5.into(), "Two and a half"),
        (1.into(), "1 seat"),
        (2u8.into(), "2 seats"),
        (1.5.into(), "1.5 seats"),
        ("1".into(), "1 seats"),
        (u64::MAX.into(), "18446744073709551615 seats"),
        (f64::NAN.into(), "NaN seats"),
        (1e300.into(), &format!("1{} seats", "0".repeat(300))),
    ];
    for (count, text) in table {
        assert_eq!(localizer.prompt_with(1, &[("count", count)]).text(), text);
    }
    let variable = localizer.variables(1).next().unwrap();
    assert_eq!(variable.name(), "count");
    assert_eq!(variable.keys().collect::<Vec<_>>(), ["0", "2.5", "one"]);
}

#[cfg(feature = "embedded")]
#[test]
fn argument_named_code_replaces_the_code() {
    let localizer = Catalog::embedded().localizer(["en-US"]).without_isolation_marks();
    assert_eq!(localizer.prompt(70_000).text(), "An unknown error occurred (code 70000)");
    let zh = "one = { $code }\nunknown-code = { $code }\n";
    let catalog = catalog("code", &[("zh-CN/a.ftl", zh)]);
    assert_eq!(catalog.localizer(["zh"]).prompt_with(1, &[("code", "A-1".into())]).text(), "A-1");
    assert_eq!(catalog.localizer(["zh"]).prompt(i64::MIN).text(), "-9223372036854775808");
}

#[test]
fn number_function_shows_numbers_texts_and_missing_arguments() {
    let zh = "one = { NUMBER($n, minimumFractionDigits: 2) }分\ntwo = { -score(n: 5) } { NUMBER($m) }\n    .action = 重试\n\
              -score = { NUMBER($n) }\n";
    let catalog = catalog("number-function", &[("zh-CN/a.ftl", zh)]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let table: [(Value<'_>, &str); 4] = [
        (5.into(), "5.00分"),
        ("五".into(), "五分"),
        (u64::MAX.into(), "18446744073709551615分"),
        (f64::NAN.into(), "NaN分"),
    ];
    for (n, text) in table {
        let prompt = localizer.prompt_with(1, &[("n", n)]);
        assert_eq!((prompt.text(), prompt.faults()), (text, &[][..]));
    }
    assert_eq!(localizer.prompt(1).text(), "{$n}分");
    assert_eq!(localizer.prompt(2).text(), "5 {$m}");
    assert_eq!(
        texts(localizer.prompt(2).faults()),
        [
            "number-function/zh-CN/a.ftl:2:1: message `two` uses `$m`, and no such argument was given; pass it or correct the name"
        ]
    );
}

/// Would take minutes if each argument were moved for each other one.
#[cfg_attr(miri, ignore = "Miri would take hours")]
#[test]
fn hundred_thousand_arguments_in_any_order_are_answered_at_once() {
    let catalog = catalog("many-arguments", &[("zh-CN/a.ftl", "one = { $n ->\n   *[other] { $a00000 } { $n }\n }\n")]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let mut names: Vec<String> = (0..100_000).map(|number| format!("a{number:05}")).collect();
    names.push("n".to_owned());
    for _ in 0..2 {
        names.reverse();
        let args: Vec<(&str, Value<'_>)> = names.iter().map(|name| (name.as_str(), name.as_str().into())).collect();
        assert_eq!(localizer.prompt_with(1, &args).text(), "a00000 n");
        // Of several of one name, the last counts.
        let again: Vec<_> = [("n", 1.into())].into_iter().chain(args).chain([("n", 2.into())]).collect();
        assert_eq!(localizer.prompt_with(1, &again).text(), "a00000 2");
    }
}

#[test]
fn number_without_decimals_shows_no_point() {
    let zh = "one = { NUMBER($n, minimumFractionDigits: 0) }\ntwo = { -t(n: 21) } { NUMBER(-3, minimumFractionDigits: 0) } \
              { NUMBER(1.0, minimumFractionDigits: 0) } { NUMBER(NUMBER(5, minimumFractionDigits: 0)) }\n    .action = 重试\n\
              -t = { NUMBER($n, minimumFractionDigits: 0) }\n";
    let catalog = catalog("no-decimals", &[("zh-CN/a.ftl", zh)]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let table: [(Value<'_>, &str); 8] = [
        (21.into(), "21"),
        (0.into(), "0"),
        ((-0.0).into(), "-0"),
        ((-21).into(), "-21"),
        (1.5.into(), "1.5"),
        (1e300.into(), &format!("1{}", "0".repeat(300))),
        ((-1e300).into(), &format!("-1{}", "0".repeat(300))),
        (i64::MAX.into(), "9223372036854775807"),
    ];
    for (n, text) in table {
        assert_eq!(localizer.prompt_with(1, &[("n", n)]).text(), text);
    }
    assert_eq!(localizer.prompt(2).text(), "21 -3 1 5");
}

#[test]
fn number_without_decimals_selects_the_key_of_its_value() {
    let zh = "one = { NUMBER($n, minimumFractionDigits: 0) ->\n    [21] 二十一\n   *[other] 其他\n }\n";
    let catalog = catalog("no-decimals-key", &[("zh-CN/a.ftl", zh)]);
    assert_eq!(catalog.localizer(["zh"]).prompt_with(1, &[("n", 21.into())]).text(), "二十一");
}

#[test]
fn number_of_a_text_selects_the_default_variant() {
    let calls =
        ["NUMBER($n)", "NUMBER($n, minimumFractionDigits: 1)", "NUMBER(NUMBER($n))", "NUMBER(\"one\")", "NUMBER()"];
    for (index, call) in calls.into_iter().enumerate() {
        let zh = format!("one = {{ {call} ->\n    [one] 一\n    [1] 1\n   *[other] 其他 {{ $n }}\n }}\n");
        let catalog = catalog(&format!("number-of-text-{index}"), &[("zh-CN/a.ftl", &zh)]);
        let localizer = catalog.localizer(["zh"]).without_isolation_marks();
        for n in ["one", "1", "other", ""] {
            let prompt = localizer.prompt_with(1, &[("n", n.into())]);
            assert_eq!(prompt.text(), format!("其他 {n}"), "{call}");
            let is_reported = call.contains("$n") && ["1", ""].contains(&n);
            assert_eq!(prompt.faults().len(), usize::from(is_reported), "{call} {n}");
        }
    }
}

#[test]
fn negative_arguments_are_passed_to_terms() {
    let zh = "one = { -t(n: -1) }, { -t(n:-2.50, m: \"n: -3\") }, { -t(n: -4) } { $n } (n: -5)\n\
              -t = { $n ->\n    [-1] minus one\n    [-2.50] minus two and a half\n   *[other] { NUMBER($n) }\n }\n";
    let catalog = catalog("negative", &[("zh-CN/a.ftl", zh)]);
    let prompt = catalog.localizer(["zh"]).without_isolation_marks();
    let prompt = prompt.prompt_with(1, &[("n", 7.into())]);
    assert_eq!(prompt.text(), "minus one, minus two and a half, -4 7 (n: -5)");
    assert_eq!(prompt.faults(), []);
}

#[test]
fn negative_arguments_do_not_shift_fault_positions() {
    let zh = "one = { -t(n: -1) } {\n-t = { $n }\ntwo = { -t(n: -1) }\n    .action = { -t(n: -1) }{ -t(n: -1) } }\n";
    let catalog = catalog("negative-places", &[("zh-CN/a.ftl", zh)]);
    let faults = catalog.localizer(["zh"]);
    let places = [1, 2].map(|code| faults.prompt(code).faults()[0].position().map(|at| (at.line, at.column)));
    assert_eq!(places, [Some((1, 22)), Some((4, 42))]);
}

#[test]
fn argument_of_another_type_is_reported_and_selects_the_default_variant() {
    let zh = "one = { $n ->\n    [0] 没有\n    [one] 一\n   *[other] 其他\n }\n    .description = { $n }\n\
              two = { $mode ->\n    [live] 直播\n   *[other] 其他\n }{ $any ->\n    [live] 。\n    [1] ！\n   *[other] ？\n }\n    .action = 重试\n";
    let catalog = catalog("another-type", &[("zh-CN/a.ftl", zh)]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let ask = |code: i64, name: &str, value: Value<'_>| {
        let prompt = localizer.prompt_with(code, [(name, value), ("mode", "live".into()), ("any", 1.into())]);
        (prompt.text().to_owned(), texts(prompt.faults()))
    };
    for text in ["3", "0", "", "three"] {
        let expected = "another-type/zh-CN/a.ftl:1:1: message `one` selects by the number `$n`, and a text was given; pass a \
                        number, such as `3.into()` and not `\"3\".into()`";
        assert_eq!(ask(1, "n", text.into()), ("其他".to_owned(), vec![expected.to_owned()]), "{text:?}");
    }
    let prompt = localizer.prompt_with(2, [("mode", 1.into()), ("any", 1.into())]);
    assert_eq!(prompt.text(), "其他！");
    assert_eq!(
        texts(prompt.faults()),
        [
            "another-type/zh-CN/a.ftl:7:1: message `two` selects by the text `$mode`, and a number was given; pass a text, such as \
          the name of one of its variants"
        ]
    );
    let right: [(i64, &str, Value<'_>, &str); 7] = [
        (1, "n", 0.into(), "没有"),
        (1, "n", "one".into(), "一"),
        (1, "n", u64::MAX.into(), "其他"),
        (1, "n", f64::NAN.into(), "其他"),
        (2, "x", 1.into(), "直播！"),
        (2, "any", "live".into(), "直播！"),
        (2, "mode", "live".into(), "直播！"),
    ];
    for (code, name, value, text) in right {
        assert_eq!(ask(code, name, value), (text.to_owned(), vec![]), "{name}");
    }
}

#[test]
fn arguments_are_any_pairs_and_the_last_of_a_name_counts() {
    let catalog = catalog("pairs", &[("zh-CN/a.ftl", "one = { $a }{ $b }{ $c }\n")]);
    let localizer = catalog.localizer(["zh"]).without_isolation_marks();
    let many = |count: usize| ["a", "b", "c", "d", "e", "a", "b", "c"].into_iter().zip(1..).take(count);
    for (count, text) in [(3, "123"), (4, "123"), (5, "123"), (6, "623"), (8, "678")] {
        let iterator = || many(count).map(|(name, number)| (name, Value::from(number)));
        let vec: Vec<(String, Value<'_>)> = iterator().map(|(name, value)| (name.to_owned(), value)).collect();
        assert_eq!(localizer.prompt_with(1, iterator()).text(), text);
        assert_eq!(localizer.prompt_with(1, &vec).text(), text);
        assert_eq!(localizer.prompt_with(1, vec.iter().map(|(name, value)| (name, value.into()))).text(), text);
        assert_eq!(localizer.prompt_with(1, vec).text(), text);
    }
    let map = HashMap::from([("a", Value::from("x")), ("b", 2.into()), ("c", true.into())]);
    assert_eq!(localizer.prompt_with(1, map).text(), "x2true");
}

#[test]
#[cfg(not(feature = "numbers"))]
fn options_of_number_without_effect_are_faults_and_text_stays() {
    let catalog = catalog(
        "number-options",
        &[(
            "zh-CN/a.ftl",
            "one = { NUMBER($n, style: \"percent\") } { NUMBER($n, maximumFractionDigits: 1) }\ntwo = 2\n    .action = 2\nunknown-code = 0\n",
        )],
    );
    let localizer = catalog.localizer(["zh-CN"]).without_isolation_marks();
    let prompt = localizer.prompt_with(1, &[("n", 0.935.into())]);
    assert_eq!(prompt.text(), "0.935 0.935");
    let expected = [
        "number-options/zh-CN/a.ftl:1:1: message `one` shows a number as if `style: \"percent\"` were not there; remove it, or show \
         a text that the app has formatted",
        "number-options/zh-CN/a.ftl:1:1: message `one` shows a number as if `maximumFractionDigits: 1` were not there; enable the \
         feature `numbers` of code-prompts, or remove it",
    ];
    assert_eq!(texts(prompt.faults()), expected);
}
