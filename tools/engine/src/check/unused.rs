//! Messages that the source's comments call unused: nobody needs to translate them, or to repair their translations.

use crate::project::entry::Entry;

/// Begin a sentence that is about the message, or follow one of the [`SUBJECTS`].
const PHRASES: [&str; 6] =
    ["no need to translate", "no longer used", "no longer needed", "will be removed", "obsolete", "deprecated"];

/// Say the same anywhere, and as the whole of a sentence.
const ANYWHERE: [&str; 3] = ["no need to translate", "do not need to translate", "don't need to translate"];
const WHOLE: [&str; 2] = ["do not translate", "don't translate"];

/// Begin a sentence about the message itself. “The file will be removed” explains a text that is in use.
const SUBJECTS: [&str; 6] = ["this", "these", "string", "strings", "message", "messages"];

/// May follow one of the [`PHRASES`] at the start. “Deprecated formats” is about something else.
const FOLLOWING: [&str; 10] = ["", "string", "strings", "message", "messages", "text", "texts", "since", "in", "by"];

/// Returns whether a comment of a source message, or of its group, says that it needs no translation.
pub(super) fn is_unused(original: &Entry<'_>) -> bool {
    let comments = original.comment.into_iter().chain(original.group);
    comments.flat_map(|comment| &comment.content).any(|line| says_unused(line))
}

fn says_unused(line: &str) -> bool {
    let line = line.to_lowercase();
    ANYWHERE.iter().any(|phrase| line.contains(phrase))
        || line.split(['.', '!', ';', ',', ':', '(', ')', '–', '—']).flat_map(|part| part.split(" - ")).any(
            |sentence| {
                let sentence = sentence.trim();
                let is_at_start = |phrase: &str| {
                    let rest = sentence.strip_prefix(phrase);
                    rest.is_some_and(|rest| FOLLOWING.contains(&rest.split_whitespace().next().unwrap_or_default()))
                };
                let first = sentence.split_whitespace().next().unwrap_or_default();
                WHOLE.contains(&sentence)
                    || PHRASES.iter().any(|phrase| is_at_start(phrase))
                    || SUBJECTS.contains(&first) && PHRASES.iter().any(|phrase| sentence.contains(phrase))
            },
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_about_the_message_say_that_it_is_unused() {
        for (line, expected) in [
            ("NO NEED TO TRANSLATE. It is old.", true),
            ("This text is no longer used by the app", true),
            ("These strings are no longer used - you do not need to translate them", true),
            ("Obsolete string (expires 2026-01-01)", true),
            ("DEPRECATED", true),
            ("obsolete; see room-new", true),
            ("This message is deprecated.", true),
            ("Do not translate.", true),
            ("Do not translate `1m`", false),
            ("Deprecated formats have this mark", false),
            ("Asks whether the file will be removed", false),
            ("$name (String) - the account that is no longer used", false),
            ("The name does not need to be translated", false),
        ] {
            assert_eq!(says_unused(line), expected, "{line}");
        }
    }
}
