//! Reads Fluent: parses files into messages and terms, recovers from syntax errors, and validates, before any text is
//! rendered, that it can be.

pub(crate) mod number;
pub(crate) mod parse;
pub(crate) mod recover;
pub(crate) mod scope;
pub(crate) mod validate;
pub(crate) mod variants;
