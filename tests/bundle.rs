//! What holds of the folder that is compiled in.

use code_prompts::{Catalog, ErrorCode, Value};

#[test]
fn nothing_is_wrong_with_it() {
    assert_eq!(Catalog::embedded().faults(), []);
}

#[test]
fn every_locale_answers_every_code_by_itself() {
    let catalog = Catalog::embedded();
    for locale in catalog.locales() {
        let localizer = catalog.localizer([locale]);
        for entry in catalog.codes() {
            let variables: Vec<_> = localizer.variables(entry.code()).collect();
            let keys = variables.iter().flat_map(|variable| variable.keys().map(|key| (variable.name(), key)));
            for (name, key) in
                keys.chain(variables.iter().map(|variable| (variable.name(), "anything"))).chain([("", "")])
            {
                let prompt = localizer.prompt_with(entry.code(), &[(name, Value::from(key))]);
                assert_eq!(prompt.locale(), locale, "{entry:?}");
                assert!(!prompt.text().trim().is_empty(), "{locale} {entry:?}");
                assert_eq!(prompt.action().map(|action| action.id()), entry.action(), "{locale} {entry:?}");
                assert_eq!(prompt.action().is_some(), prompt.action().and_then(|action| action.label()).is_some());
                assert!(
                    prompt.faults().is_empty() || name.is_empty() && !variables.is_empty(),
                    "{:?}",
                    prompt.faults()
                );
            }
        }
        let unknown = localizer.prompt(424_242);
        assert_eq!(unknown.locale(), locale);
        assert!(unknown.text().contains("424242"), "{unknown}");
    }
}

#[test]
fn every_locale_takes_the_same_arguments() {
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
fn the_source_and_its_fallback_are_there_and_no_bare_chinese() {
    let catalog = Catalog::embedded();
    let locales: Vec<&str> = catalog.locales().collect();
    assert!(locales.contains(&"zh-CN") && locales.contains(&"en-US"), "{locales:?}");
    assert!(!locales.contains(&"zh"), "it would capture readers of zh-TW");
}

#[test]
fn codes_have_names() {
    let catalog = Catalog::embedded();
    assert_eq!(catalog.code_named("signed-in-elsewhere"), Some(ErrorCode::SIGNED_IN_ELSEWHERE));
    assert_eq!(catalog.code_named("unknown-code"), None);
    for entry in catalog.codes() {
        let is_kebab = |word: &str| !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase());
        assert!(entry.id().split('-').all(is_kebab), "{}: an id is a meaning in lower-case words", entry.id());
    }
}
