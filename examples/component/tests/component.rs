#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

use code_prompts::CodeEntry;
use component_example::{catalog, codes};

#[test]
fn embedded_folder_has_no_faults() {
    assert_eq!(catalog().unwrap().faults(), []);
}

/// `prompts constants --check`, which CI runs, compares the arguments too.
#[test]
fn constants_are_the_codes_of_the_table() {
    let table: Vec<_> = catalog().unwrap().codes().map(CodeEntry::code).collect();
    assert_eq!(codes::ALL, table);
}

#[test]
fn typed_functions_return_prompts_in_the_language_of_the_user() {
    let catalog = catalog().unwrap();
    let text = |language: &str, count: i64| {
        let localizer = catalog.localizer([language]).without_isolation_marks();
        codes::pages_skipped(&localizer, count).into_text().into_owned()
    };
    assert_eq!(text("en-GB", 1), "1 page was skipped");
    assert_eq!(text("de-AT", 2), "2 Seiten wurden ausgelassen");
    assert_eq!(text("pl", 2), "Pominięto 2 strony");
    assert_eq!(text("pl", 5), "Pominięto 5 stron");

    let german = catalog.localizer(["de"]);
    let prompt = codes::paper_empty(&german, "Fach 2");
    let action = prompt.action().unwrap();
    assert_eq!((action.id(), action.label()), (codes::actions::ADD_PAPER, Some("Papier nachlegen")));
    assert_eq!(german.prompt(codes::COVER_OPEN).text(), "Die Abdeckung ist offen");
}
