//! The check: finds missing, broken and wrong messages in a folder of locales.
//!
//! A folder is read ([`input`]), parsed ([`tree`], [`facts`]) and looked at by every [`rule`] ([`rules`]). What they
//! find is sorted and counted by the [`engine`], and printed by the formats, which know nothing of this.

pub mod docs;
pub mod engine;
pub mod facts;
pub mod finding;
pub mod input;
pub mod nearest;
pub mod outcome;
pub mod plurals;
pub mod record;
pub mod rendering;
pub mod rule;
pub mod selects;
pub mod settings;
pub mod tree;

mod allow;
mod calls;
mod characters;
mod context;
mod ends;
mod figures;
pub mod lines;
mod marks;
mod mojibake;
mod names;
mod numerals;
mod placeables;
mod reach;
mod rules;
mod run;
mod scripts;
mod twice;
mod words;

#[cfg(test)]
mod hostile;
