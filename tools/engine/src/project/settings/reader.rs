//! Reads values of a settings file, and adds the path and the line to errors.

use code_prompts_reader::Lines;
use code_prompts_reader::document::{Item, Row, Value};
use code_prompts_reader::names::is_function_name;
use rustc_hash::FxHashMap;

use super::{NamedBy, NamedLocale, UnknownKey};
use crate::project::layout::RecordStorage;
use crate::project::pattern::PathPattern;
use crate::rule::{Rule, Severity};

/// The maximum number of patterns in a list, since each is compared with each path.
const MAX_PATTERNS: usize = 1000;

pub(in crate::project) struct Reader<'t> {
    path: String,
    text: &'t str,
    lines: Lines,
}

impl<'t> Reader<'t> {
    pub(in crate::project) fn new(path: String, text: &'t str) -> Self {
        Self { path, text, lines: Lines::of(text) }
    }

    /// Returns an error at an offset.
    pub(in crate::project) fn error_at(&self, offset: usize, problem: &str) -> String {
        format!("{}:{}: {problem}", self.path, self.position(offset).0)
    }

    /// Fails at a value.
    pub(in crate::project) fn error<T>(&self, item: &Item<'_>, problem: &str) -> Result<T, String> {
        Err(self.error_at(item.span.start, problem))
    }

    fn position(&self, offset: usize) -> (usize, usize) {
        self.lines.position(self.text, offset)
    }

    pub(super) fn named(&self, tag: &str, offset: usize, named_by: NamedBy) -> NamedLocale {
        let (line, column) = self.position(offset);
        NamedLocale { tag: tag.to_owned(), path: self.path.clone(), line, column, named_by }
    }

    /// Reads the table of paths.
    pub(super) fn paths<'i>(&self, item: &'i Item<'t>) -> Result<&'i [Row<'t>], String> {
        let rows = self.table(item)?;
        match rows.get(MAX_PATTERNS) {
            Some(row) => {
                Err(self.error_at(row.span.start, &format!("at most {MAX_PATTERNS} patterns are allowed here")))
            }
            None => Ok(rows),
        }
    }

    pub(super) fn unknown_key(&self, row: &Row<'_>, known: &'static [&'static str]) -> UnknownKey {
        let (line, column) = self.position(row.span.start);
        UnknownKey { key: row.key.to_string(), path: self.path.clone(), line, column, known }
    }

    pub(super) fn table<'i>(&self, item: &'i Item<'t>) -> Result<&'i [Row<'t>], String> {
        match item.as_table() {
            Some(rows) => Ok(rows),
            None => self.error(item, "this must be a table, such as [check] or [check.locale.ja-JP]"),
        }
    }

    pub(super) fn severities(
        &self,
        item: &Item<'_>,
        severity: Severity,
        severities: &mut FxHashMap<Rule, Severity>,
    ) -> Result<(), String> {
        let Some(rules) = item.as_list() else {
            return self.error(item, "this must be a list of rules, such as [\"double-space\"]");
        };
        for rule in rules {
            match Rule::named(rule.as_str().unwrap_or_default()) {
                Ok(rule) => drop(severities.insert(rule, severity)),
                Err(unknown) => return self.error(rule, &unknown.to_string()),
            }
        }
        Ok(())
    }

    pub(super) fn functions(&self, item: &Item<'_>) -> Result<Vec<String>, String> {
        let name = |name: &Item<'_>| name.as_str().filter(|name| is_function_name(name)).map(str::to_owned);
        match item.as_list().and_then(|names| names.iter().map(name).collect()) {
            Some(names) => Ok(names),
            None => self.error(item, "`functions` must be a list of names in capitals, such as [\"PLATFORM\"]"),
        }
    }

    pub(super) fn length(&self, item: &Item<'_>) -> Result<usize, String> {
        let number = match &item.value {
            Value::Integer(number) => number.parse::<usize>().ok(),
            _ => None,
        };
        match number.filter(|number| *number > 0) {
            Some(number) => Ok(number),
            None => self.error(item, "`max-length` must be a whole number above 0"),
        }
    }

    pub(super) fn percent(&self, item: &Item<'_>) -> Result<f64, String> {
        let number = match &item.value {
            Value::Integer(number) => number.parse::<f64>().ok(),
            Value::Float(number) => Some(*number),
            _ => None,
        };
        match number.filter(|number| (0.0..=100.0).contains(number)) {
            Some(number) => Ok(number),
            None => self.error(item, "`required` must be a percentage from 0 to 100"),
        }
    }

    /// Reads whether the app loads the files of a locale apart.
    pub(super) fn files_apart(&self, item: &Item<'_>) -> Result<bool, String> {
        match item.as_str() {
            Some("apart") => Ok(true),
            Some("together") => Ok(false),
            _ => self.error(item, "`files` must be \"together\" or \"apart\""),
        }
    }

    /// Reads where the records of translations are.
    pub(super) fn records(&self, item: &Item<'_>) -> Result<RecordStorage, String> {
        match item.as_str() {
            Some("comments") => Ok(RecordStorage::Comments),
            Some("file") => Ok(RecordStorage::File),
            _ => self.error(item, "`records` must be \"comments\" or \"file\""),
        }
    }

    pub(super) fn patterns(&self, item: &Item<'_>) -> Result<Vec<PathPattern>, String> {
        let Some(items) = item.as_list() else {
            return self.error(item, "`exclude` must be a list of patterns, such as [\"ja-JP-mac\", \"*/old/*.ftl\"]");
        };
        if items.len() > MAX_PATTERNS {
            return self.error(item, &format!("at most {MAX_PATTERNS} patterns are allowed here"));
        }
        items.iter().map(|item| self.pattern(item.as_str().unwrap_or_default(), item.span.start)).collect()
    }

    pub(super) fn pattern(&self, text: &str, offset: usize) -> Result<PathPattern, String> {
        PathPattern::parse(text, Some(self.position(offset))).map_err(|problem| self.error_at(offset, &problem))
    }
}
