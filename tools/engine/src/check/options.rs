//! The options of Fluent's functions, and the values that they take.

use code_prompts_reader::names::NUMBER;
use fluent_syntax::ast::{InlineExpression, NamedArgument};

use crate::text::nearest::nearest;

/// The values of an option.
#[derive(Clone, Copy)]
pub(super) enum Values {
    Any,
    /// One of these texts.
    Texts(&'static [&'static str]),
    /// A whole number from the first to the second.
    Number(u32, u32),
    /// A currency's code of three letters.
    Currency,
    /// A number, or one of these texts.
    Switch(&'static [&'static str]),
}

const WIDTHS: Values = Values::Texts(&["narrow", "short", "long"]);
const DIGITS: Values = Values::Texts(&["numeric", "2-digit"]);
const STYLES: Values = Values::Texts(&["full", "long", "medium", "short"]);

const OF_NUMBER: &[(&str, Values)] = &[
    ("type", Values::Texts(&["cardinal", "ordinal"])),
    ("style", Values::Texts(&["decimal", "currency", "percent", "unit"])),
    ("currency", Values::Currency),
    ("currencyDisplay", Values::Texts(&["symbol", "narrowSymbol", "code", "name"])),
    ("unit", Values::Any),
    ("unitDisplay", WIDTHS),
    ("useGrouping", Values::Switch(&["true", "false", "always", "auto", "min2"])),
    ("minimumIntegerDigits", Values::Number(1, 21)),
    ("minimumFractionDigits", Values::Number(0, 100)),
    ("maximumFractionDigits", Values::Number(0, 100)),
    ("minimumSignificantDigits", Values::Number(1, 21)),
    ("maximumSignificantDigits", Values::Number(1, 21)),
];

/// The options of `DATETIME` as in JavaScript's `Intl.DateTimeFormat`.
const OF_DATETIME: &[(&str, Values)] = &[
    ("dateStyle", STYLES),
    ("timeStyle", STYLES),
    ("weekday", WIDTHS),
    ("era", WIDTHS),
    ("year", DIGITS),
    ("month", Values::Texts(&["numeric", "2-digit", "narrow", "short", "long"])),
    ("day", DIGITS),
    ("dayPeriod", WIDTHS),
    ("hour", DIGITS),
    ("minute", DIGITS),
    ("second", DIGITS),
    ("fractionalSecondDigits", Values::Number(1, 3)),
    ("timeZoneName", Values::Texts(&["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"])),
    ("hour12", Values::Switch(&["true", "false"])),
    ("hourCycle", Values::Texts(&["h11", "h12", "h23", "h24"])),
    ("timeZone", Values::Any),
    ("calendar", Values::Any),
    ("numberingSystem", Values::Any),
];

/// Returns the options of a function that Fluent defines.
pub(super) fn of(function: &str) -> Option<&'static [(&'static str, Values)]> {
    match function {
        NUMBER => Some(OF_NUMBER),
        "DATETIME" => Some(OF_DATETIME),
        _ => None,
    }
}

/// Returns the names of the options of a function that Fluent defines, each with the texts that it takes: none if it takes a
/// number or any text.
///
/// ```
/// let options = code_prompts_engine::check::function_options("NUMBER");
/// assert!(options.contains(&("type", &["cardinal", "ordinal"])));
/// ```
#[must_use]
pub fn function_options(function: &str) -> Vec<(&'static str, &'static [&'static str])> {
    let texts = |values: &Values| match values {
        Values::Texts(texts) | Values::Switch(texts) => *texts,
        Values::Any | Values::Number(..) | Values::Currency => &[],
    };
    of(function).into_iter().flatten().map(|(name, values)| (*name, texts(values))).collect()
}

/// Finds the fault of an option: its place, the message and the help.
pub(super) fn fault<'a>(
    function: &str,
    options: &[(&str, Values)],
    argument: &NamedArgument<&'a str>,
) -> Option<(&'a str, String, String)> {
    let name = argument.name.name;
    let ignored = format!("readers see the value as if `{name}` were not there");
    let Some((_, values)) = options.iter().find(|(option, _)| *option == name) else {
        let help = match nearest(name, options.iter().map(|(option, _)| *option)) {
            Some(nearest) => format!("is `{nearest}` meant?"),
            None => "remove the option".to_owned(),
        };
        return Some((name, format!("{ignored}: `{function}()` has no such option"), help));
    };
    let value = match argument.value {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => value,
        _ => return None,
    };
    let is_number = matches!(argument.value, InlineExpression::NumberLiteral { .. });
    let help = values.help(value, is_number)?;
    Some((value, format!("{ignored}: it can't be `{value}`"), help))
}

impl Values {
    /// Returns the help for a value that is not one of these.
    fn help(self, value: &str, is_number: bool) -> Option<String> {
        match self {
            Self::Any => None,
            Self::Texts(texts) => (is_number || !texts.contains(&value)).then(|| one_of(texts)),
            Self::Switch(texts) => (!is_number && !texts.contains(&value)).then(|| one_of(texts)),
            Self::Number(least, most) => {
                // JavaScript also reads a number in quotes.
                let is_valid = value.trim().parse().is_ok_and(|number: u32| (least..=most).contains(&number));
                (!is_valid).then(|| format!("write a whole number from {least} to {most}, without quotes"))
            }
            Self::Currency => {
                let is_valid = value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_alphabetic());
                (is_number || !is_valid).then(|| "write the currency's code, such as `\"EUR\"`".to_owned())
            }
        }
    }
}

fn one_of(texts: &[&str]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| format!("`\"{text}\"`")).collect();
    format!("write one of {}", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn option_with_a_value_that_it_does_not_take_has_a_fault() {
        let fault = |function: &str, option: &str, value: &str| {
            let options = of(function).unwrap();
            let source = format!("a = {{ {function}($n, {option}: {value}) }}\n");
            let resource = fluent_syntax::parser::parse(source.as_str()).unwrap();
            let fluent_syntax::ast::Entry::Message(message) = &resource.body[0] else { panic!("{source}") };
            let facts = crate::project::facts::Facts::of(message.value.as_ref().unwrap());
            super::fault(function, options, &facts.functions[0].1.named[0]).is_some()
        };
        let faults = [
            (NUMBER, "type", "\"ordnal\""),
            (NUMBER, "type", "1"),
            (NUMBER, "minimumFractionDigits", "\"two\""),
            (NUMBER, "minimumFractionDigits", "1.5"),
            (NUMBER, "minimumIntegerDigits", "0"),
            (NUMBER, "useGrouping", "\"no\""),
            (NUMBER, "currency", "\"euro\""),
            (NUMBER, "month", "\"long\""),
            ("DATETIME", "month", "\"longer\""),
            ("DATETIME", "dateStlye", "\"long\""),
        ];
        for (function, option, value) in faults {
            assert!(fault(function, option, value), "{function} {option}: {value}");
        }
        let valid = [
            (NUMBER, "type", "\"ordinal\""),
            (NUMBER, "minimumFractionDigits", "2"),
            (NUMBER, "maximumFractionDigits", "\"2\""),
            (NUMBER, "useGrouping", "0"),
            (NUMBER, "useGrouping", "\"false\""),
            (NUMBER, "currency", "\"EUR\""),
            ("DATETIME", "month", "\"long\""),
            ("DATETIME", "hour12", "\"false\""),
        ];
        for (function, option, value) in valid {
            assert!(!fault(function, option, value), "{function} {option}: {value}");
        }
    }
}
