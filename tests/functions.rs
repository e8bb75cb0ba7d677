//! Functions that an app adds to Fluent's `NUMBER()`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use code_prompts::{Catalog, Fault, LiveCatalog, Value};
use common::{CODES, catalog, folder, texts, write};

type Arguments<'a> = &'a [(&'a str, Value<'a>)];

const ZH: &str = "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n";

/// Returns a catalogue with this message `one` in English, and the functions of the tests.
fn with_functions(name: &str, one: &str) -> Catalog {
    add_functions(&catalog(name, &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", &format!("one = {one}\n"))]))
}

fn add_functions(catalog: &Catalog) -> Catalog {
    let text = |positional: &[Value<'_>]| positional.first().and_then(Value::as_text).unwrap_or_default().to_owned();
    let catalog = catalog.with_function("UPPER", move |positional, _| text(positional).to_uppercase().into()).unwrap();
    let catalog =
        catalog.with_function("LENGTH", move |positional, _| text(positional).chars().count().into()).unwrap();
    let catalog =
        catalog.with_function("SHOW", |positional, named| format!("{positional:?} {named:?}").into()).unwrap();
    catalog.with_function("SAME", |positional, _| positional[0].clone()).unwrap()
}

/// Returns the locale, the text and the faults of the first code's prompt in English.
fn shown(catalog: &Catalog, args: Arguments<'_>) -> (String, String, Vec<String>) {
    let localizer = catalog.localizer(["en-US"]).without_isolation_marks();
    let prompt = localizer.prompt_with(1, args);
    (prompt.locale().to_owned(), prompt.text().to_owned(), texts(prompt.faults()))
}

#[test]
fn function_is_called_in_every_part_of_a_message() {
    let table: [(&str, Arguments<'_>, &str); 14] = [
        ("{ UPPER($x) }", &[("x", "ab".into())], "AB"),
        ("a { UPPER(\"b\") } c", &[], "a B c"),
        ("{ UPPER(two-words) }\ntwo-words = two { $x }", &[("x", "words".into())], "TWO WORDS"),
        ("{ UPPER(-t) }\n-t = term", &[], "TERM"),
        ("{ -t(p: \"q\") }\n-t = term { UPPER($p) }", &[], "term Q"),
        ("{ UPPER({ $x }) }", &[("x", "ab".into())], "AB"),
        ("{ UPPER(UPPER($x)) }", &[("x", "ab".into())], "AB"),
        ("{ NUMBER(LENGTH($x), minimumFractionDigits: 1) }", &[("x", "ab".into())], "2.0"),
        ("{ UPPER($code) }", &[], "1"),
        ("{ UPPER($x) ->\n    [AB] chosen\n   *[other] other\n }", &[("x", "ab".into())], "chosen"),
        ("{ LENGTH($x) ->\n    [one] one\n    [2] two\n   *[other] other\n }", &[("x", "a".into())], "one"),
        ("{ LENGTH($x) ->\n    [one] one\n    [2] two\n   *[other] other\n }", &[("x", "ab".into())], "two"),
        ("{ SAME($x) }", &[("x", 2.5.into())], "2.5"),
        (
            "{ SHOW($x, 1.5, \"a\", b: -1, a: \"A\") }",
            &[("x", 7.into())],
            "[Value(Number(7.0)), Value(Number(1.5)), Value(Text(\"a\"))] \
             {\"a\": Value(Text(\"A\")), \"b\": Value(Number(-1.0))}",
        ),
    ];
    for (index, (one, args, text)) in table.into_iter().enumerate() {
        let catalog = with_functions(&format!("functions-{index}"), one);
        assert_eq!(texts(&catalog.faults()), [""; 0], "{one}");
        assert_eq!(shown(&catalog, args), ("en-US".to_owned(), text.to_owned(), vec![]), "{one}");
    }
}

#[test]
fn function_is_called_in_attributes_and_labels() {
    let en = "two = Two\n    .description = { UPPER($x) }\n    .action = { UPPER(\"retry\") }\n";
    let catalog = add_functions(&catalog("functions-attributes", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", en)]));
    let localizer = catalog.localizer(["en-US"]);
    let prompt = localizer.prompt_with(2, [("x", "x".into())]);
    assert_eq!((prompt.description(), prompt.action().unwrap().label()), ("X", Some("RETRY")));
    assert_eq!(prompt.faults(), []);
}

#[test]
fn function_is_not_called_without_its_argument() {
    for one in ["{ SAME($x) }", "{ UPPER($x) }", "{ UPPER(UPPER($x)) }", "{ NUMBER(UPPER($x)) }"] {
        let catalog = with_functions("functions-missing", one);
        let fault = "functions-missing/en-US/a.ftl:1:1: message `one` uses `$x`, and no such argument was given; \
                     pass it or correct the name";
        assert_eq!(shown(&catalog, &[]), ("en-US".to_owned(), "{$x}".to_owned(), vec![fault.to_owned()]), "{one}");
    }
}

#[test]
fn function_that_returns_a_blank_text_leaves_the_rest_or_the_next_locale() {
    let args = [("x", Value::from(7))]; // UPPER is for texts
    let catalog = with_functions("functions-blank", "{ UPPER($x) }");
    let fault = "functions-blank/en-US/a.ftl:1:1: message `one` shows nothing; write a text after its `=`";
    assert_eq!(shown(&catalog, &args), ("zh-CN".to_owned(), "一".to_owned(), vec![fault.to_owned()]));
    let catalog = with_functions("functions-blank", "One{ UPPER($x) }");
    assert_eq!(shown(&catalog, &args), ("en-US".to_owned(), "One".to_owned(), vec![]));
}

/// The variants of a selector with a function say nothing about the type of the function's argument.
#[test]
fn argument_of_a_function_can_have_any_type() {
    let one = "{ LENGTH($x) ->\n    [one] one\n   *[other] other\n }";
    let catalog = with_functions("functions-type", one);
    assert_eq!(shown(&catalog, &[("x", "ab".into())]).2, [""; 0]);
    assert_eq!(shown(&catalog, &[("x", 7.into())]), ("en-US".to_owned(), "other".to_owned(), vec![]));
}

#[test]
fn unknown_function_and_broken_variants_of_a_function_are_faults() {
    let table = [
        ("{ LOWER($x) }", "it refers to `LOWER()`, which this locale does not have; add that or correct the name"),
        (
            "{ UPPER(LOWER($x)) }",
            "it refers to `LOWER()`, which this locale does not have; add that or correct the name",
        ),
        ("{ UPPER(nope) }", "it refers to `nope`, which this locale does not have; add that or correct the name"),
        (
            "{ UPPER($x) ->\n    [A] { nope }\n   *[other] other\n }",
            "it refers to `nope`, which this locale does not have; add that or correct the name",
        ),
        ("{ -t(p: UPPER(\"q\")) }\n-t = { NUMBER($p) }", "`NUMBER()` is for numbers; give it a number or a variable"),
    ];
    for (one, problem) in table {
        let catalog = with_functions("functions-unknown", one);
        let fault = format!("functions-unknown/en-US/a.ftl:1:1: message `one` is ignored: {problem}");
        let expected = ("zh-CN".to_owned(), "一".to_owned(), vec![fault]);
        assert_eq!(shown(&catalog, &[("x", "a".into())]), expected, "{one}");
    }
    // A message and a function have one namespace.
    let catalog = with_functions("functions-name", "One\nUPPER = Upper");
    let fault = "functions-name/en-US/a.ftl:2:1: message `UPPER` is ignored: a function has this name; rename it";
    assert_eq!(texts(&catalog.faults()), [fault]);
}

#[test]
fn name_that_is_not_a_functions_is_an_error() {
    let base = catalog("functions-invalid-names", &[("zh-CN/a.ftl", ZH), ("en-US/a.ftl", ZH)]);
    for name in ["", "upper", "Upper", "1A", "-A", "A B", "Ä", "UPPER()", "A\n"] {
        let error = base.with_function(name, |_, _| "".into()).unwrap_err();
        assert!(matches!(error.faults(), [Fault::InvalidFunction { name: named, .. }] if **named == *name), "{name}");
        assert!(error.to_string().lines().count() == 1, "{name}");
    }
    let error = base.with_function("upper", |_, _| "".into()).unwrap_err();
    let text = "a function can't be named `upper`; write it in capital letters, such as `UPPER`";
    assert_eq!(format!("{error:#}"), text);
    let error = base.with_function("NUMBER", |_, _| "".into()).unwrap_err();
    let text = "a function can't be named `NUMBER`; choose another name; Fluent's own is always there";
    assert_eq!(format!("{error:#}"), text);
    for name in ["A", "DATETIME", "A-1_B"] {
        base.with_function(name, |_, _| "".into()).unwrap();
    }
}

#[test]
fn second_function_with_a_name_replaces_the_first_in_the_new_catalogue_only() {
    let first = with_functions("functions-twice", "{ UPPER($x) }");
    let second = first.with_function("UPPER", |_, _| "second".into()).unwrap();
    let args = [("x", "a".into())];
    assert_eq!(shown(&first, &args).1, "A");
    assert_eq!(shown(&second, &args).1, "second");
    assert_eq!(shown(&first, &args).1, "A");
}

#[test]
fn functions_stay_with_overrides_locales_and_reloads() {
    let files = [
        ("codes.toml", CODES),
        ("zh-CN/a.ftl", ZH),
        ("en-US/a.ftl", "one = One { UPPER($x) }\n"),
        ("de/a.ftl", "one = Eins\n"),
    ];
    let dir = folder("functions-live", &files);
    let overrides =
        [("de/b.ftl", "one = Zwei { UPPER($x) }\n"), ("en-US/b.ftl", "two = { UPPER(\"two\") }\n    .action = B\n")];
    let catalog = add_functions(&Catalog::from_dir(&dir).unwrap());
    let catalog = catalog.with_override_files("wording", overrides).unwrap().with_locales(["en-US", "de"]).unwrap();
    let text = |catalog: &Catalog, language: &str, code: i64| {
        let localizer = catalog.localizer([language]).without_isolation_marks();
        localizer.prompt_with(code, [("x", "a".into())]).into_text().into_owned()
    };
    assert_eq!([text(&catalog, "en", 1), text(&catalog, "en", 2)], ["One A", "TWO"]);
    let live = LiveCatalog::new(catalog);
    assert!(!live.reload().is_changed());
    write(&dir, "en-US/a.ftl", b"one = Two { UPPER($x) }\n");
    assert_eq!(live.reload().to_string(), "en-US applied");
    assert_eq!(text(&live.catalog(), "en", 1), "Two A");
    write(&dir, "en-US/a.ftl", b"one = Two { LOWER($x) }\n");
    assert_eq!(live.reload().rejected().len(), 1);
    assert_eq!(text(&live.catalog(), "en", 1), "Two A");
}
