//! The error type of the handlers, and the HTTP status of each code.

use axum::http::header::WWW_AUTHENTICATE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use code_prompts::{ErrorCode, HasCode, Value};

/// The reason why a request fails. Handlers return it as their error.
///
/// ```
/// use axum_example::failure::Failure;
/// use code_prompts::ErrorCode;
///
/// async fn first_seat(configured: &str) -> Result<u32, Failure> {
///     let wrong = |error| Failure::from(ErrorCode::INVALID_SEAT_CONFIGURATION).because(error);
///     let seats: u32 = configured.parse().map_err(wrong)?;
///     if seats == 0 { Err(ErrorCode::SEATS_FULL.into()) } else { Ok(1) }
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Failure {
    pub(crate) code: ErrorCode,
    pub(crate) arguments: Vec<(&'static str, Value<'static>)>,
    pub(crate) cause: Option<String>,
}

impl Failure {
    /// Sets a variable that the code's prompt depends on.
    pub fn with(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Adds a cause for the log. The client does not see it.
    pub fn because(mut self, cause: impl ToString) -> Self {
        self.cause = Some(cause.to_string());
        self
    }
}

impl HasCode for Failure {
    fn code(&self) -> ErrorCode {
        self.code
    }

    fn args(&self) -> Vec<(&str, Value<'_>)> {
        self.arguments.iter().map(|(name, value)| (*name, value.into())).collect()
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        Self { code, arguments: Vec::new(), cause: None }
    }
}

/// Sets the status. [`explain_failures`](crate::problem::explain_failures) writes the body, in the user's language.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(self.code).into_response();
        if response.status() == StatusCode::UNAUTHORIZED {
            // RFC 9110 requires this header.
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Returns the HTTP status for a code: 500 for codes that are not listed here.
pub fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::INVALID_PARAMETER => StatusCode::BAD_REQUEST,
        // The user has to sign in, again or for the first time.
        ErrorCode::AUTHENTICATION_FAILED | ErrorCode::IM_LOGIN_FAILED | ErrorCode::SIGNED_IN_ELSEWHERE => {
            StatusCode::UNAUTHORIZED
        }
        ErrorCode::PERMISSION_DENIED => StatusCode::FORBIDDEN,
        // A resource in the request does not exist.
        ErrorCode::OPERATION_NOT_FOUND
        | ErrorCode::ROOM_NOT_FOUND
        | ErrorCode::SEAT_NUMBER_NOT_FOUND
        | ErrorCode::MEMBER_NOT_FOUND
        | ErrorCode::IM_ACCOUNT_NOT_FOUND => StatusCode::NOT_FOUND,
        ErrorCode::METHOD_NOT_SUPPORTED => StatusCode::METHOD_NOT_ALLOWED,
        // The request is valid, but conflicts with the present state.
        ErrorCode::ROOM_ALREADY_EXISTS
        | ErrorCode::ROOM_PROPERTY_ALREADY_EXISTS
        | ErrorCode::MEMBER_PROPERTY_ALREADY_EXISTS
        | ErrorCode::SEAT_NUMBER_ALREADY_EXISTS
        | ErrorCode::IM_ACCOUNT_ALREADY_EXISTS
        | ErrorCode::USER_ALREADY_SEATED
        | ErrorCode::SEATS_FULL
        | ErrorCode::ROLE_LIMIT_REACHED
        | ErrorCode::PEOPLE_LIMIT_EXCEEDED
        | ErrorCode::RTC_DISCONNECTED => StatusCode::CONFLICT,
        ErrorCode::ROOM_CLOSED => StatusCode::GONE,
        ErrorCode::DATA_FORMAT_NOT_SUPPORTED => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        // The request is well-formed, but can't be processed.
        ErrorCode::ROLE_NOT_DEFINED
        | ErrorCode::ROOM_CONFIGURATION_NOT_FOUND
        | ErrorCode::INVALID_SEAT_CONFIGURATION => StatusCode::UNPROCESSABLE_ENTITY,
        // Another service failed.
        ErrorCode::IM_SERVICE_ERROR | ErrorCode::IM_ACCOUNT_CREATION_FAILED => StatusCode::BAD_GATEWAY,
        // The request may succeed later.
        ErrorCode::SERVICE_BUSY | ErrorCode::SERVICE_ERROR => StatusCode::SERVICE_UNAVAILABLE,
        // Includes INTERNAL_SERVER_ERROR and RTC_INITIALIZATION_FAILED.
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Returns the code for a status that axum or a layer set. The code means no more than the status.
pub(crate) fn code(status: StatusCode) -> ErrorCode {
    match status {
        StatusCode::UNAUTHORIZED => ErrorCode::AUTHENTICATION_FAILED,
        StatusCode::FORBIDDEN => ErrorCode::PERMISSION_DENIED,
        StatusCode::NOT_FOUND => ErrorCode::OPERATION_NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => ErrorCode::METHOD_NOT_SUPPORTED,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ErrorCode::DATA_FORMAT_NOT_SUPPORTED,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => ErrorCode::SERVICE_BUSY,
        other if other.is_client_error() => ErrorCode::INVALID_PARAMETER,
        _ => ErrorCode::INTERNAL_SERVER_ERROR,
    }
}
