//! What has changed in a source text.

use similar::{ChangeTag, TextDiff};

/// Returns the parts of two texts: those of the first only, those of the second only, and those of both.
pub(crate) fn parts<'t>(before: &'t str, after: &'t str) -> Vec<(ChangeTag, String)> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut parts: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match parts.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => parts.push((change.tag(), change.value().to_owned())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_found_also_in_chinese() {
        let shown = |before, after| {
            let mark = |(tag, text): (ChangeTag, String)| format!("{tag}{text}|");
            parts(before, after).into_iter().map(mark).collect::<String>()
        };
        assert_eq!(shown("The room is full", "The room was full"), " The room |-is|+was|  full|");
        assert_eq!(shown("房间已满", "房间已关"), " 房间已|-满|+关|");
    }
}
