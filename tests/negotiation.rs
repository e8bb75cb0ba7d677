//! Language negotiation: tables of requested languages and the locales that they result in.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use code_prompts::{Catalog, accept_language};

fn chain(requested: &[&str]) -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/three-locales");
    let localizer = Catalog::from_dir(folder).unwrap().localizer(requested);
    let chain: Vec<String> = localizer.locales().map(str::to_owned).collect();
    assert_eq!(localizer.prompt(1004).locale(), chain[0]);
    assert_eq!(localizer.prompt(1004).faults(), []);
    assert_eq!(localizer.prompt(1).locale(), chain[0]);
    chain
}

#[test]
fn negotiation_orders_locales_for_requested_tags() {
    let table: &[(&[&str], &[&str])] = &[
        (&["zh-HK"], &["zh-TW", "zh-CN", "en-US"]),
        (&["zh-MO"], &["zh-TW", "zh-CN", "en-US"]),
        (&["zh-Hant"], &["zh-TW", "zh-CN", "en-US"]),
        (&["zh-Hant-CN"], &["zh-TW", "zh-CN", "en-US"]),
        (&["zh-TW"], &["zh-TW", "zh-CN", "en-US"]),
        (&["zh"], &["zh-CN", "zh-TW", "en-US"]),
        (&["zh-SG"], &["zh-CN", "zh-TW", "en-US"]),
        (&["zh-Hans-HK"], &["zh-CN", "zh-TW", "en-US"]),
        (&["en-AU"], &["en-US", "zh-CN"]),
        (&["en-GB"], &["en-US", "zh-CN"]),
        (&["en"], &["en-US", "zh-CN"]),
        (&["fr"], &["en-US", "zh-CN"]),
        (&["fr", "zh-MO"], &["zh-TW", "zh-CN", "en-US"]),
        (&["en", "zh-HK"], &["en-US", "zh-TW", "zh-CN"]),
        (&[], &["en-US", "zh-CN"]),
        (&["und"], &["en-US", "zh-CN"]),
        (&["*"], &["en-US", "zh-CN"]),
        (&["!!", "", "not a tag", "en_", "\0"], &["en-US", "zh-CN"]),
        (&["!!", "zh-HK"], &["zh-TW", "zh-CN", "en-US"]),
    ];
    for (requested, expected) in table {
        assert_eq!(chain(requested), *expected, "{requested:?}");
    }
}

#[test]
fn negotiation_of_accept_language_header_chooses_locale() {
    let table = [
        ("zh-HK,zh;q=0.9,en;q=0.8", "zh-TW"),
        ("en;q=0.8,zh-HK;q=0.9", "zh-TW"),
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "en-US"),
        ("zh;q=0, *", "en-US"),
        ("\u{1F600};;;q=,", "en-US"),
    ];
    for (header, expected) in table {
        assert_eq!(chain(&accept_language(header))[0], expected, "{header:?}");
    }
}

#[cfg(feature = "embedded")]
#[test]
fn negotiation_accepts_any_list_of_strings() {
    let catalog = Catalog::embedded();
    let locale = "zh-CN".to_owned();
    for localizer in [
        catalog.localizer(["zh-CN"]),
        catalog.localizer([&locale]),
        catalog.localizer(vec![locale.clone()]),
        catalog.localizer(Some(&locale)),
        catalog.localizer("zh-CN,en".split(',')),
    ] {
        assert_eq!(localizer.prompt(1004).locale(), "zh-CN");
    }
    assert_eq!(catalog.localizer([""; 0]).prompt(1004).locale(), "en-US");
}
