//! The source and the locales of a folder, as another tool's file in the project names them: `i18n.toml` of cargo-i18n,
//! or `l10n.toml`, a Mozilla project configuration.

use std::fs;
use std::path::{Component, Path, PathBuf};

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document::{self, Item, Row};
use code_prompts_reader::walk::Entry;

use super::settings::Reader;

/// What such a file says about a folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ProjectFile {
    /// The name of the source locale, or of the folder of the reference texts. `None`: it is not in the folder.
    pub(super) source: Option<String>,
    /// The names of the locales, the source among them. `None`: all folders.
    pub(super) locales: Option<Vec<String>>,
}

/// The folder of a file, and the folder of locales that it may be about.
struct Places {
    base: PathBuf,
    locales: PathBuf,
}

impl ProjectFile {
    /// Finds the file that is about a folder: in it, or in a folder above that is in the same Git repository. Without a
    /// repository, only in the folder right above.
    ///
    /// # Errors
    ///
    /// A file is not valid TOML, or has an invalid value.
    pub(super) fn find(dir: &Path) -> Result<Option<Self>, String> {
        let Ok(locales) = fs::canonicalize(dir) else { return Ok(None) };
        let repository = locales.ancestors().position(|folder| folder.join(".git").exists());
        let mut shown = dir.to_owned();
        for folder in locales.ancestors().take(repository.unwrap_or(1) + 1) {
            let places = Places { base: folder.to_owned(), locales: locales.clone() };
            for name in ["l10n.toml", "i18n.toml"] {
                if let Some(found) = Self::read(&places, name, &shown)? {
                    return Ok(Some(found));
                }
            }
            // The path is for display; the parent of `.` or of `..` can't be removed from it.
            match shown.components().next_back() {
                Some(Component::Normal(_)) => drop(shown.pop()),
                _ => shown.push(".."),
            }
        }
        Ok(None)
    }

    /// Reads a file, if it exists and is about the folder.
    fn read(places: &Places, name: &str, shown: &Path) -> Result<Option<Self>, String> {
        let path = places.base.join(name);
        if !path.is_file() {
            return Ok(None);
        }
        let shown = shown.join(name).display().to_string();
        let bytes = Entry::on_disk(&path).read().map_err(|error| format!("{shown}: {error}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches(BYTE_ORDER_MARK);
        let (rows, errors) = document::parse(text);
        let reader = Reader::new(shown, text);
        if let Some(error) = errors.first() {
            return Err(reader.error_at(error.span.start, &format!("not valid TOML: {}", error.message)));
        }
        if name == "i18n.toml" { Self::i18n(places, &reader, &rows) } else { Self::l10n(places, &reader, &rows) }
    }

    /// Reads `fallback_language` and `[fluent] assets_dir`.
    fn i18n(places: &Places, reader: &Reader<'_>, rows: &[Row<'_>]) -> Result<Option<Self>, String> {
        let fluent = document::get(rows, "fluent").and_then(Item::as_table).unwrap_or_default();
        let Some(assets) = document::get(fluent, "assets_dir") else { return Ok(None) };
        if !places.are_locales(text(reader, assets)?) {
            return Ok(None);
        }
        let Some(source) = document::get(rows, "fallback_language") else {
            return reader.error(assets, "`fallback_language`, the source locale, is missing in this file");
        };
        Ok(Some(Self { source: Some(text(reader, source)?.to_owned()), locales: None }))
    }

    /// Reads `basepath`, `locales`, `[env]`, and `reference`, `l10n` and `locales` in `[[paths]]`.
    fn l10n(places: &Places, reader: &Reader<'_>, rows: &[Row<'_>]) -> Result<Option<Self>, String> {
        let Some(paths) = document::get(rows, "paths") else { return Ok(None) };
        let Some(paths) = paths.as_list() else { return reader.error(paths, "this must be a list: [[paths]]") };
        let base = document::get(rows, "basepath").map_or(Ok("."), |base| text(reader, base))?;
        let places = Places { base: places.base.join(base), locales: places.locales.clone() };
        let env = document::get(rows, "env").and_then(Item::as_table).unwrap_or_default();
        let replaced = |item| Ok::<_, String>(replace(text(reader, item)?, env));
        let tags = |item: Option<&Item<'_>>| item.map(|item| list(reader, item)).transpose();

        let (mut source, mut found, mut is_listed) = (None, Vec::new(), true);
        let mut is_about = false;
        for path in paths {
            let path = path.as_table().unwrap_or_default();
            let (Some(reference), Some(l10n)) = (document::get(path, "reference"), document::get(path, "l10n")) else {
                continue;
            };
            let l10n = replaced(l10n)?;
            let Some((above, _)) = l10n.split_once("{locale}") else { continue };
            if !(above.is_empty() || above.ends_with('/')) || !places.are_locales(above) {
                continue;
            }
            is_about = true;
            source = source.or(places.locale_of(&replaced(reference)?));
            match tags(document::get(path, "locales"))? {
                Some(locales) => found.extend(locales),
                None => is_listed = false,
            }
        }
        if !is_about {
            return Ok(None);
        }
        let all = tags(document::get(rows, "locales"))?;
        let locales =
            (all.is_some() || is_listed).then(|| all.into_iter().flatten().chain(found).chain(source.clone()));
        Ok(Some(Self { source, locales: locales.map(Iterator::collect) }))
    }
}

impl Places {
    /// Returns whether a path is the folder of the locales.
    fn are_locales(&self, path: &str) -> bool {
        fs::canonicalize(self.base.join(path)).is_ok_and(|path| path == self.locales)
    }

    /// Returns the locale, below the folder of the locales, that has the files of a pattern.
    fn locale_of(&self, pattern: &str) -> Option<String> {
        let slashes = pattern.match_indices('/').map(|(slash, _)| slash + 1);
        let start = [0].into_iter().chain(slashes).find(|start| {
            let above = pattern.get(..*start);
            above.is_some_and(|above| self.are_locales(above))
        })?;
        let name = pattern.get(start..)?.split('/').next()?;
        let name = name.strip_suffix(".ftl").unwrap_or(name);
        (!name.is_empty() && !name.contains(['*', '{'])).then(|| name.to_owned())
    }
}

/// Replaces each `{name}` by its value in `[env]`. Names in values are not replaced: the text could grow without limit.
fn replace(text: &str, env: &[Row<'_>]) -> String {
    let mut parts = text.split('{');
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let value = part.split_once('}').and_then(|(name, rest)| Some((document::get(env, name)?.as_str()?, rest)));
        match value {
            Some((value, rest)) => replaced.extend([value, rest]),
            None => replaced.extend(["{", part]),
        }
    }
    replaced
}

fn text<'i>(reader: &Reader<'_>, item: &'i Item<'_>) -> Result<&'i str, String> {
    item.as_str().map_or_else(|| reader.error(item, "this must be a text in quotes"), Ok)
}

fn list(reader: &Reader<'_>, item: &Item<'_>) -> Result<Vec<String>, String> {
    match item.as_list().and_then(|items| items.iter().map(|item| item.as_str().map(str::to_owned)).collect()) {
        Some(texts) => Ok(texts),
        None => reader.error(item, "this must be a list of locales, such as [\"de\", \"fr\"]"),
    }
}
