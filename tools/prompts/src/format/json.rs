use crate::answer::Answer;

/// Prints an array of objects.
pub(crate) fn answers(answers: &[Answer]) -> String {
    // Only a map with keys that are no text can't be JSON, and there is no map in an answer.
    serde_json::to_string_pretty(answers).unwrap_or_default() + "\n"
}
