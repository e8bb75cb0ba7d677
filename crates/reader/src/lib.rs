//! How code-prompts reads Fluent files and `codes.toml`: the code that its library and its tools share.
//!
//! This is an internal crate: it may change in any release, and `code-prompts` depends on exactly its own version of
//! it. Only [`SyntaxProblem`] and [`SyntaxProblemKind`] are stable, since the library exports them.
//!
//! - [`guard`] makes a Fluent text safe for the parser, and [`recover()`] narrows the parser's errors to the parts that
//!   are broken.
//! - [`walk`] finds the files of a folder of locales, on disk or in [`memory`], and [`decode()`] decodes their bytes.
//! - [`document`] is the syntax tree of a `codes.toml`, and [`keys`] are its keys.
//! - [`Lines`] converts byte offsets to lines and columns.
//! - [`names`] has identifiers and reserved names, and [`characters`] the invisible characters.
//! - [`visible`] shows names and texts so that they don't act on a terminal or a log.

#![deny(missing_docs, clippy::indexing_slicing, clippy::print_stderr, clippy::print_stdout, clippy::string_slice)]

pub mod characters;
mod decode;
pub mod document;
mod explain;
pub mod keys;
mod limits;
mod lines;
pub mod memory;
pub mod names;
mod recover;
mod syntax_problem;
pub mod visible;
pub mod walk;

pub use decode::{Encoding, decode};
pub use limits::{MAX_PLACEABLES, guard, negative_arguments, parsable};
pub use lines::Lines;
pub use recover::{BrokenPart, recover};
pub use syntax_problem::{SyntaxProblem, SyntaxProblemKind};
