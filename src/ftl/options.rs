//! The options of `NUMBER()` that have an effect.

use fluent_syntax::ast::{InlineExpression, NamedArgument};

/// An option that has no effect, or not with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// As Fluent writes it.
    pub option: String,
    /// Whether the feature `numbers` has it.
    pub needs_feature: bool,
}

/// Returns the option if it has no effect.
#[must_use]
pub fn ignored(option: &NamedArgument<&str>) -> Option<Ignored> {
    let name = option.name.name;
    let (written, text, digits) = match option.value {
        InlineExpression::StringLiteral { value } => (format!("{name}: \"{value}\""), Some(value), None),
        InlineExpression::NumberLiteral { value } => (format!("{name}: {value}"), None, value.parse::<u8>().ok()),
        _ => return None,
    };
    let is_within = |least, most| digits.is_some_and(|digits| (least..=most).contains(&digits));
    let has_effect = match name {
        "type" => matches!(text, Some("cardinal" | "ordinal")),
        "minimumFractionDigits" => is_within(0, 100),
        _ => false,
    };
    // These are the limits of ECMA-402, but for those that the resolver's plural operands set.
    let has_effect_with_feature = match name {
        "style" => text == Some("decimal"),
        "useGrouping" => matches!(text, Some("true" | "false")) || is_within(0, 1),
        "maximumFractionDigits" => is_within(0, 100),
        "minimumIntegerDigits" | "maximumSignificantDigits" => is_within(1, 21),
        "minimumSignificantDigits" => is_within(1, 19),
        _ => false,
    };
    let is_followed = has_effect || cfg!(feature = "numbers") && has_effect_with_feature;
    // Without the feature, numbers are in the style `decimal` and not grouped anyway.
    let is_usual = matches!((name, text, digits), ("style", Some("decimal"), _) | ("useGrouping", Some("false"), _))
        || matches!((name, digits), ("useGrouping", Some(0)));
    (!is_followed && !is_usual).then_some(Ignored { option: written, needs_feature: has_effect_with_feature })
}
