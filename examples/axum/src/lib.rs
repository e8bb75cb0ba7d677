//! A server that answers a failing request in the user's language, as problem details ([RFC 9457]).
//!
//! To use it in a server of your own, copy [`failure`], [`languages`] and [`problem`], and wrap your routes with
//! [`explained`]. [`server`] limits the size and time of requests. The handlers in [`rooms`] mostly fail, as examples.
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
use code_prompts::LiveCatalog;

use crate::problem::Prompts;

/// The maximum size of a request's body in bytes.
const MAX_BODY: usize = 16 * 1024;

/// Returns the example's routes, for [`server`].
pub fn app(catalog: LiveCatalog) -> Router {
    explained(rooms::routes(), catalog)
}

/// Adds the layer that writes problem details to all routes.
pub fn explained(routes: Router, catalog: LiveCatalog) -> Router {
    let prompts = Arc::new(Prompts::new(catalog));
    routes
        .layer(DefaultBodyLimit::max(MAX_BODY))
        // The last layer wraps the others. Only layers such as compression belong further out.
        .layer(middleware::from_fn_with_state(prompts, problem::explain_failures))
}
