use super::Fault;

impl Fault {
    /// Returns the name of the fault's variant in kebab case, for a metric or a filter. It does not change.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// let localizer = Catalog::embedded().localizer(["en-US"]);
    /// assert_eq!(localizer.prompt(9999).faults()[0].kind(), "unknown-code");
    /// ```
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::UnknownCode { .. } => "unknown-code",
            Self::RetiredCode { .. } => "retired-code",
            Self::MissingArgument { .. } => "missing-argument",
            Self::InvalidArgument { .. } => "invalid-argument",
            Self::IgnoredOption { .. } => "ignored-option",
            Self::MissingMessage { .. } => "missing-message",
            Self::BlankMessage { .. } => "blank-message",
            Self::MissingAction { .. } => "missing-action",
            Self::BrokenMessage { .. } => "broken-message",
            Self::BrokenOverride { .. } => "broken-override",
            Self::UnknownMessage { .. } => "unknown-message",
            Self::BrokenEntry { .. } => "broken-entry",
            Self::DuplicateMessage { .. } => "duplicate-message",
            Self::UnansweredCode { .. } => "unanswered-code",
            Self::MissingLocale { .. } => "missing-locale",
            Self::InvalidLocale { .. } => "invalid-locale",
            Self::UnknownLocale { .. } => "unknown-locale",
            Self::InvalidFunction { .. } => "invalid-function",
            Self::InvalidCodes { .. } => "invalid-codes",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Unreadable { .. } => "unreadable",
            Self::Truncated { .. } => "truncated",
            Self::InvalidEncoding { .. } => "invalid-encoding",
            Self::ByteOrderMark { .. } => "byte-order-mark",
        }
    }
}
