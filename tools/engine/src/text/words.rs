//! Words of a text whose letters are of another script than the language's, by Unicode's own tables.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;
use unic_langid::LanguageIdentifier;
use unicode_script::{Script as Letters, UnicodeScript};

use super::scripts::{Script, is_han};

/// What does not belong among the words of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Foreign<'a> {
    /// Letters of another script, and which.
    Word(&'a str, Letters),
    /// A word with a letter that only looks like one of its script: the letter, its script, and the one that it looks
    /// like.
    LookAlike(&'a str, char, Letters, char),
}

/// What a language is written in.
pub(crate) struct Own {
    pub(crate) script: Script,
    /// Nothing, where it is not known.
    letters: Option<Vec<Letters>>,
}

/// Scripts that languages are written in beside the one that likely subtags know, by CLDR's data of languages. A tag
/// with a script in it means that one only.
const SECOND: &str = "az Cyrl Arab|bm Nkoo|bs Cyrl|crh Cyrl|cr Cans|ff Adlm|ha Arab|iu Cans|jv Java|kab Tfng|kk Arab|\
    ks Deva|ku Arab Cyrl|ky Arab|mn Mong|mni Mtei|ms Arab|oj Cans|pa Arab|rif Tfng|ro Cyrl|sat Deva Beng|sd Deva|\
    shi Tfng|so Arab|su Sund|tg Arab|tk Cyrl Arab|tt Arab|tzm Tfng|ug Cyrl|uz Cyrl Arab|vai Vaii|zgh Tfng";

impl Own {
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

    /// Lists what is foreign in a text, but for what languages call themselves. Latin letters are foreign nowhere:
    /// brands are written in them.
    pub(crate) fn foreign<'t>(&self, text: &'t str) -> Vec<Foreign<'t>> {
        let mut found = Vec::new();
        // Most texts have nothing but letters of their own, and signs.
        if text.is_ascii() || text.chars().all(|c| is_below_greek(c) || (self.script.has_han() && is_han(c))) {
            return found;
        }
        let Some(own) = &self.letters else { return found };
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
                if letters.count() + 1 >= least(first, self.script) {
                    found.push(Foreign::Word(run, first));
                }
            }
        }
        found
    }

    /// Tells whether all letters of a text are its own, Latin ones not counted but where there are no others.
    pub(crate) fn has(&self, text: &str) -> bool {
        let Some(own) = &self.letters else { return false };
        let is_own =
            |letters: Letters| own.contains(&letters) && (self.script == Script::Latin || letters != Letters::Latin);
        text.chars().filter(|c| c.is_alphabetic()).all(|c| is_own(c.script()))
    }
}

/// The scripts that are written where likely subtags say so, if they are known. Latin is among them everywhere.
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

/// How many letters of a script are a word. A Chinese character is one; of other scripts single letters are signs: `π`,
/// and the face `¯\_(ツ)_/¯`. Greek ones stand together too, as in `μΩ`.
fn least(letters: Letters, script: Script) -> usize {
    match letters {
        Letters::Han => 1,
        Letters::Hiragana | Letters::Katakana if script.is_chinese() => 1,
        Letters::Greek => 3,
        _ => 2,
    }
}

/// Tells whether a character goes with the letter before it: a mark, or the sign for a long vowel in kana.
fn is_joined(c: char) -> bool {
    matches!(c, 'ー' | 'ｰ') || c.script() == Letters::Inherited
}

/// Below this are Latin letters, the marks that stand on them, and signs.
fn is_below_greek(c: char) -> bool {
    c < '\u{370}'
}

/// Cuts out each run of some characters.
fn runs(text: &str, is: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = &str> {
    text.split(move |c| !is(c)).filter(|run| !run.is_empty())
}

/// Latin letters, each with the Cyrillic or Greek ones that look the same.
const TWINS: &str =
    "AАΑ BВΒ CС EЕΕ HНΗ IІΙ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YУΥ ZΖ aа cс eе iі jј oоο pр sѕ xх yу ëё ïї";

/// Finds a letter of a word of Latin, Cyrillic or Greek letters that is not of the script of the others, where all such
/// letters look as if they were.
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
    // Endings are put to foreign names, and to acronyms: `Windowsа`, `PCшник`.
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
        let told = Own::of(&language.parse().unwrap()).foreign(text).into_iter().map(|foreign| match foreign {
            Foreign::Word(word, letters) => format!("{} {word}", letters.full_name()),
            Foreign::LookAlike(word, intruder, letters, twin) => {
                format!("{word}: {} {intruder} for {twin}", letters.full_name())
            }
        });
        told.collect()
    }

    #[test]
    fn words_of_other_scripts_are_found() {
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
    fn what_is_written_so_everywhere_is_not() {
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
    fn letters_that_only_look_right_are_found() {
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
