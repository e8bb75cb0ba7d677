//! The model of a folder of locales: its files, the messages and terms in them, the settings in `codes.toml`, and the
//! progress of each translation.

pub(crate) mod cases;
pub(crate) mod code_lines;
pub(crate) mod codes;
pub(crate) mod document;
pub(crate) mod entry;
pub(crate) mod facts;
pub(crate) mod files;
pub(crate) mod input;
pub(crate) mod input_file;
mod interface;
pub(crate) mod layout;
mod links;
pub(crate) mod locale;
mod names;
mod notes;
pub(crate) mod obsolete;
pub(crate) mod open;
pub(crate) mod past;
pub(crate) mod pattern;
pub(crate) mod progress;
mod project_file;
pub(crate) mod reader;
pub(crate) mod record;
pub(crate) mod records;
pub(crate) mod renames;
pub(crate) mod review;
mod reviews;
pub(crate) mod revision;
pub(crate) mod selects;
pub(crate) mod settings;
pub(crate) mod snapshot;
mod status;
pub(crate) mod todo;
pub(crate) mod tree;
pub(crate) mod twins;

pub use crate::text::plurals::CATEGORIES as PLURAL_CATEGORIES;
pub use cases::{Case, cases};
pub use code_lines::{CodeLine, code_lines};
pub use codes::{Codes, with_functions};
pub use document::{Document, DocumentEntry, Known, Occurrence, Symbol};
pub use entry::{Entry, Part};
pub use files::Files;
pub use interface::{Interface, InterfaceCode, Parameter, ParameterType};
pub use layout::RecordStorage;
pub use links::refuse_links_out;
pub use open::Project;
pub use progress::{LocaleSummary, Progress, Review, ReviewState, State};
pub use reader::{
    Category, Piece, Reader, ReaderMessage, ReaderText, Readers, Selector, SelectorKind, ShownArgument, SourceMessage,
    TextState, Unrenderable, length,
};
pub use review::{Date, MessageReview, ReviewedText};
pub use reviews::{ReviewItem, Reviews};
pub use revision::Revision;
pub use settings::named_source;
pub use status::{LocaleRole, LocaleStatus, StatusTable, TermCounts, status};
pub use todo::{Todo, TodoItem};
pub use tree::{SyntaxTrees, Tree};
