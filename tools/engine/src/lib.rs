//! Reads, checks and edits a folder of locales. The command `prompts` adds arguments and printing to it.
//!
//! Any other tool, such as an editor server or a web page, can depend on this crate alone. Nothing here prints.
//! An [`Error`] has lines to show to a user.
//!
//! # Check a folder
//!
//! [`check::run`] reads a folder `DIR/<locale>/**/*.ftl` or `DIR/<locale>.ftl`, with or without a `codes.toml`, and
//! runs every rule on it:
//!
//! ```
//! use code_prompts_engine::check::{self, Options, Rule, Severity};
//!
//! let dir = tempfile::tempdir()?;
//! std::fs::write(dir.path().join("en.ftl"), "room-closed = The room is closed\nroom-full = The room is full\n")?;
//! std::fs::write(dir.path().join("fr.ftl"), "room-closed = La salle est fermée\n")?;
//!
//! let options = Options { dir: dir.path().to_owned(), source: Some("en".to_owned()), ..Options::default() };
//! let outcome = check::run(&options)?;
//! assert_eq!(outcome.count(Severity::Error), 1);
//!
//! let finding = &outcome.findings[0];
//! assert_eq!((finding.rule, finding.id.as_deref()), (Rule::MissingMessage, Some("room-full")));
//! assert_eq!(finding.message, "readers of fr are shown `room-full` in another language");
//! let at = outcome.locate(&finding.place);
//! assert!(at.file.ends_with("fr.ftl"));
//! assert_eq!((at.line, at.column), (2, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Change a folder
//!
//! [`project::Project`] is a folder that has been read. The functions of [`edit`] return [`Changes`](edit::Changes) to
//! its files, which you can show, or write: all of them or none:
//!
//! ```
//! use code_prompts_engine::edit::sync;
//! use code_prompts_engine::project::{Project, status};
//!
//! let dir = tempfile::tempdir()?;
//! std::fs::write(dir.path().join("en.ftl"), "room-closed = The room is closed\nroom-full = The room is full\n")?;
//! std::fs::write(dir.path().join("fr.ftl"), "room-closed = La salle est fermée\n")?;
//!
//! let project = Project::read(dir.path(), Some("en"))?;
//! assert_eq!(status(&project, &["fr".to_owned()])?.locales[0].summary.missing, 1);
//!
//! let synced = sync(&project, None)?;
//! assert_eq!(synced.locales[0].new, 1);
//! synced.changes.write()?;
//! assert!(std::fs::read_to_string(dir.path().join("fr.ftl"))?.contains("# en: The room is full\n# room-full ="));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Modules
//!
//! [`check`] and [`edit`] use [`project`], and do not use each other. [`exchange`], the files for translators who work with
//! other tools, uses all three. They use private modules with data about languages.

#![deny(missing_docs)]

pub mod check;
pub mod edit;
pub mod exchange;
pub mod project;

mod error;
mod rule;
mod text;

pub use error::Error;
pub use text::hash::hash;
