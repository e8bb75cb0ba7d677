//! CSV files (RFC 4180) for spreadsheets.
//!
//! A file begins with a byte-order mark, without which Excel does not read it as UTF-8. The names of the columns `source` and
//! `translation` have the tags of the locales. A cell that a spreadsheet would take for a formula begins with an
//! apostrophe, which the reader removes.

mod reader;

use ::csv::{Terminator, WriterBuilder};

use super::job::{Job, Unit, UnitState};
use code_prompts_reader::characters::BYTE_ORDER_MARK;
pub(super) use reader::read;

/// The names of the columns. Two have the tag of a locale behind them: `source (zh-CN)`.
const ID: &str = "id";
const ATTRIBUTE: &str = "attribute";
const VARIANT: &str = "variant";
const STATE: &str = "state";
const NOTES: &str = "notes";
const PREVIOUS: &str = "previous source";
const SOURCE: &str = "source";
const TRANSLATION: &str = "translation";

/// The state of a text that the translator confirms by another one, or by another text.
const STALE: &str = "stale";

/// Writes a CSV file.
pub(super) fn write(job: &Job) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let source = format!("{SOURCE} ({})", job.source);
    let translation = format!("{TRANSLATION} ({})", job.target);
    // A vector accepts everything, and all rows have the same number of cells.
    let _ = writer.write_record([ID, ATTRIBUTE, VARIANT, STATE, NOTES, PREVIOUS, &source, &translation]);
    for unit in &job.units {
        let _ = writer.write_record(cells(unit).map(|cell| guarded(&cell)));
    }
    let rows = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&rows))
}

fn cells(unit: &Unit) -> [String; 8] {
    let state = match unit.state {
        UnitState::Missing => "missing",
        UnitState::Stale => STALE,
        UnitState::Translated => "translated",
    };
    let notes: Vec<String> = unit.notes.iter().map(|note| format!("{}: {}", note.category, note.text)).collect();
    [
        unit.key.id.clone(),
        unit.key.attribute.clone().unwrap_or_default(),
        unit.key.variant.join(":"),
        state.to_owned(),
        notes.join("\n"),
        unit.previous.as_ref().map(ToString::to_string).unwrap_or_default(),
        unit.source.to_string(),
        unit.translation.as_ref().map(ToString::to_string).unwrap_or_default(),
    ]
}

/// Returns whether a spreadsheet takes a cell for a formula, without the apostrophes before it.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

fn guarded(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_unguarded() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("-brand", "'-brand"),
            ("+1", "'+1"),
            ("@a", "'@a"),
            ("'=a", "''=a"),
            ("\n=a", "'\n=a"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), expected);
            assert_eq!(unguarded(expected), cell);
        }
    }
}
