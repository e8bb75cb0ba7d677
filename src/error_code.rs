use std::fmt;
use std::num::{ParseIntError, TryFromIntError};
use std::str::FromStr;

#[cfg(feature = "embedded")]
mod constants;

/// A numeric error code that a component reports, such as `-4` or `30206`.
///
/// With the feature `embedded`, there is a constant for each code of the embedded table. Any other 64-bit number is a
/// valid `ErrorCode` too, since a component can be newer than the table:
/// [`Localizer::prompt`](crate::Localizer::prompt) returns a prompt for every code.
///
/// ```
/// use code_prompts::ErrorCode;
///
/// assert_eq!(ErrorCode::ROOM_NOT_FOUND, ErrorCode::from(1004));
/// assert_eq!(ErrorCode::IM_LOGIN_FAILED.value(), -4);
/// assert_eq!("30206".parse(), Ok(ErrorCode::SIGNED_IN_ELSEWHERE));
/// ```
///
/// Smaller integers are converted by `from`, the others by `try_from`. A `u64` that does not fit is in no table. If it is a
/// negative code from an interface without signs, `as i64` restores that.
///
/// ```
/// # use code_prompts::ErrorCode;
/// let reported: u64 = 18_446_744_073_709_551_612;
/// assert_eq!(ErrorCode::try_from(reported).unwrap_or(ErrorCode::SERVICE_ERROR).value(), 1001);
/// assert_eq!(ErrorCode::from(reported as i64).value(), -4);
/// ```
///
/// It is not a [`std::error::Error`]: its `Display` is the number, which would be all that a log shows of the error.
/// [`HasCode`](crate::HasCode) connects error types with their codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCode(i64);

impl ErrorCode {
    /// Creates a code from a number. The number does not have to be in any table.
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

    /// Returns the number.
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

macro_rules! try_from_integers {
    ($($integer:ty)+) => {
        $(
            impl TryFrom<$integer> for ErrorCode {
                type Error = TryFromIntError;

                fn try_from(value: $integer) -> Result<Self, Self::Error> {
                    value.try_into().map(Self)
                }
            }
        )+
    };
}

try_from_integers!(i128 isize u64 u128 usize);

impl From<ErrorCode> for i64 {
    fn from(code: ErrorCode) -> Self {
        code.0
    }
}

/// Parses a decimal number with an optional sign, or a hexadecimal number without one: `30206`, `-4`, `0x80070005`.
impl FromStr for ErrorCode {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = match text.strip_prefix("0x") {
            Some(digits) if !digits.starts_with(['+', '-']) => i64::from_str_radix(digits, 16),
            _ => text.parse(),
        };
        number.map(Self)
    }
}

/// Writes the number without grouping: `-4`, `30206`.
impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_converted_if_they_fit() {
        let largest = ErrorCode::new(i64::MAX);
        assert_eq!(i64::from(largest), i64::MAX);
        assert_eq!(ErrorCode::try_from(i64::MAX as u64), Ok(largest));
        assert_eq!(ErrorCode::try_from(-4_isize), Ok(ErrorCode::new(-4)));
        assert_eq!(ErrorCode::try_from(7_usize), Ok(ErrorCode::new(7)));
        assert_eq!(ErrorCode::try_from(i128::from(i64::MIN)), Ok(ErrorCode::new(i64::MIN)));
        assert!(ErrorCode::try_from(i64::MAX as u64 + 1).is_err());
        assert!(ErrorCode::try_from(i128::from(i64::MIN) - 1).is_err());
        assert!(ErrorCode::try_from(u128::MAX).is_err());
    }
}
