//! Names that mean something: identifiers, and those that Fluent or this project has given away.

use unic_langid::LanguageIdentifier;

/// The only function that Fluent's runtime has.
pub const NUMBER: &str = "NUMBER";
/// The id of the message that answers for codes that the table does not have.
pub const UNKNOWN_CODE: &str = "unknown-code";
/// The variable that every message may show without being given it.
pub const CODE: &str = "code";
/// Fluent's plural categories: keys that a number may choose.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Returns whether a text is an identifier as Fluent's grammar has it.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && identifier_length(text) == text.len()
}

/// Measures what may be of a name at the start of a text, in bytes.
#[must_use]
pub fn identifier_length(text: &str) -> usize {
    bytes_of_identifier(text.as_bytes())
}

fn bytes_of_identifier(text: &[u8]) -> usize {
    text.iter().take_while(|byte| is_of_identifier(char::from(**byte))).count()
}

/// Returns whether an identifier may have a character, be it not as its first.
#[must_use]
pub fn is_of_identifier(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Measures an entry, in bytes: up to the next line that begins one, which is nowhere within one, or a comment.
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

/// Returns what is behind the first line of a text.
#[must_use]
pub fn skip_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// Returns whether a text begins `name =`, at the start of a line, which the parser reads nowhere but as a new entry.
pub(crate) fn begins_entry(text: &[u8]) -> bool {
    let name = bytes_of_identifier(text);
    let blank = text.iter().skip(name).take_while(|byte| **byte == b' ').count();
    text.first().is_some_and(|first| first.is_ascii_alphabetic() || *first == b'-')
        && text.get(name + blank) == Some(&b'=')
}

/// Returns the present code of a language whose code has changed, from the aliases of CLDR's supplemental metadata. Older
/// systems still report these.
#[must_use]
pub fn current_language(language: &str) -> Option<&'static str> {
    match language {
        "cmn" => Some("zh"),
        "in" => Some("id"),
        "iw" => Some("he"),
        "ji" => Some("yi"),
        "mo" => Some("ro"),
        "tl" => Some("fil"),
        _ => None,
    }
}

/// Returns the language that the name of a locale's folder means, if it is a language tag at all.
#[must_use]
pub fn locale_id(name: &str) -> Option<LanguageIdentifier> {
    // The parser lets any character through in a variant.
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let id = name.parse::<LanguageIdentifier>().ok().filter(|id| is_plain && !id.language.is_empty())?;
    // Longer languages are reserved: such a name is a word.
    matches!(id.language.as_str().len(), 2 | 3).then_some(id)
}
