pub(crate) mod given;
pub(crate) mod number;

use std::borrow::Cow;

use fluent::FluentValue;
use fluent::types::FluentNumber;

use code_prompts_reader::names::PLURAL_CATEGORIES;

use crate::ErrorCode;
use crate::arguments::given::Given;

/// The value of an argument: a text or a number.
///
/// A text selects the variant with the same name. A number selects by plural category or by value. A `bool` is
/// converted to the text `true` or `false`. A number that a 64-bit float can't represent exactly, an infinity and
/// not-a-number are converted to text.
///
/// A number is shown as `1234.5` in every language. With the feature `numbers` it is shown in the language of the locale,
/// `1.234,5` in German. For percentages, currencies and dates, pass a text that the app has formatted; a second argument with
/// the number can select the plural form.
///
/// ```
/// use code_prompts::{Catalog, ErrorCode};
///
/// let localizer = Catalog::embedded().localizer(["zh-CN"]);
/// let prompt = localizer.prompt_with(ErrorCode::IM_LOGIN_FAILED, [("im-reused", true.into())]);
/// assert_eq!(prompt.text(), "复用IM时，请先登录IM");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Value<'a>(Inner<'a>);

#[derive(Clone, Debug, PartialEq)]
enum Inner<'a> {
    Text(Cow<'a, str>),
    Number(f64),
}

impl<'a> Value<'a> {
    /// Returns the text, or `None` for a number.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.0 {
            Inner::Text(text) => Some(text),
            Inner::Number(_) => None,
        }
    }

    /// Returns the number, or `None` for a text.
    ///
    /// ```
    /// use code_prompts::Value;
    ///
    /// assert_eq!(Value::from(7).as_number(), Some(7.0));
    /// assert_eq!(Value::from("7").as_number(), None);
    /// ```
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self.0 {
            Inner::Text(_) => None,
            Inner::Number(number) => Some(number),
        }
    }

    /// Converts a value of Fluent's resolver. Returns `None` for one that is neither a text nor a number.
    pub(crate) fn from_fluent(value: &FluentValue<'a>) -> Option<Self> {
        match value {
            FluentValue::String(text) => Some(text.clone().into()),
            FluentValue::Number(number) => Some(number.value.into()),
            _ => None,
        }
    }

    pub(crate) fn into_fluent(self) -> FluentValue<'a> {
        match self.0 {
            Inner::Text(text) => FluentValue::String(text),
            Inner::Number(number) => {
                // Parsing sets the number of decimals. The resolver compares it too, for a key such as [1.5].
                let parsed = number.to_string().parse::<FluentNumber>();
                #[cfg(feature = "numbers")]
                let parsed = parsed.map(|mut parsed| {
                    let usual = |decimals: &usize| *decimals <= crate::ftl::decimal::USUAL_DECIMALS;
                    parsed.options.minimum_fraction_digits = parsed.options.minimum_fraction_digits.filter(usual);
                    parsed
                });
                parsed.map_or_else(|_| FluentValue::from(number), FluentValue::Number)
            }
        }
    }
}

/// Borrows the value.
impl<'a> From<&'a Value<'_>> for Value<'a> {
    fn from(value: &'a Value<'_>) -> Self {
        Self(match &value.0 {
            Inner::Text(text) => Inner::Text(Cow::Borrowed(text)),
            Inner::Number(number) => Inner::Number(*number),
        })
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

/// A 64-bit float has every whole number up to this one.
const EXACT: i64 = 1 << f64::MANTISSA_DIGITS;

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
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

/// The type of an argument, by the variants that a message has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArgumentType {
    /// All variants but the default have a number or a plural category, such as `one`.
    Number,
    /// All variants but the default have another name.
    Text,
}

impl ArgumentType {
    /// Returns the type for the keys of the variants that are not the default, or `None` if they allow both.
    pub(crate) fn of<'k>(keys: impl IntoIterator<Item = &'k str>) -> Option<Self> {
        let mut types = keys.into_iter().map(Self::of_key);
        let first = types.next()?;
        types.all(|other| other == first).then_some(first)
    }

    /// Returns the type for the key of a variant: an identifier, which begins with a letter, or a number.
    pub(crate) fn of_key(key: &str) -> Self {
        let is_identifier = key.starts_with(|first: char| first.is_ascii_alphabetic());
        if is_identifier && !PLURAL_CATEGORIES.contains(&key) { Self::Text } else { Self::Number }
    }

    /// Returns whether a value can select one of the variants that are not the default.
    pub(crate) fn admits(self, value: &Value<'_>) -> bool {
        match (self, &value.0) {
            (Self::Number, Inner::Number(_)) | (Self::Text, Inner::Text(_)) => true,
            (Self::Text, Inner::Number(_)) => false,
            // A text may name a category, or be a number that `Value` has converted.
            (Self::Number, Inner::Text(text)) => {
                let is_converted = |number: f64| !number.is_finite() || number.abs() >= EXACT as f64;
                PLURAL_CATEGORIES.contains(&&**text) || text.parse().is_ok_and(is_converted)
            }
        }
    }
}

/// Whether the value of an argument is enclosed in U+2068 and U+2069.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Isolation {
    Marks,
    None,
}

/// A request for a prompt.
pub(crate) struct Request<'r> {
    pub(crate) code: ErrorCode,
    pub(crate) args: &'r dyn Given,
    pub(crate) isolation: Isolation,
    /// Whether the code has an action, so that a label is needed.
    pub(crate) needs_label: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_keeps_every_digit_of_numbers() {
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
