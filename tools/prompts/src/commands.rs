//! The commands, one module each: it reads the arguments, calls the engine and passes the result to a format.

pub(crate) mod accept;
pub(crate) mod add_locale;
pub(crate) mod check;
mod changes;
mod generated;
pub(crate) mod completions;
pub(crate) mod constants;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fmt;
pub(crate) mod import;
mod job;
pub(crate) mod list;
pub(crate) mod lsp;
pub(crate) mod man;
pub(crate) mod preview;
pub(crate) mod prune;
pub(crate) mod pseudo;
pub(crate) mod records;
pub(crate) mod registry;
pub(crate) mod rename;
pub(crate) mod review;
pub(crate) mod show;
pub(crate) mod status;
pub(crate) mod sync;
pub(crate) mod todo;
