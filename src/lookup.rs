//! From a code to its prompt: the locales to ask, the one that answers, and the answer.

pub(crate) mod chain;
pub(crate) mod localizer;
pub(crate) mod prompt;
