//! `codes.toml` as a syntax tree, in the order of the file.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key with its value.
#[derive(Debug, PartialEq)]
pub struct Row<'t> {
    /// The key, without quotes.
    pub key: Cow<'t, str>,
    /// The bytes of the key.
    pub span: Range<usize>,
    /// The value.
    pub item: Item<'t>,
}

/// A value with its place in the file.
#[derive(Debug, PartialEq)]
pub struct Item<'t> {
    /// The bytes of the value, with its quotes or brackets.
    pub span: Range<usize>,
    /// The value.
    pub value: Value<'t>,
}

/// A TOML value.
#[derive(Debug, PartialEq)]
pub enum Value<'t> {
    /// A string.
    Text(Cow<'t, str>),
    /// An integer: its digits as written, without a plus sign and underscores.
    Integer(Cow<'t, str>),
    /// A float.
    Float(f64),
    /// An array.
    List(Vec<Item<'t>>),
    /// A table, in the order of the file.
    Table(Vec<Row<'t>>),
    /// A boolean.
    Boolean(bool),
    /// A date or a time.
    Other,
}

/// A TOML syntax error.
#[derive(Clone, Debug, PartialEq)]
pub struct TomlError {
    /// The bytes that are invalid.
    pub span: Range<usize>,
    /// The parser's message.
    pub message: String,
}

impl Item<'_> {
    /// Returns the text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'t> Item<'t> {
    /// Returns the rows of a table.
    #[must_use]
    pub fn as_table(&self) -> Option<&[Row<'t>]> {
        match &self.value {
            Value::Table(rows) => Some(rows),
            _ => None,
        }
    }

    /// Returns the items of an array.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }
}

/// Returns the value of a key.
#[must_use]
pub fn get<'r, 't>(rows: &'r [Row<'t>], key: &str) -> Option<&'r Item<'t>> {
    rows.iter().find(|row| row.key == key).map(|row| &row.item)
}

/// Parses TOML. Returns every key that can be read, and the errors.
#[must_use]
pub fn parse(text: &str) -> (Vec<Row<'_>>, Vec<TomlError>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let error = |error: toml::de::Error| TomlError {
        span: error.span().unwrap_or_default(),
        message: error.message().to_owned(),
    };
    (rows(document.into_inner()), errors.into_iter().map(error).collect())
}

/// Returns a table in the order of the file, which the parser's map does not keep.
fn rows<'t>(table: DeTable<'t>) -> Vec<Row<'t>> {
    let row = |(key, value): (Spanned<Cow<'t, str>>, Spanned<DeValue<'t>>)| {
        let (span, item) = (key.span(), item(value));
        Row { key: key.into_inner(), span, item }
    };
    let mut rows: Vec<_> = table.into_iter().map(row).collect();
    rows.sort_by_key(|row| row.span.start);
    rows
}

fn item(value: Spanned<DeValue<'_>>) -> Item<'_> {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => Value::Integer(Cow::Owned(number.as_str().to_owned())),
        DeValue::Float(number) => number.as_str().parse().map_or(Value::Other, Value::Float),
        DeValue::Boolean(value) => Value::Boolean(value),
        DeValue::Array(items) => Value::List(items.into_iter().map(item).collect()),
        DeValue::Table(table) => Value::Table(rows(table)),
        _ => Value::Other,
    };
    Item { span, value }
}
