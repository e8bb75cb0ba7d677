//! What a format can't hold.

use std::collections::BTreeSet;

use crate::rules::rules;

rules! {
    /// A rule of an export: what it could not write as it is.
    LossRule {
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
                format!(
                    "`{subject}`: the format has no ordinal variants, so only the default variant of {details} is written"
                )
            }
            LossRule::SecondPlural => format!(
                "`{subject}`: the format selects by one number, so only the default variant of {details} is written"
            ),
            LossRule::TooManyVariants => {
                format!("`{subject}`: there are too many variants, so only the default variant of {details} is written")
            }
            LossRule::WrittenOut => format!("`{subject}`: the text of {details} is copied into it"),
            LossRule::FunctionCall => format!("`{subject}`: the app has to format the value of {details}"),
            LossRule::RenamedVariable => format!("`{subject}`: the app passes {details} as `count`"),
            LossRule::Placeholder => format!("`{subject}`: {details} is not shown as it is; use other characters"),
            LossRule::FallbackPlural => format!(
                "`{subject}`: the text is in {details}, whose plural forms differ from those of the reader's language"
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
