//! Formats numbers in the language of a locale, with the results of `Intl.NumberFormat` (ECMA-402).

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use fluent::types::FluentNumber;
use fluent::{FluentArgs, FluentValue};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::GroupingStrategy;
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// The maximum number of decimals of a number without options.
pub(crate) const USUAL_DECIMALS: usize = 3;

/// Rounds a number by its options. Then `minimum_fraction_digits` is the number of its decimals, so that the plural category
/// is that of the number as it is shown.
pub(super) fn round(number: &mut FluentNumber, named: &FluentArgs<'_>) {
    let Some(mut decimal) = decimal(number.value) else { return };
    let options = &mut number.options;
    if let Some(FluentValue::Number(grouping)) = named.get("useGrouping") {
        options.use_grouping = grouping.value != 0.0;
    }
    let (least, most) = (options.minimum_significant_digits.take(), options.maximum_significant_digits.take());
    let (least_decimals, most_decimals) =
        (options.minimum_fraction_digits.take(), options.maximum_fraction_digits.take());
    if least.is_some() || most.is_some() {
        let least = least.unwrap_or(1);
        round_at(&mut decimal, |first| first + 1 - place(most.unwrap_or(21).max(least)));
        let first = decimal.nonzero_magnitude_start();
        decimal.pad_end((first + 1 - place(least)).min(0));
    } else {
        // Parsing counts the decimals that the number has anyway.
        let own = place(0) - *decimal.magnitude_range().start();
        let least = least_decimals.filter(|least| place(*least) > own).unwrap_or(0);
        let most = most_decimals.unwrap_or(USUAL_DECIMALS).max(least);
        round_at(&mut decimal, |_| -place(most));
        decimal.pad_end(-place(least));
    }
    let text = decimal.to_string();
    number.value = text.parse().unwrap_or(number.value);
    options.minimum_fraction_digits = text.split_once('.').map(|(_, decimals)| decimals.len());
}

/// Formats a number. Returns `None` for any other value.
pub(crate) fn format(value: &FluentValue<'_>, intl: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let mut decimal = decimal(number.value)?;
    let least = number.options.minimum_fraction_digits.unwrap_or(0);
    round_at(&mut decimal, |_| -place(least.max(USUAL_DECIMALS)));
    decimal.pad_end(-place(least));
    decimal.pad_start(place(number.options.minimum_integer_digits.unwrap_or(1)));
    let format = |formatter: &Formatter| formatter.0.format(&decimal).to_string();
    intl.with_try_get((number.options.use_grouping,), format).ok()
}

fn decimal(value: f64) -> Option<Decimal> {
    Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()
}

/// Rounds at the place that a function of the first digit's place returns, and removes zeros at the end.
fn round_at(decimal: &mut Decimal, last: impl Fn(i16) -> i16) {
    let last = last(decimal.nonzero_magnitude_start());
    decimal.round_with_mode(last, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
    decimal.trim_end();
}

fn place(digits: usize) -> i16 {
    i16::try_from(digits).unwrap_or(i16::MAX)
}

/// A formatter of a language, with or without grouping.
struct Formatter(DecimalFormatter);

impl Memoizable for Formatter {
    type Args = (bool,);
    type Error = ();

    fn construct(language: LanguageIdentifier, (use_grouping,): (bool,)) -> Result<Self, ()> {
        let locale: Locale = language.to_string().parse().map_err(drop)?;
        let grouping = if use_grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        DecimalFormatter::try_new((&locale).into(), grouping.into()).map(Self).map_err(drop)
    }
}
