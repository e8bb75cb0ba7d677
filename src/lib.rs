//! Numeric component error codes in, prompts that a person can read out, in that person's language.
//!
//! ```
//! use code_prompts::Catalog;
//!
//! let localizer = Catalog::embedded().localizer(["zh-HK", "en-AU"]); // once, with the user's languages
//! let prompt = localizer.prompt(30206); // for each code that the component reports
//! println!("{}", prompt.text()); // 您的帳號已在其他裝置上登入
//! if let Some(action) = prompt.action() {
//!     println!("[{}]", action.label().unwrap_or("→")); // a button, that does what action.id() names
//! }
//! ```
//!
//! - [`Catalog`] is the code table and every locale: the one that is compiled in, or any folder of the same shape.
//! - [`Localizer`] is a catalogue seen through one user's list of languages, fallbacks worked out once.
//! - [`Prompt`] is the answer for a code: a text, a description for the developer, what the app must do next, which
//!   locale answered, and what went wrong on the way.
//! - [`LiveCatalog`] is for a server: it takes in changed files while requests are answered, and keeps broken ones out.
//!
//! A code that nobody knows, a language that is not there, a broken file, a forgotten argument: there is a text for
//! the user all the same, never blank and never in two languages, and a [`Fault`] for the log.
//!
//! Nothing here reads the environment, prints, or panics, and nothing starts a thread but `LiveCatalog::watch`, which
//! the feature `watch` brings. All types can be sent to and shared between threads.

#![deny(missing_docs, clippy::indexing_slicing, clippy::print_stderr, clippy::print_stdout, clippy::string_slice)]

mod error_code;
mod position;
mod fault;
mod arguments;
mod negotiation;
mod codes;
mod folder;
mod ftl;
mod locale;
mod catalog;
mod lookup;
mod live;

pub use arguments::Value;
pub use catalog::Catalog;
pub use codes::CodeEntry;
pub use error_code::ErrorCode;
pub use fault::{
    CatalogError, CodesProblem, Fault, FileProblem, FileRole, MessageProblem, RenderProblem, SyntaxProblem,
    SyntaxProblemKind, SystemError,
};
pub use ftl::validate::Variable;
pub use live::LiveCatalog;
pub use live::report::{Rejection, ReloadReport, ReloadUnit};
#[cfg(feature = "watch")]
pub use live::watch::{WatchError, Watcher};
pub use lookup::localizer::Localizer;
pub use lookup::prompt::{Action, Prompt};
pub use negotiation::accept_language::accept_language;
pub use position::Position;

/// Internals for this project's own tools and benchmarks, not covered by semantic versioning.
#[doc(hidden)]
pub mod internal {
    pub use crate::catalog::{folder_faults, load_embedded};
    pub use crate::fault::is_codes_file_fault;
}

/// Runs the examples of the guides as tests.
#[cfg(doctest)]
mod guides {
    #[doc = include_str!("../README.md")]
    struct English;
    #[doc = include_str!("../README.zh-CN.md")]
    struct Chinese;
}
