//! Tests responses over HTTP, and the log. Each test has its own server on its own port.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod bounds;
mod failures;
mod languages;
mod log;
mod support;
