//! Adds variants that a select lacks.

use code_prompts_reader::names::shortened;

use super::context::Context;
use super::finding::list;
use super::fix::Fix;
use crate::project::entry::{Entry, pattern_text};
use crate::project::facts::Select;
use crate::project::selects::written_key;

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
