use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

mod constants;

/// A number that a component reports, such as `-4` or `30206`.
///
/// There is a constant for each code of the embedded table. Any other number is an `ErrorCode` too, for
/// a component may be newer than the table; [`Localizer::prompt`](crate::Localizer::prompt) has an answer for
/// those as well.
///
/// ```
/// use code_prompts::ErrorCode;
///
/// assert_eq!(ErrorCode::ROOM_NOT_FOUND, ErrorCode::from(1004));
/// assert_eq!(ErrorCode::IM_LOGIN_FAILED.value(), -4);
/// assert_eq!("30206".parse(), Ok(ErrorCode::SIGNED_IN_ELSEWHERE));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCode(i64);

impl ErrorCode {
    /// Makes a code of a number. Each number is a code, whether a table knows it or not.
    ///
    /// ```
    /// # use code_prompts::ErrorCode;
    /// const BATTERY_LOW: ErrorCode = ErrorCode::new(7001);
    /// assert_eq!(BATTERY_LOW.to_string(), "7001");
    /// ```
    #[must_use]
    pub const fn new(value: i64) -> Self {
        Self(value)
    }

    /// Gives the number back.
    #[must_use]
    pub const fn value(self) -> i64 {
        self.0
    }
}

macro_rules! from_integers {
    ($($integer:ty)+) => {
        $(
            impl From<$integer> for ErrorCode {
                fn from(value: $integer) -> Self {
                    Self(value.into())
                }
            }
        )+
    };
}

from_integers!(i8 i16 i32 i64 u8 u16 u32);

/// Reads a decimal number, with `-` before it where it is negative.
impl FromStr for ErrorCode {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// Writes the bare number, ungrouped: `-4`, `30206`.
impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
