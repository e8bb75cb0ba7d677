//! Markdown for hovers.

/// Returns a text that Markdown shows as it is.
pub(crate) fn fenced(text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}fluent\n{text}\n{fence}\n")
}

/// Returns a text in a line with its special characters escaped.
pub(crate) fn escaped(text: &str) -> String {
    let escape = |character: char| {
        let is_special = character.is_ascii_punctuation();
        [is_special.then_some('\\'), Some(character)].into_iter().flatten()
    };
    text.chars().flat_map(escape).collect()
}
