//! Writes failures as problem details in the user's language, and logs them in English.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use code_prompts::{Action, Catalog, CodeEntry, ErrorCode, LiveCatalog, Prompt};
use futures_util::FutureExt;
use serde::Serialize;
use uuid::Uuid;

use crate::failure::{self, Failure};
use crate::languages::Languages;
use crate::log_limit::LogLimit;

const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/problem+json");

/// The prefix of problem types' URIs. Use an address of yours, if possible with a page for each code.
const TYPES: &str = "https://example.com/problems/";

/// The time limit for a request, including its body.
const MAX_TIME: Duration = Duration::from_secs(10);

/// The maximum of bytes that are logged of axum's message about a bad request. It repeats parts of the request.
const MAX_CAUSE: usize = 500;

/// The texts, for users and for the log.
pub struct Prompts {
    catalog: LiveCatalog,
    /// Each for its own: a flood of bad requests must not hide a failure of the server.
    client_failures: LogLimit,
    server_failures: LogLimit,
}

impl Prompts {
    pub fn new(catalog: LiveCatalog) -> Self {
        Self { catalog, client_failures: LogLimit::default(), server_failures: LogLimit::default() }
    }
}

/// Problem details: the members of RFC 9457 and three extensions: `code`, `action` and `retryable`.
#[derive(Serialize)]
struct Problem<'a> {
    /// The `help` of the code in codes.toml, otherwise an address that contains the code, since a message may be renamed.
    r#type: String,
    /// The text that is the same for every occurrence.
    title: &'a str,
    status: u16,
    /// The text for the user. It may depend on the occurrence.
    detail: &'a str,
    /// The id of this occurrence, also in the log.
    instance: &'a str,
    code: ErrorCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<Action<'a>>,
    /// Whether the same request may succeed later, as far as codes.toml says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    retryable: Option<bool>,
}

/// Answers each failing request with problem details, and logs it: a handler that returns a [`Failure`], panics or
/// takes too long, and a request that axum itself rejects, such as an unknown path or a body that is not JSON. A
/// response that has problem details already, such as one from another server, is not changed.
pub async fn explain_failures(State(prompts): State<Arc<Prompts>>, request: Request, next: Next) -> Response {
    let languages = Languages::of(request.headers());
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let handled = AssertUnwindSafe(next.run(request)).catch_unwind();
    let mut response = match tokio::time::timeout(MAX_TIME, handled).await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => Failure::from(ErrorCode::INTERNAL_SERVER_ERROR).because("it panicked").into_response(),
        Err(_) => Failure::from(ErrorCode::SERVICE_BUSY).because("it took too long").into_response(),
    };

    let status = response.status();
    let is_explained = response.headers().get(CONTENT_TYPE) == Some(&MEDIA_TYPE);
    if !(status.is_client_error() || status.is_server_error()) || is_explained {
        return response;
    }
    let failure = match response.extensions_mut().remove() {
        Some(failure) => failure,
        None => Failure { cause: text(response.body_mut()).await, ..failure::code(status).into() },
    };
    let catalog = prompts.catalog.catalog(); // one version of the texts for all of this response
    let localizer = languages.localizer(&catalog);
    let prompt = localizer.prompt_for(&failure);
    let without_arguments = localizer.prompt(failure.code);
    let instance = Uuid::new_v4().urn().to_string();
    let limit = if status.is_server_error() { &prompts.server_failures } else { &prompts.client_failures };
    if limit.admit() {
        log(&instance, &method, &uri, status, &failure, &prompt, &catalog);
    }

    let entry = catalog.entry(failure.code);
    let problem = Problem {
        r#type: entry.and_then(CodeEntry::help).map_or_else(|| format!("{TYPES}{}", failure.code), str::to_owned),
        title: without_arguments.text(),
        status: status.as_u16(),
        detail: prompt.text(),
        instance: &instance,
        code: failure.code,
        action: prompt.action(),
        retryable: entry.and_then(CodeEntry::is_retryable),
    };
    let (_, body) = Json(problem).into_response().into_parts();
    *response.body_mut() = body;
    // Other headers stay: Allow of a 405, WWW-Authenticate of a 401.
    let headers = response.headers_mut();
    headers.remove(CONTENT_LENGTH);
    headers.insert(CONTENT_TYPE, MEDIA_TYPE);
    if let Ok(locale) = HeaderValue::from_str(prompt.locale()) {
        headers.insert(CONTENT_LANGUAGE, locale);
    }
    headers.append(VARY, HeaderValue::from_static("accept-language"));
    // The body is about one occurrence, and by default a cache may store a 404, a 405 and a 410.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Logs a failure in English, and the faults of the prompt.
///
/// Values from the request are in quotes, with line ends and control characters escaped, so that no request can write a
/// line of its own into the log. The query is not logged, since it may contain secrets.
fn log(
    instance: &str,
    method: &Method,
    uri: &Uri,
    status: StatusCode,
    failure: &Failure,
    prompt: &Prompt<'_>,
    catalog: &Catalog,
) {
    let english = catalog.localizer(["en-US"]).without_isolation_marks();
    let in_english = english.prompt_for(failure);
    let (code, status, path) = (failure.code, status.as_u16(), uri.path());
    let span = tracing::error_span!("failure", instance, %method, path, status, %code, id = prompt.id());
    let _entered = span.enter();
    let (description, cause) = (in_english.description(), failure.cause.as_deref());
    if status >= 500 {
        tracing::error!(description, cause, "a request failed");
    } else {
        tracing::info!(description, cause, "a request failed");
    }
    let only_in_english = in_english.faults().iter().filter(|fault| !prompt.faults().contains(fault));
    for fault in prompt.faults().iter().chain(only_in_english) {
        tracing::warn!(fault = fault.to_string(), help = fault.help(), "the prompt has a fault");
    }
}

/// Reads the beginning of axum's message about a request. A streaming body is not read.
async fn text(body: &mut Body) -> Option<String> {
    let body = std::mem::take(body);
    let length = usize::try_from(body.size_hint().exact()?).ok()?;
    let text = to_bytes(body, length).await.ok()?;
    let beginning = text.get(..MAX_CAUSE).unwrap_or(&text);
    (!beginning.is_empty()).then(|| String::from_utf8_lossy(beginning).into_owned())
}
