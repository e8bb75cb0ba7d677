//! The output formats, one module each.

pub(crate) mod changes;
pub(crate) mod findings;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod status;
pub(crate) mod todo;
