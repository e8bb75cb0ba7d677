//! The check: finds missing, broken and wrong messages in a folder of locales.
//!
//! [`run`] reads a folder, runs each [`Rule`] on it, and returns the sorted findings as an [`Outcome`].

mod engine;
mod finding;
mod fix;
mod fingerprint;
mod outcome;

mod allow;
mod baseline;
mod calls;
mod changed;
mod cause;
mod characters;
mod consequences;
mod context;
mod duplicates;
mod ends;
mod figures;
mod names;
mod new_variants;
mod options;
mod originals;
mod overrides;
mod placeables;
mod reach;
mod rendering;
mod renderings;
mod rules;
mod same;
mod severities;
mod unknown;
mod unused;
mod written;
mod since;

pub use crate::rule::{Rule, Scope, Severity};
pub use baseline::Baseline;
pub(crate) use engine::run_on;
pub use engine::{Options, run, run_with};
pub use finding::{Finding, Place};
pub use fingerprint::Fingerprint;
pub use fix::Fix;
pub use options::function_options;
pub use outcome::{Compared, Located, Outcome, Since};
pub use overrides::run_overrides;
