//! Which words after a number change with it.

/// The endings of plurals in languages with a singular and a plural. Many nouns have the same form in both, such as
/// German “Treffer” or Swedish “objekt”, so that only these endings are known to be plurals.
const ENDINGS: [(&str, &[&str]); 17] = [
    ("ast", &["s"]),
    ("ca", &["s"]),
    ("da", &["er"]),
    ("de", &["e", "en", "s"]),
    ("en", &["s"]),
    ("eo", &["oj", "ojn"]),
    ("es", &["s"]),
    ("fr", &["s", "x"]),
    ("fur", &["s"]),
    ("gl", &["s"]),
    ("it", &["i"]),
    ("nb", &["er"]),
    ("nl", &["en", "s"]),
    ("nn", &["ar", "er"]),
    ("oc", &["s"]),
    ("pt", &["s"]),
    ("sv", &["ar", "er", "or"]),
];

/// Languages with three forms and more, in which a noun always changes.
const ALWAYS: [&str; 17] =
    ["ar", "be", "bs", "cs", "dsb", "hr", "hsb", "lt", "lv", "mt", "pl", "ro", "ru", "sk", "sl", "sr", "uk"];

/// Words with such an ending that are the same in both forms.
const UNCHANGED: [&str; 15] = [
    "accès",
    "avis",
    "cas",
    "choix",
    "corps",
    "discours",
    "fois",
    "mois",
    "pays",
    "prix",
    "processus",
    "temps",
    "virus",
    "voix",
    "zeichen",
];

/// Returns whether a word after a number is only for some numbers.
pub(crate) fn is_plural_noun(word: &str, language: &str) -> bool {
    let word = word.to_lowercase();
    let endings = ENDINGS.iter().find(|(known, _)| *known == language).map(|(_, endings)| endings);
    ALWAYS.contains(&language)
        || !UNCHANGED.contains(&word.as_str())
            && endings.is_some_and(|endings| endings.iter().any(|ending| word.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_nouns_are_those_that_change_with_the_number() {
        let plurals = [("éléments", "fr"), ("plików", "pl"), ("Dateien", "de"), ("bestanden", "nl"), ("filer", "sv")];
        for (word, language) in plurals {
            assert!(is_plural_noun(word, language), "{word}");
        }
        for (word, language) in [("fois", "fr"), ("Treffer", "de"), ("objekt", "sv"), ("fájl", "hu"), ("файл", "mk")]
        {
            assert!(!is_plural_noun(word, language), "{word}");
        }
    }
}
