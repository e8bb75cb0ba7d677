//! Finds the prompt for a code: the locales to try, the first one with a message, and its texts.

pub(crate) mod chain;
pub(crate) mod has_code;
pub(crate) mod localizer;
pub(crate) mod prompt;
