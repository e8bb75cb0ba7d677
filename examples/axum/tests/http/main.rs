//! What comes back over HTTP, and what the log says. Each test has a server of its own, on a port of its own.

mod bounds;
mod failures;
mod languages;
mod log;
mod support;
