//! The model of a folder of locales: its files, the messages and terms in them, the settings in `codes.toml`, and the
//! progress of each translation.

pub(crate) mod cases;
pub(crate) mod codes;
pub(crate) mod entry;
pub(crate) mod facts;
pub(crate) mod files;
pub(crate) mod input;
mod interface;
pub(crate) mod layout;
mod links;
pub(crate) mod locale;
mod names;
mod notes;
pub(crate) mod open;
pub(crate) mod pattern;
pub(crate) mod progress;
mod project_file;
pub(crate) mod record;
pub(crate) mod revision;
pub(crate) mod selects;
pub(crate) mod settings;
pub(crate) mod snapshot;
mod status;
pub(crate) mod todo;
pub(crate) mod tree;
pub(crate) mod twins;

pub use cases::{Case, cases};
pub use codes::{Codes, with_functions};
pub use entry::{Entry, Part};
pub use files::Files;
pub use interface::{Interface, InterfaceCode, Parameter, ParameterType};
pub use links::refuse_links_out;
pub use open::Project;
pub use progress::{LocaleSummary, Progress, Review, State};
pub use revision::Revision;
pub use status::{LocaleRole, LocaleStatus, StatusTable, TermCounts, status};
pub use todo::{Todo, TodoItem};
pub use tree::{SyntaxTrees, Tree};
