//! A `codes.toml` as a tree, in the order of its text.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key and what it is set to.
#[derive(Debug, PartialEq)]
pub struct Row<'t> {
    /// The key, without quotes.
    pub key: Cow<'t, str>,
    /// The bytes of the key.
    pub span: Range<usize>,
    /// What it is set to.
    pub item: Item<'t>,
}

/// A value and where it stands.
#[derive(Debug, PartialEq)]
pub struct Item<'t> {
    /// The bytes of the value, with its quotes or brackets.
    pub span: Range<usize>,
    /// The value.
    pub value: Value<'t>,
}

/// What a key is set to.
#[derive(Debug, PartialEq)]
pub enum Value<'t> {
    /// A string.
    Text(Cow<'t, str>),
    /// An integer, as it is written but for signs and underscores.
    Integer(Cow<'t, str>),
    /// A float.
    Float(f64),
    /// An array.
    List(Vec<Item<'t>>),
    /// A table, in the order of its text.
    Table(Vec<Row<'t>>),
    /// Whatever else TOML has.
    Other,
}

/// What keeps a text from being TOML.
#[derive(Clone, Debug, PartialEq)]
pub struct TomlError {
    /// The bytes that are wrong.
    pub span: Range<usize>,
    /// What is wrong, in the parser's words.
    pub message: String,
}

impl Item<'_> {
    /// Returns the text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'t> Item<'t> {
    /// Returns the rows, if it is a table.
    #[must_use]
    pub fn as_table(&self) -> Option<&[Row<'t>]> {
        match &self.value {
            Value::Table(rows) => Some(rows),
            _ => None,
        }
    }

    /// Returns the items, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }
}

/// Finds what a key is set to.
#[must_use]
pub fn get<'r, 't>(rows: &'r [Row<'t>], key: &str) -> Option<&'r Item<'t>> {
    rows.iter().find(|row| row.key == key).map(|row| &row.item)
}

/// Reads any TOML. What is wrong comes back beside what is right.
#[must_use]
pub fn parse(text: &str) -> (Vec<Row<'_>>, Vec<TomlError>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let error = |error: toml::de::Error| TomlError {
        span: error.span().unwrap_or_default(),
        message: error.message().to_owned(),
    };
    (rows(document.into_inner()), errors.into_iter().map(error).collect())
}

/// Returns a table in the order of its text, which the parser's map does not keep.
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
        DeValue::Array(items) => Value::List(items.into_iter().map(item).collect()),
        DeValue::Table(table) => Value::Table(rows(table)),
        _ => Value::Other,
    };
    Item { span, value }
}
