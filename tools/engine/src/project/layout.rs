//! The layout of a folder of locales: which folders are locales, which files are left out, and how the app loads them.

use std::io;
use std::path::Path;

use code_prompts_reader::walk::{Entry, LocaleFolder};

use super::pattern::{PathPattern, below};

/// The layout of a folder of locales, by its settings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layout {
    /// The name of the source locale, which need not be a language tag: `templates`.
    pub(crate) source: Option<String>,
    /// The names of the locales. `None`: each folder and each `.ftl` file is one.
    pub(crate) locales: Option<Vec<String>>,
    /// The files and folders that are not read.
    pub(crate) exclude: Vec<PathPattern>,
    /// Whether the app loads the files of a locale apart, if a setting says so.
    pub(crate) files_apart: Option<bool>,
    /// Where the records of translations are.
    pub(crate) records: RecordStorage,
}

/// Where the records of a folder are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecordStorage {
    /// In comments of the `.ftl` files.
    #[default]
    Comments,
    /// In `records/TAG.toml`.
    File,
}

impl Layout {
    /// Returns why the files of a locale are not read, if they are not.
    pub(crate) fn leaves_out(&self, locale: &str) -> Option<&'static str> {
        if self.exclude.iter().any(|pattern| pattern.matches(locale)) {
            return Some("`exclude` in codes.toml matches this locale");
        }
        let is_listed = |locales: &Vec<String>| locales.iter().any(|listed| listed == locale);
        let is_left_out = self.locales.as_ref().is_some_and(|locales| !is_listed(locales));
        is_left_out.then_some("add it to `locales` in the project's l10n.toml first")
    }

    /// Returns the files of a folder that have records.
    pub(super) fn records_of<'f>(&self, folder: &'f LocaleFolder) -> &'f [Entry] {
        match self.records {
            RecordStorage::Comments => &[],
            RecordStorage::File => &folder.records,
        }
    }

    /// Finds the files of a folder on disk or in memory. Returns them, and the paths below the folder that are excluded.
    pub(super) fn walk(&self, top: &Entry) -> io::Result<(LocaleFolder, Vec<String>)> {
        let dir = top.path();
        let mut folder = LocaleFolder::walk(top)?;
        if let Some(locales) = &self.locales {
            folder
                .locales
                .retain(|locale| locales.contains(&locale.name) || self.source.as_ref() == Some(&locale.name));
        }
        let mut excluded = Vec::new();
        if !self.exclude.is_empty() {
            let mut is_read = |path: &Path| {
                let below = below(dir, path);
                let is_read = !self.exclude.iter().any(|pattern| pattern.matches(&below));
                if !is_read {
                    excluded.push(below);
                }
                is_read
            };
            for locale in &mut folder.locales {
                locale.files.retain(|file| is_read(file.path()));
                locale.misnamed.retain(|file| is_read(file.path()));
            }
            folder.unreadable.retain(|unreadable| is_read(&unreadable.path));
        }
        Ok((folder, excluded))
    }
}
