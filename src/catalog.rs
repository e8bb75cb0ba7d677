use std::fmt;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use crate::codes::{CodeTable, NamedLocale};
use crate::folder::decode::decode;
use crate::folder::{File, Folder, LocaleFiles, Origin};
use crate::locale::Locale;
use crate::locale::message::{Found, State};
use crate::negotiation::{Tag, negotiate};
use crate::{CatalogError, CodeEntry, ErrorCode, Fault};

static EMBEDDED: LazyLock<Catalog> = LazyLock::new(|| {
    let (mut inner, fatal) = Inner::new(Folder::embedded());
    // A test holds that there are none. If there were, each code would still be answered.
    inner.faults.extend(fatal);
    Catalog(Arc::new(inner))
});

/// A code table and its messages in every locale.
///
/// Cloning is cheap: clones share what is loaded. A locale is parsed when it is first needed, once for all
/// threads.
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

pub(crate) struct Inner {
    pub(crate) codes: Arc<CodeTable>,
    pub(crate) locales: Vec<LazyLocale>,
    available: Vec<Tag>,
    /// The fallback locales and then the source, by their index.
    last: Vec<usize>,
    pub(crate) faults: Vec<Fault>,
    /// Where it was read from, and its `codes.toml` as it was read.
    pub(crate) origin: Origin,
    pub(crate) codes_file: File,
}

pub(crate) struct LazyLocale {
    pub(crate) files: Arc<LocaleFiles>,
    pub(crate) parsed: OnceLock<Arc<Locale>>,
}

impl Catalog {
    /// Gives the catalogue that is compiled in: this project's `locales/`.
    ///
    /// The first call in a process reads the code table. No call reads a file.
    #[must_use]
    pub fn embedded() -> Self {
        EMBEDDED.clone()
    }

    /// Reads a folder of the same shape as this project's `locales/`: a `codes.toml`, and for each locale a folder named by
    /// its BCP 47 tag, with any number of `.ftl` files in it and in folders below it, or one such file, `en-US.ftl`.
    ///
    /// Links to files are followed, and links to folders only beside `codes.toml`. Names that begin with a period are
    /// ignored. `docs/codes-toml.md` in the repository has the whole format.
    ///
    /// Every file is read now, and none later: the catalogue does not change when the folder does.
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
    /// When there is no such folder or it can't be read; when `codes.toml` is missing, can't be read, is not UTF-8
    /// or has a [mistake](crate::CodesProblem); when the source locale has no folder of messages. Anything else that is
    /// wrong is a [fault](Self::faults), and affects no more than the message that it is in. So is a key of `codes.toml`
    /// that this version does not know: it is ignored.
    pub fn from_dir(path: impl AsRef<Path>) -> Result<Self, CatalogError> {
        Self::read(&Origin::folder(path.as_ref()))
    }

    /// Lays a folder of overrides over this catalogue: a product's own wording, a folder for each locale that it has
    /// any for, with `.ftl` files in it, and no `codes.toml`.
    ///
    /// What a message there says counts, be it a text, a `.description` or an `.action`, and what it does not say
    /// stays. A term that is overridden is so in each message that uses it. A locale may be new: it has what is given
    /// there, and other locales answer the rest. Overrides may be laid over others; the last ones count first.
    ///
    /// What is wrong with an override is a [fault](Self::faults), and costs nothing but itself: the text below it
    /// stays. So does a message that could not be shown with what is laid over it, and a name that nothing has is
    /// reported. Where arguments make the text or the label of an override blank, what it overrides answers, whole.
    ///
    /// This catalogue stays as it is. Its own files are read again, so do this where it is made.
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
    /// # std::fs::remove_dir_all(&dir)?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When there is no such folder or it can't be read, and where [`from_dir`](Self::from_dir) fails for this
    /// catalogue's own.
    pub fn with_overrides(&self, path: impl AsRef<Path>) -> Result<Self, CatalogError> {
        Self::read(&self.0.origin.clone().with_overrides(path.as_ref()))
    }

    fn read(origin: &Origin) -> Result<Self, CatalogError> {
        let (inner, mut fatal) = Inner::new(origin.read()?);
        if fatal.is_empty() {
            return Ok(Self(Arc::new(inner)));
        }
        fatal.extend(inner.faults);
        Err(CatalogError(fatal))
    }

    /// Lists the codes in the order of `codes.toml`.
    pub fn codes(&self) -> impl ExactSizeIterator<Item = &CodeEntry> {
        self.0.codes.entries.iter()
    }

    /// Finds the code whose message has this id.
    #[must_use]
    pub fn code_named(&self, id: &str) -> Option<ErrorCode> {
        self.0.codes.entries.get(self.0.codes.place_of(id)?).map(CodeEntry::code)
    }

    /// Lists the tags of the locales, in alphabetical order.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.locales.iter().map(|locale| locale.files.tag.as_ref())
    }

    /// Lists the locales that a reader of one language is served by, the nearest first. The fallback locales are not
    /// among them unless they match.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let catalog = Catalog::embedded();
    /// assert_eq!(catalog.locales_for("en-AU").next(), Some("en-US"));
    /// assert_eq!(catalog.locales_for("tlh").next(), None);
    /// ```
    pub fn locales_for(&self, requested: &str) -> impl Iterator<Item = &str> {
        negotiate([requested], &self.0.available).into_iter().filter_map(|index| self.0.tag(index))
    }

    /// Parses every locale, and lists what is wrong with the folder: files that can't be read, entries that can't be
    /// parsed, messages that can't be shown, codes that no locale answers. What a locale has not translated is not
    /// among it.
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
        let source = self.0.last.last().and_then(|index| self.0.locale(*index));
        if let Some(State::Absent(missing)) = source.map(|source| &source.others().unknown_code) {
            if matches!(**missing, Fault::MissingMessage { .. }) {
                faults.push((**missing).clone());
            }
        }
        faults
    }
}

/// Makes the embedded catalogue anew, as the first use in a process does.
#[must_use]
pub fn embedded_anew() -> Catalog {
    let (inner, _) = Inner::new(Folder::embedded());
    Catalog(Arc::new(inner))
}

/// Returns the faults of a folder that were found before any of its locales was parsed.
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

/// Reads a `codes.toml`: the table, what is wrong with it but costs nothing, and what keeps it from being of use.
pub(crate) fn read_codes(file: &File) -> (Arc<CodeTable>, Vec<Fault>, Vec<Fault>) {
    let (text, decoding) = decode(file);
    let (codes, problems) = CodeTable::parse(&file.path, &text);
    let (faults, fatal) = decoding.into_iter().chain(problems).partition(Fault::is_harmless);
    (Arc::new(codes), faults, fatal)
}

impl Inner {
    /// Makes a catalogue of whatever there is, and tells what keeps it from being of use.
    pub(crate) fn new(folder: Folder) -> (Self, Vec<Fault>) {
        let Folder { origin, codes: codes_file, locales, mut faults } = folder;
        let (codes, decoding, mut fatal) = read_codes(&codes_file);
        faults.extend(decoding);

        let find = |named: &NamedLocale| {
            let missing = || Fault::MissingLocale { at: named.at.clone(), locale: named.id.to_string().into() };
            locales.iter().position(|locale| locale.id == named.id).ok_or_else(missing)
        };
        let mut last = Vec::new();
        for named in &codes.fallback {
            find(named).map_or_else(|missing| faults.push(missing), |index| last.push(index));
        }
        if let Some(source) = &codes.source {
            find(source).map_or_else(|missing| fatal.push(missing), |index| last.push(index));
        }

        let available = locales.iter().map(|locale| Tag::new(locale.id.clone())).collect();
        let lazy = |files: Arc<LocaleFiles>| LazyLocale { files, parsed: OnceLock::new() };
        let locales = locales.into_iter().map(lazy).collect();
        (Self { codes, locales, available, last, faults, origin, codes_file }, fatal)
    }

    /// Gives a locale, and parses it if it was not needed before.
    pub(crate) fn locale(&self, index: usize) -> Option<&Arc<Locale>> {
        let locale = self.locales.get(index)?;
        Some(locale.parsed.get_or_init(|| Arc::new(Locale::new(&locale.files, &self.codes))))
    }

    /// Tells whether any locale can show the message of the code at this place of the table. The source is asked first,
    /// since it has nearly all of them.
    pub(crate) fn is_answered(&self, code: usize) -> bool {
        self.is_answered_by(self.last.iter().rev().copied().chain(0..self.locales.len()), code)
    }

    /// Returns whether one of these locales can show the message of the code at this place of the table.
    pub(crate) fn is_answered_by(&self, locales: impl IntoIterator<Item = usize>, code: usize) -> bool {
        locales.into_iter().filter_map(|index| self.locale(index)).any(|locale| locale.is_usable(code))
    }

    /// Returns why the source, which is asked for every reader, can't show the message of the code at this place.
    pub(crate) fn absent_in_source(&self, code: usize) -> Option<Fault> {
        match self.locale(*self.last.last()?)?.message(code)? {
            Found::Absent(fault) => Some(fault.clone()),
            Found::Fixed(_) | Found::Usable(_) => None,
        }
    }

    pub(crate) fn tag(&self, index: usize) -> Option<&str> {
        self.locales.get(index).map(|locale| locale.files.tag.as_ref())
    }

    /// Orders the locales to ask: those that the request matches, the fallback locales, the source.
    pub(crate) fn chain<R: AsRef<str>>(&self, requested: impl IntoIterator<Item = R>) -> Vec<usize> {
        let mut chain = negotiate(requested, &self.available);
        for index in &self.last {
            if !chain.contains(index) {
                chain.push(*index);
            }
        }
        chain
    }
}
