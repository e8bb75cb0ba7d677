//! A `codes.toml` as a tree, in the order of its text.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// A key and what it is set to.
#[derive(Debug, PartialEq)]
pub(super) struct Row<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) span: Range<usize>,
    pub(super) item: Item<'t>,
}

#[derive(Debug, PartialEq)]
pub(super) struct Item<'t> {
    pub(super) span: Range<usize>,
    pub(super) value: Value<'t>,
}

impl Item<'_> {
    pub(super) fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

#[derive(Debug, PartialEq)]
pub(super) enum Value<'t> {
    Text(Cow<'t, str>),
    Integer(Cow<'t, str>),
    List(Vec<Item<'t>>),
    Table(Vec<Row<'t>>),
    /// Whatever else TOML has.
    Other,
}

/// Reads any TOML. What is wrong comes back beside what is right.
pub(crate) fn parse(text: &str) -> (Vec<Row<'_>>, Vec<Error>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    (rows(document.into_inner()), errors)
}

/// Lists a table in the order of its text, which the parser's map does not keep.
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
        DeValue::Array(items) => Value::List(items.into_iter().map(item).collect()),
        DeValue::Table(table) => Value::Table(rows(table)),
        _ => Value::Other,
    };
    Item { span, value }
}
