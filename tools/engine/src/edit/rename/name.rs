//! The id of a message or a term, parsed from the command line.

use std::fmt;

use code_prompts_reader::names::{UNKNOWN_CODE, is_identifier};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name<'n> {
    pub(super) is_term: bool,
    /// The id without the hyphen of a term.
    pub(super) id: &'n str,
}

/// Parses the old and the new name, and checks that the renaming is valid.
pub(super) fn pair<'n>(old: &'n str, new: &'n str) -> Result<(Name<'n>, Name<'n>), String> {
    let (old, new) = (Name::new(old), Name::new(new));
    if !is_identifier(new.id) {
        let kebab = Some(kebab(new.id)).filter(|kebab| is_identifier(kebab));
        let kebab = kebab.as_deref().unwrap_or("room-not-found");
        let example = Name { id: kebab, ..new };
        return Err(format!("`{new}` is not an id; write letters, digits and hyphens, such as `{example}`"));
    }
    if old == new {
        return Err(format!("`{new}` is its id already; choose another"));
    }
    if let Some(reserved) = [old, new].into_iter().find(|name| name.id == UNKNOWN_CODE) {
        return Err(format!("`{reserved}` can't be renamed: it is the message for codes that are not in codes.toml"));
    }
    match (old.is_term, new.is_term) {
        (true, false) => Err(format!("`{old}` is a term, so its new id needs a hyphen; write `-{new}`")),
        (false, true) => Err(format!("`{old}` is a message, so its new id has no hyphen in front; write `{}`", new.id)),
        _ => Ok((old, new)),
    }
}

impl<'n> Name<'n> {
    pub(super) fn new(written: &'n str) -> Self {
        match written.strip_prefix('-') {
            Some(id) => Self { is_term: true, id },
            None => Self { is_term: false, id: written },
        }
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.is_term { "-" } else { "" }, self.id)
    }
}

/// Converts a text to lower-case words joined by hyphens.
fn kebab(text: &str) -> String {
    let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rename_refuses_invalid_ids() {
        for (old, new, error) in [
            (
                "a",
                "room closed",
                "`room closed` is not an id; write letters, digits and hyphens, such as `room-closed`",
            ),
            (
                "a",
                "Room.Closed",
                "`Room.Closed` is not an id; write letters, digits and hyphens, such as `room-closed`",
            ),
            ("-a", "-$b", "`-$b` is not an id; write letters, digits and hyphens, such as `-b`"),
            ("a", "房间", "`房间` is not an id; write letters, digits and hyphens, such as `room-not-found`"),
            ("a", "1a", "`1a` is not an id; write letters, digits and hyphens, such as `room-not-found`"),
            ("a", "", "`` is not an id; write letters, digits and hyphens, such as `room-not-found`"),
            ("a", "a", "`a` is its id already; choose another"),
            ("a", "-b", "`a` is a message, so its new id has no hyphen in front; write `b`"),
            ("-a", "b", "`-a` is a term, so its new id needs a hyphen; write `-b`"),
            (
                "a",
                "unknown-code",
                "`unknown-code` can't be renamed: it is the message for codes that are not in codes.toml",
            ),
            (
                "unknown-code",
                "a",
                "`unknown-code` can't be renamed: it is the message for codes that are not in codes.toml",
            ),
        ] {
            assert_eq!(pair(old, new).unwrap_err(), error);
        }
        let (old, new) = pair("-a", "-B_2").unwrap();
        assert_eq!((old.to_string(), new.to_string()), ("-a".to_owned(), "-B_2".to_owned()));
    }
}
