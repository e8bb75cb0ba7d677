use std::borrow::Cow;

use fluent::{FluentArgs, FluentValue};
use fluent_bundle::types::FluentType;
use intl_memoizer::{IntlLangMemoizer, concurrent};

/// Fluent's `NUMBER()`, except that it shows a text unchanged instead of its own name.
pub(crate) fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::Number(value)) => {
            let mut value = value.clone();
            value.options.merge(named);
            #[cfg(feature = "numbers")]
            crate::ftl::decimal::round(&mut value, named);
            // With 0 digits, fluent-bundle would write a decimal point after the number.
            value.options.minimum_fraction_digits = value.options.minimum_fraction_digits.filter(|digits| *digits > 0);
            FluentValue::Number(value)
        }
        Some(FluentValue::String(text)) => Stopgap::of(text.clone()),
        Some(FluentValue::Custom(text)) => FluentValue::Custom(text.duplicate()),
        _ => FluentValue::Error,
    }
}

/// A text in place of a value that a function can't compute: it has no argument, or `NUMBER()` has a text. It is shown,
/// but it matches no key, so it selects the default variant.
#[derive(Debug, PartialEq)]
pub(crate) struct Stopgap(String);

impl Stopgap {
    pub(crate) fn of(text: impl Into<String>) -> FluentValue<'static> {
        FluentValue::Custom(Box::new(Self(text.into())))
    }
}

impl FluentType for Stopgap {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(Self(self.0.clone()))
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.0.clone().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.0.clone().into()
    }
}
