//! Finds words in another script than the language's, by Unicode's script property.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use unic_langid::LanguageIdentifier;
use unicode_script::{Script as Letters, UnicodeScript};

use super::scripts::{Script, is_han};

/// A word that does not belong to the language of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Foreign<'a> {
    /// A word, and its script.
    Word(&'a str, Letters),
    /// A word with a look-alike letter (homoglyph) of another script: the letter, its script, and the right letter.
    LookAlike(&'a str, char, Letters, char),
}

/// The scripts of a language.
pub(crate) struct LanguageScripts {
    pub(crate) script: Script,
    /// `None`, if they are not known.
    letters: Option<Vec<Letters>>,
}

/// Further scripts of languages, besides those in likely subtags, from CLDR's language data. They do not apply to a tag
/// that names its script.
const SECOND: &str = "az Cyrl Arab|bm Nkoo|bs Cyrl|crh Cyrl|cr Cans|ff Adlm|ha Arab|iu Cans|jv Java|kab Tfng|kk Arab|\
    ks Deva|ku Arab Cyrl|ky Arab|mn Mong|mni Mtei|ms Arab|oj Cans|pa Arab|rif Tfng|ro Cyrl|sat Deva Beng|sd Deva|\
    shi Tfng|so Arab|su Sund|tg Arab|tk Cyrl Arab|tt Arab|tzm Tfng|ug Cyrl|uz Cyrl Arab|vai Vaii|zgh Tfng";

impl LanguageScripts {
    pub(crate) fn of(locale: &LanguageIdentifier) -> Self {
        let script = Script::of(locale);
        let mut letters = letters(script);
        if let Some(letters) = letters.as_mut().filter(|_| locale.script.is_none()) {
            let lists = SECOND.split('|').map(|list| list.split(' '));
            let mut of_language =
                lists.filter_map(|mut list| (list.next() == Some(locale.language.as_str())).then_some(list));
            letters.extend(of_language.next().into_iter().flatten().filter_map(Letters::from_short_name));
        }
        Self { script, letters }
    }

    /// Returns the scripts of a language that is written in Latin letters too.
    pub(crate) fn or_latin(self) -> Self {
        Self { script: Script::Latin, ..self }
    }

    /// Returns the foreign words in a text, without the names that languages have for themselves. Latin letters are
    /// never foreign, because of brands.
    pub(crate) fn foreign<'t>(&self, text: &'t str) -> Vec<Foreign<'t>> {
        let mut found = Vec::new();
        // Most texts have only letters of their own script, and symbols.
        if text.is_ascii() || text.chars().all(|c| is_below_greek(c) || (self.script.has_han() && is_han(c))) {
            return found;
        }
        let Some(own) = &self.letters else { return found };
        // Without Latin letters, there are no look-alikes. This halves the time of `wrong-script` on many languages.
        let is_own = |c: char| match c.script() {
            Letters::Latin => false,
            Letters::Common | Letters::Inherited | Letters::Unknown => true,
            letters => own.contains(&letters),
        };
        if text.chars().all(|c| if c.is_ascii() { !c.is_ascii_alphabetic() } else { is_own(c) }) {
            return found;
        }
        for word in runs(text, |c| is_joined(c) || !matches!(c.script(), Letters::Common | Letters::Unknown)) {
            if word.chars().all(is_below_greek) {
                continue;
            }
            if let Some((intruder, of, twin)) = look_alike(word, self.script) {
                found.push(Foreign::LookAlike(word, intruder, of, twin));
                continue;
            }
            let is_foreign = |c: char| is_joined(c) || !own.contains(&c.script());
            for run in runs(word, is_foreign).filter(|run| !is_language_name(run)) {
                let mut letters = run.chars().filter(|c| c.is_alphabetic() && !is_joined(*c));
                let Some(first) = letters.next().map(|first| first.script()) else { continue };
                if letters.count() + 1 >= min_letters(first, self.script) {
                    found.push(Foreign::Word(run, first));
                }
            }
        }
        found
    }

    /// Returns whether all letters of a text belong to the language. Latin letters belong only to languages in Latin
    /// script.
    pub(crate) fn has(&self, text: &str) -> bool {
        let Some(own) = &self.letters else { return false };
        let is_own =
            |letters: Letters| own.contains(&letters) && (self.script == Script::Latin || letters != Letters::Latin);
        text.chars().filter(|c| c.is_alphabetic()).all(|c| is_own(c.script()))
    }
}

/// Returns Unicode's scripts for a script from likely subtags, always with Latin, if they are known.
fn letters(script: Script) -> Option<Vec<Letters>> {
    let own = match script {
        Script::Latin => Vec::new(),
        Script::Simplified | Script::Traditional => vec![Letters::Han, Letters::Bopomofo],
        Script::Japanese => vec![Letters::Han, Letters::Hiragana, Letters::Katakana],
        Script::Korean => vec![Letters::Hangul, Letters::Han],
        Script::Cyrillic => vec![Letters::Cyrillic],
        Script::Arabic => vec![Letters::Arabic],
        Script::Thai => vec![Letters::Thai],
        Script::Other(tag) => vec![Letters::from_short_name(std::str::from_utf8(&tag).ok()?)?],
    };
    Some(own.into_iter().chain([Letters::Latin]).collect())
}

/// Returns the minimum number of letters in a foreign word. One Chinese character is a word; single letters of other
/// scripts are symbols, such as `π` and the face `¯\_(ツ)_/¯`, and so are two Greek ones, such as `μΩ`.
fn min_letters(letters: Letters, script: Script) -> usize {
    match letters {
        Letters::Han => 1,
        Letters::Hiragana | Letters::Katakana if script.is_chinese() => 1,
        Letters::Greek => 3,
        _ => 2,
    }
}

/// Returns whether a character belongs to the letter before it: a combining mark, or the long vowel mark of kana.
fn is_joined(c: char) -> bool {
    matches!(c, 'ー' | 'ｰ') || c.script() == Letters::Inherited
}

/// Returns whether a character is in the blocks of Latin letters, combining marks and symbols before the Greek block.
fn is_below_greek(c: char) -> bool {
    c < '\u{370}'
}

/// Returns each run of characters for which `is` is true.
fn runs(text: &str, is: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = &str> {
    text.split(move |c| !is(c)).filter(|run| !run.is_empty())
}

/// Latin letters, each with the Cyrillic and Greek letters that look the same.
const TWINS: &str =
    "AАΑ BВΒ CС EЕΕ HНΗ IІΙ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YУΥ ZΖ aа cс eе iі jј oоο pр sѕ xх yу ëё ïї";

/// Finds the first look-alike in a word of Latin, Cyrillic or Greek letters: the letter, its script, and the right
/// letter. All letters of the minority script in the word must be look-alikes.
fn look_alike(word: &str, script: Script) -> Option<(char, Letters, char)> {
    let of = |letters: Letters| word.chars().filter(|c| c.script() == letters).count();
    let (latin, cyrillic, greek) = (of(Letters::Latin), of(Letters::Cyrillic), of(Letters::Greek));
    let (other, others) = if cyrillic > 0 { (Letters::Cyrillic, cyrillic) } else { (Letters::Greek, greek) };
    let marks = of(Letters::Inherited);
    if latin == 0 || others == 0 || latin + others + marks < word.chars().count() {
        return None;
    }
    let (intruding, host) = if latin > others { (other, Letters::Latin) } else { (Letters::Latin, other) };
    let is_intruder = |c: &char| c.script() == intruding;
    // Foreign names and acronyms may have an ending in the language's script: `Windowsа`, `PCшник`.
    let is_ending =
        host == Letters::Latin && script != Script::Latin && word.chars().last().is_some_and(|c| is_intruder(&c));
    let capitals = word.chars().take_while(|c| is_intruder(c) && c.is_uppercase()).count();
    if latin == others || is_ending || (host != Letters::Latin && capitals > 1) {
        return None;
    }
    let twin = |c: char| {
        let twins = TWINS.split(' ').find(|twins| twins.contains(c))?;
        twins.chars().find(|twin| twin.script() == host)
    };
    let intruders = word.chars().filter(is_intruder).map(|c| Some((c, intruding, twin(c)?)));
    intruders.collect::<Option<Vec<_>>>()?.first().copied()
}

fn is_language_name(text: &str) -> bool {
    static NAMES: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = include_str!("../../data/language-names.txt").lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    });
    names.contains(text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: &str) -> Vec<String> {
        let words =
            LanguageScripts::of(&language.parse().unwrap()).foreign(text).into_iter().map(|foreign| match foreign {
                Foreign::Word(word, letters) => format!("{} {word}", letters.full_name()),
                Foreign::LookAlike(word, intruder, letters, twin) => {
                    format!("{word}: {} {intruder} for {twin}", letters.full_name())
                }
            });
        words.collect()
    }

    #[test]
    fn foreign_words_are_found() {
        for (language, text, expected) in [
            ("fr", "La salle закрыта est là", &["Cyrillic закрыта"][..]),
            ("en", "Room λόγος and غرفة and חדר", &["Greek λόγος", "Arabic غرفة", "Hebrew חדר"]),
            (
                "en",
                "ห้อง कमरा 방이 ルーム 席",
                &["Thai ห้อง", "Devanagari कमरा", "Hangul 방이", "Katakana ルーム", "Han 席"],
            ),
            ("ja", "部屋は방이です", &["Hangul 방이"]),
            ("zh-CN", "房间Привет已满の", &["Cyrillic Привет", "Hiragana の"]),
            ("ko", "방이 없습니다 です", &["Hiragana です"]),
            ("ru", "Комната غرفة 房间", &["Arabic غرفة", "Han 房间"]),
            ("hi", "कमरा комната", &["Cyrillic комната"]),
            ("el", "Η αίθουσα комната", &["Cyrillic комната"]),
            ("sr-Latn", "Soba соба", &["Cyrillic соба"]),
            ("uz-Latn", "Xona хона", &["Cyrillic хона"]),
            ("az", "Otaq 방이", &["Hangul 방이"]),
        ] {
            assert_eq!(found(text, language), expected, "{language}: {text}");
        }
    }

    #[test]
    fn foreign_symbols_and_names_are_skipped() {
        for (language, text) in [
            ("en", "Zoë’s naïve café: 5 µm, 5 μm, 3 kΩ, 2 μΩ, π ≈ 3.14, Δx → λ, № 5, 100 ₽, ¯\\_(ツ)_/¯ 🙂‍↔️ ®"),
            ("en", "Language: Русский, 中文, 日本語, 한국어, العربية, ไทย, हिन्दी, Ελληνικά"),
            ("ru", "Войдите в GitHub и Wi‑Fi, 5 м², IP‑адрес, SMSки, Windowsа, PCшник, OKей, XII век"),
            ("uk", "Ім’я, П’ять, м'яч, її"),
            ("ja", "先に GitHub にサインインしてください。ｱｲｳー・々〆 α版 (´･ω･`)"),
            ("zh-TW", "請登入 ㄅㄆㄇ GitHub 〇一"),
            ("ko", "방 房 GitHub ㅋㅋ ㆍ"),
            ("fa", "می‌خواهید GitHub ۱۲۳"),
            ("hi", "कमरा बंद है। GitHub १२३"),
            ("vi", "Phòng đã đóng, Tiếng Việt"),
            ("ha", "ɓangare ƙofar ʼyan"),
            ("uz", "Xona хона غرفة"),
            ("tzm-MA", "ⵜⴰⴽⴰⵕⴹⴰ"),
            ("und", "房间 комната"),
        ] {
            assert_eq!(found(text, language), Vec::<String>::new(), "{language}: {text}");
        }
    }

    #[test]
    fn foreign_look_alikes_are_found() {
        for (language, text, expected) in [
            ("en", "Pаssword", "Pаssword: Cyrillic а for a"),
            ("en", "the Ηotel", "Ηotel: Greek Η for H"),
            ("ja", "Pаѕsword を", "Pаѕsword: Cyrillic а for a"),
            ("ru", "Cтоп", "Cтоп: Latin C for С"),
            ("ru", "на GitНub сайте", "GitНub: Cyrillic Н for H"),
            ("el", "Aίθουσα", "Aίθουσα: Latin A for Α"),
        ] {
            assert_eq!(found(text, language), [expected], "{language}: {text}");
        }
    }
}
