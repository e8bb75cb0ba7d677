//! Words that are not translated: brands, keys and units.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::project::entry::Kind;
use crate::project::locale::Locale;
use crate::text::prose::{CONNECTIVES, is_unit};

/// The names that a locale in another script writes in Latin letters. They are collected at the first use.
pub(super) struct KeptNames<'t, 'a> {
    locale: &'t Locale<'a>,
    kept: OnceCell<Kept<'a>>,
}

impl<'t, 'a> KeptNames<'t, 'a> {
    pub(crate) fn new(locale: &'t Locale<'a>) -> Self {
        Self { locale, kept: OnceCell::new() }
    }

    /// Returns whether a text consists of names only, such as “Firefox for Android”: the locale uses each of its words
    /// within a text in its own script. If the text is one word, that word must stand alone there too: “Text” is not a
    /// name because of “Rich Text Format”.
    pub(super) fn is_name(&self, text: &str) -> bool {
        if is_key_or_unit(text) {
            return true;
        }
        let words: Vec<&str> = words(text).collect();
        let is_kept = |word: &str| {
            let kept = self.kept.get_or_init(|| Kept::of(self.locale));
            let kept = if words.len() == 1 { &kept.alone } else { &kept.all };
            kept.contains(word) || kept.contains(word.to_ascii_uppercase().as_str())
        };
        let is_term = |word: &str| {
            let kept = self.kept.get_or_init(|| Kept::of(self.locale));
            kept.terms.contains(word.to_lowercase().as_str())
        };
        if !words.is_empty() && words.iter().all(|word| is_term(word)) {
            return true;
        }
        let is_number = |word: &str| !word.contains(|c: char| c.is_ascii_alphabetic());
        words.first().is_some_and(|first| !first.starts_with(|c: char| c.is_ascii_lowercase()))
            && words.iter().all(|word| CONNECTIVES.contains(word) || is_number(word) || is_kept(word))
    }
}

/// Returns whether a text is the name of a key, or the symbol of a unit.
fn is_key_or_unit(text: &str) -> bool {
    const KEYS: [&str; 8] = ["Alt", "Cmd", "Ctrl", "Del", "Esc", "Fn", "Ins", "Shift"];
    is_unit(text) || words(text).all(|word| KEYS.contains(&word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty())
}

/// The capitalized Latin words in texts of another script, and in terms, which are mostly brands. Other messages that
/// are all Latin don't count: they may be untranslated.
#[derive(Default)]
struct Kept<'a> {
    all: FxHashSet<&'a str>,
    /// Those without a Latin word next to them.
    alone: FxHashSet<&'a str>,
    /// Those in quotation marks, or with a hyphen and an ending, in lower case: the locale keeps them on purpose.
    terms: FxHashSet<String>,
}

impl<'a> Kept<'a> {
    fn of(locale: &Locale<'a>) -> Self {
        let mut kept = Self::default();
        for entry in &locale.entries {
            for text in entry.parts().flat_map(|part| &part.facts.texts) {
                if entry.kind == Kind::Term || text.chars().any(|c| c.is_alphabetic() && !is_latin(c)) {
                    kept.collect(text);
                }
            }
        }
        kept
    }

    fn collect(&mut self, text: &'a str) {
        let is_latin_word = |word: &&str| word.starts_with(|c: char| c.is_ascii_alphabetic());
        let words: Vec<&str> = words(text).collect();
        let quoted = text.split_whitespace().filter(|word| is_quoted(word));
        let quoted =
            quoted.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| word.is_ascii());
        self.terms.extend(quoted.map(str::to_lowercase));
        for run in words.chunk_by(|one, next| is_latin_word(one) && is_latin_word(next)) {
            let capitalized = run.iter().copied().filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
            if run.len() == 1 {
                self.alone.extend(capitalized.clone());
            }
            self.all.extend(capitalized);
            let Some((last, before)) = run.split_last() else { continue };
            if let Some(last) = without_ending(last) {
                self.terms.extend(before.iter().chain([&last]).map(|word| word.to_lowercase()));
            }
        }
    }
}

/// Returns whether a word is in quotation marks.
fn is_quoted(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    word.starts_with(['"', '“', '„', '«', '‘', '`', '「', '『'])
        && word.ends_with(['"', '”', '“', '»', '’', '`', '」', '』'])
}

/// Removes the ending that a language in another script adds to a word, as in “panel-у”.
fn without_ending(word: &str) -> Option<&str> {
    let (name, ending) = word.rsplit_once('-')?;
    let is_foreign = ending.chars().next().is_some_and(|c| c.is_alphabetic() && !is_latin(c));
    (is_foreign && name.is_ascii()).then_some(name)
}

fn is_latin(character: char) -> bool {
    matches!(character, '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}
