//! The key of a text in the files: the message, the attribute and the variant.

use std::fmt;
use std::str::FromStr;

use code_prompts_reader::names::is_identifier;

/// What a text in a file belongs to. `Display` writes it as `id`, `id.attribute` or `id.attribute:variant`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// The id of the message, or of the term with its hyphen.
    pub(super) id: String,
    pub(super) attribute: Option<String>,
    /// The keys of its variants, the outermost first.
    pub(super) variant: Vec<String>,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)?;
        self.attribute.iter().try_for_each(|attribute| write!(f, ".{attribute}"))?;
        self.variant.iter().try_for_each(|variant| write!(f, ":{variant}"))
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        // The key of a variant may be a number with a period, but not an id.
        let mut parts = text.split(':');
        let name = parts.next().unwrap_or_default();
        let (id, attribute) = name.split_once('.').map_or((name, None), |(id, attribute)| (id, Some(attribute)));
        let is_name = is_identifier(id.strip_prefix('-').unwrap_or(id)) && attribute.is_none_or(is_identifier);
        if !is_name {
            return Err(());
        }
        let variant = parts.map(str::to_owned).collect();
        Ok(Self { id: id.to_owned(), attribute: attribute.map(str::to_owned), variant })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_is_read_as_written() {
        for text in ["a", "-brand", "a-b_1.action", "a:one", "a.b:true:1.5"] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        for text in ["", "-", "1", "a b", ".a", "a.", "a.b.c", "房间"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }
}
