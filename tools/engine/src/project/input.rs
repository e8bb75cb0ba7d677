//! The files of a folder of locales.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use code_prompts_reader::walk::Entry;
use rayon::prelude::*;
use unic_langid::LanguageIdentifier;

use super::input_file::InputFile;
use super::layout::Layout;
use super::records::file::RecordsFile;
use super::snapshot::Snapshot;
use crate::error::Error;

/// A folder of locales. Each locale is a folder of `.ftl` files, one `.ftl` file, or both.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    pub(crate) locales: Vec<InputLocale>,
    pub(crate) files: Vec<InputFile>,
    /// Files with an extension such as `.FTL`, which are not read.
    pub(crate) misnamed: Vec<Misnamed>,
    /// The `codes.toml` of the folder, to show lines of it.
    pub(crate) codes: Option<InputFile>,
    /// The files with records, if the settings say that there are any.
    pub(crate) records: Vec<RecordsFile>,
    /// The files with records that are not read, because the settings say that there are none.
    pub(crate) ignored_records: Vec<PathBuf>,
    /// The paths of the files that are not read because a setting excludes them, with slashes, below the folder.
    pub(crate) excluded: Vec<String>,
    /// The layout by which the files were found.
    pub(crate) layout: Layout,
    /// What the files held, to notice whether someone changes them.
    pub(crate) snapshot: Snapshot,
}

/// A file with an extension such as `.FTL`.
#[derive(Clone, Debug)]
pub(crate) struct Misnamed {
    pub(crate) locale: String,
    pub(crate) path: PathBuf,
}

/// The folder or the file of a locale.
#[derive(Clone, Debug)]
pub(crate) struct InputLocale {
    /// The name of the folder, or of the file without `.ftl`.
    pub(crate) name: String,
    pub(crate) path: String,
    /// The language tag, if the name is one.
    pub(crate) id: Option<LanguageIdentifier>,
    /// The indices of its files in [`Input::files`].
    pub(crate) files: Range<usize>,
    /// Whether it is no locale, but a file beside folders of locales, such as `core.ftl`, which an app may load with each
    /// of them.
    pub(crate) is_shared: bool,
}

impl Input {
    /// Reads the files of a folder of locales.
    pub(crate) fn read(dir: &Path, layout: &Layout) -> Result<Self, Error> {
        Self::read_entry(&Entry::on_disk(dir), layout)
    }

    /// Reads the files of a folder of locales on disk or in memory.
    pub(crate) fn read_entry(top: &Entry, layout: &Layout) -> Result<Self, Error> {
        let dir = top.path();
        let (mut folder, excluded) = layout.walk(top).map_err(|error| cannot_read(dir, &error))?;
        if !folder.unreadable.is_empty() {
            let lines = folder.unreadable.iter().map(|unreadable| cannot_read(&unreadable.path, &unreadable.error));
            return Err(Error::new(lines));
        }
        let mut locales = Vec::new();
        let mut misnamed = Vec::new();
        let mut entries = Vec::new();
        for locale in std::mem::take(&mut folder.locales) {
            for file in &locale.misnamed {
                misnamed.push(Misnamed { locale: locale.name.clone(), path: file.path().to_owned() });
            }
            let files = entries.len()..entries.len() + locale.files.len();
            entries.extend(locale.files);
            if !files.is_empty() {
                let path = locale.path.display().to_string();
                // A source whose name is no tag is in an undetermined language.
                let is_source = layout.source.as_ref() == Some(&locale.name);
                let id = locale.id.or_else(|| is_source.then(LanguageIdentifier::default));
                locales.push(InputLocale { name: locale.name, path, id, files, is_shared: false });
            }
        }
        mark_shared(&mut locales);
        // Of several files that can't be read, the first is reported, in every run.
        let files: Vec<Result<InputFile, String>> = entries.par_iter().map(InputFile::read).collect();
        let files: Vec<InputFile> = files.into_iter().collect::<Result<_, _>>()?;
        let codes = folder.codes.as_ref().and_then(InputFile::read_codes);
        let records: Vec<RecordsFile> =
            layout.records_of(&folder).par_iter().map(RecordsFile::read).collect::<Result<_, _>>()?;
        let ignored = folder.records.get(records.len()..).unwrap_or_default();
        let ignored_records = ignored.iter().map(|entry| entry.path().to_owned()).collect();
        let read = files
            .iter()
            .chain(&codes)
            .chain(records.iter().map(|records| &records.file))
            .map(|file| (file.on_disk.clone(), file.digest));
        let snapshot = Snapshot::new(dir, layout, read.collect());
        Ok(Self {
            locales,
            files,
            misnamed,
            codes,
            records,
            ignored_records,
            excluded,
            layout: layout.clone(),
            snapshot,
        })
    }

    /// Returns whether a locale has files that are excluded.
    pub(crate) fn excludes(&self, locale: &str) -> bool {
        let name = |path: &'_ str| path.split('/').next().unwrap_or_default().to_owned();
        self.excluded.iter().any(|path| name(path) == locale || *path == format!("{locale}.ftl"))
    }
}

/// Marks the files that are named by no language, if others are folders that are.
fn mark_shared(locales: &mut [InputLocale]) {
    let is_file = |locale: &InputLocale| locale.path.ends_with(".ftl");
    if locales.iter().any(|locale| locale.id.is_some() && !is_file(locale)) {
        locales.iter_mut().for_each(|locale| locale.is_shared = locale.id.is_none() && is_file(locale));
    }
}

fn cannot_read(path: &Path, error: &io::Error) -> String {
    format!("{}: can't be read ({error})", path.display())
}
