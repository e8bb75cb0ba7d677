use std::borrow::Cow;
use std::fmt;
use std::slice;

use crate::locale::Locale;
use crate::locale::texts::Texts;
use crate::lookup::chain::Chain;
use crate::{CodeEntry, ErrorCode, Fault};
use code_prompts_reader::names::UNKNOWN_CODE;

/// What the user is shown for a code, and what goes with it.
///
/// All of its texts come from one message of one locale. Its `Display` writes the text. Getting at any part costs
/// nothing.
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
    pub(super) chain: &'a Chain,
    /// The code's place in the table, if it has it.
    pub(super) place: Option<usize>,
    pub(crate) answer: Answer<'a>,
}

/// Where the texts of a prompt are from.
#[derive(Clone)]
pub(crate) enum Answer<'a> {
    /// Worked out beforehand.
    Fixed {
        texts: &'a Texts,
        locale: &'a Locale,
    },
    Made {
        texts: Cow<'a, Texts>,
        locale: &'a str,
        faults: Faults,
    },
}

/// What went wrong on the way to a prompt that is made. Mostly it is nothing, or the code is not known.
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

    /// Adds others behind these.
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
    /// Gives the code that this was asked for.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// Tells whether the table has the code. If not, the text is that of the `unknown-code` message.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.place.is_some()
    }

    /// Gives the id of the code's message, `unknown-code` where the table does not have the code.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.entry().map_or(UNKNOWN_CODE, CodeEntry::id)
    }

    /// Gives the text for the user. It is never blank.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        self.texts().text()
    }

    /// Gives the text for the user, to keep: borrowed from the [`Localizer`](crate::Localizer) where it can be.
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
            Answer::Fixed { texts, .. } | Answer::Made { texts: Cow::Borrowed(texts), .. } => {
                Cow::Borrowed(texts.text())
            }
            Answer::Made { texts: Cow::Owned(texts), .. } => Cow::Owned(texts.into_text()),
        }
    }

    /// Gives the text for the developer, which is the user's where the message has no `.description`.
    #[must_use]
    pub fn description(&self) -> &str {
        self.texts().description().unwrap_or(self.text())
    }

    /// Gives what the app must do next, where the code asks for something.
    #[must_use]
    pub fn action(&self) -> Option<Action<'_>> {
        let id = self.entry()?.action()?;
        Some(Action { id, label: self.texts().label() })
    }

    /// Gives the locale that answered, as a BCP 47 tag: what `Content-Language` or a `lang` attribute wants.
    ///
    /// It is `und`, for a language that is not determined, in one case: no locale has a usable `unknown-code`
    /// message, and the text is the bare number.
    #[must_use]
    pub fn locale(&self) -> &'a str {
        match &self.answer {
            Answer::Fixed { locale, .. } => &locale.tag,
            Answer::Made { locale, .. } => locale,
        }
    }

    /// Lists what went wrong on the way here, for a log. Mostly it is empty.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        match &self.answer {
            Answer::Fixed { .. } => self.chain.passed(self.place),
            Answer::Made { faults, .. } => faults.as_slice(),
        }
    }

    fn entry(&self) -> Option<&'a CodeEntry> {
        self.chain.codes.entries.get(self.place?)
    }

    #[inline]
    fn texts(&self) -> &Texts {
        match &self.answer {
            Answer::Fixed { texts, .. } => texts,
            Answer::Made { texts, .. } => texts,
        }
    }
}

/// Shows what it says, and not the table that it is from.
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

/// What the app must do next.
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
    /// Gives the action's name in `codes.toml`, such as `return-to-login`, for the app to act on.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.id
    }

    /// Gives the text of the action's button, in the language of the prompt. Only where no locale has one is
    /// there none.
    #[must_use]
    pub fn label(&self) -> Option<&'a str> {
        self.label
    }
}
