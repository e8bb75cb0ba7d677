//! The settings of a folder: `codes.toml` without its codes, overridden by the command line, and without a `codes.toml`
//! the project's `i18n.toml` or `l10n.toml`.

mod reader;

use std::io::ErrorKind;
use std::path::Path;

use code_prompts::internal::settings_faults;
use code_prompts::{Catalog, Fault};
use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document::{self, Item, Row};
use code_prompts_reader::keys::Key;
use code_prompts_reader::names::is_function_name;
use code_prompts_reader::walk::{CODES_FILE, Entry, ReadError, Unsaved};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use super::layout::Layout;
use super::pattern::PathPattern;
use super::project_file::ProjectFile;
use super::snapshot::digest;
use crate::error::Error;
use crate::rule::{Rule, Severity};
pub(super) use reader::Reader;

/// The keys of `[check]`. `docs/codes-toml.md` documents them; a test compares the two.
const KEYS: &[&str] =
    &["deny", "warn", "allow", "required", "exclude", "files", "functions", "max-length", "locale", "path"];
/// The keys of `[check.locale.TAG]` and `[check.path."PATTERN"]`.
const PART_KEYS: &[&str] = &["deny", "warn", "allow", "required"];

#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// The source locale in `codes.toml`, or in the project's `i18n.toml` or `l10n.toml`.
    pub(crate) source: Option<String>,
    /// All locales in `codes.toml`, in the order of `source`, `fallback` and `[check]`.
    pub(crate) named: Vec<NamedLocale>,
    /// The maximum length of a prompt in grapheme clusters, unless its code has its own.
    pub(crate) max_length: Option<usize>,
    /// Which files are read, and how the app loads them.
    pub(crate) layout: Layout,
    /// Unknown keys in `[check]`, which are ignored.
    pub(crate) unknown_keys: Vec<UnknownKey>,
    /// The errors in a `codes.toml` without codes, which the library does not read.
    pub(crate) faults: Vec<Fault>,
    /// Whether there is a `codes.toml` with a table of codes.
    pub(crate) has_codes: bool,
    /// The digest of `codes.toml`.
    pub(super) digest: Option<u64>,
    /// The functions that the app adds to the runtime.
    functions: Vec<String>,
    /// What holds for all locales.
    all: PartSettings,
    locales: FxHashMap<String, PartSettings>,
    /// The settings of paths, in the order of the file.
    paths: Vec<(PathPattern, PartSettings)>,
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

/// The settings of all locales, of one locale, or of some paths.
#[derive(Clone, Debug, Default)]
struct PartSettings {
    severities: FxHashMap<Rule, Severity>,
    required: Option<f64>,
}

/// Returns the tag of the source locale of a folder, if its `codes.toml` or the project's `i18n.toml` or `l10n.toml` name it. Some
/// files may have other texts in an editor.
///
/// # Errors
///
/// A file can't be read.
pub fn named_source(dir: &Path, unsaved: Unsaved) -> Result<Option<String>, Error> {
    Ok(Settings::read_folder(&Entry::with_unsaved(dir, unsaved))?.source)
}

impl Settings {
    /// Reads the settings of a folder on disk. The library reports errors in a `codes.toml` with codes, except those in `[check]`.
    ///
    /// # Errors
    ///
    /// `[check]` has an invalid value, or an `i18n.toml` or `l10n.toml` is damaged.
    pub(crate) fn read(dir: &Path) -> Result<Self, String> {
        Self::read_folder(&Entry::on_disk(dir))
    }

    /// Returns the same, of which some files may have other texts in an editor.
    pub(crate) fn read_folder(folder: &Entry) -> Result<Self, String> {
        let mut settings = Self::read_entry(folder)?;
        let dir = folder.path();
        if settings.source.is_none() && !settings.has_codes {
            if let Some(file) = ProjectFile::find(dir)? {
                settings.source = file.source;
                settings.layout.locales = file.locales;
            }
        }
        Ok(settings)
    }

    /// Reads the settings in the `codes.toml` of a folder on disk or in memory.
    pub(crate) fn read_entry(folder: &Entry) -> Result<Self, String> {
        let mut settings = Self::default();
        let file = folder.file(CODES_FILE);
        match file.read() {
            Ok(bytes) => {
                settings.digest = Some(digest(&bytes));
                let text = String::from_utf8_lossy(&bytes);
                settings.read_codes_file(file.path(), text.trim_start_matches(BYTE_ORDER_MARK))?;
            }
            Err(ReadError::System(error)) if error.kind() == ErrorKind::NotFound => {}
            // The library reports that it can't be read.
            Err(_) => settings.has_codes = true,
        }
        Ok(settings)
    }

    /// Returns the settings for the same folder in an earlier revision: these, except for what the check itself examines,
    /// which is that of then.
    pub(crate) fn with_contents_of(&self, then: Self) -> Self {
        let Self { named, unknown_keys, faults, has_codes, .. } = then;
        Self { named, unknown_keys, faults, has_codes, ..self.clone() }
    }

    fn read_codes_file(&mut self, path: &Path, text: &str) -> Result<(), String> {
        let (rows, _) = document::parse(text);
        let path = path.display().to_string();
        self.has_codes = [Key::Codes, Key::Retired].iter().any(|key| document::get(&rows, key.name()).is_some());
        if !self.has_codes {
            self.faults = settings_faults(&path, text);
        }
        let reader = Reader::new(path, text);
        let source = document::get(&rows, Key::Source.name());
        self.source = source.and_then(Item::as_str).map(str::to_owned);
        let fallback = document::get(&rows, Key::Fallback.name()).and_then(Item::as_list).unwrap_or_default();
        let fallback = fallback.iter().map(|tag| (tag, NamedBy::Fallback));
        for (item, named_by) in source.map(|source| (source, NamedBy::Source)).into_iter().chain(fallback) {
            let is_canonical = |tag: &&str| tag.parse::<LanguageIdentifier>().is_ok_and(|id| id == *tag);
            // The library reports invalid tags.
            if let Some(tag) = item.as_str().filter(is_canonical) {
                self.named.push(reader.named(tag, item.span.start, named_by));
            }
        }
        if let Some(records) = document::get(&rows, Key::Records.name()) {
            self.layout.records = reader.records(records)?;
        }
        let Some(check) = document::get(&rows, Key::Check.name()) else { return Ok(()) };
        for row in reader.table(check)? {
            let Row { key, item, .. } = row;
            match &**key {
                "max-length" => self.max_length = Some(reader.length(item)?),
                "functions" => self.functions = reader.functions(item)?,
                "exclude" => self.layout.exclude = reader.patterns(item)?,
                "files" => self.layout.files_apart = Some(reader.files_apart(item)?),
                "locale" => {
                    for Row { key: tag, span, item } in reader.table(item)? {
                        self.named.push(reader.named(tag, span.start, NamedBy::Check));
                        let settings = self.part(&reader, reader.table(item)?)?;
                        self.locales.insert(tag.to_string(), settings);
                    }
                }
                "path" => {
                    for Row { key: pattern, span, item } in reader.paths(item)? {
                        let pattern = reader.pattern(pattern, span.start)?;
                        let settings = self.part(&reader, reader.table(item)?)?;
                        self.paths.push((pattern, settings));
                    }
                }
                _ if !self.all.read(&reader, row)? => self.unknown_keys.push(reader.unknown_key(row, KEYS)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads `[check.locale.TAG]` or `[check.path."PATTERN"]`.
    fn part(&mut self, reader: &Reader<'_>, rows: &[Row<'_>]) -> Result<PartSettings, String> {
        let mut settings = PartSettings::default();
        for row in rows {
            if !settings.read(reader, row)? {
                self.unknown_keys.push(reader.unknown_key(row, PART_KEYS));
            }
        }
        Ok(settings)
    }

    /// Returns the source locale: the one that is given, or the one of the settings.
    ///
    /// # Errors
    ///
    /// There is none. The error says how to name it.
    pub(crate) fn choose_source(&mut self, given: Option<&str>, dir: &Path) -> Result<String, String> {
        let Some(source) = given.map(str::to_owned).or_else(|| self.source.clone()) else {
            let shown = dir.display();
            if let Err(error) = dir.read_dir() {
                return Err(format!("{shown}: can't be read ({error})"));
            }
            let fault = self.faults.first().map(|fault| format!("{fault:#}"));
            return Err(fault.unwrap_or_else(|| {
                let file = dir.join(CODES_FILE);
                format!(
                    "{shown}: the source locale is not known; give it with --source, as `source` in {}, or in the \
                     project's i18n.toml or l10n.toml",
                    file.display()
                )
            }));
        };
        self.layout.source = Some(source.clone());
        Ok(source)
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
        self.severity_in(&[], rule, default, locale)
    }

    /// Returns the severity of a rule for a locale and a file, whose settings are `paths`.
    pub(crate) fn severity_in(&self, paths: &[usize], rule: Rule, default: Severity, locale: Option<&str>) -> Severity {
        let of_paths = paths.iter().rev().filter_map(|index| self.paths.get(*index));
        let mut parts = of_paths.map(|(_, settings)| settings).chain(self.of_locale(locale)).chain([&self.all]);
        let set = self.overrides.get(&rule).or_else(|| parts.find_map(|settings| settings.severities.get(&rule)));
        set.copied().unwrap_or(default)
    }

    /// Returns whether no finding of a rule is reported, in any locale and any file.
    pub(crate) fn is_off(&self, rule: Rule) -> bool {
        let parts = self.locales.values().chain(self.paths.iter().map(|(_, settings)| settings));
        let is_on_somewhere =
            || parts.filter_map(|settings| settings.severities.get(&rule)).any(|severity| *severity > Severity::Allow);
        self.severity(rule, rule.severity(), None) == Severity::Allow
            && (self.overrides.contains_key(&rule) || !is_on_somewhere())
    }

    /// Returns the settings of paths that are about a path below the folder. The last one has priority.
    pub(crate) fn paths_of(&self, path: &str) -> Vec<usize> {
        let matching = self.paths.iter().enumerate().filter(|(_, (pattern, _))| pattern.matches(path));
        matching.map(|(index, _)| index).collect()
    }

    /// Returns the patterns of the settings of paths.
    pub(crate) fn path_patterns(&self) -> impl Iterator<Item = &PathPattern> {
        self.paths.iter().map(|(pattern, _)| pattern)
    }

    /// Returns whether there are settings of paths that set `required`.
    pub(crate) fn has_required_paths(&self) -> bool {
        self.paths.iter().any(|(_, settings)| settings.required.is_some())
    }

    /// Returns the percentage of translated messages from which missing ones are not reported, for the messages of a
    /// locale whose path is this. Comes with the settings of paths that say so, if it is not the same for all paths.
    pub(crate) fn required(&self, locale: &str, path: Option<&str>) -> (Option<usize>, f64) {
        let of_paths = path.map(|path| self.paths_of(path)).unwrap_or_default();
        let of_path = |index: &usize| Some((Some(*index), self.paths.get(*index)?.1.required?));
        of_paths.iter().rev().find_map(of_path).unwrap_or_else(|| {
            let mut parts = self.of_locale(Some(locale)).into_iter().chain([&self.all]);
            (None, parts.find_map(|settings| settings.required).unwrap_or(100.0))
        })
    }

    fn of_locale(&self, locale: Option<&str>) -> Option<&PartSettings> {
        self.locales.get(locale?)
    }
}

impl PartSettings {
    /// Reads a row, and returns whether its key is known.
    fn read(&mut self, reader: &Reader<'_>, row: &Row<'_>) -> Result<bool, String> {
        match &*row.key {
            "required" => self.required = Some(reader.percent(&row.item)?),
            "deny" => reader.severities(&row.item, Severity::Error, &mut self.severities)?,
            "warn" => reader.severities(&row.item, Severity::Warning, &mut self.severities)?,
            "allow" => reader.severities(&row.item, Severity::Allow, &mut self.severities)?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests;
