//! The kinds of characters that the rules check.

use code_prompts_reader::characters::{is_bidi_control, is_invisible};

use super::mojibake::{self, is_lead};

/// A set of kinds of characters in a pattern. Rules skip patterns without their kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u16);

impl Marks {
    pub(crate) const CONTROL: Self = Self(1);
    pub(crate) const REPLACEMENT: Self = Self(1 << 1);
    pub(crate) const BIDI: Self = Self(1 << 2);
    pub(crate) const INVISIBLE: Self = Self(1 << 3);
    pub(crate) const NORMALIZATION: Self = Self(1 << 4);
    pub(crate) const EDGE_SPACE: Self = Self(1 << 5);
    pub(crate) const DOUBLE_SPACE: Self = Self(1 << 6);
    /// A digit of any script, or a colon, as in a URL.
    pub(crate) const FIGURE: Self = Self(1 << 7);
    /// A character that begins a tag or a character reference.
    pub(crate) const MARKUP: Self = Self(1 << 8);

    /// Returns the kinds in the texts and the string literals of a pattern.
    pub(crate) fn of(texts: &[&str], literals: &[&str]) -> Self {
        let mut marks = Self::default();
        texts.iter().for_each(|text| marks.scan(text));
        for literal in literals {
            if literal.contains('\\') {
                let literal: String = written(literal, true).map(|(character, _)| character).collect();
                marks.literal(&literal);
            } else {
                marks.literal(literal);
            }
        }
        marks
    }

    pub(crate) fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    pub(crate) fn add(&mut self, mark: Self) {
        self.0 |= mark.0;
    }

    fn literal(&mut self, literal: &str) {
        // Even an empty literal prevents the trimming of spaces next to it.
        if literal.is_empty() || literal.starts_with(is_space) || literal.ends_with(is_space) {
            self.add(Self::EDGE_SPACE);
        }
        self.scan(literal);
    }

    fn scan(&mut self, text: &str) {
        let mut before = '\n';
        for character in text.chars() {
            match character {
                '0'..='9' | ':' | '\u{FF10}'..='\u{FF19}' => self.add(Self::FIGURE),
                '<' | '&' => self.add(Self::MARKUP),
                '!'..='~' | '\n' => {}
                ' ' => {
                    if is_space(before) {
                        self.add(Self::DOUBLE_SPACE);
                    }
                }
                '\0'..='\u{9F}' => self.add(Self::CONTROL),
                // Han, Kana without the combining marks, Hangul and full-width forms.
                '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{3001}'..='\u{3029}' => {}
                '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{3163}' | '\u{FF01}'..='\u{FF9F}' => {}
                _ => self.other(character, before),
            }
            if ('\u{80}'..'\u{3000}').contains(&character) && is_lead(before) && mojibake::is_continuation(character) {
                self.add(Self::REPLACEMENT);
            }
            before = character;
        }
    }

    fn other(&mut self, character: char, before: char) {
        if is_space(character) {
            self.add(Self::EDGE_SPACE);
            if is_space(before) {
                self.add(Self::DOUBLE_SPACE);
            }
        }
        if character >= '\u{300}' {
            self.add(Self::NORMALIZATION);
        }
        if character.is_numeric() {
            self.add(Self::FIGURE);
        }
        match character {
            '\u{FFFD}' => self.add(Self::REPLACEMENT),
            bidi if is_bidi_control(bidi) => self.add(Self::BIDI),
            invisible if is_invisible(invisible) => self.add(Self::INVISIBLE),
            _ => {}
        }
    }
}

/// Returns whether a character is a space with a width. Line ends and tabs are not.
pub(crate) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Returns the characters of a text with their slices. Escapes are resolved as in the runtime.
pub(super) fn written(text: &str, has_escapes: bool) -> impl Iterator<Item = (char, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = match (first, rest.as_bytes().get(1)) {
            ('\\', Some(b'u')) if has_escapes => 6,
            ('\\', Some(b'U')) if has_escapes => 8,
            ('\\', Some(_)) if has_escapes => 2,
            _ => first.len_utf8(),
        };
        let (slice, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        let character = match slice.strip_prefix(['\\']) {
            Some(escape) if has_escapes && length > 2 => {
                let number = escape.get(1..).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                number.and_then(char::from_u32).unwrap_or('\u{FFFD}')
            }
            Some(escape) if has_escapes => escape.chars().next().unwrap_or('\\'),
            _ => first,
        };
        Some((character, slice))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found_in_texts_and_literals() {
        for (texts, literals, expected) in [
            (&["a < b"][..], &[][..], true),
            (&["a", "b &amp;"], &[], true),
            (&[], &["<"], true),
            (&[], &[r"\u003Cb>"], true),
            (&["a > b"], &["c"], false),
        ] {
            assert_eq!(Marks::of(texts, literals).has(Marks::MARKUP), expected, "{texts:?} {literals:?}");
        }
    }
}
