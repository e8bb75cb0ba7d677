//! The script of a language, and of a Chinese or Japanese character.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

/// The script of a language, as far as the rules distinguish scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Simplified,
    Traditional,
    Japanese,
    Korean,
    Cyrillic,
    Arabic,
    Thai,
    /// Any other script, by its four-letter code (ISO 15924). Zeros: unknown.
    Other([u8; 4]),
}

impl Script {
    /// Returns the script of a language, from likely subtags (CLDR).
    pub(crate) fn of(locale: &LanguageIdentifier) -> Self {
        let mut likely = locale.clone();
        likely.maximize();
        let script = likely.script.map(|script| script.as_str().to_owned());
        let script = script.or_else(|| other_script(locale.language.as_str()).map(str::to_owned)).unwrap_or_default();
        match script.as_str() {
            "Latn" => Self::Latin,
            "Hans" => Self::Simplified,
            "Hant" => Self::Traditional,
            "Jpan" => Self::Japanese,
            "Kore" => Self::Korean,
            "Cyrl" => Self::Cyrillic,
            "Arab" => Self::Arabic,
            "Thai" => Self::Thai,
            other => Self::Other(other.as_bytes().try_into().unwrap_or_default()),
        }
    }

    /// Returns whether the script of the language is known.
    pub(crate) fn is_known(self) -> bool {
        self != Self::Other([0; 4])
    }

    pub(crate) fn is_chinese(self) -> bool {
        matches!(self, Self::Simplified | Self::Traditional)
    }

    /// Returns whether it uses Chinese characters, alone or with others.
    pub(crate) fn has_han(self) -> bool {
        self.is_chinese() || self == Self::Japanese
    }
}

/// Returns the script of some languages that likely subtags lack.
fn other_script(language: &str) -> Option<&'static str> {
    match language {
        "kmr" | "son" => Some("Latn"),
        "hye" | "hyw" => Some("Armn"),
        _ => None,
    }
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Returns whether a character is hiragana or katakana, without the middle dot and the long vowel mark: other languages
/// use those too.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{FF66}'..='\u{FF6F}' | '\u{FF71}'..='\u{FF9D}')
}

/// Returns the Traditional characters for a Simplified-only one.
pub(crate) fn traditional(c: char) -> Option<&'static str> {
    forms().simplified_only.get(&c).copied()
}

/// Returns the Simplified character for a Traditional-only one.
pub(crate) fn simplified(c: char) -> Option<char> {
    forms().traditional_only.get(&c).copied()
}

/// Returns whether a character is known to be unused in Japanese.
pub(crate) fn is_chinese_only(c: char) -> bool {
    traditional(c).is_some() && !forms().japanese_too.contains(c)
}

#[derive(Default)]
struct Forms {
    japanese_too: String,
    simplified_only: FxHashMap<char, &'static str>,
    traditional_only: FxHashMap<char, char>,
}

fn forms() -> &'static Forms {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms = Forms::default();
        let mut section = None;
        let lines = include_str!("../../data/han-forms.txt").lines().filter(|line| !line.starts_with('#'));
        for word in lines.flat_map(str::split_whitespace) {
            let mut characters = word.chars();
            let Some(first) = characters.next() else { continue };
            match section {
                _ if matches!(first, '~' | '=') => section = Some(first),
                Some('=') => forms.japanese_too.push(first),
                Some(_) => {}
                None => {
                    forms.simplified_only.insert(first, characters.as_str());
                }
            }
            forms.traditional_only.extend(characters.map(|traditional| (traditional, first)));
        }
        forms
    })
}
