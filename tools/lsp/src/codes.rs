//! What is where in a `codes.toml`.

use std::ops::Range;

use code_prompts_reader::document::{self, Item, Row, Value};
use code_prompts_reader::keys::{CodeKey, Key};

/// A code in a `codes.toml`.
pub(crate) struct CodeLine {
    pub(crate) id: String,
    /// Where the number is, in bytes.
    pub(crate) code_at: Range<usize>,
    /// Where the id is, in bytes, without its quotes.
    pub(crate) id_at: Range<usize>,
}

/// Returns the codes of the table `[codes]`.
pub(crate) fn codes(text: &str) -> Vec<CodeLine> {
    let (rows, _) = document::parse(text);
    let table = rows.iter().find(|row| Key::named(&row.key) == Some(Key::Codes)).and_then(|row| row.item.as_table());
    table.into_iter().flatten().filter_map(|row| code(text, row)).collect()
}

fn code(text: &str, row: &Row<'_>) -> Option<CodeLine> {
    let item: &Item<'_> = match &row.item.value {
        Value::Table(rows) => &rows.iter().find(|row| CodeKey::named(&row.key) == Some(CodeKey::Message))?.item,
        _ => &row.item,
    };
    let id = item.as_str()?;
    let written = text.get(item.span.clone())?;
    let start = item.span.start + written.find(id)?;
    row.key.parse::<code_prompts::ErrorCode>().ok()?;
    Some(CodeLine { id: id.to_owned(), code_at: row.span.clone(), id_at: start..start + id.len() })
}
