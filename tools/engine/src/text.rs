//! What is known of languages, whoever asks: no syntax tree comes in here.

pub mod ends;
pub mod figures;
pub mod marks;
pub mod mojibake;
pub mod nearest;
pub mod numerals;
pub mod plurals;
pub mod run;
pub mod scripts;
pub mod words;
