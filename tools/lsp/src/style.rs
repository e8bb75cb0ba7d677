//! How hovers are written: as Markdown, or as plain text for clients that do not show it.

/// The format of a hover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Markdown,
    Plain,
}

impl Style {
    /// Returns a text in a line, as it is shown.
    pub(crate) fn text(self, text: &str) -> String {
        if self == Self::Plain {
            return text.to_owned();
        }
        let escape = |character: char| {
            let is_special = character.is_ascii_punctuation();
            [is_special.then_some('\\'), Some(character)].into_iter().flatten()
        };
        text.chars().flat_map(escape).collect()
    }

    /// Returns a name that stands out.
    pub(crate) fn bold(self, text: &str) -> String {
        if self == Self::Plain { text.to_owned() } else { format!("**{}**", self.text(text)) }
    }

    /// Returns lines of Fluent in a block of their own.
    pub(crate) fn block(self, text: &str) -> String {
        if self == Self::Plain {
            return format!("{text}\n");
        }
        let mut fence = "```".to_owned();
        while text.contains(&fence) {
            fence.push('`');
        }
        format!("{fence}fluent\n{text}\n{fence}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_shows_texts_as_they_are() {
        assert_eq!(Style::Markdown.bold("a-b_*"), r"**a\-b\_\***");
        assert_eq!(Style::Markdown.block("```\n# x"), "````fluent\n```\n# x\n````\n");
        assert_eq!((&*Style::Plain.bold("a-b"), &*Style::Plain.block("x")), ("a-b", "x\n"));
    }
}
