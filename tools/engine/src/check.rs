//! The check: finds missing, broken and wrong messages in a folder of locales.

pub mod engine;
pub mod finding;
pub mod outcome;

mod allow;
mod calls;
mod characters;
mod context;
mod ends;
mod figures;
mod names;
mod placeables;
mod reach;
mod rendering;
mod rules;
mod twice;

pub use crate::rule::{Rule, Scope, Severity};
pub use engine::{Options, run};
pub use finding::{Finding, Place};
pub use outcome::{Located, Outcome};

#[cfg(test)]
mod hostile;
