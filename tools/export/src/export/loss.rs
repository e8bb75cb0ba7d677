//! What a format can't hold.

use std::fmt;

use super::Format;
use super::texts::Message;

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
    /// What is written instead, in one sentence.
    pub message: String,
    /// The locales that it is about. Empty: all.
    pub locales: Vec<String>,
}

/// Collects losses, one for each rule and text.
pub(super) struct Losses {
    format: Format,
    list: Vec<Loss>,
}

impl Losses {
    pub(super) fn new(format: Format) -> Self {
        Self { format, list: Vec::new() }
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Adds a loss in a text of a message, in one locale or in all.
    pub(super) fn add(&mut self, rule: LossRule, message: &Message<'_>, locale: Option<&str>, text: String) {
        self.push(Loss { rule, place: Some(message.source.place.clone()), message: text, locales: Vec::new() }, locale);
    }

    /// Adds a locale that the platform has no name for.
    pub(super) fn unnamed(&mut self, locale: &str) {
        let message = format!("{} has no name for the locale `{locale}`, which is left out", self.format.name());
        self.push(Loss { rule: LossRule::UnnamedLocale, place: None, message, locales: Vec::new() }, None);
    }

    fn push(&mut self, loss: Loss, locale: Option<&str>) {
        let is_same =
            |known: &&mut Loss| (known.rule, &known.place, &known.message) == (loss.rule, &loss.place, &loss.message);
        let index = match self.list.iter_mut().position(|mut known| is_same(&&mut known)) {
            Some(index) => index,
            None => {
                self.list.push(loss);
                self.list.len() - 1
            }
        };
        if let (Some(known), Some(locale)) = (self.list.get_mut(index), locale) {
            if !known.locales.iter().any(|other| other == locale) {
                known.locales.push(locale.to_owned());
            }
        }
    }

    pub(super) fn into_list(mut self) -> Vec<Loss> {
        self.list.sort_by(|one, other| one.place.cmp(&other.place));
        self.list
    }
}
