//! Reads Fluent files: parses messages and terms, recovers from syntax errors, and validates that texts can be
//! rendered.

#[cfg(feature = "numbers")]
pub(crate) mod decimal;
pub(crate) mod number;
pub(crate) mod options;
pub(crate) mod parse;
pub(crate) mod recover;
pub(crate) mod scope;
pub(crate) mod validate;
pub(crate) mod variable;
pub(crate) mod variants;
