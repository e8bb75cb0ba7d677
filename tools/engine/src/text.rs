//! Data and functions for text in any language. They do not use syntax trees.

pub(crate) mod ends;
pub(crate) mod entities;
pub(crate) mod figures;
pub(crate) mod forms;
pub(crate) mod hash;
pub(crate) mod languages;
pub(crate) mod marks;
pub(crate) mod mojibake;
pub(crate) mod nearest;
pub(crate) mod nouns;
mod numerals;
pub(crate) mod plurals;
pub(crate) mod prose;
pub(crate) mod run;
pub(crate) mod scripts;
pub(crate) mod tags;
pub(crate) mod words;
