//! Texts with variants that can't be rendered: the other variants are shown, and if a broken one is selected, the next
//! text is used.

mod common;

use code_prompts::{Catalog, Fault, LiveCatalog, Prompt, Value};
use common::{CODES, catalog, folder, texts, write};

const ZH: &str = "one = 一\n    .description = 壹\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";

/// `[bad]` is broken in every possible way.
#[test]
fn broken_variant_falls_back_only_if_selected() {
    let table = [
        ("{ nope }", "it refers to `nope`, which this locale does not have; add that or correct the name"),
        ("{ m.nope }", "it refers to `m.nope`, which this locale does not have; add that or correct the name"),
        ("{ -nope }", "it refers to `-nope`, which this locale does not have; add that or correct the name"),
        ("{ UPPER($x) }", "it refers to `UPPER()`, which this locale does not have; add that or correct the name"),
        ("{ bare }", "it refers to `bare`, which has no text; give it one"),
        ("{ -t }", "the term `-t` uses `$p`, which is not given to it; write `{ -t(p: \"…\") }`"),
        ("{ NUMBER(\"x\") }", "`NUMBER()` is for numbers; give it a number or a variable"),
        ("{ one }", "it refers to itself, directly or through others; remove one of the references"),
        ("{ 12345678901234567890 }", "the number 12345678901234567890 has too many digits; remove some digits"),
        ("{ \"\\uFFFD\" }", "it has a character that could not be decoded (U+FFFD); write it again"),
        (&*"{ \"\" }".repeat(101), "it has too many or too deeply nested placeables; make it simpler"),
    ];
    for (index, (bad, problem)) in table.into_iter().enumerate() {
        let name = format!("broken-variant-{index}");
        let en = format!(
            "one = {{ $x ->\n    [bad] A {bad}\n   *[good] Good {{ $y }}\n }} z\nm = M\nbare =\n    .x = X\n-t = {{ $p }}\n"
        );
        let catalog = catalog(&name, &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        let fault = format!("{name}/en-US/a.ftl:1:1: message `one` is ignored: {problem}");
        assert_eq!(texts(&catalog.faults())[0], fault, "{bad}");
        let good = shown(&catalog, &[("x", "other".into()), ("y", "Y".into())]);
        assert_eq!(good, ("en-US".to_owned(), "Good Y z".to_owned(), vec![]), "{bad}");
        let bad = shown(&catalog, &[("x", "bad".into()), ("y", "Y".into())]);
        assert_eq!(bad, ("zh-CN".to_owned(), "一".to_owned(), vec![fault]));
    }
}

/// Returns the locale, the text and the faults of the first code's prompt in English.
fn shown(catalog: &Catalog, args: &[(&str, Value<'_>)]) -> (String, String, Vec<String>) {
    let localizer = catalog.localizer(["en-US"]);
    let marked = localizer.prompt_with(1, args);
    let localizer = localizer.clone().without_isolation_marks();
    let prompt = localizer.prompt_with(1, args);
    let (locale, faults) = (prompt.locale(), prompt.faults());
    assert_eq!((marked.locale(), marked.faults()), (locale, faults));
    (locale.to_owned(), prompt.text().to_owned(), texts(faults))
}

#[test]
fn broken_variant_is_selected_as_by_the_resolver() {
    let table: &[(&str, &[(Value<'_>, bool)])] = &[
        // By default, also for a variable that is missing.
        ("{ $x ->\n    [a] A\n   *[b] { nope }\n }", &[("a".into(), true), ("b".into(), false), (1.into(), false)]),
        // By number, plural category, and both.
        (
            "{ $x ->\n    [1] A\n    [one] { nope }\n    [2.5] { nope }\n   *[other] B\n }",
            &[(1.into(), true), (2.into(), true), (2.5.into(), false), ("one".into(), false), ("2.5".into(), true)],
        ),
        (
            "{ NUMBER($x, minimumFractionDigits: 1) ->\n    [one] { nope }\n   *[other] B\n }",
            &[(1.into(), true), (2.into(), true), ("one".into(), true)],
        ),
        (
            "{ NUMBER($x, type: \"ordinal\") ->\n    [two] { nope }\n   *[other] B\n }",
            &[(2.into(), false), (22.into(), false), (12.into(), true)],
        ),
        // In selectors, before and behind others.
        (
            "{ $x ->\n    [a] { $x ->\n        [a] A\n       *[b] { nope }\n    }\n   *[b] { $x ->\n        [b] { nope }\n       *[c] C\n    }\n }",
            &[("a".into(), true), ("b".into(), false), ("c".into(), true)],
        ),
        (
            "{ $x ->\n    [a] { nope }\n   *[b] B\n } { $x ->\n    [c] { nope }\n   *[b] B\n }",
            &[("a".into(), false), ("b".into(), true), ("c".into(), false)],
        ),
        // In what the text refers to.
        (
            "{ m } { m.x }\nm = M\n    .x = { $x ->\n        [a] { nope }\n       *[b] B\n    }",
            &[("a".into(), false), ("b".into(), true)],
        ),
        // In terms, which see what they are given.
        (
            "{ $x ->\n    [a] { -t }\n    [b] { -t(p: \"b\") }\n    [c] { -t(p: 1) }\n   *[d] { -t(p: 2) }\n }\n\
             -t = { $p ->\n    [b] { nope }\n    [one] One\n   *[c] { $p }\n }",
            &[("a".into(), false), ("b".into(), false), ("c".into(), true), ("d".into(), true)],
        ),
        ("{ -t } { $x }\n-t = { $p ->\n    [b] { nope }\n   *[c] C\n }", &[("a".into(), true)]),
        ("{ -t.gender ->\n    [f] { $x }\n   *[m] { nope }\n }\n-t = T\n    .gender = f", &[("a".into(), true)]),
    ];
    for (index, (one, expected)) in table.iter().enumerate() {
        let en = format!("one = {one}\n");
        let catalog = catalog(&format!("choose-broken-{index}"), &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        let reports = |fault: &&Fault| matches!(fault, Fault::BrokenMessage { .. });
        assert_eq!(catalog.faults().iter().filter(reports).count(), 1, "{one}");
        for (x, is_shown) in *expected {
            let (locale, text, faults) = shown(&catalog, &[("x", x.clone())]);
            // A text where all keys are numbers is a fault of its own.
            let is_rendered = faults.iter().all(|fault| fault.contains("and a text was given"));
            assert_eq!((locale == "en-US", is_rendered), (*is_shown, *is_shown), "{one} {x:?} {text} {faults:?}");
        }
    }
}

#[test]
fn text_with_only_broken_variants_is_never_shown() {
    let table = [
        "{ $x ->\n    [a] { nope }\n   *[b] { $x ->\n        [c] { nope }\n       *[d] { -nope }\n    }\n }",
        "{ -t }\n-t = { $p ->\n    [a] A\n   *[b] { nope }\n }",
        "{ -t(p: \"a\") }\n-t = { $p ->\n    [a] { nope }\n   *[b] B\n }",
        "{ -t.gender ->\n    [f] { nope }\n   *[m] M\n }\n-t = T\n    .gender = f",
    ];
    for (index, one) in table.into_iter().enumerate() {
        let en = format!("one = {one}\n");
        let catalog = catalog(&format!("all-broken-{index}"), &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        assert_eq!(catalog.localizer(["en-US"]).variables(1).count(), 0, "{one}");
        for x in ["a", "b", "c"] {
            assert_eq!(shown(&catalog, &[("x", x.into())]).0, "zh-CN", "{one} {x}");
        }
    }
}

/// The resolver takes two patterns that are written alike for one, and so for a cycle.
#[test]
fn cycle_that_only_the_resolver_finds_falls_back() {
    let term = |name: &str| format!("-{name} = {{ $p ->\n    [a] {{ -v(p: \"b\") }}\n   *[b] Z\n }}\n");
    let en = format!("one = {{ -t(p: \"a\") }} {{ $x }}\n{}{}", term("t"), term("v"));
    let catalog = catalog("cycle-of-equal-patterns", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
    assert_eq!(shown(&catalog, &[("x", "x".into())]).1, "一");
}

#[test]
fn broken_variant_of_attribute_omits_only_that_attribute() {
    let en = "one = One\n    .description = { $x ->\n        [bad] { nope }\n       *[good] About one\n    }\n\
              two = Two { $x }\n    .action = { $x ->\n        [bad] { nope }\n       *[good] Retry\n    }\n";
    let catalog = catalog("broken-variant-of-attribute", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]);
    assert_eq!(catalog.faults().len(), 2);
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    let parts = |prompt: &Prompt<'_>| {
        let label = prompt.action().and_then(|action| action.label()).unwrap_or_default().to_owned();
        [prompt.locale().to_owned(), prompt.text().to_owned(), prompt.description().to_owned(), label]
    };
    let (good, bad) = ([("x", "good".into())], [("x", "bad".into())]);
    assert_eq!(parts(&localizer.prompt_with(1, &good)), ["en-US", "One", "About one", ""]);
    assert_eq!(parts(&localizer.prompt_with(1, &bad)), ["en-US", "One", "One", ""]);
    assert_eq!(parts(&localizer.prompt_with(2, &good)), ["en-US", "Two good", "Two good", "Retry"]);
    // A later locale that has a label is preferred.
    assert_eq!(parts(&localizer.prompt_with(2, &bad)), ["zh-CN", "二", "二", "重试"]);
    let reference = "it refers to `nope`, which this locale does not have; add that or correct the name";
    assert_eq!(
        texts(localizer.prompt_with(2, &bad).faults()),
        [format!("broken-variant-of-attribute/en-US/a.ftl:7:6: message `two.action` is ignored: {reference}")]
    );
}

#[test]
fn broken_variant_of_override_falls_back_to_base() {
    let en = "one = Base { $x } { -t }\n-t = T\n";
    let base = folder("broken-variant-base", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]);
    let over = |name: &str, text: &str| {
        let over = folder(name, &[("en-US/a.ftl", text)]);
        Catalog::from_dir(&base).unwrap().with_overrides(over).unwrap()
    };
    let text = |catalog: &Catalog, x: &str| shown(catalog, &[("x", x.into())]).1;

    let own = over("broken-variant-own", "one = { $x ->\n    [bad] { nope }\n   *[good] Mine { -t }\n }\n-t = U\n");
    assert_eq!([text(&own, "good"), text(&own, "bad")], ["Mine U", "Base bad T"]);
    assert_eq!(own.faults().len(), 1);

    // The override of a term would break a text of the base, which is rendered without it.
    let term = over("broken-variant-term", "-t = { $p ->\n    [a] A\n   *[b] { nope }\n }\n");
    assert_eq!([text(&term, "good"), text(&term, "bad")], ["Base good T", "Base bad T"]);
}

#[test]
fn reload_with_new_broken_variant_is_rejected() {
    let en = |text: &str| format!("one = {{ $x ->\n    [a] A\n   *[b] {text}\n }}\n");
    let dir = folder("broken-variant-reload", &[("codes.toml", CODES), ("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en("B"))]);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap());
    write(&dir, "en-US/a.ftl", en("{ nope }").as_bytes());
    let report = live.reload();
    assert_eq!(report.rejected().len(), 1, "{report:?}");
    assert_eq!(live.catalog().localizer(["en-US"]).prompt_with(1, &[("x", "b".into())]).text(), "B");
}

/// Many selectors with a broken variant each, nested by references or in a row: work and memory are limited, and a broken
/// variant is never shown.
#[test]
fn broken_variants_are_limited_in_number() {
    let deep = |levels: usize| {
        let level = |level: usize| {
            format!("m{level} = {{ $x ->\n    [a] {{ m{0} }}\n    [b] {{ m{0} }}\n   *[c] C\n }}\n", level + 1)
        };
        (0..levels).map(level).collect::<String>()
    };
    let wide = |count: usize| {
        let select = |key: usize| format!("{{ $x ->\n    [k{key}] {{ nope }}\n   *[c] C\n }}");
        format!("m0 = {}\n", (0..count).map(select).collect::<String>())
    };
    for (name, text, is_shown) in
        [("deep", deep(4), true), ("deeper", deep(30), false), ("wide", wide(40), true), ("wider", wide(80), false)]
    {
        let en = format!("one = {{ m0 }}\n{text}");
        let catalog = catalog(&format!("bounds-{name}"), &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &en)]);
        for x in ["a", "b", "k3", "k39"] {
            let (locale, text, _) = shown(&catalog, &[("x", x.into())]);
            assert!(!text.contains('{') && (locale == "zh-CN" || is_shown), "{name} {x} {text}");
        }
        assert_eq!(shown(&catalog, &[("x", "c".into())]).0 == "en-US", is_shown, "{name}");
    }
}
