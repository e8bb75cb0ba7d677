//! The engine of the tools: the model of a folder of locales, its check and its editing.

pub mod cases;
pub mod check;
pub mod edit;

mod error;

pub use error::Error;
