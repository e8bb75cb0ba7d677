//! Text that was decoded twice: UTF-8 that was read as Windows-1252.

use std::ops::Range;

/// A sequence of wrongly decoded characters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mojibake {
    /// The indices of the characters.
    pub(crate) range: Range<usize>,
    /// The intended text.
    pub(crate) meant: String,
}

/// Returns whether the byte of this character begins a UTF-8 sequence of two or more bytes.
pub(super) fn is_lead(character: char) -> bool {
    matches!(character, '\u{C2}'..='\u{F4}')
}

/// Returns whether the byte of this character is a continuation byte in UTF-8.
pub(super) fn is_continuation(character: char) -> bool {
    byte(character).is_some_and(|byte| byte < 0xC0)
}

/// Finds the sequences that are certainly wrong. A letter before punctuation, as in `CAFÉ…`, may be correct.
pub(crate) fn find(characters: &[char]) -> Vec<Mojibake> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < characters.len() {
        let (start, mut meant, mut is_sure) = (index, String::new(), false);
        while let Some((length, character, is_odd)) = sequence(&characters[index..]) {
            meant.push(character);
            is_sure |= is_odd;
            index += length;
        }
        if start == index {
            index += 1;
            continue;
        }
        let mut letters = meant.chars();
        let after_number = start.checked_sub(1).is_none_or(|before| {
            let before = characters[before];
            before == ' ' || before.is_ascii_digit()
        });
        // `100Â km` with a no-break space.
        is_sure |= after_number && letters.next() == Some('\u{A0}');
        if is_sure || meant.chars().count() > 1 {
            found.push(Mojibake { range: start..index, meant });
        }
    }
    found
}

/// Reads one UTF-8 sequence. Returns its length in characters, the decoded character, and whether real text never has
/// such a sequence.
fn sequence(characters: &[char]) -> Option<(usize, char, bool)> {
    let first = *characters.first()?;
    let length = match first {
        '\u{C2}'..='\u{DF}' => 2,
        '\u{E0}'..='\u{EF}' => 3,
        '\u{F0}'..='\u{F4}' => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    let mut is_odd = length == 4;
    for (index, character) in characters.get(..length)?.iter().enumerate() {
        bytes[index] = byte(*character)?;
        is_odd |= index > 0 && is_odd_after(first, *character);
    }
    let meant = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    let is_plausible = meant >= '\u{A0}' && !matches!(meant, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    is_plausible.then_some((length, meant, is_odd))
}

/// Returns whether a continuation character never follows this letter in real text.
fn is_odd_after(lead: char, rest: char) -> bool {
    match lead {
        // Ì to Ï and Ð to ß come from other alphabets, whose words have more letters; × and Ø precede numbers.
        '\u{CC}'..='\u{DF}' => return false,
        '\u{C2}' | '\u{C3}' if matches!(rest, '¹' | '²' | '³') => return true,
        _ => {}
    }
    matches!(rest, '€' | 'ƒ' | '†' | '‡' | 'ˆ' | '‰' | '˜' | '\u{80}'..='\u{9F}' | '¡'..='ª' | '¬'..='\u{AD}')
        || matches!(rest, '¯'..='±' | '´'..='¶' | '¸' | 'º' | '¼'..='¿')
}

/// Returns the byte of a character in Windows-1252, or in Latin-1 where Windows-1252 is undefined.
fn byte(character: char) -> Option<u8> {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match character {
        '\u{80}'..='\u{FF}' => u8::try_from(u32::from(character)).ok(),
        _ => FROM_80.iter().position(|known| *known == character).and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        find(&characters).into_iter().map(|twice| twice.meant).collect()
    }

    #[test]
    fn mojibake_is_found_and_real_text_is_not() {
        for (text, expected) in [
            ("cafÃ©", "é"),
            ("donâ€™t", "’"),
            ("å®¢æˆ·", "客户"),
            ("100Â\u{A0}km", "\u{A0}"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
            ("ðŸ˜€", "😀"),
            ("zamÃ³wienie", "ó"),
            ("BĂN", ""),
        ] {
            assert_eq!(meant(text).concat(), expected, "{text}");
        }
        for text in [
            "NÃO",
            "«MAÇÃ»",
            "CAFÉ…",
            "« café…»",
            "“café…”",
            "PÂNICO",
            "Không thể đọc phòng",
            "NÍŽE",
            "Größe²",
            "2×½",
            "CAFÉ™",
            "VOILÀ",
            "São Paulo",
            "Ø±0,5",
            "„BÄ“",
        ] {
            assert_eq!(meant(text), Vec::<String>::new(), "{text}");
        }
    }
}
