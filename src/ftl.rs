//! Reads Fluent: what the parser can't bear is kept from it, what it can't read costs no more than itself, and each text
//! is proven to be renderable before it is.

pub(crate) mod parse;
pub(crate) mod recover;
pub(crate) mod scope;
pub(crate) mod validate;
