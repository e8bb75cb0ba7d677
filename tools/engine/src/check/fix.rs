//! How a finding is fixed by replacing parts of its file.

use std::ops::Range;

use code_prompts_reader::names::shortened;

use super::context::Context;
use super::finding::{Finding, Place, list};
use crate::project::entry::{Entry, pattern_text};
use crate::project::facts::Select;
use crate::project::selects::written_key;

/// Replacements in the file of a finding that fix it. They are a proposal: somebody must look at the text afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, such as ``Write `$count` ``.
    pub title: String,
    /// The ranges to replace, in bytes, each with the new text. They do not overlap.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Fix {
    pub(crate) fn new(title: impl Into<String>, range: Range<usize>, with: impl Into<String>) -> Self {
        Self { title: title.into(), edits: vec![(range, with.into())] }
    }
}

impl Finding {
    /// Sets a fix that replaces the text at its place.
    pub(super) fn replace(&mut self, title: impl Into<String>, with: impl Into<String>) {
        if let Place::Tree(_, range) = &self.place {
            self.fix = Some(Fix::new(title, range.clone(), with));
        }
    }

    /// Sets a fix that deletes the text at its place.
    pub(super) fn delete(&mut self, what: &str) {
        self.replace(format!("Delete {what}"), "");
    }

    /// Adds the edits of a finding of the same cause in the same file.
    pub(super) fn also_fix(&mut self, other: &Self) {
        let is_same_file = self.place.file().is_some() && self.place.file() == other.place.file();
        if let (Some(own), Some(fix)) = (&mut self.fix, other.fix.as_ref().filter(|_| is_same_file)) {
            own.edits.extend(fix.edits.iter().cloned());
        }
    }
}

/// Returns a fix that adds variants to a select, above its default and with the default's text: what readers see stays the
/// same until somebody writes the right texts. There is none for a select on one line.
pub(super) fn add_variants(
    context: &Context<'_, '_>,
    entry: &Entry<'_>,
    select: &Select<'_>,
    keys: &[&str],
) -> Option<Fix> {
    let text = context.tree.file(entry.file).readable();
    let default = select.variants.iter().find(|variant| variant.default)?;
    let key = context.tree.range(entry.file, written_key(default)).start;
    let line = context.tree.line_of(entry.file, written_key(default));
    let indent = text.get(line..key)?.split_once('*').map(|(indent, _)| indent)?;
    if !indent.chars().all(|c| c == ' ') {
        return None;
    }
    let indent = format!("{indent} ");
    let value = pattern_text(&default.value).replace('\n', &format!("\n{indent}    "));
    let variants: String = keys.iter().map(|key| format!("{indent}[{key}] {value}\n")).collect();
    let shown: Vec<String> = keys.iter().map(|key| format!("`[{}]`", shortened(key))).collect();
    Some(Fix::new(format!("Add {} with the default's text", list(&shown)), line..line, variants))
}
