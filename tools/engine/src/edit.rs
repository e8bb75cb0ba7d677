//! What the commands for translators stand on: a folder of locales, its files as blocks that can be changed one by one,
//! and the writing of the changes.

pub mod change;
pub mod document;
pub mod files;
pub mod progress;
pub mod project;
pub mod status;
pub mod stub;
pub mod template;
pub mod todo;
