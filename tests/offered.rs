//! The locales that an app chooses to offer.

mod common;

use std::fs;

use code_prompts::{Catalog, Fault, LiveCatalog};
use common::{CODES, catalog, folder, texts};

const FILES: [(&str, &str); 5] = [
    ("zh-CN/a.ftl", "one = 一\ntwo = 二\n    .action = 重试\nunknown-code = 未知 { $code }\n"),
    ("en-US/a.ftl", "one = One\ntwo = Two\n    .action = Retry\nunknown-code = Unknown { $code }\n"),
    ("de-DE/a.ftl", "one = Eins\nunknown-code = Unbekannt { $code }\n"),
    ("de-CH/a.ftl", "one = Eis\n"),
    ("ja-JP/a.ftl", "one = 壱\n"),
];

fn chain(catalog: &Catalog, tags: &[&str]) -> String {
    catalog.localizer(tags).locales().collect::<Vec<_>>().join(" ")
}

#[test]
fn offered_locales_are_all_that_a_user_gets() {
    let base = catalog("offered", &FILES); // source zh-CN, fallback en-US
    let table: [(&[&str], &[&str], &str); 10] = [
        (&["en-US", "de-DE"], &["ja", "de-CH", "en"], "de-DE en-US zh-CN"),
        (&["en-US", "de-DE"], &["ja"], "en-US de-DE zh-CN"),
        (&["de-DE", "en-US"], &["ja"], "en-US de-DE zh-CN"),
        (&["de-DE", "ja-JP"], &["fr"], "de-DE ja-JP en-US zh-CN"),
        (&["ja-JP", "de-DE"], &["fr"], "ja-JP de-DE en-US zh-CN"),
        (&["de-DE"], &["en", "zh"], "de-DE en-US zh-CN"),
        (&["zh-CN", "de-DE"], &["de"], "de-DE zh-CN en-US"),
        (&["DE_ch", "en-us", "de-CH"], &["de-DE"], "de-CH en-US zh-CN"),
        (&[], &["de"], "en-US zh-CN"),
        (&["de-CH", "de-DE", "en-US", "ja-JP", "zh-CN"], &["fr"], "en-US zh-CN de-CH de-DE ja-JP"),
    ];
    for (offered, tags, expected) in table {
        let catalog = base.with_locales(offered).unwrap();
        assert_eq!(chain(&catalog, tags), expected, "{tags:?} in {offered:?}");
    }
    assert_eq!(chain(&base, &["ja", "de-CH"]), "ja-JP de-CH de-DE en-US zh-CN");
}

#[test]
fn offered_locales_come_before_others_for_a_missing_message() {
    let catalog = catalog("offered-missing", &FILES).with_locales(["de-CH", "de-DE"]).unwrap();
    let localizer = catalog.localizer(["de-CH"]);
    assert_eq!(localizer.prompt(1).locale(), "de-CH");
    assert_eq!(localizer.prompt(99).locale(), "de-DE");
    assert_eq!(localizer.prompt(2).locale(), "en-US"); // not offered, but never blank
    assert_eq!(catalog.locales().collect::<Vec<_>>(), ["de-CH", "de-DE"]);
    assert_eq!(catalog.locales_for("de").collect::<Vec<_>>(), ["de-DE", "de-CH"]);
    assert_eq!(catalog.locales_for("ja").count(), 0);
}

#[test]
fn offered_locale_that_is_not_there_is_an_error() {
    let base = catalog("offered-unknown", &FILES);
    let error = base.with_locales(["en-US", "en", "", "de-DE", "no tag"]).unwrap_err();
    let help = "add it, or choose from de-CH, de-DE, en-US, ja-JP, zh-CN";
    let expected = ["en", "", "no tag"]
        .map(|tag| format!("locale `{tag}` can't be offered, since the catalogue does not have it; {help}"));
    assert_eq!(texts(error.faults()), expected);
    assert!(matches!(&error.faults()[0], Fault::UnknownLocale { locale, .. } if &**locale == "en"));
}

#[test]
fn offered_locales_stay_with_overrides_and_a_second_choice_replaces_the_first() {
    let base = catalog("offered-over", &FILES).with_locales(["de-DE", "en-US"]).unwrap();
    let over = base.with_override_files("over", [("fr-FR.ftl", "one = Un\n"), ("de-DE.ftl", "one = 1\n")]).unwrap();
    assert_eq!(chain(&over, &["fr", "de"]), "de-DE en-US zh-CN");
    assert_eq!(over.localizer(["de"]).prompt(1).text(), "1");
    assert_eq!(chain(&over.with_locales(["fr-FR"]).unwrap(), &["fr", "de"]), "fr-FR en-US zh-CN");
    assert!(base.with_locales(["fr-FR"]).is_err());
}

#[test]
fn offered_code_without_a_text_is_a_fault() {
    let base = catalog(
        "offered-text",
        &[
            ("zh-CN/a.ftl", "one = 一\nunknown-code = x\n"),
            ("de/a.ftl", "two = Zwei\n    .action = x\n"),
            ("fr/a.ftl", "one = Un\n"),
        ],
    );
    let unanswered = |catalog: &Catalog| {
        catalog.faults().iter().filter(|fault| matches!(fault, Fault::UnansweredCode { .. })).count()
    };
    assert_eq!(
        [&base, &base.with_locales(["de"]).unwrap(), &base.with_locales(["fr"]).unwrap()].map(unanswered),
        [0, 0, 1]
    );
}

#[test]
fn offered_locales_stay_at_a_reload_and_cannot_be_removed() {
    let files: Vec<_> = [("codes.toml", CODES)].into_iter().chain(FILES).collect();
    let dir = folder("offered-live", &files);
    let live = LiveCatalog::new(Catalog::from_dir(&dir).unwrap().with_locales(["de-DE"]).unwrap());
    common::write(&dir, "fr-FR/a.ftl", b"one = Un\n");
    common::write(&dir, "de-DE/a.ftl", b"one = 1\nunknown-code = Unbekannt { $code }\n");
    fs::remove_dir_all(dir.join("ja-JP")).unwrap();
    assert_eq!(live.reload().to_string(), "de-DE applied\nfr-FR applied\nja-JP removed");
    assert_eq!(chain(&live.catalog(), &["fr"]), "de-DE en-US zh-CN");
    assert_eq!(live.localizer(["fr"]).prompt(1).text(), "1");

    fs::remove_dir_all(dir.join("de-DE")).unwrap();
    assert_eq!(
        live.reload().to_string(),
        "de-DE rejected: locale `de-DE` can't be offered, since the catalogue does not have it; add it, or choose from \
         de-CH, en-US, fr-FR, zh-CN"
    );
    assert_eq!(live.localizer(["de"]).prompt(1).text(), "1");
    let error = live.catalog().with_override_files("over", [("en-US.ftl", "one = 1\n")]).unwrap_err();
    assert!(matches!(error.faults(), [Fault::UnknownLocale { .. }, ..]), "{error}");
}
