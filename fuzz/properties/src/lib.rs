//! What holds whatever the input is.
//!
//! Each [`Target`] takes any bytes, does with them what the library or a command does, and panics where something that
//! is promised does not hold. The fuzz targets in `fuzz/` call these, and so does `tests/properties.rs` with inputs
//! that are the same each time. Inputs are texts, so that whatever breaks something can be opened and read: a header, a
//! list of languages, a folder of files with a line such as `=== en-US/a.ftl ===` above each, or edits of a folder.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#![deny(missing_docs)]

mod accept_language;
mod arguments;
mod check;
mod command;
mod fluent;
mod fmt;
mod folder;
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

/// Something that takes what others have written.
#[derive(Debug)]
pub struct Target {
    /// Its name, that of its folders in `seeds/` and `regressions/`.
    pub name: &'static str,
    hold: fn(&[u8]),
    make: fn(&mut Rng) -> String,
    line: fn(&mut Rng) -> String,
    tokens: &'static [&'static str],
}

/// All targets.
pub const TARGETS: [&Target; 9] = [
    &accept_language::TARGET,
    &negotiation::TARGET,
    &loading::TARGET,
    &lookup::TARGET,
    &overrides::TARGET,
    &reloads::TARGET,
    &check::TARGET,
    &fmt::TARGET,
    &sync::TARGET,
];

/// No input that a test or a fuzzer makes is long, and none may take longer, even in a build that is slow.
const ENOUGH: Duration = Duration::from_secs(10);

impl Target {
    /// Finds a target.
    ///
    /// # Panics
    ///
    /// When there is none of this name.
    #[must_use]
    pub fn named(name: &str) -> &'static Self {
        TARGETS.into_iter().find(|target| target.name == name).expect("the name of a target")
    }

    /// Tries an input.
    ///
    /// # Panics
    ///
    /// When something that is promised does not hold.
    pub fn hold(&self, input: &[u8]) {
        let begin = Instant::now();
        (self.hold)(input);
        let taken = begin.elapsed();
        assert!(taken < ENOUGH, "{}: {} bytes took {taken:?}", self.name, input.len());
    }

    /// Makes an input by the grammar of what the target takes: mostly right, and now and then not.
    #[must_use]
    pub fn make(&self, seed: u64) -> Vec<u8> {
        (self.make)(&mut Rng::with_seed(seed)).into_bytes()
    }

    /// Changes an input in a few places.
    #[must_use]
    pub fn mutate(&self, input: &[u8], seed: u64) -> Vec<u8> {
        mutation::mutate(self, input, &mut Rng::with_seed(seed))
    }
}

/// Takes one of some things.
fn one_of<'t, T: ?Sized>(rng: &mut Rng, things: &[&'t T]) -> &'t T {
    things[rng.usize(..things.len())]
}
