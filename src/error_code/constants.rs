// Written by `prompts constants` from codes.toml.

use super::ErrorCode;

impl ErrorCode {
    /// `-4`: `im-login-failed`.
    pub const IM_LOGIN_FAILED: Self = Self::new(-4);
    /// `-1`: `rtc-initialization-failed`.
    pub const RTC_INITIALIZATION_FAILED: Self = Self::new(-1);
    /// `400`: `invalid-parameter`.
    pub const INVALID_PARAMETER: Self = Self::new(400);
    /// `401`: `authentication-failed`.
    pub const AUTHENTICATION_FAILED: Self = Self::new(401);
    /// `403`: `permission-denied`.
    pub const PERMISSION_DENIED: Self = Self::new(403);
    /// `404`: `operation-not-found`.
    pub const OPERATION_NOT_FOUND: Self = Self::new(404);
    /// `405`: `method-not-supported`.
    pub const METHOD_NOT_SUPPORTED: Self = Self::new(405);
    /// `409`: `room-already-exists`.
    pub const ROOM_ALREADY_EXISTS: Self = Self::new(409);
    /// `415`: `data-format-not-supported`.
    pub const DATA_FORMAT_NOT_SUPPORTED: Self = Self::new(415);
    /// `500`: `internal-server-error`.
    pub const INTERNAL_SERVER_ERROR: Self = Self::new(500);
    /// `503`: `service-busy`.
    pub const SERVICE_BUSY: Self = Self::new(503);
    /// `1001`: `service-error`.
    pub const SERVICE_ERROR: Self = Self::new(1001);
    /// `1002`: `role-limit-reached`.
    pub const ROLE_LIMIT_REACHED: Self = Self::new(1002);
    /// `1003`: `role-not-defined`.
    pub const ROLE_NOT_DEFINED: Self = Self::new(1003);
    /// `1004`: `room-not-found`.
    pub const ROOM_NOT_FOUND: Self = Self::new(1004);
    /// `1005`: `room-configuration-not-found`.
    pub const ROOM_CONFIGURATION_NOT_FOUND: Self = Self::new(1005);
    /// `1006`: `room-property-already-exists`.
    pub const ROOM_PROPERTY_ALREADY_EXISTS: Self = Self::new(1006);
    /// `1007`: `member-property-already-exists`.
    pub const MEMBER_PROPERTY_ALREADY_EXISTS: Self = Self::new(1007);
    /// `1008`: `seat-number-already-exists`.
    pub const SEAT_NUMBER_ALREADY_EXISTS: Self = Self::new(1008);
    /// `1009`: `seats-full`.
    pub const SEATS_FULL: Self = Self::new(1009);
    /// `1010`: `user-already-seated`.
    pub const USER_ALREADY_SEATED: Self = Self::new(1010);
    /// `1011`: `seat-number-not-found`.
    pub const SEAT_NUMBER_NOT_FOUND: Self = Self::new(1011);
    /// `1012`: `people-limit-exceeded`.
    pub const PEOPLE_LIMIT_EXCEEDED: Self = Self::new(1012);
    /// `1014`: `invalid-seat-configuration`.
    pub const INVALID_SEAT_CONFIGURATION: Self = Self::new(1014);
    /// `1015`: `member-not-found`.
    pub const MEMBER_NOT_FOUND: Self = Self::new(1015);
    /// `700`: `im-account-creation-failed`.
    pub const IM_ACCOUNT_CREATION_FAILED: Self = Self::new(700);
    /// `701`: `im-account-not-found`.
    pub const IM_ACCOUNT_NOT_FOUND: Self = Self::new(701);
    /// `702`: `im-service-error`.
    pub const IM_SERVICE_ERROR: Self = Self::new(702);
    /// `703`: `im-account-already-exists`.
    pub const IM_ACCOUNT_ALREADY_EXISTS: Self = Self::new(703);
    /// `30015`: `rtc-disconnected`.
    pub const RTC_DISCONNECTED: Self = Self::new(30015);
    /// `30206`: `signed-in-elsewhere`.
    pub const SIGNED_IN_ELSEWHERE: Self = Self::new(30206);
    /// `30207`: `room-closed`.
    pub const ROOM_CLOSED: Self = Self::new(30207);
}
