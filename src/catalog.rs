mod files;
mod functions;
pub(crate) mod offered;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use code_prompts_reader::walk::Entry;

use crate::codes::{CodeTable, NamedLocale};
use crate::folder::decode::decode;
use crate::folder::{File, Folder, LocaleFiles, Origin};
use crate::locale::Locale;
use crate::locale::message::{Found, State};
use crate::{CatalogError, CodeEntry, ErrorCode, Fault};
use offered::Offered;

/// A code table with its messages in every locale.
///
/// Two components are two catalogues, each with its own numbers:
///
/// ```
/// use code_prompts::Catalog;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let dir = std::env::temp_dir().join(format!("code-prompts-printer-{}", std::process::id()));
/// # std::fs::create_dir_all(dir.join("en-US"))?;
/// std::fs::write(dir.join("codes.toml"), "source = \"en-US\"\n[codes]\n1004 = \"paper-jam\"\n")?;
/// std::fs::write(dir.join("en-US/a.ftl"), "paper-jam = Paper jam\nunknown-code = Printer error { $code }\n")?;
/// let languages = ["en"];
/// let (classroom, printer) = (Catalog::embedded().localizer(languages), Catalog::from_dir(&dir)?.localizer(languages));
/// assert_eq!(classroom.prompt(1004).text(), "The room does not exist"); // ask the one whose component has failed
/// assert_eq!(printer.prompt(1004).text(), "Paper jam");
/// # std::fs::remove_dir_all(&dir)?;
/// # Ok(())
/// # }
/// ```
///
/// Cloning is cheap: clones share their data. Each locale is parsed on first use, once for all threads.
///
/// ```
/// use code_prompts::Catalog;
///
/// let catalog = Catalog::embedded();
/// assert_eq!(catalog.code_named("room-not-found").map(|code| code.value()), Some(1004));
/// assert!(catalog.locales().any(|locale| locale == "zh-CN"));
/// ```
#[derive(Clone)]
pub struct Catalog(pub(crate) Arc<Inner>);

#[derive(Clone)]
pub(crate) struct Inner {
    pub(crate) codes: Arc<CodeTable>,
    pub(crate) locales: Vec<LazyLocale>,
    offered: Offered,
    /// The indices of the fallback locales, and then of the source.
    fallbacks: Vec<usize>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) origin: Origin,
    /// The `codes.toml` of the catalogue and those of overrides, as they were read.
    pub(crate) codes_files: Vec<File>,
}

#[derive(Clone)]
pub(crate) struct LazyLocale {
    pub(crate) files: Arc<LocaleFiles>,
    pub(crate) parsed: OnceLock<Arc<Locale>>,
}

impl Catalog {
    /// Reads a catalogue from a folder: a `codes.toml`, and for each locale either a folder named by its BCP 47 tag,
    /// with `.ftl` files at any depth, or a single file such as `en-US.ftl`.
    ///
    /// Links to files are followed; links to folders are followed only next to `codes.toml`. Names that begin with a
    /// period are ignored. [The format](crate::codes_toml) has every key of `codes.toml`.
    ///
    /// Reads every file now and no file later: the catalogue does not change when the folder does.
    ///
    /// ```no_run
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let catalog = code_prompts::Catalog::from_dir("/usr/share/player/locales")?;
    /// for fault in catalog.faults() {
    ///     eprintln!("{fault:#}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if:
    ///
    /// - the folder does not exist or can't be read;
    /// - `codes.toml` is missing, can't be read, is not UTF-8 or has a [mistake](crate::CodesProblem);
    /// - the source locale has no `.ftl` file.
    ///
    /// Any other problem is reported as a [fault](Self::faults), and affects only the message or file that it is in. An
    /// unknown key of `codes.toml` is such a fault, and is ignored.
    pub fn from_dir(path: impl AsRef<Path>) -> Result<Self, CatalogError> {
        Self::read(&Origin::new(Entry::on_disk(path.as_ref())))
    }

    /// Creates a catalogue with overrides: a folder with a product's own wording. It has the same shape as for
    /// [`from_dir`](Self::from_dir), for any of the locales.
    ///
    /// An override replaces the parts of a message that it has (the text, the `.description`, the `.action`); the other
    /// parts stay. An overridden term changes every message that uses it. Overrides can add a locale; its missing
    /// messages come from other locales. If overrides are added more than once, the last ones have priority.
    ///
    /// A `codes.toml` in it is optional. It has only `[codes]`, which adds codes, and actions to codes that are there, and
    /// `[retired]`. No number gets another meaning: a code that is there keeps its message, and a retired one stays retired.
    ///
    /// An invalid override is reported as a [fault](Self::faults) and ignored; the base message is used. So is an override
    /// that uses a variable which neither the base message nor the source's has, or that selects by a variable without any
    /// of the base message's variants: users would see `{$name}`, or always the default variant. The base
    /// version is also used for a message that can't be rendered with its overrides. An override for an unknown name is
    /// reported. If arguments make the text or the needed label of an override blank, the whole base message is used.
    ///
    /// Does not change this catalogue, and reads its files again. Call it once, when you create the catalogue.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let dir = std::env::temp_dir().join(format!("code-prompts-overrides-{}", std::process::id()));
    /// # std::fs::create_dir_all(dir.join("en-US"))?;
    /// std::fs::write(dir.join("en-US/school.ftl"), "room-not-found = There is no such classroom\n")?;
    /// let catalog = Catalog::embedded().with_overrides(&dir)?;
    /// assert_eq!(catalog.localizer(["en"]).prompt(1004).text(), "There is no such classroom");
    /// assert_eq!(catalog.faults(), []);
    ///
    /// // Codes of the product itself:
    /// std::fs::write(dir.join("codes.toml"), "[codes]\n1016 = \"seat-locked\"\n")?;
    /// std::fs::write(dir.join("en-US/codes.ftl"), "seat-locked = This seat is locked\n")?;
    /// let catalog = Catalog::embedded().with_overrides(&dir)?;
    /// assert_eq!(catalog.localizer(["en"]).prompt(1016).text(), "This seat is locked");
    /// # std::fs::remove_dir_all(&dir)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the folder does not exist or can't be read, or if [`from_dir`](Self::from_dir) fails for
    /// this catalogue's own folder.
    pub fn with_overrides(&self, path: impl AsRef<Path>) -> Result<Self, CatalogError> {
        Self::read(&self.0.origin.clone().with_overrides(Entry::on_disk(path.as_ref())))
    }

    pub(crate) fn read(origin: &Origin) -> Result<Self, CatalogError> {
        let (inner, mut fatal) = Inner::new(origin.read()?);
        if fatal.is_empty() {
            return Ok(Self(Arc::new(inner)));
        }
        fatal.extend(inner.faults);
        Err(CatalogError(fatal))
    }

    /// Returns the codes in the order of `codes.toml`, and then those that overrides add.
    pub fn codes(&self) -> impl ExactSizeIterator<Item = &CodeEntry> {
        self.0.codes.entries.iter()
    }

    /// Returns the entry of a code, if it is in the table: its message id and its action.
    ///
    /// ```
    /// use code_prompts::{Catalog, ErrorCode};
    ///
    /// let catalog = Catalog::embedded();
    /// assert_eq!(catalog.entry(ErrorCode::ROOM_NOT_FOUND).map(|entry| entry.id()), Some("room-not-found"));
    /// assert!(catalog.entry(4711).is_none());
    /// ```
    pub fn entry(&self, code: impl Into<ErrorCode>) -> Option<&CodeEntry> {
        self.0.codes.entries.get(self.0.codes.index_of(code.into())?)
    }

    /// Returns the code whose message has this id.
    #[must_use]
    pub fn code_named(&self, id: &str) -> Option<ErrorCode> {
        self.0.codes.entries.get(self.0.codes.place_of(id)?).map(CodeEntry::code)
    }

    /// Returns the BCP 47 tags of the locales, in alphabetical order, or those of
    /// [`with_locales`](Self::with_locales), in its order.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.offered.indices().iter().map(|index| self.0.tag(*index).unwrap_or_default())
    }

    /// Returns the codes that components no longer report, in the order of the files. No code has one of these numbers.
    ///
    /// ```
    /// assert_eq!(code_prompts::Catalog::embedded().retired().count(), 0);
    /// ```
    pub fn retired(&self) -> impl ExactSizeIterator<Item = &CodeEntry> {
        self.0.codes.retired.iter()
    }

    /// Returns the locales that match a requested language, the best match first. Includes a fallback locale only if it
    /// matches.
    ///
    /// Accepts the same tags as [`localizer`](Self::localizer).
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let catalog = Catalog::embedded();
    /// assert_eq!(catalog.locales_for("en-AU").next(), Some("en-US"));
    /// assert_eq!(catalog.locales_for("it").next(), None);
    /// ```
    pub fn locales_for(&self, requested: &str) -> impl Iterator<Item = &str> {
        self.0.offered.negotiate([requested]).filter_map(|index| self.0.tag(index))
    }

    /// Returns the faults of the folder: unreadable files, syntax errors, messages that can't be rendered, codes
    /// without a message in any locale. Missing translations are not faults of the folder.
    ///
    /// Parses every locale that is not parsed yet.
    ///
    /// ```
    /// assert_eq!(code_prompts::Catalog::embedded().faults(), []);
    /// ```
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = self.0.faults.clone();
        let locales: Vec<_> = (0..self.0.locales.len()).filter_map(|index| self.0.locale(index)).collect();
        for locale in &locales {
            faults.extend_from_slice(&locale.others().faults);
        }
        for (index, entry) in self.0.codes.entries.iter().enumerate() {
            if !self.0.is_answered(index) {
                faults.push(entry.unanswered());
            }
        }
        let source = self.0.fallbacks.last().and_then(|index| self.0.locale(*index));
        if let Some(State::Absent(missing)) = source.map(|source| &source.others().unknown_code) {
            if matches!(**missing, Fault::MissingMessage { .. }) {
                faults.push((**missing).clone());
            }
        }
        faults
    }
}

/// Reads a catalogue from a folder on disk or in memory.
///
/// # Errors
///
/// Returns the same errors as [`Catalog::from_dir`].
pub fn read_catalog(folder: &Entry) -> Result<Catalog, CatalogError> {
    Catalog::read(&Origin::new(folder.clone()))
}

/// Returns the faults that were found before any locale was parsed.
#[must_use]
pub fn folder_faults(catalog: &Catalog) -> &[Fault] {
    &catalog.0.faults
}

/// Shows the locales and the number of codes.
impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let locales: Vec<&str> = self.locales().collect();
        f.debug_struct("Catalog").field("locales", &locales).field("codes", &self.codes().len()).finish_non_exhaustive()
    }
}

/// Parses the `codes.toml` of a catalogue and those of overrides. Returns the table, the faults that are worked around,
/// and those for which the table must not be used.
pub(crate) fn read_codes(files: &[File]) -> (Arc<CodeTable>, Vec<Fault>, Vec<Fault>) {
    let mut files = files.iter().map(|file| (&file.path, decode(file)));
    let Some((path, (text, decoding))) = files.next() else { return Default::default() };
    let (mut codes, problems) = CodeTable::parse(path, &text);
    let (mut faults, fatal): (Vec<_>, _) = decoding.into_iter().chain(problems).partition(Fault::is_harmless);
    for (path, (text, decoding)) in files {
        let is_valid = decoding.iter().all(Fault::is_harmless);
        faults.extend(decoding);
        if is_valid {
            faults.extend(codes.extend(path, &text));
        }
    }
    (Arc::new(codes), faults, fatal)
}

impl Inner {
    /// Builds a catalogue, and returns the faults for which it must not be used.
    pub(crate) fn new(folder: Folder) -> (Self, Vec<Fault>) {
        let Folder { origin, codes: codes_files, locales, mut faults } = folder;
        let (codes, of_codes, mut fatal) = read_codes(&codes_files);
        faults.extend(of_codes);

        let find = |named: &NamedLocale| {
            let missing = || Fault::MissingLocale { at: named.at.clone(), locale: named.id.to_string().into() };
            locales.iter().position(|locale| locale.id == named.id).ok_or_else(missing)
        };
        let mut fallbacks = Vec::new();
        for named in &codes.fallback {
            find(named).map_or_else(|missing| faults.push(missing), |index| fallbacks.push(index));
        }
        if let Some(source) = &codes.source {
            find(source).map_or_else(|missing| fatal.push(missing), |index| fallbacks.push(index));
        }

        let offered = Offered::new(origin.offered.as_deref(), &locales).unwrap_or_else(|missing| {
            fatal.extend(missing);
            Offered::default()
        });
        let lazy = |files: Arc<LocaleFiles>| LazyLocale { files, parsed: OnceLock::new() };
        let locales = locales.into_iter().map(lazy).collect();
        (Self { codes, locales, offered, fallbacks, faults, origin, codes_files }, fatal)
    }

    /// Returns a locale, and parses it on first use.
    pub(crate) fn locale(&self, index: usize) -> Option<&Arc<Locale>> {
        let locale = self.locales.get(index)?;
        Some(locale.parsed.get_or_init(|| {
            let source = self.fallbacks.last().filter(|source| **source != index && locale.files.has_overrides());
            let source = source.and_then(|source| self.locale(*source)).cloned();
            Arc::new(Locale::new(&locale.files, &self.codes, &self.origin.functions, source))
        }))
    }

    /// Returns whether any locale that can be asked has a usable message for the code at this place of the table. Tries the
    /// source first, since it has nearly all messages.
    pub(crate) fn is_answered(&self, place: usize) -> bool {
        self.is_answered_by(self.fallbacks.iter().rev().chain(self.offered.indices()).copied(), place)
    }

    /// Returns whether one of these locales has a usable message for the code at this place of the table.
    pub(crate) fn is_answered_by(&self, locales: impl IntoIterator<Item = usize>, place: usize) -> bool {
        locales.into_iter().filter_map(|index| self.locale(index)).any(|locale| locale.is_usable(place))
    }

    /// Returns why the source locale has no usable message for the code at this place of the table.
    pub(crate) fn absent_in_source(&self, place: usize) -> Option<Fault> {
        match self.locale(*self.fallbacks.last()?)?.message(place)? {
            Found::Absent(fault) => Some(fault.clone()),
            Found::Fixed(_) | Found::Usable(_) => None,
        }
    }

    pub(crate) fn tag(&self, index: usize) -> Option<&str> {
        self.locales.get(index).map(|locale| locale.files.tag.as_ref())
    }

    /// Returns the locales to try in order: those that match the request, the fallback locales, the source. If the app
    /// offers some of the locales, all of these come before the others.
    pub(crate) fn chain<R: AsRef<str>>(&self, requested: impl IntoIterator<Item = R>) -> Vec<usize> {
        let mut chain: Vec<usize> = self.offered.negotiate(requested).collect();
        let mut add = |index: &usize| {
            if !chain.contains(index) {
                chain.push(*index);
            }
        };
        if self.origin.offered.is_some() {
            let offered = self.offered.indices();
            self.fallbacks.iter().filter(|index| offered.contains(index)).chain(offered).for_each(&mut add);
        }
        self.fallbacks.iter().for_each(add);
        chain
    }
}
