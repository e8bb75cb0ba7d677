//! Hostile folders, headers and arguments: there is always a prompt, and nothing panics.
#![cfg_attr(not(feature = "embedded"), allow(unused_imports, reason = "some tests need the embedded catalogue"))]

mod common;

use code_prompts::{Catalog, Fault, Value, accept_language};
use common::{catalog, folder};

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知\n";

/// Asserts that the message `one` in `en` falls back, and that `two` is shown.
fn assert_falls_back(name: &str, en: &str) {
    let catalog =
        catalog(name, &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &format!("{en}\ntwo = Two\n    .action = Retry\n"))]);
    let localizer = catalog.localizer(["en-US"]);
    let prompt = localizer.prompt_with(1, &[("x", "x".into())]);
    assert_eq!((prompt.text(), prompt.faults().len()), ("一", 1), "{name}: {:?}", prompt.faults());
    assert_eq!(localizer.prompt(2).text(), "Two", "{name}");
}

#[test]
fn hostile_billion_laughs_falls_back() {
    let mut laughs = "lol0 = lol\n".to_owned();
    for level in 1..30 {
        let below = level - 1;
        laughs += &format!("lol{level} = {}\n", format!("{{ lol{below} }}").repeat(10));
    }
    assert_falls_back("laughs", &format!("{laughs}one = {{ lol29 }}\n"));
    // Fluent's resolver panics when it reaches its limit inside a nested placeable.
    assert_falls_back("nested-laughs", &format!("{laughs}one = {{ {{ lol9 }} }}\n"));

    let mut choices = "c0 = c\n".to_owned();
    for level in 1..60 {
        let below = level - 1;
        choices += &format!("c{level} = {{ $x ->\n    [a] {{ c{below} }}\n   *[b] {{ c{below} }}\n }}\n");
    }
    assert_falls_back("choices", &format!("{choices}one = {{ c59 }}\n"));
}

#[test]
fn hostile_nesting_falls_back() {
    assert_falls_back("braces", &format!("one = {}", "{".repeat(200_000)));
    assert_falls_back("closed-braces", &format!("one = {}\"x\"{}", "{".repeat(20_000), "}".repeat(20_000)));
    assert_falls_back("calls", &format!("one = {{ {}1{} }}", "NUMBER(".repeat(20_000), ")".repeat(20_000)));
    assert_falls_back("selects", &format!("one = {}", "{ $x ->\n   *[a] ".repeat(20_000)));
    assert_falls_back("unclosed-selects", &format!("one = {}", "{ $x ->\n   *[a] )".repeat(20_000)));
    assert_falls_back("brackets-in-texts", &format!("one = {{ {}", "NUMBER(\"}}\", {".repeat(20_000)));
    for call in ["NUMBER(", "-t("] {
        let (open, close) = (call.repeat(45), ")".repeat(45));
        let calls: String = (0..60).map(|link| format!("m{link} = {{ {open} m{} {close} }}\n", link + 1)).collect();
        assert_falls_back(&format!("chained-{call}"), &format!("{calls}m60 = end\n-t = t\none = {{ m0 }}\n"));
    }
    let chain: String = (0..5_000).map(|link| format!("m{link} = {{ m{} }}\n", link + 1)).collect();
    assert_falls_back("chain", &format!("{chain}m5000 = end\none = {{ m0 }}\n"));
}

#[test]
fn hostile_variants_placeables_and_attributes_fall_back() {
    let variants: String = (0..40_000).map(|key| format!("    [k{key}] K\n")).collect();
    assert_falls_back("variants", &format!("one = {{ $x ->\n{variants}   *[z] Z\n }}"));
    assert_falls_back("placeables", &format!("one = {}", "{ $x }".repeat(200)));
    let lost = "#\n .a =\n".repeat(20_000);
    assert_falls_back("lost-attributes", &format!("one = {{\n{lost}"));
    let attributes: String = (0..20_000).map(|name| format!("    .a{name} = {{\n")).collect();
    assert_falls_back("attributes", &format!("one = {{\n{attributes}"));
    let files = [("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &*format!("one = One\n{attributes}"))];
    let catalog = catalog("broken-attributes", &files);
    assert_eq!(catalog.localizer(["en-US"]).prompt(1).text(), "One");
    assert_eq!(catalog.faults().len(), 20_000);
}

#[test]
fn hostile_backslash_at_line_end_falls_back() {
    assert_falls_back("hidden-braces", &format!("m = {{ \"\\\none = {}", "{".repeat(100_000)));
    assert_falls_back("hidden-escape", "-t = { \"\\u12\n\n    [a] A\n{ \"\\\none = \rb-c{ \"\\u12\u{feff}");
}

#[test]
fn hostile_codes_toml_is_reported() {
    let deep = |open: &str| format!("source = \"zh-CN\"\nfallback = {}\n[codes]\n1 = \"one\"\n", open.repeat(100_000));
    let rows: String = (0..100_000).map(|number| format!("{number} = \"m{number}\"\n")).collect();
    let keys: String = (0..100_000).map(|number| format!("k{number} = 1, ")).collect();
    for (name, codes) in
        [("deep-list", deep("[")), ("deep-table", deep("{ a = ")), ("no-head", format!("source = \"zh-CN\"\n{rows}"))]
    {
        let dir = common::folder(name, &[("codes.toml", &codes), ("zh-CN/a.ftl", ZH)]);
        assert!(!Catalog::from_dir(dir).unwrap_err().faults().is_empty(), "{name}");
    }
    let codes = format!("source = \"zh-CN\"\n[codes]\n1 = {{ message = \"one\", {keys}action = \"a\" }}\n");
    let dir = common::folder("many-keys", &[("codes.toml", &codes), ("zh-CN/a.ftl", ZH)]);
    let faults = Catalog::from_dir(dir).unwrap().faults();
    assert_eq!(faults.iter().filter(|fault| matches!(fault, Fault::UnknownKey { .. })).count(), 100_000);
}

#[test]
fn hostile_reference_cycles_fall_back() {
    assert_falls_back("self", "one = { one }");
    assert_falls_back("three", "one = { b }\nb = { -c }\n-c = { one }");
    assert_falls_back("through-attribute", "one = { b.x }\nb = b\n    .x = { one }");
    assert_falls_back("through-variant", "one = { $x ->\n    [x] { one }\n   *[z] Z\n }");
}

#[test]
fn hostile_20_000_broken_entries_are_all_reported() {
    let broken: String = (0..20_000).map(|line| format!("broken{line} = {{\n")).collect();
    let swallowed = catalog("swallowed", &[("zh-CN/a.ftl", &format!("{broken}{ZH}")), ("en-US/a.ftl", ZH)]);
    assert_eq!(swallowed.localizer(["zh"]).prompt(1).text(), "一");
    assert_eq!(swallowed.faults().len(), 20_000);
}

#[test]
fn hostile_million_messages_are_loaded() {
    let many: String = (0..1_000_000).map(|number| format!("m{number} = M\n")).collect();
    let files = [("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &*format!("{many}one = One {{ m999999 }}\n"))];
    let localizer = catalog("million-entries", &files).localizer(["en-US"]).without_isolation_marks();
    assert_eq!((localizer.prompt(1).text(), localizer.prompt(2).text()), ("One M", "二"));
}

#[test]
fn hostile_100_000_codes_are_loaded() {
    let codes: String = (0..100_000).map(|code| format!("{code} = \"m{code}\"\n")).collect();
    let texts: String = (0..100_000).map(|code| format!("m{code} = M{code}\n")).collect();
    let codes = format!("source = \"zh-CN\"\n[codes]\n{codes}");
    let dir = folder("many-codes", &[("codes.toml", &codes), ("zh-CN/a.ftl", &texts)]);
    let localizer = Catalog::from_dir(dir).unwrap().localizer(["zh"]);
    assert_eq!((localizer.prompt(99_999).text(), localizer.prompt(100_000).text()), ("M99999", "100000"));
}

#[test]
fn hostile_long_placeables_are_shown_or_fall_back() {
    let long = "x".repeat(1_000_000);
    let literal = format!("one = {{ \"{long}\" }}");
    let localizer = catalog("long-literal", &[("zh-CN/a.ftl", &literal)]).localizer([""]);
    assert_eq!(localizer.prompt(1).text(), long);
    // Names of a million characters, and a hundred thousand arguments.
    assert_falls_back("long-name", &format!("one = {{ {long} }}"));
    assert_falls_back("long-function", &format!("one = {{ {}() }}", long.to_uppercase()));
    let arguments: String = (0..100_000).map(|number| format!("a{number}: {number}, ")).collect();
    assert_falls_back("arguments", &format!("one = {{ -missing({arguments}) }}"));
    // A message with the maximum of placeables repeats its argument only that many times.
    let placeables = "{ $x }".repeat(100);
    let localizer = catalog("most-placeables", &[("zh-CN/a.ftl", &format!("one = {placeables}"))]).localizer([""]);
    assert_eq!(localizer.prompt_with(1, &[("x", "y".repeat(10_000).into())]).text().matches('y').count(), 1_000_000);
}

#[test]
fn hostile_random_files_always_have_a_text() {
    // A generator with a fixed seed, so that a failure can be reproduced.
    let mut state = 1_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let pieces = [
        "one",
        "two",
        " = ",
        "\n",
        "    ",
        "{",
        "}",
        " $x ",
        "->",
        "[a]",
        "*[b]",
        "-t",
        ".action",
        "\"",
        "#",
        "房间",
        "(",
        ")",
        "NUMBER",
        "\u{2068}",
        "\0",
        "\r\n",
        "1.5",
        ",",
        ":",
        "\\u{FFFD}",
        "\u{FEFF}",
        "\\u12",
        "\\U00",
        "NUMBER($x)",
        "-t = ",
        "{ -t(x: 1) }",
        "{ $x ->\n",
        "\t",
        "｛",
    ];
    for round in 0..1_000 {
        let text: String = (0..random(60)).map(|_| pieces[random(pieces.len())]).collect();
        let catalog = catalog("any-bytes", &[("zh-CN/a.ftl", &format!("{ZH}{text}")), ("en-US/a.ftl", &text)]);
        let localizer = catalog.localizer(["en-US"]);
        for code in [1, 2, 3] {
            let prompt = localizer.prompt_with(code, &[("x", f64::NAN.into())]);
            assert!(!prompt.text().trim().is_empty(), "round {round}: {text:?}");
            let is_raw = ["NUMBER()", "{$", "{-", "{one}", "{two}"].iter().any(|raw| prompt.text().contains(raw));
            assert!(!is_raw || !prompt.faults().is_empty(), "round {round}: {text:?}: {prompt}");
        }
        drop(catalog.faults());
    }
}

#[test]
fn hostile_arguments_are_shown_unchanged() {
    let localizer = catalog("shown", &[("zh-CN/a.ftl", "one = <{ $x }>\ntwo = <{ NUMBER($x) }>\n")]).localizer([""]);
    let cases: [(Value<'_>, &str); 12] = [
        ("".into(), ""),
        ("\0\u{7}\u{1B}[31m\r\n\u{85}\u{2028}".into(), "\0\u{7}\u{1B}[31m\r\n\u{85}\u{2028}"),
        ("\u{202E}\u{2066}\u{2069}\u{200F}".into(), "\u{202E}\u{2066}\u{2069}\u{200F}"),
        ("{ $x } { one } { -t }".into(), "{ $x } { one } { -t }"),
        (f64::NAN.into(), "NaN"),
        (f64::NEG_INFINITY.into(), "-inf"),
        ((-0.0).into(), "-0"),
        (1e21.into(), "1000000000000000000000"),
        (0.1.into(), "0.1"),
        (i64::MIN.into(), "-9223372036854775808"),
        (u64::MAX.into(), "18446744073709551615"),
        (9_007_199_254_740_993_i64.into(), "9007199254740993"),
    ];
    for (value, shown) in cases {
        for code in [1, 2] {
            let prompt = localizer.prompt_with(code, &[("x", value.clone())]);
            assert_eq!(prompt.text(), format!("<\u{2068}{shown}\u{2069}>"), "{code} {value:?}");
        }
    }
    for number in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::EPSILON, 5e-324] {
        let prompt = localizer.prompt_with(1, &[("x", number.into())]);
        let digits = prompt.text().replace(['<', '>', '\u{2068}', '\u{2069}'], "");
        assert_eq!(digits.parse::<f64>(), Ok(number), "{digits}");
    }
}

#[cfg(feature = "embedded")]
#[test]
fn hostile_arguments_and_tags_are_answered() {
    let localizer = Catalog::embedded().localizer(["zh-CN"]);
    let long = "x".repeat(1_000_000);
    let values: [Value<'_>; 8] = [
        "".into(),
        "\u{202E}\u{2066}\0\u{7}".into(),
        long.as_str().into(),
        f64::INFINITY.into(),
        f64::MIN_POSITIVE.into(),
        (-0.0).into(),
        i64::MIN.into(),
        "{ $im-reused }".into(),
    ];
    for value in values {
        assert_eq!(localizer.prompt_with(-4, &[("im-reused", value)]).text(), "IM登录失败");
    }
    for code in [i64::MIN, i64::MAX, 0] {
        assert!(localizer.prompt(code).text().contains(&code.to_string()));
    }
    for tag in [long.as_str(), "-", "\u{0}", "zh-\u{4e2d}", &"zh-".repeat(10_000), &"a-".repeat(10_000)] {
        assert!(!Catalog::embedded().localizer(accept_language(tag)).prompt(1004).text().is_empty());
        assert!(!Catalog::embedded().localizer([tag]).prompt(1004).text().is_empty());
    }
}
