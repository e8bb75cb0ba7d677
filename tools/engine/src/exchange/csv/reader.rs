//! Reads CSV files, with the separators and line ends of any spreadsheet.

use ::csv::{ReaderBuilder, StringRecord};
use code_prompts_reader::Lines;

use super::{ATTRIBUTE, ID, SOURCE, STALE, STATE, TRANSLATION, VARIANT, unguarded};
use crate::exchange::delivery::{Damage, Delivered, DeliveredUnit, Finished};
use crate::exchange::key::Key;
use crate::exchange::text::Text;

/// The places of the columns.
struct Columns {
    id: usize,
    attribute: usize,
    variant: usize,
    state: Option<usize>,
    source: usize,
    translation: usize,
}

/// Reads a file.
pub(in crate::exchange) fn read(text: &str) -> Result<Delivered, Damage> {
    let separator = separator(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut rows = reader.records();
    let head = rows.next().and_then(Result::ok).unwrap_or_default();
    let (columns, source, target) = columns(&head).map_err(|problem| (1, problem))?;
    let lines = Lines::of(text);
    let mut delivered = Delivered { source, target, units: Vec::new() };
    for row in rows {
        // The text is UTF-8, and rows may have any length.
        let row = row.map_err(|error| (1, format!("the CSV is damaged: {error}")))?;
        let line = line(text, &lines, &row);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row.len() <= columns.translation.max(columns.source) {
            let problem = format!("the row has {} cells instead of {}; is the file cut off?", row.len(), head.len());
            return Err((line, problem));
        }
        delivered.units.push(unit(&columns, &row, line)?);
    }
    if ends_in_quotes(text) {
        let problem = "the file ends in the middle of a cell, which has no closing quotation mark";
        return Err((text.lines().count().max(1), problem.to_owned()));
    }
    Ok(delivered)
}

/// Returns the line of a row, which begins behind the line break and the empty lines at its position.
fn line(text: &str, lines: &Lines, row: &StringRecord) -> usize {
    let position = row.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
    let rest = text.get(position..).unwrap_or_default();
    lines.position(text, position + rest.len() - rest.trim_start_matches(['\r', '\n']).len()).0
}

fn unit(columns: &Columns, row: &StringRecord, line: usize) -> Result<DeliveredUnit, Damage> {
    let cell = |place: usize| unguarded(row.get(place).unwrap_or_default());
    let written = Key {
        id: cell(columns.id).trim().to_owned(),
        attribute: Some(cell(columns.attribute).trim().to_owned()).filter(|attribute| !attribute.is_empty()),
        variant: cell(columns.variant)
            .split(':')
            .map(str::trim)
            .filter(|key| !key.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    let Ok(key) = written.to_string().parse::<Key>() else {
        return Err((line, format!("`{}` is not the id of a message, such as room-not-found", written.id)));
    };
    let is_stale = columns.state.is_some_and(|state| cell(state).trim().eq_ignore_ascii_case(STALE));
    Ok(DeliveredUnit {
        key,
        line,
        source: Text::words(cell(columns.source)),
        translation: Text::words(cell(columns.translation)),
        finished: if is_stale { Finished::IfChanged } else { Finished::Yes },
    })
}

/// Returns the separator that most cells of the first line have: a spreadsheet writes that of its user's country.
fn separator(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| head.bytes().filter(|byte| byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Finds the columns by their names, in any order, and the tags of the locales.
fn columns(head: &StringRecord) -> Result<(Columns, String, String), String> {
    let named = |name: &str| head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let needed = |name: &str| named(name).ok_or_else(|| missing(&format!("`{name}`")));
    let with_tag = |name: &str| {
        let tag =
            |cell: &str| Some(cell.trim().strip_prefix(name)?.trim().strip_prefix('(')?.strip_suffix(')')?.to_owned());
        let mut found = head.iter().enumerate().filter_map(|(place, cell)| Some((place, tag(cell)?)));
        found.next().ok_or_else(|| missing(&format!("`{name} (LOCALE)`")))
    };
    let (source, source_tag) = with_tag(SOURCE)?;
    let (translation, target_tag) = with_tag(TRANSLATION)?;
    let columns = Columns {
        id: needed(ID)?,
        attribute: needed(ATTRIBUTE)?,
        variant: needed(VARIANT)?,
        state: named(STATE),
        source,
        translation,
    };
    Ok((columns, source_tag, target_tag))
}

fn missing(column: &str) -> String {
    format!("there is no column {column}; keep the first line as `prompts todo --format csv` has written it")
}

/// Returns whether a text ends in a cell with an opening quotation mark alone. One that is in a cell is doubled.
fn ends_in_quotes(text: &str) -> bool {
    text.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id,attribute,variant,state,notes,previous source,source (en),translation (de)\r\n";

    #[test]
    fn csv_is_read_as_spreadsheets_write_it() {
        let excel = "translation (de);source (en);variant;attribute;id\r\n\"B \"\"x\"\"\ny\";A;true:1.5;b;a\r\n;;;;\r\n'- C;D;;;'-brand\r\n";
        let delivered = read(excel).unwrap();
        assert_eq!((delivered.source.as_str(), delivered.target.as_str()), ("en", "de"));
        let unit = |unit: &DeliveredUnit| {
            (unit.key.to_string(), unit.line, unit.source.to_string(), unit.translation.to_string(), unit.finished)
        };
        let units: Vec<_> = delivered.units.iter().map(unit).collect();
        assert_eq!(
            units,
            [
                ("a.b:true:1.5".to_owned(), 2, "A".to_owned(), "B \"x\"\ny".to_owned(), Finished::Yes),
                ("-brand".to_owned(), 5, "D".to_owned(), "- C".to_owned(), Finished::Yes),
            ]
        );
        let tabs = HEAD.replace(',', "\t") + "a\t\t\tStale\t\t\tA\tB\n";
        assert_eq!(read(&tabs).unwrap().units[0].finished, Finished::IfChanged);
    }

    #[test]
    fn damaged_csv_is_refused_at_its_line() {
        for (text, line, problem) in [
            ("", 1, "no column `source (LOCALE)`"),
            ("id,source\na,b\n", 1, "no column `source (LOCALE)`"),
            ("id,source (en)\na,b\n", 1, "no column `translation (LOCALE)`"),
            ("source (en),translation (de)\na,b\n", 1, "no column `id`"),
            (&format!("{HEAD}a,,,,,,A,B\r\nb,,,,\r\n"), 3, "5 cells instead of 8"),
            (&format!("{HEAD}a,,,,,,A,B\r\nb,,,,,,C,\"D"), 3, "no closing quotation mark"),
            (&format!("{HEAD}a b,,,,,,A,B\r\n"), 2, "`a b` is not the id"),
            (&format!("{HEAD},,,,,,A,B\r\n"), 2, "`` is not the id"),
        ] {
            let (at, found) = read(text).unwrap_err();
            assert!(at == line && found.contains(problem), "{at}: {found}\n{text}");
        }
    }
}
