//! What a format can't hold.

use std::collections::BTreeSet;
use std::fmt;

use super::Format;
use super::texts::{Message, Part};

macro_rules! rules {
    ($($(#[$doc:meta])+ $rule:ident $name:literal;)+) => {
        /// A rule of an export: what it could not write as it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LossRule {
            $($(#[$doc])+ $rule,)+
        }

        impl LossRule {
            /// All rules.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// Returns the name of the rule. It never changes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }
        }
    };
}

rules! {
    /// A text selects a variant, and the format has no such selects: each variant has a key.
    StringSelector "string-selector";
    /// A variant for one number, which the format selects by plural categories only.
    ExactNumber "exact-number";
    /// A select by ordinal numbers, which the format does not have: the default variant is written.
    OrdinalPlural "ordinal-plural";
    /// A select by a second number: its default variant is written.
    SecondPlural "second-plural";
    /// More variants than can be written: the default ones are.
    TooManyVariants "too-many-variants";
    /// A message or a term that others refer to is written out in them.
    WrittenOut "written-out";
    /// A call of a function: the app has to format the value.
    FunctionCall "function-call";
    /// A variable has the name that the format requires.
    RenamedVariable "renamed-variable";
    /// The text has characters that the format reads as a placeholder, and can't escape.
    Placeholder "placeholder";
    /// A text with plurals that readers of another language get, because theirs lacks it.
    FallbackPlural "fallback-plural";
    /// A translation lacks a text that the source has: the app shows it in another language.
    MissingAttribute "missing-attribute";
    /// No locale has a text that can be shown.
    MissingMessage "missing-message";
    /// The platform has no name for a locale: it is left out.
    UnnamedLocale "unnamed-locale";
}

impl fmt::Display for LossRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Something that a format can't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The rule.
    pub rule: LossRule,
    /// The place of the message in the source: path, line and column. `None` for a locale.
    pub place: Option<(String, usize, usize)>,
    /// The text: `room-closed` or `room-closed.action`, or the tag of a locale.
    pub subject: String,
    /// What is lost in it: variables, numbers, references, or the locale of a fallback.
    pub details: BTreeSet<String>,
    /// The locales that it is lost in. Empty: in all.
    pub locales: BTreeSet<String>,
}

impl Loss {
    /// Returns what is written instead, in one sentence.
    #[must_use]
    pub fn message(&self) -> String {
        let subject = &self.subject;
        let details: Vec<&str> = self.details.iter().map(String::as_str).collect();
        let details = details.join(", ");
        match self.rule {
            LossRule::StringSelector => format!("`{subject}`: each variant of {details} has a key of its own"),
            LossRule::ExactNumber => format!("`{subject}`: there is no variant for exactly {details}"),
            LossRule::OrdinalPlural => {
                format!("`{subject}`: only the default one of the ordinal variants of {details} is written")
            }
            LossRule::SecondPlural => format!(
                "`{subject}`: only the default one of the variants of {details} is written, which is a second number"
            ),
            LossRule::TooManyVariants => format!(
                "`{subject}`: only the default one of the variants of {details} is written, since there are too many"
            ),
            LossRule::WrittenOut => format!("`{subject}` has {details} written out"),
            LossRule::FunctionCall => format!("`{subject}`: the app has to format the value of {details}"),
            LossRule::RenamedVariable => format!("`{subject}`: the app passes {details} as `count`"),
            LossRule::Placeholder => format!("`{subject}`: {details} is not shown as it is; use other characters"),
            LossRule::FallbackPlural => format!(
                "`{subject}`: the text of {details} is shown, with other plural forms than those of its language"
            ),
            LossRule::MissingAttribute => format!("`{subject}` is missing; apps show it in another language"),
            LossRule::MissingMessage => {
                format!("`{subject}`: no locale has a text that can be shown; the message is left out")
            }
            LossRule::UnnamedLocale => {
                format!("the platform has no name for the locale `{subject}`, which is left out")
            }
        }
    }
}

/// Collects losses, one for each rule and text.
pub(crate) struct Losses {
    pub(crate) format: Format,
    list: Vec<Loss>,
}

impl Losses {
    pub(crate) fn new(format: Format) -> Self {
        Self { format, list: Vec::new() }
    }

    /// Adds a loss in a part of a message, in one locale or in all.
    pub(crate) fn add(
        &mut self,
        rule: LossRule,
        message: &Message<'_>,
        part: &Part,
        locale: Option<&str>,
        detail: String,
    ) {
        self.push(rule, Some(&message.source.place), message.name(part), locale, Some(detail));
    }

    /// Adds a text that is missing: in a locale, or in all.
    pub(crate) fn missing(&mut self, rule: LossRule, message: &Message<'_>, name: String, locale: Option<&str>) {
        self.push(rule, Some(&message.source.place), name, locale, None);
    }

    /// Adds a locale that the platform has no name for.
    pub(crate) fn unnamed(&mut self, locale: &str) {
        self.push(LossRule::UnnamedLocale, None, locale.to_owned(), None, None);
    }

    fn push(
        &mut self,
        rule: LossRule,
        place: Option<&(String, usize, usize)>,
        subject: String,
        locale: Option<&str>,
        detail: Option<String>,
    ) {
        let is_same = |known: &Loss| known.rule == rule && known.place.as_ref() == place && known.subject == subject;
        let index = self.list.iter().position(is_same).unwrap_or_else(|| {
            let (details, locales) = (BTreeSet::new(), BTreeSet::new());
            self.list.push(Loss { rule, place: place.cloned(), subject, details, locales });
            self.list.len() - 1
        });
        if let Some(known) = self.list.get_mut(index) {
            known.details.extend(detail);
            known.locales.extend(locale.map(str::to_owned));
        }
    }

    pub(crate) fn into_list(mut self) -> Vec<Loss> {
        self.list.sort_by(|one, other| one.place.cmp(&other.place));
        self.list
    }
}
