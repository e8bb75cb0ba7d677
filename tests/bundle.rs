//! The embedded catalogue is complete and has no faults.
#![cfg(feature = "embedded")]

use code_prompts::{Catalog, ErrorCode, Value};

#[test]
fn embedded_catalog_has_no_faults() {
    assert_eq!(Catalog::embedded().faults(), []);
}

#[test]
fn embedded_prompts_and_positions_equal_those_of_the_folder() {
    let (embedded, on_disk) = (Catalog::embedded(), Catalog::from_dir("locales").unwrap());
    assert!(embedded.locales().eq(on_disk.locales()));
    let mut positions = 0;
    for locale in on_disk.locales() {
        let (embedded_localizer, localizer) = (embedded.localizer([locale]), on_disk.localizer([locale]));
        for (embedded_entry, entry) in embedded.codes().zip(on_disk.codes()) {
            assert_eq!(embedded_entry.position(), entry.position());
            let (embedded, on_disk) = (embedded_localizer.prompt(entry.code()), localizer.prompt(entry.code()));
            let label = |prompt: &code_prompts::Prompt<'_>| prompt.action()?.label().map(str::to_owned);
            assert_eq!(embedded.text(), on_disk.text());
            assert_eq!(embedded.description(), on_disk.description());
            assert_eq!(label(&embedded), label(&on_disk));
            assert_eq!(embedded.faults(), on_disk.faults());
            positions += on_disk.faults().iter().filter(|fault| fault.position().is_some()).count();
        }
    }
    assert!(positions > 10, "a missing argument has the position of its message");
}

#[test]
fn embedded_locales_have_every_message_and_label() {
    let catalog = Catalog::embedded();
    let mut missing = Vec::new();
    for locale in catalog.locales() {
        let localizer = catalog.localizer([locale]);
        let codes = catalog.codes().map(|entry| entry.code()).chain([ErrorCode::from(424_242)]);
        let incomplete = codes.map(|code| localizer.prompt(code)).filter(|prompt| {
            prompt.locale() != locale || prompt.action().is_some_and(|action| action.label().is_none())
        });
        missing.extend(incomplete.map(|prompt| format!("{locale} lacks `{}`, or its .action", prompt.id())));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn embedded_variants_all_show_a_text() {
    let catalog = Catalog::embedded();
    for locale in catalog.locales() {
        let localizer = catalog.localizer([locale]);
        for entry in catalog.codes() {
            let variables: Vec<_> = localizer.variables(entry.code()).collect();
            for variable in &variables {
                for value in variable.keys().chain(["anything else"]) {
                    let args: Vec<(&str, Value<'_>)> =
                        variables.iter().map(|variable| (variable.name(), Value::from(value))).collect();
                    let prompt = localizer.prompt_with(entry.code(), &args);
                    assert_eq!((prompt.locale(), prompt.faults()), (locale, &[][..]), "{entry:?}");
                    assert!(!prompt.text().trim().is_empty(), "{locale} {entry:?}");
                }
            }
        }
        assert!(localizer.prompt(424_242).text().contains("424242"), "{locale}");
    }
}

#[test]
fn embedded_locales_use_the_same_variables() {
    let catalog = Catalog::embedded();
    let source = catalog.localizer(["zh-CN"]);
    for locale in catalog.locales() {
        let localizer = catalog.localizer([locale]);
        for entry in catalog.codes() {
            let names = |variables: &mut dyn Iterator<Item = &code_prompts::Variable>| -> Vec<String> {
                variables.map(|variable| variable.name().to_owned()).collect()
            };
            let here = names(&mut localizer.variables(entry.code()));
            assert_eq!(here, names(&mut source.variables(entry.code())), "{locale} {entry:?}");
        }
    }
}

#[test]
fn embedded_locales_include_source_and_fallback_but_not_zh() {
    let catalog = Catalog::embedded();
    let locales: Vec<&str> = catalog.locales().collect();
    assert!(locales.contains(&"zh-CN") && locales.contains(&"en-US"), "{locales:?}");
    assert!(!locales.contains(&"zh"), "it would capture readers of zh-TW");
}

#[test]
fn embedded_codes_have_lower_case_hyphenated_ids() {
    let catalog = Catalog::embedded();
    assert_eq!(catalog.code_named("signed-in-elsewhere"), Some(ErrorCode::SIGNED_IN_ELSEWHERE));
    assert_eq!(catalog.code_named("unknown-code"), None);
    for entry in catalog.codes() {
        let is_kebab = |word: &str| !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase());
        assert!(entry.id().split('-').all(is_kebab), "{}: an id is a meaning in lower-case words", entry.id());
    }
}

#[test]
fn prompt_debug_shows_fields_without_the_catalog() {
    let localizer = Catalog::embedded().localizer(["en-US"]);
    assert_eq!(
        format!("{:?}", localizer.prompt(1004)),
        "Prompt { code: ErrorCode(1004), id: \"room-not-found\", locale: \"en-US\", text: \"The room does not exist\", \
         description: \"The room does not exist\", action: None, faults: [] }"
    );
}
