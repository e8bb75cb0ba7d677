//! Names made of the words of ids, and words that are reserved.

/// Returns a name in lower camel case: `room-closed` and `action` are `roomClosedAction`.
pub(crate) fn camel_case<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut name = String::new();
    for word in words.into_iter().flat_map(|words| words.split(['-', '_'])) {
        let mut characters = word.chars();
        match characters.next() {
            Some(first) if name.is_empty() => name.extend(first.to_lowercase()),
            Some(first) => name.extend(first.to_uppercase()),
            None => {}
        }
        name.push_str(characters.as_str());
    }
    name
}

/// Returns whether a word is one of a list, which are separated by spaces.
pub(crate) fn is_word_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_camel_case() {
        assert_eq!(camel_case(["room-closed", "action"]), "roomClosedAction");
        assert_eq!(camel_case(["IM_login-failed"]), "iMLoginFailed");
        assert_eq!(camel_case(["a--b-"]), "aB");
    }
}
