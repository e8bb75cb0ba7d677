//! The rules of the check: name, default severity, scope and documentation.

use std::fmt;

use crate::error::Error;
use crate::text::nearest::nearest;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The finding is not reported.
    Allow,
    /// Something looks wrong, but readers still understand the text.
    Warning,
    /// A user would see a missing or wrong text, or a file is invalid.
    Error,
}

impl Severity {
    /// Returns the name that is printed.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allowed",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The input of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole folder, once.
    Tree,
    /// Each locale alone, including the source.
    Locale,
    /// Each locale compared with the source.
    Translation,
    /// The findings of all other rules. The engine itself runs this rule.
    Findings,
}

macro_rules! rules {
    ($($rule:ident $name:literal $severity:ident $scope:ident;)+) => {
        /// A rule of the check.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Rule {
            $(
                #[doc = concat!("`", $name, "`")]
                $rule,
            )+
        }

        impl Rule {
            /// All rules, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// Returns the name of the rule. It never changes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }

            /// Returns the default severity of its findings.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$rule => Severity::$severity,)+
                }
            }

            /// Returns the input of the rule.
            #[must_use]
            pub fn scope(self) -> Scope {
                match self {
                    $(Self::$rule => Scope::$scope,)+
                }
            }

            /// Returns its documentation in Markdown: what it finds, why that is bad, an example and how to fix it.
            #[must_use]
            pub fn docs(self) -> &'static str {
                match self {
                    $(Self::$rule => include_str!(concat!("../rules/", $name, "/README.md")),)+
                }
            }
        }
    };
}

rules! {
    // Files and codes.toml.
    InvalidEncoding "invalid-encoding" Error Locale;
    ByteOrderMark "byte-order-mark" Error Locale;
    MixedLineEndings "mixed-line-endings" Warning Locale;
    Syntax "syntax" Error Locale;
    MissingLocale "missing-locale" Error Tree;
    InvalidLocale "invalid-locale" Error Tree;
    InvalidCodesFile "invalid-codes-file" Error Tree;
    InvalidRecord "invalid-record" Error Translation;
    MissingSourceMessage "missing-source-message" Error Tree;
    UnusedMessage "unused-message" Warning Tree;
    ChangedCode "changed-code" Error Tree;

    // Messages and attributes.
    MissingMessage "missing-message" Error Translation;
    ObsoleteMessage "obsolete-message" Warning Translation;
    MissingValue "missing-value" Error Translation;
    MissingAttribute "missing-attribute" Error Translation;
    ObsoleteAttribute "obsolete-attribute" Warning Translation;
    DuplicateMessage "duplicate-message" Error Locale;
    DuplicateAttribute "duplicate-attribute" Error Locale;
    DuplicateVariant "duplicate-variant" Error Locale;

    // References and variables.
    UnknownMessage "unknown-message" Error Locale;
    UnknownTerm "unknown-term" Error Locale;
    UnknownAttribute "unknown-attribute" Error Locale;
    UnknownFunction "unknown-function" Error Locale;
    ReferenceCycle "reference-cycle" Error Locale;
    UnknownVariable "unknown-variable" Error Locale;
    MissingReference "missing-reference" Warning Translation;
    MissingVariable "missing-variable" Warning Translation;
    UndocumentedVariable "undocumented-variable" Warning Locale;

    // Variants.
    MissingPlural "missing-plural" Warning Locale;
    UnreachableVariant "unreachable-variant" Warning Locale;
    MissingVariant "missing-variant" Warning Translation;

    // Texts.
    EmptyText "empty-text" Error Locale;
    TooLong "too-long" Warning Locale;
    MismatchedMarkup "mismatched-markup" Warning Translation;
    MismatchedNumber "mismatched-number" Warning Translation;
    Unrenderable "unrenderable" Error Locale;
    StaleTranslation "stale-translation" Warning Translation;
    Unrecorded "unrecorded" Warning Translation;
    Untranslated "untranslated" Warning Translation;
    WrongScript "wrong-script" Warning Locale;
    Punctuation "punctuation" Warning Locale;

    // Characters.
    ControlCharacter "control-character" Error Locale;
    ReplacementCharacter "replacement-character" Error Locale;
    BidiControl "bidi-control" Error Locale;
    InvisibleCharacter "invisible-character" Warning Locale;
    NotNfc "not-nfc" Warning Locale;
    EdgeWhitespace "edge-whitespace" Warning Locale;
    DoubleSpace "double-space" Warning Locale;

    // Allowed and known findings.
    UnusedAllow "unused-allow" Warning Findings;
    UnusedBaseline "unused-baseline" Warning Tree;
}

impl Rule {
    /// Returns the rule with a name.
    ///
    /// # Errors
    ///
    /// No rule has this name. The error suggests a similar one.
    pub fn named(name: &str) -> Result<Self, Error> {
        let rule = Self::ALL.iter().copied().find(|rule| rule.name() == name);
        rule.ok_or_else(|| {
            let meant = nearest(name, Self::ALL.iter().map(|rule| rule.name()))
                .map_or_else(|| "`prompts explain` lists them".to_owned(), |rule| format!("is `{rule}` meant?"));
            format!("there is no rule `{name}`; {meant}").into()
        })
    }
}

impl Rule {
    /// Returns the first sentence of its documentation, on one line.
    #[must_use]
    pub fn summary(self) -> String {
        let paragraph = paragraph_after(self.docs(), "# ");
        match paragraph.split_once(". ") {
            Some((sentence, _)) => format!("{sentence}."),
            None => paragraph,
        }
    }

    /// Returns the first paragraph that says why its findings are bad, on one line.
    #[must_use]
    pub fn why(self) -> String {
        paragraph_after(self.docs(), "## Why it is bad")
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn paragraph_after(docs: &str, heading: &str) -> String {
    let below = docs.lines().skip_while(|line| !line.starts_with(heading)).skip(1);
    let lines: Vec<&str> = below
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_paragraph_is_joined_to_one_line() {
        let docs = "# a-rule\n\nA message that\nis bad. More.\n\n## Why it is bad\n\nReaders\nwonder.\n\nMuch.\n";
        assert_eq!(paragraph_after(docs, "# "), "A message that is bad. More.");
        assert_eq!(paragraph_after(docs, "## Why it is bad"), "Readers wonder.");
        assert_eq!((paragraph_after("", "# "), paragraph_after("# a-rule\n", "## ")), (String::new(), String::new()));
    }

    #[test]
    fn docs_of_every_rule_have_summary_and_reason() {
        for rule in Rule::ALL {
            assert!(rule.summary().ends_with('.'), "{rule}: the first sentence");
            assert!(!rule.summary().contains(". "), "{rule}: only the first sentence");
            assert!(!rule.why().is_empty(), "{rule}: why it is bad");
        }
    }
}
