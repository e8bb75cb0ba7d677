//! The model of a folder of locales.

pub mod cases;
pub mod codes;
pub mod entry;
pub mod facts;
pub mod files;
pub mod input;
pub mod lines;
pub mod locale;
pub mod open;
pub mod progress;
pub mod record;
pub mod selects;
pub mod settings;
pub mod status;
pub mod todo;
pub mod tree;

pub use cases::{Case, cases};
pub use codes::Codes;
pub use entry::{Entry, Part};
pub use files::Files;
pub use input::InputFile;
pub use open::Project;
pub use progress::{LocaleSummary, Progress, Review, State};
pub use status::{LocaleRole, LocaleStatus, StatusTable, TermCounts, status};
pub use todo::{Todo, TodoItem};
pub use tree::Tree;
