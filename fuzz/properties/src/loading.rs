//! Loading: for any folder there is either an error with a position, or a text for every code.

use std::collections::BTreeSet;

use code_prompts::{Catalog, Fault, Localizer};
use fastrand::Rng;

use crate::Target;
use crate::fluent::{self, TOKENS};
use crate::folder::{Folder, OnDisk, assert_in};

pub(crate) static TARGET: Target = Target { name: "loading", verify, generate, line: fluent::entry, tokens: TOKENS };

fn generate(rng: &mut Rng) -> String {
    fluent::folder(rng)
}

fn verify(input: &[u8]) {
    let folder = Folder::of(input);
    let disk = folder.write();
    match Catalog::from_dir(disk.path()) {
        Ok(catalog) => {
            for requested in ["", "en"].into_iter().chain(folder.locales().into_iter().take(4)) {
                let localizer = catalog.localizer([requested]);
                assert_answers(&catalog, &localizer, &folder);
                assert_answers(&catalog, &localizer.without_isolation_marks(), &folder);
            }
            let faults = catalog.faults();
            faults.iter().for_each(|fault| assert_position(fault, &folder, &disk));
            let again = Catalog::from_dir(disk.path()).unwrap();
            assert_eq!(again.faults(), faults);
        }
        Err(error) => {
            assert!(!error.faults().is_empty());
            assert_eq!(error.to_string().lines().count(), error.to_string().matches('\n').count() + 1);
            error.faults().iter().for_each(|fault| assert_position(fault, &folder, &disk));
            // Every fault but a missing or unreadable file has a position.
            let is_of_codes = |fault: &Fault| match fault.position() {
                Some(at) => at.file.ends_with("/codes.toml"),
                None => matches!(fault, Fault::Unreadable { .. }),
            };
            assert!(error.faults().iter().any(is_of_codes), "{error}");
        }
    }
}

/// Asserts that a fault has an existing position and shows it.
fn assert_position(fault: &Fault, folder: &Folder, disk: &OnDisk) {
    let shown = fault.to_string();
    let Some(at) = fault.position() else {
        assert!(shown.contains(": ") || shown.contains(" has no message "), "{shown}");
        return;
    };
    let Some((_, text)) = disk.file(folder, &at.file) else { panic!("{shown}: there is no such file") };
    assert_in(&text, at.line, at.column, &shown);
    assert!(shown.starts_with(&at.to_string()), "{shown}");
}

fn assert_answers(catalog: &Catalog, localizer: &Localizer, folder: &Folder) {
    let known: BTreeSet<i64> = catalog.codes().map(|entry| entry.code().value()).collect();
    let mut chain: Vec<&str> = localizer.locales().collect();
    chain.push("und");
    for code in known.iter().copied().chain([0, 7, -1, i64::MIN, i64::MAX]) {
        let prompt = localizer.prompt(code);
        let context = format!("{code}: {prompt:?}");
        assert!(is_visible(prompt.text()) && is_visible(prompt.description()), "{context}");
        assert!(prompt.action().is_none_or(|action| action.label().is_none_or(is_visible)), "{context}");
        assert!(chain.contains(&prompt.locale()), "{context}");
        assert_eq!((prompt.is_known(), prompt.code().value()), (known.contains(&code), code), "{context}");
        assert!(prompt.is_known() || !prompt.faults().is_empty(), "{context}");
        assert!(prompt.locale() != "und" || prompt.text() == code.to_string(), "{context}");
        if prompt.faults().is_empty() {
            assert_not_raw(prompt.text(), prompt.id(), prompt.locale(), folder, &context);
        }
        assert_eq!(localizer.prompt(code).text(), prompt.text(), "{context}");
        // With all listed variables given, no argument is missing.
        let given: Vec<_> = localizer.variables(code).map(|variable| (variable.name(), "x".into())).collect();
        let full = localizer.prompt_with(code, &given);
        let is_answering = |locale: &str, id: &str| locale == full.locale() && id == full.id();
        let is_missing =
            |fault: &Fault| matches!(fault, Fault::MissingArgument { locale, id, .. } if is_answering(locale, id));
        // The variables are those of the message that is used, unless arguments make it or its label blank, or select
        // one of its broken variants.
        let is_skipped = full.faults().iter().any(|fault| {
            matches!(fault, Fault::BlankMessage { .. } | Fault::MissingAction { .. } | Fault::BrokenMessage { .. })
        });
        assert!(!prompt.is_known() || is_skipped || !full.faults().iter().any(is_missing), "{full:?}");
    }
}

/// Asserts that a text is not the runtime's placeholder for a missing reference. Only a literal can write a brace.
fn assert_not_raw(text: &str, id: &str, locale: &str, folder: &Folder, context: &str) {
    let files = folder.files.iter().filter(|(path, _)| path.starts_with(&format!("{locale}/")));
    let texts: String = files.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    assert!(texts.contains('"') || !text.contains(['{', '}']), "{context}");
    assert!(texts.contains('"') || texts.contains('{') || text != id || texts.matches(id).count() > 1, "{context}");
}

/// Returns whether a text has a visible character, for the characters that the generated inputs contain.
pub(crate) fn is_visible(text: &str) -> bool {
    let is_invisible = |character| matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    text.chars().any(|character| !character.is_whitespace() && !character.is_control() && !is_invisible(character))
}
