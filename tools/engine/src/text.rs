//! What is known of languages, whoever asks: no syntax tree comes in here.

pub(crate) mod ends;
pub(crate) mod figures;
pub(crate) mod marks;
pub(crate) mod mojibake;
pub(crate) mod nearest;
mod numerals;
pub(crate) mod plurals;
pub(crate) mod run;
pub(crate) mod scripts;
pub(crate) mod words;
