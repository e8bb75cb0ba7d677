//! Invisible characters, and the encoding of bytes.

/// The byte-order mark that some editors write at the start of a file. It counts for no column.
pub const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Returns whether a text is invisible: it has only white space, control characters and [invisible](is_invisible) ones.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || character.is_control() || is_invisible(character))
}

/// Returns whether a character has no glyph. White space and control characters are not included.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    is_bidi_control(character)
        || matches!(
            character,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}'
                | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}'
        )
}

/// Returns whether a character starts or ends an embedding, an override or an isolate of the Unicode Bidirectional
/// Algorithm.
#[must_use]
pub fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether bytes are probably UTF-16, with or without a byte-order mark.
///
/// In UTF-16 one of the two bytes of each ASCII character is zero, always the first or always the second. A Fluent text
/// has many ASCII characters.
#[must_use]
pub fn is_utf16(bytes: &[u8]) -> bool {
    const EXAMINED: usize = 4096;
    /// At least one byte in ten is zero, and at most one zero in ten is at the other position.
    const RATIO: usize = 10;
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = *bytes {
        return true;
    }
    let bytes = bytes.get(..EXAMINED).unwrap_or(bytes);
    if !bytes.contains(&0) {
        return false;
    }
    let zeros = |first| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (few, many) = (zeros(0).min(zeros(1)), zeros(0).max(zeros(1)));
    many > 1 && many * RATIO > bytes.len() && few * RATIO <= many
}
