//! How answers are printed, a module for each format.

pub(crate) mod findings;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod status;
pub(crate) mod todo;
