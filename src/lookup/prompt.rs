use std::borrow::Cow;
use std::fmt;
use std::slice;
use std::sync::Arc;

use crate::locale::Locale;
use crate::locale::texts::{DESCRIPTION, Texts};
use crate::lookup::chain::Chain;
use crate::{CodeEntry, Direction, ErrorCode, Fault};
use code_prompts_reader::names::UNKNOWN_CODE;

/// The localized message for a code: the text for the user, a description for the developer, and an action for the app.
///
/// All texts come from one message of one locale. Its `Display` writes the text for the user. Its methods do not
/// allocate.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode};
///
/// let localizer = Catalog::embedded().localizer(["en-US"]);
/// let prompt = localizer.prompt(ErrorCode::SIGNED_IN_ELSEWHERE);
/// assert_eq!(prompt.text(), "Your account is being used on another device");
/// let action = prompt.action().expect("codes.toml gives 30206 an action");
/// assert_eq!((action.id(), action.label()), ("return-to-login", Some("Back to sign-in")));
/// assert!(prompt.faults().is_empty());
/// ```
#[derive(Clone)]
pub struct Prompt<'a> {
    pub(super) code: ErrorCode,
    pub(super) answer: Answer<'a>,
}

/// The texts of a prompt, and where they are from.
#[derive(Clone)]
pub(super) enum Answer<'a> {
    /// Borrowed from a locale, for the code at this place of the table.
    Fixed { texts: &'a Texts, locale: &'a Locale, chain: &'a Chain, place: usize },
    /// Computed for the arguments. There is no entry if the code is not in the table, and no locale if none has a text.
    Computed { texts: Cow<'a, Texts>, locale: Option<&'a Locale>, entry: Option<&'a CodeEntry>, faults: Faults },
    /// Copied. Shared, so that clones are cheap.
    Owned(Arc<Owned>),
}

/// A copy of everything that a prompt borrows.
pub(super) struct Owned {
    texts: Texts,
    locale: Arc<str>,
    direction: Direction,
    entry: Option<CodeEntry>,
    faults: Vec<Fault>,
}

/// BCP 47's tag for text of no particular language.
const UNDETERMINED: &str = "und";

/// The faults of a computed prompt: mostly none, or one unknown code.
#[derive(Clone, Debug)]
pub(crate) enum Faults {
    One(Fault),
    Many(Vec<Fault>),
}

impl Faults {
    fn as_slice(&self) -> &[Fault] {
        match self {
            Self::One(fault) => slice::from_ref(fault),
            Self::Many(faults) => faults,
        }
    }

    /// Appends more faults.
    pub(super) fn and(self, more: Vec<Fault>) -> Self {
        if more.is_empty() {
            return self;
        }
        let mut all = match self {
            Self::One(fault) => vec![fault],
            Self::Many(faults) => faults,
        };
        all.extend(more);
        Self::Many(all)
    }
}

impl<'a> Prompt<'a> {
    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Returns whether the code is in the table. If not, the text is that of the `unknown-code` message.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.entry().is_some()
    }

    /// Returns the id of the code's message, or `unknown-code` if the code is not in the table.
    #[must_use]
    pub fn id(&self) -> &str {
        self.entry().map_or(UNKNOWN_CODE, CodeEntry::id)
    }

    /// Returns the text for the user. It is never blank.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        self.texts().text()
    }

    /// Converts the prompt into the text for the user, borrowed from the [`Localizer`](crate::Localizer) if possible.
    ///
    /// ```
    /// use std::borrow::Cow;
    /// use code_prompts::{Catalog, ErrorCode, Localizer};
    ///
    /// fn text(localizer: &Localizer, code: ErrorCode) -> Cow<'_, str> {
    ///     localizer.prompt(code).into_text()
    /// }
    /// # let localizer = Catalog::embedded().localizer(["en-US"]);
    /// # assert_eq!(text(&localizer, ErrorCode::ROOM_CLOSED), "The room has been closed");
    /// ```
    #[must_use]
    pub fn into_text(self) -> Cow<'a, str> {
        match self.answer {
            Answer::Fixed { texts, .. } | Answer::Computed { texts: Cow::Borrowed(texts), .. } => {
                Cow::Borrowed(texts.text())
            }
            Answer::Computed { texts: Cow::Owned(texts), .. } => Cow::Owned(texts.into_text()),
            Answer::Owned(owned) => Cow::Owned(owned.texts.text().to_owned()),
        }
    }

    /// Converts the prompt into one that borrows nothing, to return it from a function, to send it to another thread, or
    /// to keep it in the state of a user interface. Copies the texts; clones of the result share them.
    ///
    /// ```
    /// use code_prompts::{Catalog, ErrorCode, Prompt};
    ///
    /// fn prompt(language: &str, code: ErrorCode) -> Prompt<'static> {
    ///     Catalog::embedded().localizer([language]).prompt(code).into_owned()
    /// }
    /// assert_eq!(prompt("en-US", ErrorCode::ROOM_CLOSED).text(), "The room has been closed");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Prompt<'static> {
        let (locale, direction, entry) = (self.locale().into(), self.direction(), self.entry().cloned());
        let faults = self.faults().to_vec();
        let owned = match self.answer {
            Answer::Owned(owned) => owned,
            Answer::Fixed { texts, .. } => Owned { texts: texts.clone(), locale, direction, entry, faults }.into(),
            Answer::Computed { texts, .. } => {
                Owned { texts: texts.into_owned(), locale, direction, entry, faults }.into()
            }
        };
        Prompt { code: self.code, answer: Answer::Owned(owned) }
    }

    /// Returns the text for the developer: the message's `.description`, or if it has none, the text for the user.
    /// [`attribute("description")`](Self::attribute) returns `None` then.
    #[must_use]
    pub fn description(&self) -> &str {
        self.attribute(DESCRIPTION).unwrap_or(self.text())
    }

    /// Returns the action that the app must take, if the code has one.
    #[must_use]
    pub fn action(&self) -> Option<Action<'_>> {
        let id = self.entry()?.action()?;
        Some(Action { id, label: self.texts().label() })
    }

    /// Returns an attribute of the message, such as `.title`. As the text, it has the arguments in it.
    ///
    /// Returns `None` if the message does not have it, or it is blank. An attribute that can't be rendered is a
    /// [fault](Self::faults) too.
    ///
    /// ```
    /// use code_prompts::{Catalog, ErrorCode};
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// let prompt = localizer.prompt(ErrorCode::SIGNED_IN_ELSEWHERE);
    /// assert_eq!(prompt.attribute("action"), Some("Back to sign-in"));
    /// assert_eq!(prompt.attribute("title"), None);
    /// ```
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.texts().attributes().get(name)
    }

    /// Returns the names and texts of all attributes of the message.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts().attributes().iter()
    }

    /// Returns the locale of the texts as a BCP 47 tag, for a `Content-Language` header or a `lang` attribute.
    ///
    /// Returns `und` (undetermined) only if no locale has a usable `unknown-code` message, so that the text is the
    /// number alone.
    #[must_use]
    pub fn locale(&self) -> &str {
        match &self.answer {
            Answer::Fixed { locale, .. } | Answer::Computed { locale: Some(locale), .. } => &locale.tag,
            Answer::Computed { locale: None, .. } => UNDETERMINED,
            Answer::Owned(owned) => &owned.locale,
        }
    }

    /// Returns the writing direction of the texts' locale, for a `dir` attribute or the layout of a dialog. Takes about
    /// 100 ns.
    ///
    /// ```
    /// use code_prompts::{Catalog, Direction};
    ///
    /// let localizer = Catalog::embedded().localizer(["ar-EG"]);
    /// assert_eq!(localizer.prompt(1004).direction(), Direction::RightToLeft);
    /// ```
    #[must_use]
    pub fn direction(&self) -> Direction {
        match &self.answer {
            Answer::Fixed { locale, .. } | Answer::Computed { locale: Some(locale), .. } => locale.direction(),
            Answer::Computed { locale: None, .. } => Direction::LeftToRight,
            Answer::Owned(owned) => owned.direction,
        }
    }

    /// Returns the faults that were worked around for this prompt, for a log. Usually there are none.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        match &self.answer {
            Answer::Fixed { chain, place, .. } => chain.faults(*place),
            Answer::Computed { faults, .. } => faults.as_slice(),
            Answer::Owned(owned) => &owned.faults,
        }
    }

    /// Returns the code's entry in the table, if it is there.
    fn entry(&self) -> Option<&CodeEntry> {
        match &self.answer {
            Answer::Fixed { chain, place, .. } => chain.codes.entries.get(*place),
            Answer::Computed { entry, .. } => *entry,
            Answer::Owned(owned) => owned.entry.as_ref(),
        }
    }

    #[inline]
    fn texts(&self) -> &Texts {
        match &self.answer {
            Answer::Fixed { texts, .. } => texts,
            Answer::Computed { texts, .. } => texts,
            Answer::Owned(owned) => &owned.texts,
        }
    }
}

/// Shows the results of the methods.
impl fmt::Debug for Prompt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prompt")
            .field("code", &self.code)
            .field("id", &self.id())
            .field("locale", &self.locale())
            .field("text", &self.text())
            .field("description", &self.description())
            .field("action", &self.action())
            .field("faults", &self.faults())
            .finish()
    }
}

impl fmt::Display for Prompt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

/// An action that the app must take for a code, such as returning to the login screen.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode};
///
/// let localizer = Catalog::embedded().localizer(["zh-CN"]);
/// let prompt = localizer.prompt(ErrorCode::SIGNED_IN_ELSEWHERE);
/// match prompt.action() {
///     Some(action) if action.id() == "return-to-login" => println!("[{}]", action.label().unwrap_or("→")),
///     Some(action) => println!("this app does not know how to {}", action.id()),
///     None => {}
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action<'a> {
    id: &'a str,
    label: Option<&'a str>,
}

impl<'a> Action<'a> {
    /// Returns the action's name in `codes.toml`, such as `return-to-login`.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.id
    }

    /// Returns the text of the action's button, in the language of the prompt. Returns `None` only if no locale that
    /// was tried has one.
    #[must_use]
    pub fn label(&self) -> Option<&'a str> {
        self.label
    }
}
