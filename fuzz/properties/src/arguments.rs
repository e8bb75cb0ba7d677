//! Arguments of a message, one a line: `name=text`, `name=#1.5` for a float and `name=%7` for an integer.

use code_prompts::Value;
use fastrand::Rng;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::one_of;

/// An argument, for the library and for Fluent's resolver.
#[derive(Debug)]
pub(crate) struct Argument {
    name: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Text(String),
    Float(f64),
    Integer(i64),
}

pub(crate) fn read(bytes: &[u8]) -> Vec<Argument> {
    let text = String::from_utf8_lossy(bytes);
    text.split('\n').filter_map(|line| line.split_once('=')).map(|(name, value)| Argument::of(name, value)).collect()
}

impl Argument {
    fn of(name: &str, value: &str) -> Self {
        let float = value.strip_prefix('#').and_then(|number| number.parse().ok()).map(Kind::Float);
        let integer = || value.strip_prefix('%').and_then(|number| number.parse().ok()).map(Kind::Integer);
        let text = || Kind::Text(value.replace("\\n", "\n"));
        Self { name: name.to_owned(), kind: float.or_else(integer).unwrap_or_else(text) }
    }

    pub(crate) fn to_pair(&self) -> (&str, Value<'_>) {
        let value = match &self.kind {
            Kind::Text(text) => text.into(),
            Kind::Float(number) => (*number).into(),
            Kind::Integer(number) => (*number).into(),
        };
        (&self.name, value)
    }

    /// Sets the argument as [`Value`] documents: a number that a float can't represent exactly is a text.
    pub(crate) fn set<'a>(&'a self, args: &mut FluentArgs<'a>) {
        let value = match &self.kind {
            Kind::Text(text) => FluentValue::from(text.as_str()),
            Kind::Float(number) if number.is_finite() => FluentValue::from(*number),
            Kind::Float(number) => FluentValue::from(number.to_string()),
            Kind::Integer(number) if number.unsigned_abs() <= 1 << 53 => FluentValue::from(*number as f64),
            Kind::Integer(number) => FluentValue::from(number.to_string()),
        };
        args.set(self.name.as_str(), value);
    }
}

/// Generates an argument.
pub(crate) fn line(rng: &mut Rng) -> String {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "x",
        "one",
        "true",
        "1",
        "房间",
        "\u{202E}x\u{2066}",
        "\u{0}\u{7}",
        "{ $v }",
        "a\\nb",
        "\u{2069}",
        "#NaN",
        "#inf",
        "#-inf",
        "#0",
        "#-0",
        "#1",
        "#1.5",
        "#2",
        "#21",
        "#1e21",
        "#1e308",
        "#5e-324",
        "#-1000000",
        "#0.1",
        "%1",
        "%5",
        "%9007199254740993",
        "%-9223372036854775808",
    ];
    let long = "长".repeat(rng.usize(..3000));
    let value = if rng.u8(..20) == 0 { &long } else { one_of(rng, TEXTS) };
    format!("{}={value}\n", one_of(rng, &["v", "n", "name", "v", "n", "code", "x", "", "\u{202E}"]))
}
