//! The settings of the check: `[check]` in `codes.toml`, overridden by the command line.

use std::path::Path;

use code_prompts::Catalog;
use code_prompts_reader::Lines;
use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document::{self, Item, Row, Value};
use code_prompts_reader::keys::Key;
use code_prompts_reader::names::is_function_name;
use code_prompts_reader::walk::{CODES_FILE, Entry};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::rule::{Rule, Severity};

/// The keys of `[check]`. `docs/codes-toml.md` documents them; a test compares the two.
const KEYS: &[&str] = &["deny", "warn", "allow", "functions", "max-length", "locale"];
/// The keys of `[check.locale.TAG]`.
const LOCALE_KEYS: &[&str] = &["deny", "warn", "allow", "required"];

#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// The source locale in `codes.toml`.
    pub(crate) source: Option<String>,
    /// All locales in `codes.toml`, in the order of `source`, `fallback` and `[check]`.
    pub(crate) named: Vec<NamedLocale>,
    /// The maximum length of a prompt in grapheme clusters, unless its code has its own.
    pub(crate) max_length: Option<usize>,
    /// The functions that the app adds to the runtime.
    functions: Vec<String>,
    /// Unknown keys, which are ignored.
    pub(crate) unknown_keys: Vec<UnknownKey>,
    severities: FxHashMap<Rule, Severity>,
    locales: FxHashMap<String, LocaleSettings>,
    /// The severities from the command line, which override all others.
    overrides: FxHashMap<Rule, Severity>,
}

/// A locale in `codes.toml`.
#[derive(Clone, Debug)]
pub(crate) struct NamedLocale {
    pub(crate) tag: String,
    /// The path of `codes.toml`, and the line and column there.
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) named_by: NamedBy,
}

/// The key in `codes.toml` that names a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedBy {
    Source,
    Fallback,
    /// `[check.locale.TAG]`.
    Check,
}

/// An unknown key in `[check]`.
#[derive(Clone, Debug)]
pub(crate) struct UnknownKey {
    pub(crate) key: String,
    /// The path of `codes.toml`, and the line and column there.
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// The known keys of its table.
    pub(crate) known: &'static [&'static str],
}

#[derive(Clone, Debug, Default)]
struct LocaleSettings {
    severities: FxHashMap<Rule, Severity>,
    required: Option<f64>,
}

impl Settings {
    /// Reads the settings in `codes.toml`, if there is one. The library reports errors outside of `[check]`.
    pub(crate) fn read(dir: &Path) -> Result<Self, String> {
        Self::read_entry(&Entry::on_disk(dir))
    }

    /// Reads the settings in the `codes.toml` of a folder on disk or in memory.
    pub(crate) fn read_entry(folder: &Entry) -> Result<Self, String> {
        let file = folder.file(CODES_FILE);
        let path = file.path();
        let Ok(bytes) = file.read() else { return Ok(Self::default()) };
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches(BYTE_ORDER_MARK);
        let (rows, _) = document::parse(text);
        let source = document::get(&rows, Key::Source.name());
        let mut settings = Self { source: source.and_then(Item::as_str).map(str::to_owned), ..Self::default() };
        let reader = Reader { path: path.display().to_string(), text, lines: Lines::of(text) };
        let fallback = document::get(&rows, Key::Fallback.name()).and_then(Item::as_list).unwrap_or_default();
        let fallback = fallback.iter().map(|tag| (tag, NamedBy::Fallback));
        for (item, named_by) in source.map(|source| (source, NamedBy::Source)).into_iter().chain(fallback) {
            let is_canonical = |tag: &&str| tag.parse::<LanguageIdentifier>().is_ok_and(|id| id == *tag);
            // The library reports invalid tags.
            if let Some(tag) = item.as_str().filter(is_canonical) {
                settings.named.push(reader.named(tag, item.span.start, named_by));
            }
        }
        let Some(check) = document::get(&rows, Key::Check.name()) else { return Ok(settings) };
        for row in reader.table(check)? {
            match &*row.key {
                "max-length" => settings.max_length = Some(reader.length(&row.item)?),
                "functions" => settings.functions = reader.functions(&row.item)?,
                "locale" => {
                    for locale in reader.table(&row.item)? {
                        settings.locale(&reader, locale)?;
                    }
                }
                name => match severity(name) {
                    Some(severity) => reader.severities(&row.item, severity, &mut settings.severities)?,
                    None => settings.unknown_keys.push(reader.unknown_key(row, KEYS)),
                },
            }
        }
        Ok(settings)
    }

    /// Reads `[check.locale.TAG]`.
    fn locale(&mut self, reader: &Reader<'_>, Row { key: tag, span, item }: &Row<'_>) -> Result<(), String> {
        let mut locale = LocaleSettings::default();
        for row in reader.table(item)? {
            match (&*row.key, severity(&row.key)) {
                ("required", _) => locale.required = Some(reader.percent(&row.item)?),
                (_, Some(severity)) => reader.severities(&row.item, severity, &mut locale.severities)?,
                (_, None) => self.unknown_keys.push(reader.unknown_key(row, LOCALE_KEYS)),
            }
        }
        self.named.push(reader.named(tag, span.start, NamedBy::Check));
        self.locales.insert(tag.to_string(), locale);
        Ok(())
    }

    /// Returns the settings for the same folder in an earlier revision: these, except for what the check itself examines,
    /// which is that of then.
    pub(crate) fn with_contents_of(&self, then: Self) -> Self {
        Self { named: then.named, unknown_keys: then.unknown_keys, ..self.clone() }
    }

    /// Overrides the severity of a rule.
    pub(crate) fn set(&mut self, rule: Rule, severity: Severity) {
        self.overrides.insert(rule, severity);
    }

    /// Adds a function that the app adds to the runtime.
    pub(crate) fn add_function(&mut self, name: &str) -> Result<(), String> {
        if !is_function_name(name) {
            return Err(format!("`{name}` is not a function name; write it in capitals, such as PLATFORM"));
        }
        self.functions.push(name.to_owned());
        Ok(())
    }

    /// Returns whether the app adds a function to the runtime.
    pub(crate) fn has_function(&self, name: &str) -> bool {
        self.functions.iter().any(|function| function == name)
    }

    /// Adds the app's functions to a catalogue, so that messages that call them can be rendered. In place of what the
    /// app's own functions return, these return their first argument, or
    /// their own name.
    pub(crate) fn with_functions(&self, catalog: Catalog) -> Catalog {
        self.functions.iter().fold(catalog, |catalog, name| {
            let shown = name.clone();
            let added = catalog.with_function(name, move |positional, _| match positional {
                [first, ..] => first.clone(),
                [] => shown.clone().into(),
            });
            // `NUMBER` is there anyway.
            added.unwrap_or(catalog)
        })
    }

    /// Returns the severity of a rule for a locale.
    pub(crate) fn severity(&self, rule: Rule, default: Severity, locale: Option<&str>) -> Severity {
        let of_locale =
            locale.and_then(|locale| self.locales.get(locale)).and_then(|locale| locale.severities.get(&rule));
        let set = self.overrides.get(&rule).or(of_locale).or_else(|| self.severities.get(&rule));
        set.copied().unwrap_or(default)
    }

    /// Returns the percentage of translated messages from which the missing ones are only warnings.
    pub(crate) fn required(&self, locale: &str) -> f64 {
        self.locales.get(locale).and_then(|locale| locale.required).unwrap_or(100.0)
    }
}

/// Returns the severity that a key sets.
fn severity(key: &str) -> Option<Severity> {
    match key {
        "deny" => Some(Severity::Error),
        "warn" => Some(Severity::Warning),
        "allow" => Some(Severity::Allow),
        _ => None,
    }
}

/// Reads `[check]`, and adds the line to errors.
struct Reader<'t> {
    path: String,
    text: &'t str,
    lines: Lines,
}

impl Reader<'_> {
    fn error<T>(&self, item: &Item<'_>, problem: &str) -> Result<T, String> {
        let (line, _) = self.lines.position(self.text, item.span.start);
        Err(format!("{}:{line}: {problem}", self.path))
    }

    fn named(&self, tag: &str, offset: usize, named_by: NamedBy) -> NamedLocale {
        let (line, column) = self.lines.position(self.text, offset);
        NamedLocale { tag: tag.to_owned(), path: self.path.clone(), line, column, named_by }
    }

    fn table<'i, 't>(&self, item: &'i Item<'t>) -> Result<&'i [Row<'t>], String> {
        match item.as_table() {
            Some(rows) => Ok(rows),
            None => self.error(item, "this must be a table, such as [check] or [check.locale.ja-JP]"),
        }
    }

    fn unknown_key(&self, row: &Row<'_>, known: &'static [&'static str]) -> UnknownKey {
        let (line, column) = self.lines.position(self.text, row.span.start);
        UnknownKey { key: row.key.to_string(), path: self.path.clone(), line, column, known }
    }

    fn severities(
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

    fn functions(&self, item: &Item<'_>) -> Result<Vec<String>, String> {
        let name = |name: &Item<'_>| name.as_str().filter(|name| is_function_name(name)).map(str::to_owned);
        match item.as_list().and_then(|names| names.iter().map(name).collect()) {
            Some(names) => Ok(names),
            None => self.error(item, "`functions` must be a list of names in capitals, such as [\"PLATFORM\"]"),
        }
    }

    fn length(&self, item: &Item<'_>) -> Result<usize, String> {
        let number = match &item.value {
            Value::Integer(number) => number.parse::<usize>().ok(),
            _ => None,
        };
        match number.filter(|number| *number > 0) {
            Some(number) => Ok(number),
            None => self.error(item, "`max-length` must be a whole number above 0"),
        }
    }

    fn percent(&self, item: &Item<'_>) -> Result<f64, String> {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the keys in the first column of the table in a section of the documentation.
    fn documented(heading: &str) -> Vec<&'static str> {
        let document = include_str!("../../../../docs/codes-toml.md");
        let section = document.split("\n## ").find(|section| section.starts_with(heading)).unwrap_or_default();
        let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
        rows.filter_map(|row| row.split('`').next()).collect()
    }

    fn unknown_keys(check: &str) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("codes.toml"), check).unwrap();
        let settings = Settings::read(dir.path()).unwrap();
        settings.unknown_keys.into_iter().map(|unknown| unknown.key).collect()
    }

    #[test]
    fn settings_keys_match_documentation() {
        assert_eq!(documented("The table `check`"), KEYS);
        assert_eq!(documented("The table of a locale"), LOCALE_KEYS);
        let value = |key: &&str| match *key {
            "max-length" | "required" => format!("{key} = 1\n"),
            "locale" => format!("{key} = {{}}\n"),
            _ => format!("{key} = []\n"),
        };
        let read = |table: &str, keys: &[&str]| {
            let rows: String = keys.iter().map(value).collect();
            unknown_keys(&format!("[{table}]\n{rows}new = 1\n"))
        };
        assert_eq!(read("check", KEYS), ["new"]);
        assert_eq!(read("check.locale.ja-JP", LOCALE_KEYS), ["new"]);
    }
}
