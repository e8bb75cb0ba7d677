//! The check: finds missing, broken and wrong messages in a folder of locales.
//!
//! [`run`] reads a folder and looks at it with each [`Rule`]. What they find is sorted and counted, as an [`Outcome`].

mod engine;
mod finding;
mod outcome;

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
