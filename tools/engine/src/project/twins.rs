//! The files of each locale that have the same path as one of the source.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::codes::Codes;
use super::entry::Entry;
use super::input::{Input, InputLocale};
use super::locale::Locale;

/// The source's file for each file.
#[derive(Default)]
pub(crate) struct Twins {
    /// By the index of the file. `None` if the source has no file with this path.
    source_files: Vec<Option<usize>>,
    /// Whether the files of a locale are loaded apart, so that a name may be in each of them.
    pub(crate) is_apart: bool,
    /// Whether a message and a term may have one name.
    pub(crate) terms_are_apart: bool,
}

impl Twins {
    pub(super) fn new(input: &Input, source: &Locale<'_>, codes: &Codes) -> Self {
        let mut source_files = vec![None; input.files.len()];
        let of_source = input.locales.iter().find(|locale| locale.files == source.files);
        let paths: FxHashMap<&Path, usize> = of_source
            .map(|locale| source.files.clone().map(|file| (below(input, locale, file), file)).collect())
            .unwrap_or_default();
        for locale in &input.locales {
            // A single file of each is the same one, whatever its name: `en.ftl` and `de/main.ftl`.
            let is_single = locale.files.len() == 1 && source.files.len() == 1;
            for file in locale.files.clone() {
                let twin = paths.get(below(input, locale, file)).copied().or(is_single.then_some(source.files.start));
                if let Some(slot) = source_files.get_mut(file) {
                    *slot = twin;
                }
            }
        }
        let is_apart = input.layout.files_apart.unwrap_or_else(|| files_are_apart(source, codes));
        let terms_are_apart = terms_are_apart(source, codes);
        Self { source_files, is_apart, terms_are_apart }
    }

    /// Returns the source's file that a file translates.
    pub(crate) fn source_file(&self, file: usize) -> Option<usize> {
        self.source_files.get(file).copied().flatten()
    }

    /// Returns the files of a locale by the file of the source that each translates.
    pub(crate) fn files_of(&self, locale: &Locale<'_>) -> FxHashMap<usize, usize> {
        locale.files.clone().filter_map(|file| Some((self.source_file(file)?, file))).collect()
    }
}

/// Returns whether the app loads the files of a locale apart, if no setting says so. A source that has one name in several files does: loaded
/// together, only one of them would be shown. The library loads all files of a folder with codes together.
fn files_are_apart(source: &Locale<'_>, codes: &Codes) -> bool {
    !has_codes(codes) && has_pair(source, |one, other| one.file != other.file && one.kind == other.kind)
}

/// Returns whether a message and a term may have one name, as in JavaScript and Python. In Rust, one hides the other: a
/// source that has such a pair is not for Rust.
fn terms_are_apart(source: &Locale<'_>, codes: &Codes) -> bool {
    !has_codes(codes) && has_pair(source, |one, other| one.file == other.file && one.kind != other.kind)
}

fn has_codes(codes: &Codes) -> bool {
    match codes {
        Codes::None => false,
        Codes::Catalog(catalog) => catalog.codes().next().is_some(),
        Codes::Broken(_) => true,
    }
}

/// Returns whether two entries with one name fulfil a condition.
fn has_pair(source: &Locale<'_>, is_meant: impl Fn(&Entry<'_>, &Entry<'_>) -> bool) -> bool {
    source.repeated().any(|all| {
        let entries = || all.iter().filter_map(|index| source.entries.get(*index));
        entries().next().is_some_and(|first| entries().any(|other| is_meant(first, other)))
    })
}

/// Returns the path, for display, that a file of the source has in another locale. `None` if that locale has no folder.
pub(crate) fn path_in(input: &Input, tag: &str, source: &str, file: usize) -> Option<String> {
    let of = |tag: &str| input.locales.iter().find(|locale| locale.name == tag);
    let (locale, source) = (Path::new(&of(tag)?.path), of(source)?);
    let below = below(input, source, file);
    let has_folder = locale.extension().is_none_or(|extension| extension != "ftl");
    (has_folder && !below.as_os_str().is_empty()).then(|| locale.join(below).display().to_string())
}

/// Returns the path of a file below its locale. It is empty for the file next to the folder, such as `fr.ftl`.
fn below<'i>(input: &'i Input, locale: &InputLocale, file: usize) -> &'i Path {
    let path = input.files.get(file).map(|file| file.on_disk.as_path());
    path.and_then(|path| path.strip_prefix(&locale.path).ok()).unwrap_or(Path::new(""))
}
