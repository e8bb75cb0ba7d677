//! A server that answers a failing request in the user's language, as problem details ([RFC 9457]).
//!
//! To have it in a server of your own, take [`failure`], [`languages`] and [`problem`], and put [`explained`] around
//! your routes. [`server`] bounds what a stranger may send; what is in [`rooms`] mostly fails, to be seen.
//!
//! [RFC 9457]: https://www.rfc-editor.org/rfc/rfc9457

pub mod failure;
pub mod languages;
pub mod log_limit;
pub mod problem;
pub mod rooms;
pub mod server;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use code_prompts::Catalog;

use crate::problem::Prompts;

/// How many bytes of a request's body are read.
const MAX_BODY: usize = 16 * 1024;

/// Everything that there is to ask for, as [`server`] serves it.
pub fn app(catalog: Catalog) -> Router {
    explained(rooms::routes(), catalog)
}

/// Puts a layer around all routes that says what failed.
pub fn explained(routes: Router, catalog: Catalog) -> Router {
    let prompts = Arc::new(Prompts::new(catalog));
    routes
        .layer(DefaultBodyLimit::max(MAX_BODY))
        // The last, so that it is around the others. Only a layer that compresses or the like goes further out.
        .layer(middleware::from_fn_with_state(prompts, problem::explain_failures))
}
