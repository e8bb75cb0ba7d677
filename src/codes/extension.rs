//! A `codes.toml` of overrides: it adds codes to the table below it, and actions to codes that are there.

use std::sync::Arc;

use code_prompts_reader::document::{self, Row};
use code_prompts_reader::keys::Key;

use super::reader::{CodeRow, Reader};
use super::{CodeEntry, CodeTable};
use crate::Fault;
use crate::fault::CodesProblem;

impl CodeTable {
    /// Adds the codes of a `codes.toml` of overrides. An entry with a mistake is ignored, and so is a file that is not
    /// valid TOML. Returns the faults.
    ///
    /// No number gets another message: neither a code of this table nor a retired one.
    pub(crate) fn extend(&mut self, file: &Arc<str>, text: &str) -> Vec<Fault> {
        let (rows, errors) = document::parse(text);
        let rows = if errors.is_empty() { rows } else { Vec::new() };
        let mut reader = Reader::new(file, text, errors);
        for Row { key, span, item } in &rows {
            let rows = match Key::named(key) {
                Some(Key::Codes | Key::Retired) => reader.rows(item).unwrap_or_default(),
                Some(key) => {
                    reader.report(span, CodesProblem::NotInOverrides { key: key.name() });
                    continue;
                }
                None => {
                    reader.unknown_key(span, key, Key::IN_OVERRIDES);
                    continue;
                }
            };
            for row in rows {
                let added =
                    if key == Key::Retired.name() { self.retire(&mut reader, row) } else { self.add(&mut reader, row) };
                if let Err(problem) = added {
                    reader.report(&row.span, problem);
                }
            }
        }
        reader.into_faults()
    }

    /// Adds a code, or everything but the message to a code that is there.
    fn add(&mut self, reader: &mut Reader<'_>, row: &Row<'_>) -> Result<(), CodesProblem> {
        let Some(CodeRow { code, id, action, max_length, facts, at }) = reader.row(row) else { return Ok(()) };
        if let Some(known) = self.index_of(code).and_then(|place| self.entries.get_mut(place)) {
            if id.is_some_and(|id| id != known.id) {
                return Err(CodesProblem::OtherMessage { code, id: known.id.to_string(), first: known.at.clone() });
            }
            known.action = action.or_else(|| known.action.take());
            known.max_length = max_length.or(known.max_length);
            known.facts = facts.over(known.facts.as_deref());
            return Ok(());
        }
        if let Some(retired) = self.retired.iter().find(|retired| retired.code == code) {
            return Err(CodesProblem::RetiredCode { code, first: retired.at.clone() });
        }
        let id = id.ok_or(CodesProblem::MissingMessageId { code })?;
        if let Some(user) = self.place_of(&id).and_then(|place| self.entries.get(place)) {
            return Err(CodesProblem::UsedId { id: id.to_string(), code: user.code, first: user.at.clone() });
        }
        self.index.insert(code, self.entries.len());
        self.places.insert(id.clone(), self.entries.len());
        self.entries.push(CodeEntry { code, id, action, max_length, facts: facts.over(None), at });
        Ok(())
    }

    /// Retires a code that no lower layer has.
    fn retire(&mut self, reader: &mut Reader<'_>, row: &Row<'_>) -> Result<(), CodesProblem> {
        let Some(entry) = reader.code(row, Key::Retired) else { return Ok(()) };
        if let Some(user) = self.index_of(entry.code).and_then(|place| self.entries.get(place)) {
            return Err(CodesProblem::CodeInUse { code: user.code, first: user.at.clone() });
        }
        self.retired.push(entry);
        Ok(())
    }
}
