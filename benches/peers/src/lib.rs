//! Measures code-prompts beside what one would use instead, on the same texts.
//!
//! - [`peer`] is what is asked of each, and [`peers`] has a file for each.
//! - [`catalogue`] is what they are asked for.
//! - [`timing`] takes them in turn; [`measures`] says what is timed, [`answers`] what is compared.
//! - [`tables`] and [`report`] print and write, [`environment`] says on what machine.

pub mod answers;
pub mod catalogue;
pub mod environment;
pub mod measures;
pub mod peer;
pub mod peers;
pub mod report;
pub mod tables;
pub mod timing;

// Where the macros of fluent-zero and rust-i18n look for what their generators have made.
use peers::fluent_zero::compiled::CATALOG;
use peers::rust_i18n::{_rust_i18n_t, _rust_i18n_try_translate};
