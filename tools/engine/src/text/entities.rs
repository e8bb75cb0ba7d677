//! The character references of HTML in a text, such as `&lt;`.

/// References whose character has a meaning of its own, each with the character. Languages differ in spaces, quotation
/// marks, dashes and the word for `&amp;`.
const MEANINGFUL: [(&str, char); 6] =
    [("lt", '<'), ("gt", '>'), ("copy", '©'), ("reg", '®'), ("trade", '™'), ("deg", '°')];

/// Returns the names of the references in a text, without `&` and `;`.
pub(crate) fn entities(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once(';')?;
        let is_number = name.strip_prefix('#').is_some_and(|number| {
            let digits = number.strip_prefix(['x', 'X']).unwrap_or(number);
            !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit())
        });
        // The shortest names of HTML have two letters, as `&lt;`.
        let is_name = name.len() > 1 && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_name = is_name && name.chars().all(|c| c.is_ascii_alphanumeric());
        (is_number || is_name).then_some(name)
    })
}

/// Returns whether a text ends with a reference, such as `&lt;`.
pub(crate) fn ends_with_entity(text: &str) -> bool {
    text.rfind('&')
        .and_then(|start| text.get(start..))
        .is_some_and(|last| entities(last).next().is_some_and(|name| last.len() == name.len() + "&;".len()))
}

/// Returns whether a reference is a space or an invisible character.
pub(crate) fn is_space(name: &str) -> bool {
    matches!(name, "emsp" | "ensp" | "nbsp" | "shy" | "thinsp" | "zwj" | "zwnj")
}

/// Returns the meaningful references of a text that another text has in no form, neither by name nor by number nor as the
/// character itself. A `<` or `>` itself is the mark of a tag.
pub(crate) fn lost<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let has = |name: &str, character: char| {
        let is_it = |found: &str| {
            let number = found.strip_prefix('#').and_then(|digits| match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok(),
                None => digits.parse().ok(),
            });
            found == name || number == Some(u32::from(character))
        };
        entities(other).any(is_it) || !matches!(character, '<' | '>') && other.contains(character)
    };
    let mut lost = Vec::new();
    for name in entities(text) {
        let character = MEANINGFUL.iter().find(|(meaningful, _)| *meaningful == name);
        if character.is_some_and(|(_, character)| !has(name, *character)) && !lost.contains(&name) {
            lost.push(name);
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_found_and_ampersands_are_not() {
        let found: Vec<_> = entities("a &lt;b&gt; &#169; &#xA9; R&D; A & B; &nbsp x; &a b; &c;").collect();
        assert_eq!(found, ["lt", "gt", "#169", "#xA9"]);
    }

    #[test]
    fn lost_entity_is_in_no_form_in_the_other_text() {
        for (text, other, expected) in [
            ("a &lt; b", "b > a", &["lt"][..]),
            ("a &lt; b", "a &#60; b", &[]),
            ("a &lt; b", "a &#x3C; b", &[]),
            ("a &lt; b", "a < b", &["lt"]),
            ("&copy; us &copy;", "us", &["copy"]),
            ("&copy; us", "© us", &[]),
            ("&nbsp;&amp;&ldquo;", "", &[]),
        ] {
            assert_eq!(lost(text, other), expected, "{text} {other}");
        }
    }
}
