//! Why a request fails, and the HTTP status that goes with it.

use axum::http::header::WWW_AUTHENTICATE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use code_prompts::{ErrorCode, Value};

/// Why a request fails: what a handler returns as its error.
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

    /// Adds what the log is to say of it. The client is not told.
    pub fn because(mut self, cause: impl ToString) -> Self {
        self.cause = Some(cause.to_string());
        self
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        Self { code, arguments: Vec::new(), cause: None }
    }
}

/// Leaves the body to [`explain_failures`](crate::problem::explain_failures), which knows the user's languages.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(self.code).into_response();
        if response.status() == StatusCode::UNAUTHORIZED {
            // RFC 9110 wants to see how to authenticate.
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Gives the HTTP status for a code. One that nobody has thought of is the server's fault.
pub fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::INVALID_PARAMETER => StatusCode::BAD_REQUEST,
        // The user has to sign in, again or for the first time.
        ErrorCode::AUTHENTICATION_FAILED | ErrorCode::IM_LOGIN_FAILED | ErrorCode::SIGNED_IN_ELSEWHERE => {
            StatusCode::UNAUTHORIZED
        }
        ErrorCode::PERMISSION_DENIED => StatusCode::FORBIDDEN,
        // What the request names is not there.
        ErrorCode::OPERATION_NOT_FOUND
        | ErrorCode::ROOM_NOT_FOUND
        | ErrorCode::SEAT_NUMBER_NOT_FOUND
        | ErrorCode::MEMBER_NOT_FOUND
        | ErrorCode::IM_ACCOUNT_NOT_FOUND => StatusCode::NOT_FOUND,
        ErrorCode::METHOD_NOT_SUPPORTED => StatusCode::METHOD_NOT_ALLOWED,
        // The request is right, but things are not as it would have them.
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
        // Well-formed, and yet of no use.
        ErrorCode::ROLE_NOT_DEFINED
        | ErrorCode::ROOM_CONFIGURATION_NOT_FOUND
        | ErrorCode::INVALID_SEAT_CONFIGURATION => StatusCode::UNPROCESSABLE_ENTITY,
        // Another service failed this one.
        ErrorCode::IM_SERVICE_ERROR | ErrorCode::IM_ACCOUNT_CREATION_FAILED => StatusCode::BAD_GATEWAY,
        // Later it may work.
        ErrorCode::SERVICE_BUSY | ErrorCode::SERVICE_ERROR => StatusCode::SERVICE_UNAVAILABLE,
        // INTERNAL_SERVER_ERROR and RTC_INITIALIZATION_FAILED among them.
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Gives the code for an error that somebody else made: axum, or a layer. The meaning is no narrower than the status's.
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
