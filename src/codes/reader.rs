//! Reads the values of a `codes.toml`.

use std::ops::Range;
use std::sync::Arc;

use code_prompts_reader::document::{Item, Row, TomlError, Value};
use code_prompts_reader::keys::{CodeKey, Key};
use code_prompts_reader::names::{UNKNOWN_CODE, is_identifier};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::{CodeEntry, Facts, NamedLocale};
use crate::fault::CodesProblem;
use crate::position::Source;
use crate::{ErrorCode, Fault, Position};

/// Reads the parts of a document, and collects the faults.
pub(super) struct Reader<'t> {
    source: Source<'t>,
    faults: Vec<Fault>,
    /// The first line of each code.
    codes: FxHashMap<ErrorCode, usize>,
    /// The place of each message id in the list of codes.
    pub(super) places: FxHashMap<Arc<str>, usize>,
    /// The line of each place.
    lines: Vec<usize>,
}

/// A row of a table of codes.
pub(super) struct CodeRow {
    pub(super) code: ErrorCode,
    pub(super) id: Option<Arc<str>>,
    pub(super) action: Option<Arc<str>>,
    pub(super) max_length: Option<usize>,
    pub(super) facts: Facts,
    pub(super) at: Position,
}

impl<'t> Reader<'t> {
    /// Creates a reader that reports the syntax errors.
    pub(super) fn new(file: &'t Arc<str>, text: &'t str, errors: Vec<TomlError>) -> Self {
        let mut reader = Self {
            source: Source::new(file, text),
            faults: Vec::new(),
            codes: FxHashMap::default(),
            places: FxHashMap::default(),
            lines: Vec::new(),
        };
        for TomlError { span, message } in errors {
            let problem = match (&*message, text.get(span.clone())) {
                ("duplicate key", Some(key)) => CodesProblem::DuplicateKey { key: key.to_owned() },
                _ => CodesProblem::InvalidToml { message },
            };
            reader.report(&span, problem);
        }
        reader
    }

    /// Returns the faults in the order of the file.
    pub(super) fn into_faults(mut self) -> Vec<Fault> {
        self.faults.sort_by_key(|fault| fault.position().map(|at| (at.line, at.column)));
        self.faults
    }

    fn at(&self, span: &Range<usize>) -> Position {
        self.source.position(span.start)
    }

    pub(super) fn report(&mut self, span: &Range<usize>, problem: CodesProblem) {
        self.faults.push(Fault::InvalidCodes { at: self.at(span), problem });
    }

    pub(super) fn unknown_key(&mut self, span: &Range<usize>, key: &str, known: &'static [&'static str]) {
        self.faults.push(Fault::UnknownKey { at: self.at(span), key: key.into(), known });
    }

    pub(super) fn locale(&mut self, item: &Item<'_>) -> Option<NamedLocale> {
        let id = item.as_str().and_then(|tag| Some((tag, tag.parse::<LanguageIdentifier>().ok()?)));
        match id {
            Some((tag, id)) if id == tag => Some(NamedLocale { id, at: self.at(&item.span) }),
            other => {
                let tag = item.as_str().unwrap_or_default().to_owned();
                let canonical = other.map(|(_, id)| id.to_string());
                self.report(&item.span, CodesProblem::InvalidLocale { tag, canonical });
                None
            }
        }
    }

    pub(super) fn locales(&mut self, item: &Item<'_>) -> Vec<NamedLocale> {
        let Value::List(items) = &item.value else {
            self.report(&item.span, CodesProblem::FallbackNotAList);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.locale(item)).collect()
    }

    pub(super) fn codes(&mut self, item: &Item<'_>, table: Key) -> Vec<CodeEntry> {
        let Some(rows) = self.rows(item) else { return Vec::new() };
        self.codes.reserve(rows.len());
        self.places.reserve(rows.len());
        rows.iter().filter_map(|row| self.code(row, table)).collect()
    }

    /// Returns the rows of a table of codes.
    pub(super) fn rows<'i, 'r>(&mut self, item: &'i Item<'r>) -> Option<&'i [Row<'r>]> {
        let rows = item.as_table();
        if rows.is_none() {
            self.report(&item.span, CodesProblem::NotATable);
        }
        rows
    }

    pub(super) fn code(&mut self, row: &Row<'_>, table: Key) -> Option<CodeEntry> {
        let CodeRow { code, id, action, max_length, facts, at } = self.row(row)?;
        let Some(id) = id else {
            self.report(&row.span, CodesProblem::MissingMessageId { code });
            return None;
        };
        // A message whose code was changed has an entry in both tables.
        if table != Key::Retired {
            if let Some(first_line) = self.places.get(&id).and_then(|place| self.lines.get(*place)).copied() {
                self.report(&row.span, CodesProblem::DuplicateId { id: id.to_string(), first_line });
                return None;
            }
            self.places.insert(id.clone(), self.lines.len());
            self.lines.push(at.line);
        }
        Some(CodeEntry { code, id, action, max_length, facts: facts.over(None), at })
    }

    /// Reads a row of a table of codes. Its message id can be missing.
    pub(super) fn row(&mut self, Row { key, span, item }: &Row<'_>) -> Option<CodeRow> {
        let Some(code) = key.parse::<ErrorCode>().ok().filter(|_| is_canonical(key)) else {
            self.report(span, CodesProblem::InvalidCode { key: key.to_string() });
            return None;
        };
        let at = self.at(span);
        if let Some(first_line) = self.codes.insert(code, at.line) {
            self.codes.insert(code, first_line);
            self.report(span, CodesProblem::DuplicateCode { code, first_line });
            return None;
        }
        let mut facts = Facts::default();
        let (id, action, max_length) = match &item.value {
            Value::Text(_) => (Some(self.identifier(item)?), None, None),
            Value::Table(rows) => {
                let (mut id, mut action, mut max_length) = (None, None, None);
                for Row { key, span, item } in rows {
                    match CodeKey::named(key) {
                        Some(CodeKey::Message) => id = Some(self.identifier(item)?),
                        Some(CodeKey::Action) => action = Some(self.identifier(item)?),
                        Some(CodeKey::MaxLength) => max_length = Some(self.length(item)?),
                        Some(CodeKey::Category) => facts.category = Some(self.identifier(item)?),
                        Some(CodeKey::Retryable) => facts.is_retryable = Some(self.boolean(item)?),
                        Some(CodeKey::Help) => facts.help = Some(self.address(item)?),
                        Some(CodeKey::Since) => facts.since = Some(self.version(item)?),
                        None => self.unknown_key(span, key, CodeKey::NAMES),
                    }
                }
                (id, action, max_length)
            }
            _ => {
                self.report(&item.span, CodesProblem::InvalidEntry { code });
                return None;
            }
        };
        if id.as_deref() == Some(UNKNOWN_CODE) {
            self.report(span, CodesProblem::ReservedId { code, id: UNKNOWN_CODE });
            return None;
        }
        Some(CodeRow { code, id, action, max_length, facts, at })
    }

    fn identifier(&mut self, item: &Item<'_>) -> Option<Arc<str>> {
        let Some(text) = item.as_str() else {
            self.report(&item.span, CodesProblem::IdNotText);
            return None;
        };
        if is_identifier(text) {
            return Some(text.into());
        }
        self.report(&item.span, CodesProblem::InvalidId { id: text.to_owned() });
        None
    }

    fn boolean(&mut self, item: &Item<'_>) -> Option<bool> {
        if let Value::Boolean(value) = item.value {
            return Some(value);
        }
        self.report(&item.span, CodesProblem::InvalidRetryable);
        None
    }

    fn address(&mut self, item: &Item<'_>) -> Option<Arc<str>> {
        let is_rest = |rest: &str| !rest.is_empty() && !rest.contains(|it: char| it.is_whitespace() || it.is_control());
        let rest =
            |text: &str| text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).is_some_and(is_rest);
        let address = item.as_str().filter(|text| rest(text));
        if address.is_none() {
            self.report(&item.span, CodesProblem::InvalidHelp);
        }
        address.map(Arc::from)
    }

    fn version(&mut self, item: &Item<'_>) -> Option<Arc<str>> {
        let version = item.as_str().filter(|text| !text.trim().is_empty());
        if version.is_none() {
            self.report(&item.span, CodesProblem::InvalidSince);
        }
        version.map(Arc::from)
    }

    fn length(&mut self, item: &Item<'_>) -> Option<usize> {
        let length = match &item.value {
            Value::Integer(number) => number.parse::<usize>().ok().filter(|length| *length > 0),
            _ => None,
        };
        if length.is_none() {
            self.report(&item.span, CodesProblem::InvalidLength);
        }
        length
    }
}

/// Returns whether a number is hexadecimal, or has no plus sign and no leading zeros.
fn is_canonical(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    number == "0" || number.starts_with("0x") || digits.starts_with(|first: char| matches!(first, '1'..='9'))
}
