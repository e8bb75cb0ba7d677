//! Localized, user-facing messages for numeric error codes.
//!
//! A component reports `30206`, and the user reads *Your account is being used on another device*, in their language. The codes and
//! texts are data: one table of codes, `codes.toml`, and [Fluent](https://projectfluent.org) files for each locale. This library
//! embeds them, and turns a code into the message for a user.
//!
//! ```
//! use code_prompts::Catalog;
//!
//! let localizer = Catalog::embedded().localizer(["zh-HK", "en-AU"]); // once, with the user's languages
//! let prompt = localizer.prompt(30206); // whenever the component reports a code
//! println!("{}", prompt.text()); // 您的帳號已在其他裝置上登入
//! if let Some(action) = prompt.action() {
//!     println!("[{}]", action.label().unwrap_or("→")); // a button that does what action.id() names
//! }
//! for fault in prompt.faults() {
//!     eprintln!("{fault:#}"); // for the log, with how to fix it; there are none here
//! }
//! ```
//!
//! # The types
//!
//! - [`Catalog`]: a table of codes with all its locales. [`Catalog::embedded`] is the one that is compiled in, and
//!   [`Catalog::from_dir`] reads a folder with the codes and texts of your own component, [`Catalog::from_files`] one that is
//!   embedded in your program. [`with_overrides`](Catalog::with_overrides) replaces texts with a product's own, and
//!   [`with_locales`](Catalog::with_locales) chooses the languages.
//! - [`Localizer`]: a catalogue for one user's list of languages. The order in which locales are asked is computed once.
//! - [`Prompt`]: the answer for a code. It has the text, a description for developers, the [`Action`] that the app takes next,
//!   the locale that answered, and the faults.
//! - [`Fault`]: a problem in files or arguments, with its place and how to fix it. Faults are for the log; there is a text for
//!   the user in any case.
//! - [`LiveCatalog`]: a catalogue that a server can reload while requests are answered.
//! - [`accept_language`]: the languages of an HTTP request.
//!
//! # The files
//!
//! ```toml
//! # locales/codes.toml
//! source = "en-US"
//!
//! [codes]
//! 7 = "battery-low"
//! ```
//!
//! ```fluent
//! # locales/en-US/prompts.ftl
//! battery-low = The battery is low
//!     .description = The charge is below 10 %.
//! unknown-code = Something went wrong (code { $code })
//! ```
//!
//! The text of a message is for the user, `.description` for developers, and `.action` is the label of a button. `unknown-code` is for
//! codes that are not in the table. [The format](codes_toml) has every key, says which files are read, and ends with a complete
//! example.
//!
//! # Guarantees
//!
//! - There is always a text: for an unknown code, a missing or broken translation, a missing argument. It is never blank, never a
//!   message id, and text, description and action label are in one language.
//! - Fallback is by BCP 47 tags, Unicode's likely subtags and CLDR's regions, script before region: for a user
//!   of zh-HK, zh-TW comes before zh-CN. A user of Catalan gets Spanish before the fallback, by CLDR's language matches.
//! - A plain message is one lookup, without an allocation or a lock. It takes nanoseconds.
//! - No function panics, prints, or reads the environment, and there is no `unsafe` code. All types are `Send` and `Sync`.
//!
//! # Features
//!
//! - `embedded` (on by default): this project's codes and texts are compiled in, for [`Catalog::embedded`] and the constants of
//!   [`ErrorCode`]. An app with a component of its own does not need it.
//! - `serde` (off by default): [`ErrorCode`] is `Serialize` and `Deserialize`, as its number. [`Prompt`], [`Action`],
//!   [`Direction`], [`Fault`] and [`Position`] are `Serialize`. No field is ever left out; what is not there is `null`.
//!   `file` is a fault's [`path`](Fault::path), and `attributes` has the description and the label of the action too.
//!   A prompt's description and faults are for developers: a server that sends prompts to clients chooses the fields.
//!
//!   ```
//!   # #[cfg(feature = "serde")] {
//!   use code_prompts::Catalog;
//!   use serde_json::json;
//!
//!   let localizer = Catalog::embedded().localizer(["ar"]);
//!   let prompt = localizer.prompt(4711);
//!   let unknown = json!({
//!       "code": 4711,
//!       "known": false,
//!       "id": "unknown-code",
//!       "locale": "ar",
//!       "direction": "rtl",
//!       "text": prompt.text(),
//!       "description": prompt.description(),
//!       "action": null, // or an object: { "id": "return-to-login", "label": "…" }
//!       "attributes": {},
//!       "faults": [{
//!           "kind": "unknown-code",
//!           "file": null,
//!           "line": null,
//!           "column": null,
//!           "problem": "code 4711 is not in codes.toml",
//!           "help": "add it there with a message id",
//!       }],
//!   });
//!   assert_eq!(serde_json::to_value(&prompt).expect("it has string keys"), unknown);
//!   # }
//!   ```
//! - `numbers` (off by default): numbers are shown in the language of the locale, `1.234,5` in German, as `Intl.NumberFormat`
//!   shows them. `NUMBER()` has the options for digits and grouping. It uses ICU4X.
//! - `watch` (off by default): [`LiveCatalog`] reloads whenever a file changes. It uses the crate `notify`, and starts a thread.
//!   The newest `notify` may need a newer Rust than this crate: with an older one, use the resolver that knows
//!   (`resolver = "3"` in `[workspace]` or `[package]`, the default of edition 2024).

// docs.rs shows which items need a feature.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(missing_docs, clippy::indexing_slicing, clippy::print_stderr, clippy::print_stdout, clippy::string_slice)]

mod error_code;
mod position;
mod arguments;
mod fault;
mod functions;
mod negotiation;
mod codes;
mod folder;
mod ftl;
mod locale;
mod catalog;
#[cfg(feature = "embedded")]
mod embedded;
mod lookup;
mod live;
#[cfg(feature = "serde")]
mod serialize;

pub use arguments::given::Argument;
pub use arguments::number::Number;
pub use arguments::{ArgumentType, Value};
pub use catalog::Catalog;
pub use codes::CodeEntry;
pub use error_code::ErrorCode;
pub use fault::{
    CatalogError, CodesProblem, Fault, FileProblem, FileRole, MessageProblem, RenderProblem, SyntaxProblem,
    SyntaxProblemKind, SystemError,
};
pub use folder::memory::{FileContents, embedded_files};
pub use ftl::variable::Variable;
pub use live::LiveCatalog;
pub use live::report::{Rejection, ReloadReport, ReloadUnit};
#[cfg(feature = "watch")]
pub use live::watch::{WatchError, Watcher};
pub use lookup::has_code::HasCode;
pub use lookup::localizer::Localizer;
pub use lookup::prompt::{Action, Prompt};
pub use negotiation::accept_language::accept_language;
pub use negotiation::direction::Direction;
pub use position::Position;

#[cfg(any(doc, doctest))]
#[doc = include_str!("../docs/codes-toml.md")]
pub mod codes_toml {}

/// Internals for this project's own tools and benchmarks, not covered by semantic versioning.
#[doc(hidden)]
pub mod internal {
    pub use crate::catalog::{folder_faults, read_catalog};
    pub use crate::codes::settings_faults;
    #[cfg(feature = "embedded")]
    pub use crate::embedded::load_embedded;
    pub use crate::fault::is_codes_file_fault;
    pub use crate::ftl::options::{Ignored, ignored};
    pub use crate::negotiation::Matcher;
}

/// Runs the examples of the guides as tests.
#[cfg(doctest)]
mod guides {
    #[doc = include_str!("../README.md")]
    struct English;
    #[doc = include_str!("../README.zh-CN.md")]
    struct Chinese;
    #[doc = include_str!("../docs/library.md")]
    struct Library;
    #[doc = include_str!("../docs/library.zh-CN.md")]
    struct ChineseLibrary;
    #[doc = include_str!("../docs/codes-toml.md")]
    struct CodesToml;
}
