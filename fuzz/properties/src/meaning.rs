//! The meaning of a Fluent text, independent of its layout.

use std::fmt::Write;

use code_prompts_reader::guard;
use fluent_syntax::ast::{Comment, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser;

/// Parses a text if Fluent's parser can read all of it. A byte-order mark is skipped.
pub(crate) fn parse(text: &str) -> Option<Resource<&str>> {
    // The guard rejects input on which the parser crashes.
    if guard(text).is_some() {
        return None;
    }
    parser::parse(text.trim_start_matches('\u{FEFF}')).ok()
}

/// The entries and comments of a file, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The messages and terms, with their texts.
    pub(crate) entries: Vec<String>,
    /// The comments: lines, number of hashes, and index of the entry below.
    pub(crate) comments: Vec<(String, usize, usize)>,
    /// For each comment, whether it belongs to the entry below.
    attached: Vec<bool>,
}

impl Meaning {
    pub(crate) fn of(resource: &Resource<&str>) -> Self {
        let mut meaning = Self::default();
        for entry in &resource.body {
            let (name, comment, value, attributes) = match entry {
                Entry::Message(message) => {
                    (message.id.name.to_owned(), &message.comment, message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (format!("-{}", term.id.name), &term.comment, Some(&term.value), &term.attributes),
                Entry::Comment(comment) => {
                    meaning.add(comment, 1, false);
                    continue;
                }
                Entry::GroupComment(comment) => {
                    meaning.add(comment, 2, false);
                    continue;
                }
                Entry::ResourceComment(comment) => {
                    meaning.add(comment, 3, false);
                    continue;
                }
                Entry::Junk { .. } => continue,
            };
            if let Some(comment) = comment {
                meaning.add(comment, 1, true);
            }
            let mut written = format!("{name} = {}", value.map(print).unwrap_or_default());
            for attribute in attributes {
                write!(written, "\n .{} = {}", attribute.id.name, print(&attribute.value)).unwrap();
            }
            meaning.entries.push(written);
        }
        meaning
    }

    fn add(&mut self, comment: &Comment<&str>, hashes: usize, is_attached: bool) {
        let lines: Vec<&str> = comment.content.iter().map(|line| line.trim_end_matches([' ', '\t', '\r'])).collect();
        self.comments.push((lines.join("\n"), hashes, self.entries.len()));
        self.attached.push(is_attached);
    }
}

/// Prints a pattern in a normal form: adjacent texts are one.
fn print(pattern: &Pattern<&str>) -> String {
    let mut printed = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => printed.push_str(&value.replace("\r\n", "\n")),
            PatternElement::Placeable { expression } => write!(printed, "⟨{}⟩", expressed(expression)).unwrap(),
        }
    }
    printed
}

fn expressed(expression: &Expression<&str>) -> String {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => format!("⟨{}⟩", expressed(expression)),
        Expression::Inline(inline) => format!("{inline:?}"),
        Expression::Select { selector, variants } => {
            let mut printed = format!("{selector:?}");
            for variant in variants {
                let (key, default) = (&variant.key, variant.default);
                write!(printed, "\n[{key:?} {default}] {}", print(&variant.value)).unwrap();
            }
            printed
        }
    }
}
