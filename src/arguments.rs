use std::borrow::Cow;

use fluent::FluentValue;
use fluent::types::FluentNumber;

use crate::ErrorCode;

/// What an argument sets a message's variable to: a text or a number.
///
/// A `bool` is the text `true` or `false`. A number chooses the variants of plural selectors; a text chooses
/// the variant of its own name. A number that a 64-bit float can't hold to the last digit, an infinity and
/// not-a-number are passed as text.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode};
///
/// let localizer = Catalog::embedded().localizer(["zh-CN"]);
/// let prompt = localizer.prompt_with(ErrorCode::IM_LOGIN_FAILED, &[("im-reused", true.into())]);
/// assert_eq!(prompt.text(), "复用IM时，请先登录IM");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Value<'a>(Inner<'a>);

#[derive(Clone, Debug, PartialEq)]
enum Inner<'a> {
    Text(Cow<'a, str>),
    Number(f64),
}

impl Value<'_> {
    /// Gives the text, if it is one and no number.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.0 {
            Inner::Text(text) => Some(text),
            Inner::Number(_) => None,
        }
    }

    pub(crate) fn to_fluent(&self) -> FluentValue<'_> {
        match &self.0 {
            Inner::Text(text) => FluentValue::from(text.as_ref()),
            Inner::Number(number) => {
                // The resolver tells numbers apart by their decimals too, and counts those of a key such as [1.5].
                let counted = number.to_string().parse::<FluentNumber>();
                counted.map_or_else(|_| FluentValue::from(*number), FluentValue::Number)
            }
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(Inner::Text(Cow::Borrowed(text)))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(Inner::Text(Cow::Owned(text)))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(Inner::Text(text))
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::from(if truth { "true" } else { "false" })
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self(Inner::Number(number)) } else { Self::from(number.to_string()) }
    }
}

impl From<f32> for Value<'_> {
    fn from(number: f32) -> Self {
        Self::from(f64::from(number))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        const EXACT: i64 = 1 << f64::MANTISSA_DIGITS;
        if (-EXACT..=EXACT).contains(&number) {
            Self(Inner::Number(number as f64))
        } else {
            Self::from(number.to_string())
        }
    }
}

macro_rules! from_integers {
    ($($integer:ty)+) => {
        $(
            impl From<$integer> for Value<'_> {
                fn from(number: $integer) -> Self {
                    Self::from(i64::from(number))
                }
            }
        )+
    };
}

from_integers!(i8 i16 i32 u8 u16 u32);

macro_rules! from_wide_integers {
    ($($integer:ty)+) => {
        $(
            impl From<$integer> for Value<'_> {
                fn from(number: $integer) -> Self {
                    i64::try_from(number).map_or_else(|_| Self::from(number.to_string()), Self::from)
                }
            }
        )+
    };
}

from_wide_integers!(isize u64 usize);

/// Whether what an argument brings into a text is set off by U+2068 and U+2069.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolation {
    Marks,
    None,
}

/// What a prompt is asked for.
pub(crate) struct Request<'r> {
    pub(crate) code: ErrorCode,
    pub(crate) args: &'r [(&'r str, Value<'r>)],
    pub(crate) isolation: Isolation,
    /// Whether the code has an action, which wants a label.
    pub(crate) wants_label: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit() {
        let cases: [(Value<'_>, Inner<'_>); 8] = [
            (7.into(), Inner::Number(7.0)),
            ((-7i8).into(), Inner::Number(-7.0)),
            (7usize.into(), Inner::Number(7.0)),
            (2.5.into(), Inner::Number(2.5)),
            (9_007_199_254_740_993_i64.into(), Inner::Text("9007199254740993".into())),
            (u64::MAX.into(), Inner::Text("18446744073709551615".into())),
            (f64::NAN.into(), Inner::Text("NaN".into())),
            (f64::NEG_INFINITY.into(), Inner::Text("-inf".into())),
        ];
        for (value, expected) in cases {
            assert_eq!(value.0, expected);
        }
    }
}
