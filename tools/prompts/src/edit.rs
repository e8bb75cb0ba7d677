//! What the commands for translators stand on: a folder of locales, its files as blocks that can be changed one by one,
//! and the writing of the changes.

pub(crate) mod change;
pub(crate) mod document;
pub(crate) mod files;
pub(crate) mod progress;
pub(crate) mod project;
pub(crate) mod status;
pub(crate) mod stub;
pub(crate) mod template;
pub(crate) mod todo;
