//! Numbers in the language of a locale: texts and plural forms as of `Intl.NumberFormat` and `Intl.PluralRules` (Node 20).
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use code_prompts::{Catalog, Fault};
use common::folder;

/// Returns a catalogue with one message in one locale.
fn catalog(name: &str, locale: &str, message: &str) -> Catalog {
    let codes = format!("source = {locale:?}\n[codes]\n1 = \"m\"\n");
    let messages = format!("m = {message}\nunknown-code = unknown\n");
    Catalog::from_dir(folder(name, &[("codes.toml", &codes), (&format!("{locale}/m.ftl"), &messages)])).unwrap()
}

fn text(name: &str, locale: &str, message: &str, n: f64) -> String {
    let catalog = catalog(name, locale, message);
    assert_eq!(catalog.faults(), [], "{message}");
    catalog.localizer([locale]).prompt_with(1, &[("n", n.into())]).text().replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn numbers_are_formatted_in_the_language() {
    let table = [
        ("en", "{ $n }", 1_234_567.0, "1,234,567"),
        ("de", "{ $n }", 1_234_567.0, "1.234.567"),
        ("de", "{ $n }", 1.5, "1,5"),
        ("es", "{ $n }", 1234.5, "1234,5"),
        ("hi", "{ $n }", 1_234_567.0, "12,34,567"),
        ("ar-EG", "{ $n }", 1_234_567.0, "١٬٢٣٤٬٥٦٧"),
        ("fr", "{ $n }", 0.12345, "0,123"),
        ("en", "{ $n }", 1e21, "1,000,000,000,000,000,000,000"),
        ("en", "{ 5.50 } { 1.2345 }", 0.0, "5.50 1.2345"),
        ("de", "{ NUMBER($n, maximumFractionDigits: 5) }", 0.12345, "0,12345"),
        ("en", "{ NUMBER($n, minimumFractionDigits: 2) }", 2.5, "2.50"),
        ("en", "{ NUMBER($n, maximumFractionDigits: 0) }", 2.5, "3"),
        ("en", "{ NUMBER($n, maximumFractionDigits: 0) }", -0.5, "-1"),
        ("en", "{ NUMBER($n, maximumFractionDigits: 2) }", 1.005, "1.01"),
        ("en", "{ NUMBER($n, maximumFractionDigits: 1) }", 1.55, "1.6"),
        ("en", "{ NUMBER($n, minimumIntegerDigits: 3) }", 7.0, "007"),
        ("en", "{ NUMBER($n, minimumSignificantDigits: 3) }", 7.0, "7.00"),
        ("en", "{ NUMBER($n, minimumSignificantDigits: 3) }", 0.0, "0.00"),
        ("en", "{ NUMBER($n, maximumSignificantDigits: 2) }", 1260.0, "1,300"),
        ("en", "{ NUMBER($n, maximumSignificantDigits: 2) }", 9.99, "10"),
        ("en", "{ NUMBER($n, maximumSignificantDigits: 2) }", 0.000_012_34, "0.000012"),
        ("de", "{ NUMBER($n, useGrouping: 0) }", 1_234_567.0, "1234567"),
        ("de", "{ NUMBER($n, useGrouping: \"false\") }", 1_234_567.0, "1234567"),
    ];
    for (locale, message, n, expected) in table {
        assert_eq!(text("numbers-formatted", locale, message, n), expected, "{locale}: {message} for {n}");
    }
}

#[test]
fn plural_category_is_that_of_the_formatted_number() {
    let table = [
        ("en", "NUMBER($n)", 1.0, "one"),
        ("en", "NUMBER($n, minimumFractionDigits: 1)", 1.0, "other"),
        ("en", "NUMBER($n, maximumFractionDigits: 0)", 1.04, "one"),
        ("en", "NUMBER($n, maximumFractionDigits: 0)", 0.5, "one"),
        ("en", "NUMBER($n, minimumSignificantDigits: 2)", 1.0, "other"),
        ("pl", "NUMBER($n, maximumSignificantDigits: 1)", 1.9, "few"),
        ("cs", "NUMBER($n, minimumFractionDigits: 1)", 2.0, "many"),
    ];
    for (locale, selector, n, expected) in table {
        let message = format!(
            "\n    {{ {selector} ->\n        [one] one\n        [few] few\n        [many] many\n       *[other] other\n    }}"
        );
        assert_eq!(text("numbers-plural", locale, &message, n), expected, "{locale}: {selector} for {n}");
    }
}

#[test]
fn numbers_of_any_size_are_formatted() {
    for n in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 1e-300, 0.1 + 0.2, 123_456_789.123_456_78] {
        for options in ["minimumSignificantDigits: 19", "maximumFractionDigits: 100", "minimumFractionDigits: 19"] {
            assert!(
                !text("numbers-any-size", "en", &format!("{{ NUMBER($n, {options}) }}"), n).is_empty(),
                "{n} {options}"
            );
        }
    }
}

#[test]
fn options_of_other_styles_and_invalid_values_are_faults() {
    for option in [
        "style: \"percent\"",
        "currency: \"EUR\"",
        "minimumFractionDigits: \"two\"",
        "minimumIntegerDigits: 0",
        "maximumSignificantDigits: 22",
        "maximumFractionDigit: 2",
    ] {
        let catalog = catalog("numbers-options", "en", &format!("{{ NUMBER($n, {option}) }}"));
        let faults = catalog.faults();
        assert!(matches!(&*faults, [Fault::IgnoredOption { option: found, .. }] if **found == *option), "{faults:?}");
        assert!(faults[0].help().unwrap().contains("a text that the app has formatted"), "{:#}", faults[0]);
        assert_eq!(catalog.localizer(["en"]).prompt_with(1, &[("n", 1.5.into())]).text(), "1.5");
    }
}
