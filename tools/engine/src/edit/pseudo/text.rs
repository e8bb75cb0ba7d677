//! The texts of pseudo-locales.

use unicode_width::UnicodeWidthChar;

/// The change to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `Room` becomes `Ŕöööɱ~`: a text without accents is not localized, and a text that is cut off needs more space.
    Accented,
    /// Shown from right to left, like Arabic. Android's ar-XB does the same for each word.
    RightToLeft,
}

/// The accented letters of Android's en-XA, from `a` and from `A`.
const LOWER: [char; 26] = [
    'å', 'ƀ', 'ç', 'ð', 'é', 'ƒ', 'ĝ', 'ĥ', 'î', 'ĵ', 'ķ', 'ļ', 'ɱ', 'ñ', 'ö', 'þ', 'ǫ', 'ŕ', 'š', 'ţ', 'û', 'ṽ', 'ŵ',
    'ẋ', 'ý', 'ž',
];
const UPPER: [char; 26] = [
    'Å', 'Ɓ', 'Ç', 'Ð', 'É', 'Ƒ', 'Ĝ', 'Ĥ', 'Î', 'Ĵ', 'Ķ', 'Ļ', 'Ṁ', 'Ñ', 'Ö', 'Þ', 'Ǫ', 'Ŕ', 'Š', 'Ţ', 'Û', 'Ṽ', 'Ŵ',
    'Ẋ', 'Ý', 'Ž',
];

/// How much longer a letter makes the text, in percent of its width. Texts with spaces become about a third longer.
const MORE: usize = 40;

const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202E}';
const POP_DIRECTIONAL_FORMATTING: char = '\u{202C}';

impl Style {
    /// Changes the texts of one pattern. They must be trimmed and not empty.
    pub(super) fn change(self, texts: &[&str]) -> Vec<String> {
        match self {
            Self::Accented => accented(texts),
            Self::RightToLeft => texts.iter().map(|text| right_to_left(text)).collect(),
        }
    }
}

/// Adds accents, and doubles vowels to lengthen the texts. Where there are too few vowels, `~` is added at the end.
fn accented(texts: &[&str]) -> Vec<String> {
    let mut changed = Vec::with_capacity(texts.len());
    // Hundredths of a column that are still to be added.
    let mut missing: usize = 0;
    for text in texts {
        let mut accented = String::with_capacity(text.len() * 2);
        for (is_markup, part) in parts(text) {
            if is_markup {
                accented.push_str(part);
                continue;
            }
            for letter in part.chars() {
                let shown = accent(letter);
                accented.push(shown);
                if letter.is_alphanumeric() {
                    missing += MORE * letter.width().unwrap_or_default();
                }
                if matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u') && missing >= 100 {
                    accented.push(shown);
                    missing -= 100;
                }
            }
        }
        changed.push(accented);
    }
    if let Some(last) = changed.last_mut() {
        last.push_str(&"~".repeat((missing + 50) / 100));
    }
    changed
}

fn accent(letter: char) -> char {
    let (letters, first) = if letter.is_ascii_uppercase() { (UPPER, 'A') } else { (LOWER, 'a') };
    let index = (letter as usize).checked_sub(first as usize);
    index.and_then(|index| letters.get(index)).copied().unwrap_or(letter)
}

fn right_to_left(text: &str) -> String {
    let mut changed = String::new();
    for (is_markup, part) in parts(text) {
        let words = part.trim();
        if is_markup || words.is_empty() {
            changed.push_str(part);
            continue;
        }
        // An override is neutral to the text around it, so marks make it right-to-left text.
        let (before, after) = part.split_once(words).unwrap_or_default();
        changed.extend([before, RIGHT_TO_LEFT_MARK.encode_utf8(&mut [0; 3])]);
        changed.push(RIGHT_TO_LEFT_OVERRIDE);
        changed.push_str(words);
        changed.push(POP_DIRECTIONAL_FORMATTING);
        changed.push(RIGHT_TO_LEFT_MARK);
        changed.push_str(after);
    }
    changed
}

/// Splits a text into HTML tags and entities (`true`), which must not change, and the rest.
fn parts(text: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    let mut plain = 0;
    while let Some((before, from)) = rest.split_at_checked(plain) {
        let Some(next) = from.chars().next() else { break };
        let length = markup(from);
        if length == 0 {
            plain += next.len_utf8();
            continue;
        }
        let (tag, after) = from.split_at_checked(length).unwrap_or((from, ""));
        parts.extend([(false, before), (true, tag)]);
        rest = after;
        plain = 0;
    }
    parts.push((false, rest));
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

/// Returns the length of the tag or entity at the start of a text, or 0.
fn markup(text: &str) -> usize {
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '#';
    if let Some(tag) = text.strip_prefix('<') {
        let is_tag = tag.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/');
        return tag.find('>').filter(|_| is_tag).map_or(0, |end| end + 2);
    }
    let entity = text.strip_prefix('&').map(|entity| (entity, entity.trim_start_matches(is_name)));
    match entity {
        Some((entity, after)) if after.starts_with(';') && after.len() < entity.len() => text.len() - after.len() + 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pseudo_accented_text_is_longer() {
        for (texts, expected) in [
            (&["The room does not exist"][..], &["Ţĥéé ŕöööɱ ðööééš ñööţ ééẋîšţ~~"][..]),
            (&["OK"], &["ÖĶ~"]),
            (&["404!"], &["404!~"]),
            (&["房间不存在"], &["房间不存在~~~~"]),
            (&["复用IM时，请先登录IM"], &["复用ÎÎṀ时，请先登录ÎÎṀ~~~~~"]),
            (&["Déjà vu"], &["Ðéĵà ṽûû~"]),
            (&["Seat", "of", "!"], &["Šéååţ", "ööƒ", "!"]),
            (&["<b class=\"x\">Do</b> &amp; <3 R&D"], &["<b class=\"x\">Ðö</b> &amp; <3 Ŕ&Ð~~"]),
            (&[], &[]),
        ] {
            assert_eq!(Style::Accented.change(texts), expected);
        }
    }

    #[test]
    fn pseudo_text_is_right_to_left() {
        for (text, expected) in [
            ("Not found", "\u{200F}\u{202E}Not found\u{202C}\u{200F}"),
            ("(", "\u{200F}\u{202E}(\u{202C}\u{200F}"),
            ("<b>Not</b> found", "<b>\u{200F}\u{202E}Not\u{202C}\u{200F}</b> \u{200F}\u{202E}found\u{202C}\u{200F}"),
            ("<b> </b>", "<b> </b>"),
        ] {
            assert_eq!(Style::RightToLeft.change(&[text]), [expected]);
        }
    }
}
