//! The engine of the tools: the model of a folder of locales, its check and its editing.

pub mod check;
pub mod edit;
pub mod project;
pub mod rule;

mod error;
mod text;

pub use error::Error;
