//! Characters and bytes that are not what they seem.

/// Stands at the head of a file that some editors save. It is in no column.
pub const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Returns whether a user would see nothing: white space, marks of direction and other characters without a shape.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character.is_control() || is_invisible(character))
}

/// Returns whether a character has no shape of its own, white space and control characters apart.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    is_bidi_control(character)
        || matches!(
            character,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}'
                | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}'
        )
}

/// Returns whether a character changes the direction of the text behind it: an embedding, an override or an isolate of the
/// Unicode Bidirectional Algorithm, or the end of one.
#[must_use]
pub fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether bytes are UTF-16, with a byte-order mark or without. Of the two bytes of each ASCII character one is
/// zero then, always the first or always the second, and a Fluent text has many of those.
#[must_use]
pub fn is_utf16(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    /// At least one byte in so many is zero, and of so many zeros at most one is the other byte.
    const PART: usize = 10;
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = *bytes {
        return true;
    }
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if !bytes.contains(&0) {
        return false;
    }
    let zeros = |first| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (few, many) = (zeros(0).min(zeros(1)), zeros(0).max(zeros(1)));
    many > 1 && many * PART > bytes.len() && few * PART <= many
}
