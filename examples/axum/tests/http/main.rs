//! What comes back over HTTP, and what the log says. Each test has a server of its own, on a port of its own.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod bounds;
mod failures;
mod languages;
mod log;
mod support;
