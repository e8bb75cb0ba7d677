//! What each language is written in, and what a character belongs to.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

/// The script of a language, as far as the rules tell them apart.
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
    /// Another one, by its four letters.
    Other([u8; 4]),
}

impl Script {
    /// Finds the script that a language has by likely subtags.
    pub(crate) fn of(locale: &LanguageIdentifier) -> Self {
        let mut likely = locale.clone();
        likely.maximize();
        let script = likely.script.map(|script| script.as_str().to_owned());
        let script = script.or_else(|| written_in(locale.language.as_str()).map(str::to_owned)).unwrap_or_default();
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

    /// Tells whether the script of the language is known at all.
    pub(crate) fn is_known(self) -> bool {
        self != Self::Other([0; 4])
    }

    pub(crate) fn is_chinese(self) -> bool {
        matches!(self, Self::Simplified | Self::Traditional)
    }

    /// Tells whether it is written in Chinese characters, if not only in them.
    pub(crate) fn has_han(self) -> bool {
        self.is_chinese() || self == Self::Japanese
    }
}

/// Gives the script of languages that people translate to and that likely subtags lack.
fn written_in(language: &str) -> Option<&'static str> {
    match language {
        "kmr" | "son" => Some("Latn"),
        "hye" | "hyw" => Some("Armn"),
        _ => None,
    }
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Tells whether a character is hiragana or katakana. The middle dot and the long mark are used elsewhere too.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{FF66}'..='\u{FF6F}' | '\u{FF71}'..='\u{FF9D}')
}

/// Gives the Traditional characters for one that is Simplified only.
pub(crate) fn traditional(c: char) -> Option<&'static str> {
    forms().simplified_only.get(&c).copied()
}

/// Gives the Simplified character for one that is Traditional only.
pub(crate) fn simplified(c: char) -> Option<char> {
    forms().traditional_only.get(&c).copied()
}

/// Tells whether a character is not one of Japanese, as far as it is known.
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
