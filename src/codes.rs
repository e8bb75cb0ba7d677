mod extension;
mod reader;

use std::sync::Arc;

use code_prompts_reader::document::{self, Row};
use code_prompts_reader::keys::Key;
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::fault::CodesProblem;
use crate::{ErrorCode, Fault, Position};
use reader::Reader;

/// An entry of `codes.toml`: a code with its message id, action and maximum length, the same in every language.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode};
///
/// let catalog = Catalog::embedded();
/// let entry = catalog.codes().find(|entry| entry.code() == ErrorCode::SIGNED_IN_ELSEWHERE).expect("it is there");
/// assert_eq!((entry.id(), entry.action()), ("signed-in-elsewhere", Some("return-to-login")));
/// ```
#[derive(Clone, Debug)]
pub struct CodeEntry {
    pub(crate) code: ErrorCode,
    pub(crate) id: Arc<str>,
    pub(crate) action: Option<Arc<str>>,
    pub(crate) max_length: Option<usize>,
    pub(crate) facts: Option<Arc<Facts>>,
    pub(crate) at: Position,
}

/// What `codes.toml` says about a code for the app and its documentation. Most codes have none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    category: Option<Arc<str>>,
    is_retryable: Option<bool>,
    help: Option<Arc<str>>,
    since: Option<Arc<str>>,
}

impl Facts {
    /// Returns these facts, and those of a lower layer where there are none.
    fn over(self, below: Option<&Self>) -> Option<Arc<Self>> {
        let below = below.cloned().unwrap_or_default();
        let facts = Self {
            category: self.category.or(below.category),
            is_retryable: self.is_retryable.or(below.is_retryable),
            help: self.help.or(below.help),
            since: self.since.or(below.since),
        };
        (facts != Self::default()).then(|| Arc::new(facts))
    }
}

impl CodeEntry {
    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Returns the id of the code's message, such as `room-not-found`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the name of the action that the app must take for the code, such as `return-to-login`, if there is one.
    #[must_use]
    pub fn action(&self) -> Option<&str> {
        self.action.as_deref()
    }

    /// Returns the maximum length of the prompt in every language, if `codes.toml` sets `max-length`: at least 1, in
    /// grapheme clusters (user-perceived characters).
    ///
    /// `prompts check` reports longer translations. The library never truncates a prompt.
    ///
    /// ```
    /// use code_prompts::{Catalog, ErrorCode};
    ///
    /// let catalog = Catalog::embedded();
    /// let entry = catalog.codes().find(|entry| entry.code() == ErrorCode::ROOM_CLOSED).expect("it is there");
    /// assert_eq!(entry.max_length(), None); // no limit
    /// ```
    #[must_use]
    pub fn max_length(&self) -> Option<usize> {
        self.max_length
    }

    /// Returns the category of the code, if `codes.toml` names one: an identifier such as `network`, for apps that treat
    /// several codes in the same way.
    ///
    /// ```
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let codes = r#"
    ///     source = "en"
    ///     [codes]
    ///     503 = { message = "busy", category = "server", retryable = true, help = "https://example.com/503", since = "1.2" }
    /// "#;
    /// let catalog = code_prompts::Catalog::from_files("i18n", [("codes.toml", codes), ("en/a.ftl", "busy = Busy")])?;
    /// let entry = catalog.entry(503).expect("it is there");
    /// assert_eq!(entry.category(), Some("server"));
    /// assert_eq!(entry.is_retryable(), Some(true));
    /// assert_eq!(entry.help(), Some("https://example.com/503"));
    /// assert_eq!(entry.since(), Some("1.2"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn category(&self) -> Option<&str> {
        self.facts.as_ref()?.category.as_deref()
    }

    /// Returns whether the same request may succeed later without a change, if `codes.toml` says so. [`category`](Self::category) has
    /// an example.
    #[must_use]
    pub fn is_retryable(&self) -> Option<bool> {
        self.facts.as_ref()?.is_retryable
    }

    /// Returns the address of a page about the code, if `codes.toml` has one. It begins with `https://` or `http://`.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.facts.as_ref()?.help.as_deref()
    }

    /// Returns the version that has introduced the code, if `codes.toml` names it. It is any text.
    #[must_use]
    pub fn since(&self) -> Option<&str> {
        self.facts.as_ref()?.since.as_deref()
    }

    /// Returns the place of the code in `codes.toml`: in that of overrides, if they have added it.
    #[must_use]
    pub fn position(&self) -> &Position {
        &self.at
    }

    pub(crate) fn unanswered(&self) -> Fault {
        Fault::UnansweredCode { at: self.at.clone(), code: self.code, id: self.id.clone() }
    }
}

/// The parsed `codes.toml`.
#[derive(Debug, Default)]
pub(crate) struct CodeTable {
    /// The codes in the order of the file.
    pub(crate) entries: Vec<CodeEntry>,
    pub(crate) source: Option<NamedLocale>,
    pub(crate) fallback: Vec<NamedLocale>,
    /// Codes that components no longer report.
    pub(crate) retired: Vec<CodeEntry>,
    /// The place of each code in [`Self::entries`].
    index: FxHashMap<ErrorCode, usize>,
    /// The place of each message id in [`Self::entries`].
    places: FxHashMap<Arc<str>, usize>,
}

/// A locale that `codes.toml` names.
#[derive(Debug)]
pub(crate) struct NamedLocale {
    pub(crate) id: LanguageIdentifier,
    pub(crate) at: Position,
}

impl CodeTable {
    /// Parses a `codes.toml`. Returns every entry that can be read, and the faults.
    pub(crate) fn parse(file: &Arc<str>, text: &str) -> (Self, Vec<Fault>) {
        let (rows, errors) = document::parse(text);
        let mut reader = Reader::new(file, text, errors);
        let mut table = Self::default();
        for Row { key, span, item } in &rows {
            match Key::named(key) {
                Some(Key::Source) => table.source = reader.locale(item),
                Some(Key::Fallback) => table.fallback = reader.locales(item),
                Some(Key::Codes) => table.entries = reader.codes(item, Key::Codes),
                Some(Key::Retired) => table.retired = reader.codes(item, Key::Retired),
                // Settings that only the commands read.
                Some(Key::Check | Key::Records) => {}
                None => reader.unknown_key(span, key, Key::NAMES),
            }
        }
        for key in [Key::Source, Key::Codes].map(Key::name) {
            if !rows.iter().any(|row| row.key == key) {
                reader.report(&(0..0), CodesProblem::MissingKey { key });
            }
        }
        table.index = table.entries.iter().enumerate().map(|(place, entry)| (entry.code, place)).collect();
        table.places = std::mem::take(&mut reader.places);
        (table, reader.into_faults())
    }

    /// Returns the fault for a code that is not in the table.
    pub(crate) fn unknown(&self, code: ErrorCode) -> Fault {
        match self.retired.iter().find(|entry| entry.code == code) {
            Some(retired) => Fault::RetiredCode { at: retired.at.clone(), code },
            None => Fault::UnknownCode { code },
        }
    }

    /// Returns the place of a code in [`Self::entries`].
    #[inline]
    pub(crate) fn index_of(&self, code: ErrorCode) -> Option<usize> {
        self.index.get(&code).copied()
    }

    /// Returns whether the code at a place has an action, so that a label is needed.
    pub(crate) fn needs_label(&self, place: usize) -> bool {
        self.entries.get(place).is_some_and(|entry| entry.action.is_some())
    }

    /// Returns the place of the code with this message id in [`Self::entries`].
    pub(crate) fn place_of(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }
}

/// Returns the faults of a `codes.toml` without codes, which has settings of the check only. Keys may be missing.
#[must_use]
pub fn settings_faults(file: &str, text: &str) -> Vec<Fault> {
    let (_, mut faults) = CodeTable::parse(&file.into(), text);
    let is_missing =
        |fault: &Fault| matches!(fault, Fault::InvalidCodes { problem: CodesProblem::MissingKey { .. }, .. });
    faults.retain(|fault| !is_missing(fault));
    faults
}
