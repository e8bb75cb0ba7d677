//! The check: finds missing, broken and wrong messages in a folder of locales.
//!
//! A folder is read ([`input`]), parsed ([`tree`], [`facts`]) and looked at by every [`rule`] ([`rules`]). What they
//! find is sorted and counted by the [`engine`], and printed by the formats, which know nothing of this.

pub(crate) mod docs;
pub(crate) mod engine;
pub(crate) mod facts;
pub(crate) mod finding;
pub(crate) mod input;
pub(crate) mod nearest;
pub(crate) mod outcome;
pub(crate) mod plurals;
pub(crate) mod record;
pub(crate) mod rendering;
pub(crate) mod rule;
pub(crate) mod selects;
pub(crate) mod settings;
pub(crate) mod tree;

mod allow;
mod calls;
mod characters;
mod context;
mod ends;
mod figures;
pub(crate) mod lines;
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
