//! How code-prompts reads Fluent files and `codes.toml`: what its library and its tools share.
//!
//! This is an internal crate: it may change in any release, and `code-prompts` depends on exactly its own version of it.
//! [`SyntaxProblem`] and [`SyntaxProblemKind`] alone are stable, since the library exports them.
//!
//! - [`guard`] makes a Fluent text safe for the parser, and [`recover()`] finds what is really broken where the parser has seen
//!   errors.
//! - [`walk`] finds the files of a folder of locales, and [`decode()`] makes text of their bytes.
//! - [`document`] is a `codes.toml` as a tree, in the order of its text, and [`keys`] are its keys.
//! - [`Lines`] finds lines and columns.
//! - [`names`] and [`characters`] decide what an identifier is, and what nobody can see.

#![deny(missing_docs, clippy::indexing_slicing, clippy::print_stderr, clippy::print_stdout, clippy::string_slice)]

pub mod characters;
mod decode;
pub mod document;
mod explain;
pub mod keys;
mod limits;
mod lines;
pub mod names;
mod recover;
mod syntax_problem;
pub mod walk;

pub use decode::{Encoding, decode};
pub use limits::{MAX_PLACEABLES, guard, negative_arguments};
pub use lines::Lines;
pub use recover::{Unread, recover};
pub use syntax_problem::{SyntaxProblem, SyntaxProblemKind};
