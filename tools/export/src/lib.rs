//! What apps on other platforms get from a folder of locales: its texts in their formats, its codes as constants in their
//! languages, and a registry of both. The command `prompts` adds arguments and printing to it.
//!
//! Everything here reads a folder through `code-prompts-engine` and returns files as texts. Nothing here prints, and
//! nothing writes.

#![deny(missing_docs)]

pub mod constants;
pub mod diff;
pub mod export;
mod locales;
pub mod registry;
mod words;
