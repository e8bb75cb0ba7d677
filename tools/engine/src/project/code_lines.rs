//! Where the codes and their messages are in a `codes.toml`, for editors and for renaming.

use std::ops::Range;

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document::{self, Item, Value};
use code_prompts_reader::keys::{CodeKey, Key};

/// A code in a `codes.toml`. Ranges are in bytes.
///
/// ```
/// use code_prompts_engine::project::code_lines;
///
/// let text = "[codes]\n1004 = \"room-not-found\"\n";
/// let lines = code_lines(text);
/// assert_eq!((&*lines[0].id, &text[lines[0].code_at.clone()]), ("room-not-found", "1004"));
/// assert_eq!(&text[lines[0].id_at.clone()], "\"room-not-found\"");
/// assert_eq!(&text[lines[0].name_at(text)], "room-not-found");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeLine {
    /// The id of its message.
    pub id: String,
    /// Where the code is.
    pub code_at: Range<usize>,
    /// Where the id is, with its quotes.
    pub id_at: Range<usize>,
    /// Whether it is retired.
    pub is_retired: bool,
}

impl CodeLine {
    /// Returns where the id is in a text, without its quotes.
    #[must_use]
    pub fn name_at(&self, text: &str) -> Range<usize> {
        let quoted = text.get(self.id_at.clone()).unwrap_or_default();
        let is_quote = |c: char| matches!(c, '"' | '\'');
        let start = self.id_at.start + (quoted.len() - quoted.trim_start_matches(is_quote).len());
        start..start + quoted.trim_matches(is_quote).len()
    }
}

/// Returns the codes of a `codes.toml`: those of `[codes]`, then the retired ones. What can't be read is left out.
#[must_use]
pub fn code_lines(text: &str) -> Vec<CodeLine> {
    let unmarked = text.trim_start_matches(BYTE_ORDER_MARK);
    let mark = text.len() - unmarked.len();
    let (rows, _) = document::parse(unmarked);
    let mut lines = Vec::new();
    for (table, is_retired) in [(Key::Codes, false), (Key::Retired, true)] {
        let codes = document::get(&rows, table.name()).and_then(Item::as_table).unwrap_or_default();
        for (row, (id, id_at)) in codes.iter().filter_map(|row| Some((row, message(&row.item)?))) {
            let [code_at, id_at] = [&row.span, &id_at].map(|at| at.start + mark..at.end + mark);
            lines.push(CodeLine { id, code_at, id_at, is_retired });
        }
    }
    lines
}

/// Returns the message id of a code: a string, or the key `message` of a table.
fn message(item: &Item<'_>) -> Option<(String, Range<usize>)> {
    let id = match &item.value {
        Value::Table(rows) => document::get(rows, CodeKey::Message.name())?,
        _ => item,
    };
    Some((id.as_str()?.to_owned(), id.span.clone()))
}
