//! A rendered prompt that is longer than `codes.toml` allows.

use unicode_segmentation::UnicodeSegmentation;

use crate::check::context::Context;
use crate::check::rendering::Rendering;
use crate::project::codes::Codes;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let everywhere = context.settings.max_length;
    let Codes::Catalog(catalog) = &context.tree.codes else { return };
    if everywhere.is_none() && catalog.codes().all(|code| code.max_length().is_none()) {
        return;
    }
    let Some(rendering) = Rendering::new(context) else { return };
    for (code, entry, own) in rendering.messages(context) {
        let (Some(max), Some(value)) = (own.or(everywhere), &entry.value) else { continue };
        let mut longest = (max, String::new());
        rendering.render(code, |case, prompt| {
            // For a broken message, the prompt comes from another locale.
            if prompt.locale() != context.locale.tag {
                return;
            }
            let length = length(prompt.text(), &value.facts.variables);
            if length > longest.0 {
                let case: Vec<_> = case.iter().map(|(name, value)| format!("`${name}` is `{value}`")).collect();
                longest = (length, case.join(" and "));
            }
        });
        let (length, case) = longest;
        if length <= max {
            continue;
        }
        let when = if case.is_empty() { String::new() } else { format!(" when {case}") };
        let message = format!("`{}` is {length} characters long{when}, but the limit is {max}", entry.name);
        let at = value.facts.texts.first().copied().unwrap_or(entry.name);
        let at = if value.facts.selects.is_empty() { at.trim_end() } else { entry.name };
        context.report(entry, at, message).help = Some(format!("shorten it to at most {max} characters"));
    }
}

/// Counts grapheme clusters. A variable counts as its name.
fn length(text: &str, variables: &[&str]) -> usize {
    const BRACES: usize = "{$}".len();
    let mut seen: Vec<&str> = Vec::new();
    let mut length = text.graphemes(true).count();
    for name in variables {
        if !seen.contains(name) {
            seen.push(name);
            length = length.saturating_sub(BRACES * text.matches(&format!("{{${name}}}")).count());
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_grapheme_clusters() {
        for (text, variables, expected) in [
            ("", &[][..], 0),
            ("房间已满", &[], 4),
            ("e\u{301}👩‍👩‍👧🇨🇳", &[], 3),
            ("{$seat} is taken", &["seat", "seat"], 13),
            ("{$seat}", &[], 7),
        ] {
            assert_eq!(length(text, variables), expected, "{text}");
        }
    }
}
