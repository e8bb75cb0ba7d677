//! The comments of a records file, which are kept when it is written again: those above a table or in it stay with the table.

use std::ops::Range;

use code_prompts_reader::document::{Item, Row, Value};

use super::stored::Stored;

/// A table of a records file.
struct Block<'r> {
    /// From its key to the end of its last value.
    range: Range<usize>,
    /// Its key in `files` (`true`) or `messages` (`false`). `None`: it is about the locale.
    key: Option<(bool, &'r str)>,
}

/// Adds the comments of a text to what it says.
pub(super) fn add(text: &str, rows: &[Row<'_>], stored: &mut Stored) {
    let mut values = Vec::new();
    rows.iter().for_each(|row| add_values(&row.item, &mut values));
    values.sort_by_key(|value| value.start);
    let blocks = blocks(rows);
    let first = blocks.first().map_or(text.len(), |block| line_start(text, block.range.start));
    // Above the first table, what is separated from it by a blank line is about the file.
    let above = text.get(..first).unwrap_or_default();
    let head_end = above.trim_end_matches(['\r', ' ', '\t']).rfind("\n\n").or(above.rfind("\r\n\r\n"));
    let head_end = if above.trim_end().is_empty() { 0 } else { head_end.map_or(0, |at| at + 2) };
    let (mut head, mut start) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let Some(comment) = comment(text, &range, &values) else { continue };
        let comment = comment.trim_end().to_owned();
        if range.start < head_end {
            head.push(comment);
            continue;
        }
        let next = blocks.partition_point(|block| block.range.start < range.end);
        let block =
            next.checked_sub(1).and_then(|above| blocks.get(above)).filter(|above| range.start < above.range.end);
        let key = match block.or_else(|| blocks.get(next)) {
            Some(block) => block.key,
            None => {
                stored.end.push(comment);
                continue;
            }
        };
        let comments = match key {
            None => Some(&mut stored.locale.comments),
            Some((true, path)) => stored.files.get_mut(path).map(|part| &mut part.comments),
            Some((false, key)) => stored.messages.get_mut(key).map(|message| &mut message.comments),
        };
        if let Some(comments) = comments {
            comments.push(comment);
        }
    }
    stored.head = Some(head);
}

/// Returns the tables in the order of the file.
fn blocks<'r>(rows: &'r [Row<'_>]) -> Vec<Block<'r>> {
    let mut blocks = Vec::new();
    for row in rows {
        match &*row.key {
            "locale" => blocks.push(block(row, None)),
            tables @ ("files" | "messages") => {
                let is_file = tables == "files";
                let rows = row.item.as_table().unwrap_or_default();
                blocks.extend(rows.iter().map(|row| block(row, Some((is_file, &*row.key)))));
            }
            _ => {}
        }
    }
    blocks.sort_by_key(|block: &Block<'_>| block.range.start);
    blocks
}

fn block<'r>(row: &'r Row<'_>, key: Option<(bool, &'r str)>) -> Block<'r> {
    let mut values = Vec::new();
    add_values(&row.item, &mut values);
    let end = values.iter().map(|value| value.end).max().unwrap_or_default().max(row.span.end);
    Block { range: row.span.start..end, key }
}

/// Adds the ranges of all values that are not tables.
fn add_values(item: &Item<'_>, values: &mut Vec<Range<usize>>) {
    match &item.value {
        Value::Table(rows) => rows.iter().for_each(|row| add_values(&row.item, values)),
        _ => values.push(item.span.clone()),
    }
}

/// Returns the comment in a line: the whole line, or its end.
fn comment<'t>(text: &'t str, line: &Range<usize>, values: &[Range<usize>]) -> Option<&'t str> {
    let before = values.partition_point(|value| value.start < line.end);
    let last = before.checked_sub(1).and_then(|last| values.get(last)).map_or(0, |value| value.end);
    // The line is in a text of several lines.
    let start = last.max(line.start);
    let rest = text.get(start..line.end)?;
    let mut quote = None;
    let at = rest.find(|character| match (quote, character) {
        (None, '#') => true,
        (None, '"' | '\'') => {
            quote = Some(character);
            false
        }
        (Some(open), _) => {
            if open == character {
                quote = None;
            }
            false
        }
        _ => false,
    });
    rest.get(at?..)
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}
