//! Properties that hold for any input.
//!
//! Each [`Target`] accepts any bytes, passes them to the library or a command, and panics if a property does not hold.
//! The fuzz targets in `fuzz/` run them, and `tests/properties.rs` runs them with the same inputs each time. Inputs are
//! texts, so that a failing one can be read: a header, a list of languages, a folder in which each file begins with a
//! line such as `=== en-US/a.ftl ===`, a command and a folder, or edits of a folder.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![deny(missing_docs)]

mod accept_language;
mod arguments;
mod check;
mod command;
mod editor;
mod fluent;
mod fmt;
mod folder;
mod interrupts;
mod loading;
mod lookup;
mod meaning;
mod mutation;
mod negotiation;
mod overrides;
mod reloads;
mod sync;
mod tags;

use std::time::{Duration, Instant};

use fastrand::Rng;

/// A function of the library or a command that reads untrusted input.
#[derive(Debug)]
pub struct Target {
    /// The name of the target and of its folders in `seeds/` and `regressions/`.
    pub name: &'static str,
    verify: fn(&[u8]),
    generate: fn(&mut Rng) -> String,
    line: fn(&mut Rng) -> String,
    tokens: &'static [&'static str],
}

/// All targets.
pub const TARGETS: [&Target; 11] = [
    &accept_language::TARGET,
    &negotiation::TARGET,
    &loading::TARGET,
    &lookup::TARGET,
    &overrides::TARGET,
    &reloads::TARGET,
    &check::TARGET,
    &fmt::TARGET,
    &sync::TARGET,
    &interrupts::TARGET,
    &editor::TARGET,
];

/// The time limit for one input, also in a slow build. Generated inputs are short.
const TIME_LIMIT: Duration = Duration::from_secs(10);

impl Target {
    /// Returns the target with this name.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[must_use]
    pub fn named(name: &str) -> &'static Self {
        TARGETS.into_iter().find(|target| target.name == name).expect("the name of a target")
    }

    /// Checks the properties for an input.
    ///
    /// # Panics
    ///
    /// If a property does not hold.
    pub fn verify(&self, input: &[u8]) {
        let begin = Instant::now();
        (self.verify)(input);
        let elapsed = begin.elapsed();
        assert!(elapsed < TIME_LIMIT, "{}: {} bytes took {elapsed:?}", self.name, input.len());
    }

    /// Generates an input by the target's grammar: mostly valid, sometimes not.
    #[must_use]
    pub fn generate(&self, seed: u64) -> Vec<u8> {
        (self.generate)(&mut Rng::with_seed(seed)).into_bytes()
    }

    /// Mutates an input in a few places.
    #[must_use]
    pub fn mutate(&self, input: &[u8], seed: u64) -> Vec<u8> {
        mutation::mutate(self, input, &mut Rng::with_seed(seed))
    }
}

/// Returns a random element.
fn one_of<'t, T: ?Sized>(rng: &mut Rng, choices: &[&'t T]) -> &'t T {
    choices[rng.usize(..choices.len())]
}
