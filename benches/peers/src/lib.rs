//! Measures code-prompts and its alternatives, on the same texts.
//!
//! - [`peer`] is the interface of a peer, and [`peers`] has a file for each.
//! - [`catalogue`] has the codes and texts.
//! - [`timing`] measures candidates in turn; [`measures`] defines the timings, [`answers`] the comparison of texts.
//! - [`tables`] and [`report`] write the tables, [`environment`] describes the machine.

pub mod answers;
pub mod catalogue;
pub mod environment;
pub mod measures;
pub mod peer;
pub mod peers;
pub mod report;
pub mod tables;
pub mod timing;

// The macros of fluent-zero and rust-i18n look for generated items here.
use peers::fluent_zero::compiled::CATALOG;
use peers::rust_i18n::{_rust_i18n_t, _rust_i18n_try_translate};
