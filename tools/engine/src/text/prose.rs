//! The words of a text that differ from language to language.

use std::borrow::Cow;

use super::scripts::{Script, is_chinese_only, is_han, is_kana};

/// Stands for a placeable in the text of a pattern.
pub(crate) const PLACEABLE: char = '\u{FFFC}';

/// Returns whether a text in the script `from` has words that differ in the script `to`.
pub(crate) fn has_words(text: &str, from: Script, to: Script) -> bool {
    if from.has_han() {
        // A few Chinese characters may be a Japanese word too.
        const SHORT: usize = 4;
        let han = text.chars().filter(|c| is_han(*c)).count();
        let is_shared = to.has_han() && han <= SHORT && !text.chars().any(|c| is_kana(c) || is_chinese_only(c));
        return !is_shared && (han > 0 || text.chars().any(is_kana));
    }
    let text = without_markup(text);
    if from == Script::Latin {
        return !only_joins_names(&text) && words(&text).next().is_some();
    }
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// Returns whether a text is too long and too plain for a name: three words or more, two of them in lower case and
/// not a word such as “of”.
pub(crate) fn is_sentence(text: &str, script: Script) -> bool {
    const WORDS: usize = 3;
    const PLAIN_WORDS: usize = 2;
    const CHARACTERS: usize = 5;
    if script.has_han() {
        return text.chars().filter(|c| is_han(*c) || is_kana(*c)).count() >= CHARACTERS;
    }
    // Most texts are shorter: a quick test before the words are looked at.
    if !may_have_markup(text) && separated(text).nth(WORDS - 1).is_none() {
        return false;
    }
    let text = without_markup(text);
    words(&text).nth(WORDS - 1).is_some() && plain_words(&text).nth(PLAIN_WORDS - 1).is_some()
}

/// Returns whether a text looks like a title: no word is in lower case, apart from words such as “of”.
pub(crate) fn is_title(text: &str) -> bool {
    plain_words(&without_markup(text)).next().is_none()
}

/// Returns whether a text is for a machine: the synopsis of a command, as in `yes [STRING]...`, or a call, as in
/// “spell(word: …)”. In a synopsis, all words but the first are in capitals or brackets.
pub(crate) fn is_code(text: &str) -> bool {
    const PLAIN_WORDS: usize = 1;
    let is_call = |word: &str| word.split_once('(').is_some_and(|(name, _)| is_identifier(name));
    let is_placeholder = |word: &str| word.contains(['[', '<', '{', '|']) || word.starts_with('-');
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let has_call = || text.split_whitespace().next().is_some_and(is_call);
    let is_synopsis = || {
        text.contains('[')
            && lines().all(|line| {
                let mut words = line.split_whitespace();
                words.next().is_some_and(is_identifier)
                    && words.all(|word| is_placeholder(word) || !word.contains(char::is_lowercase))
            })
    };
    has_call() && plain_words(text).filter(|word| is_word(word)).count() <= PLAIN_WORDS || is_synopsis()
}

/// Returns whether a word is a name in a program: ASCII letters in lower case, digits, `-` and `_`.
fn is_identifier(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

/// Returns the words in lower case that are neither a word such as “of” nor an item of a list such as “audio, video”.
fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let words = written_words(text).filter(|word| !word.ends_with(','));
    words.map(bare).filter(|word| !word.starts_with(char::is_uppercase) && !CONNECTIVES.contains(word))
}

/// English words that names contain, such as “Firefox for Android”.
pub(crate) const CONNECTIVES: [&str; 15] =
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs", "with"];

const UNITS: [&str; 17] =
    ["mm", "cm", "km", "in", "ft", "px", "pt", "em", "mg", "kg", "ms", "min", "dpi", "fps", "kbps", "bps", "Wh"];

/// Returns whether a text is the symbol of a unit. A unit ends a text; “in { $minutes }” continues after the word.
pub(crate) fn is_unit(text: &str) -> bool {
    UNITS.contains(&text.trim_start())
}

/// Returns whether the only words of a text stand between placeables, as in “{ -brand } for { -system }”.
fn only_joins_names(text: &str) -> bool {
    let (Some(first), Some(last)) = (text.find(PLACEABLE), text.rfind(PLACEABLE)) else { return false };
    let is_joining = |word: &str| word == "vs" || word == "for";
    let outside = [text.get(..first), text.get(last..)].into_iter().flatten();
    outside.flat_map(words).next().is_none()
        && text.get(first..last).is_some_and(|between| words(between).all(is_joining))
}

/// Returns the words that belong to a language.
fn words(text: &str) -> impl Iterator<Item = &str> {
    written_words(text).map(bare)
}

/// Returns the same words with the marks around them.
fn written_words(text: &str) -> impl Iterator<Item = &str> {
    separated(text).filter(|word| is_word(word))
}

/// Returns what stands between white space and placeables.
fn separated(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == PLACEABLE).filter(|word| !word.is_empty())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Returns whether a word belongs to a language: it is not in capitals (`IM`), a brand (`GitHub`), a unit, a URL, a
/// file name or a pattern of file names (`*.txt`), or a variable of another format (`%name%`).
fn is_word(written: &str) -> bool {
    let word = bare(written);
    let has_inner_capital = word.chars().skip(1).any(char::is_uppercase);
    let is_name = word.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '@' | '_' | ':' | '\\' | '='));
    let is_other = written.contains(['%', '*']) || is_number_unit(word);
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !has_inner_capital && !is_name && !is_other
}

/// Returns whether a word is the symbol of a unit, and no English word.
fn is_number_unit(word: &str) -> bool {
    !matches!(word, "in" | "min") && UNITS.contains(&word)
}

/// Replaces tags, entities and placeables by spaces.
pub(crate) fn plain(text: &str) -> String {
    without_markup(text).replace(PLACEABLE, " ")
}

/// Replaces tags and entities by spaces.
fn without_markup(text: &str) -> Cow<'_, str> {
    if !may_have_markup(text) {
        return Cow::Borrowed(text);
    }
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        match markup(from) {
            Some(length) => {
                plain.push(' ');
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                plain.push_str(from.get(..1).unwrap_or_default());
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    Cow::Owned(plain + rest)
}

/// Returns whether a text may have tags or entities. This is a quick test before parsing.
fn may_have_markup(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'<' | b'&'))
}

/// Returns the length of the tag or the entity that a text begins with.
fn markup(text: &str) -> Option<usize> {
    if let Some(tag) = text.strip_prefix('<') {
        tag.strip_prefix('/').unwrap_or(tag).starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
        return Some(text.find('>')? + 1);
    }
    let name = text.strip_prefix('&')?.split(';').next()?;
    let is_entity = !name.is_empty() && name.chars().all(|c| c == '#' || c.is_ascii_alphanumeric());
    (is_entity && text.len() > name.len() + 1).then_some(name.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_names_or_markup() {
        for (text, expected) in [
            ("The room", true),
            ("IM GitHub 2.0", false),
            ("<span>\u{FFFC}</span> \u{FFFC}", false),
            ("<a href=\"\u{FFFC}\">here</a>", true),
            ("a < b and c", true),
            ("%time% - %sender%", false),
            ("(*.spl)", false),
            ("\u{FFFC} kWh (\u{FFFC} kg)", false),
            ("\u{FFFC} for \u{FFFC}", false),
            ("\u{FFFC} of \u{FFFC}", true),
            ("&nbsp;&lt;", false),
            ("Terms & conditions", true),
        ] {
            assert_eq!(has_words(text, Script::Latin, Script::Cyrillic), expected, "{text}");
        }
    }

    #[test]
    fn code_is_a_synopsis_or_a_call() {
        for (text, expected) in [
            ("yes [STRING]...", true),
            ("ptx [OPTION]... [INPUT]...\nptx -G [OPTION]... [INPUT [OUTPUT]]", true),
            ("kill [OPTIONS]... PID...", true),
            ("spellchecker(word: \u{FFFC}) [\u{FFFC}, \u{FFFC}]", true),
            ("ftml(\u{FFFC} = \u{FFFC} at \u{FFFC})", true),
            ("Usage: yes [STRING]", false),
            ("see [the help]", false),
            ("file(s) were not found", false),
            ("room", false),
        ] {
            assert_eq!(is_code(text), expected, "{text}");
        }
    }

    #[test]
    fn sentence_is_no_name() {
        for (text, script, expected) in [
            ("The room has been closed", Script::Latin, true),
            ("\u{FFFC} seats are left", Script::Latin, true),
            ("Firefox for Android", Script::Latin, false),
            ("Mozilla Information Trust Initiative", Script::Latin, false),
            ("Terms of service", Script::Latin, false),
            ("PDF, audio, images, archives", Script::Latin, false),
            ("<strong class=\"very big\">Please wait</strong>", Script::Latin, false),
            ("Комната уже закрыта", Script::Cyrillic, true),
            ("房间已关闭", Script::Simplified, true),
            ("房间", Script::Simplified, false),
        ] {
            assert_eq!(is_sentence(text, script), expected, "{text}");
        }
    }
}
