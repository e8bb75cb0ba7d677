use std::collections::BTreeMap;
use std::io::{self, Write};

use code_prompts_reader::visible;
use serde::Serialize;
use serde_json::Number;

use crate::answer::{ActionAnswer, Answer};
use code_prompts_engine::project::Case;

/// An answer of `list`, with the texts that a reader sees for different arguments.
#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    answer: Answer,
    /// Empty if the message has no variants.
    variants: Vec<Variant>,
}

#[derive(Serialize)]
struct Variant {
    /// As for `--arg`. A variable that is not there has no argument.
    arguments: BTreeMap<String, String>,
    text: String,
    description: String,
    action: Option<ActionAnswer>,
}

/// Prints an array of objects.
pub(crate) fn answers(answers: &[Answer]) -> String {
    document(answers)
}

/// Returns a JSON document.
pub(super) fn document(value: &(impl Serialize + ?Sized)) -> String {
    let mut text = Vec::new();
    // Serialization only fails for a map whose keys are not strings, and there is no such map.
    let _ = print(value, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// Prints a JSON document, piece by piece.
pub(super) fn print(value: &(impl Serialize + ?Sized), out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(Visible(out), value)?;
    writeln!(out)
}

/// Escapes what can't be seen. serde_json writes no part of a character.
struct Visible<'w>(&'w mut dyn Write);

impl Write for Visible<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Most pieces are quotation marks, keys and English texts. Without this, writing takes five times the instructions.
        let is_plain = |byte: &u8| matches!(byte, b'\n' | b' '..=b'~') && *byte != b'#';
        if bytes.iter().all(is_plain) {
            return self.0.write_all(bytes).map(|()| bytes.len());
        }
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        self.0.write_all(visible::json(text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Prints an array of objects, each with its variants.
pub(crate) fn list(answers: impl Iterator<Item = (Answer, Vec<(Answer, Case)>)>) -> String {
    let listed = |(answer, variants): (Answer, Vec<(Answer, Case)>)| {
        let has_variants = variants.iter().any(|(_, case)| !case.is_empty());
        let variants = variants.into_iter().filter(|_| has_variants).map(variant);
        Listed { answer, variants: variants.collect() }
    };
    document(&answers.map(listed).collect::<Vec<_>>())
}

fn variant((answer, case): (Answer, Case)) -> Variant {
    let Answer { text, description, action, .. } = answer;
    Variant { arguments: case.into_iter().collect(), text, description, action }
}

/// Converts tenths of a percent to a percentage. A whole one has no fraction.
pub(super) fn percent(permille: usize) -> Option<Number> {
    if permille % 10 == 0 { Some((permille / 10).into()) } else { Number::from_f64(permille as f64 / 10.0) }
}

#[cfg(test)]
mod tests {
    use code_prompts_engine::project::LocaleSummary;

    use super::*;

    #[test]
    fn percent_is_100_only_if_all_are_translated() {
        let written = |messages: usize, translated: usize| {
            let locale = String::new();
            let summary = LocaleSummary { locale, messages, translated, missing: messages - translated, stale: 0 };
            serde_json::to_string(&percent(summary.permille())).unwrap()
        };
        let cases = [(3, 2, "66.6"), (2000, 1999, "99.9"), (3, 3, "100"), (2, 1, "50"), (7, 0, "0"), (0, 0, "100")];
        for (messages, translated, expected) in cases {
            assert_eq!(written(messages, translated), expected);
        }
    }
}
