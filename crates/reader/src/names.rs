//! Identifiers, and the names that Fluent or this project reserves.

use std::borrow::Cow;

use unic_langid::LanguageIdentifier;

/// The only function that Fluent's runtime has, unless an app adds others.
pub const NUMBER: &str = "NUMBER";
/// The id of the message that is shown for codes that are not in the table.
pub const UNKNOWN_CODE: &str = "unknown-code";
/// The variable that is set in every message.
pub const CODE: &str = "code";
/// The plural categories, which a number can select.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The maximum length of a name in a message, in bytes.
const MAX_SHOWN: usize = 200;

/// Returns a name, or its first 200 bytes and `…`. A name may be half as long as a file, and the rest of the
/// file may have a million problems that name it.
#[must_use]
pub fn shortened(name: &str) -> Cow<'_, str> {
    let end = (0..=MAX_SHOWN).rev().find(|end| name.is_char_boundary(*end)).unwrap_or_default();
    match name.get(..end) {
        Some(start) if name.len() > MAX_SHOWN => Cow::Owned(format!("{start}…")),
        _ => Cow::Borrowed(name),
    }
}

/// Returns whether a text is an identifier of the Fluent syntax.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && identifier_length(text) == text.len()
}

/// Returns whether a text is the name of a function in the Fluent syntax.
#[must_use]
pub fn is_function_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_uppercase())
        && text.chars().all(|part| part.is_ascii_uppercase() || part.is_ascii_digit() || matches!(part, '-' | '_'))
}

/// Returns the number of identifier characters at the start of a text.
#[must_use]
pub fn identifier_length(text: &str) -> usize {
    identifier_bytes(text.as_bytes())
}

fn identifier_bytes(text: &[u8]) -> usize {
    text.iter().take_while(|byte| is_identifier_char(char::from(**byte))).count()
}

/// Returns whether an identifier can have this character after its first one.
#[must_use]
pub fn is_identifier_char(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Returns the length in bytes of the entry at the start of a text: up to the next line that begins an entry or a
/// comment.
#[must_use]
pub fn entry_length(text: &str) -> usize {
    let mut length = text.len() - skip_line(text).len();
    while let Some(rest) = text.get(length..).filter(|rest| !rest.is_empty() && !begins_entry_or_comment(rest)) {
        length += rest.len() - skip_line(rest).len();
    }
    length
}

/// Returns whether a line begins an entry or a comment.
#[must_use]
pub fn begins_entry_or_comment(line: &str) -> bool {
    line.starts_with('#') || begins_entry(line.as_bytes())
}

/// Returns a text without its first line.
#[must_use]
pub fn skip_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// Returns whether a line begins `name =` or `-name =`, which always begins a new entry.
pub(crate) fn begins_entry(text: &[u8]) -> bool {
    let name = identifier_bytes(text);
    let blank = text.iter().skip(name).take_while(|byte| **byte == b' ').count();
    text.first().is_some_and(|first| first.is_ascii_alphabetic() || *first == b'-')
        && text.get(name + blank) == Some(&b'=')
}

/// Replaces a deprecated language code by the current one, by the aliases of CLDR's supplemental metadata. Older systems
/// still report these codes. `sh` becomes Serbian in Latin letters.
pub fn canonicalize_language(id: &mut LanguageIdentifier) {
    let current = match id.language.as_str() {
        "cmn" => "zh",
        "in" => "id",
        "iw" => "he",
        "ji" => "yi",
        "mo" => "ro",
        "sh" => "sr",
        "tl" => "fil",
        _ => return,
    };
    if current == "sr" && id.script.is_none() {
        id.script = "Latn".parse().ok();
    }
    if let Ok(current) = current.parse() {
        id.language = current;
    }
}

/// Parses the name of a locale's folder. Returns `None` if it is not a language tag.
#[must_use]
pub fn locale_id(name: &str) -> Option<LanguageIdentifier> {
    // The parser accepts any character in a variant.
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let id = name.parse::<LanguageIdentifier>().ok().filter(|id| is_plain && !id.language.is_empty())?;
    // Longer language subtags are reserved, so such a name is probably an ordinary word.
    matches!(id.language.as_str().len(), 2 | 3).then_some(id)
}
