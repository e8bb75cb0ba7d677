//! A `codes.toml` as a tree, in the order of its text.
//!
//! `toml` can read any, and takes its time. A file as it mostly is, with a code on each line, is read line by line
//! here; a test holds that both read the same.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::keys::Key;

/// The tables in which each row is a code.
const TABLES: [&str; 2] = [Key::Codes.name(), Key::Retired.name()];

/// A key and what it is set to.
#[derive(Debug, PartialEq)]
pub(crate) struct Row<'t> {
    pub(crate) key: Cow<'t, str>,
    pub(crate) span: Range<usize>,
    pub(crate) item: Item<'t>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct Item<'t> {
    pub(crate) span: Range<usize>,
    pub(crate) value: Value<'t>,
}

impl Item<'_> {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum Value<'t> {
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

/// Reads a file in which each line is a comment, the head of a table of codes, or a bare key with what it is set to,
/// and no text has an escape. Of any other there is no reading. A code that is there twice is for the caller to find.
pub(crate) fn scan(text: &str) -> Option<Vec<Row<'_>>> {
    let mut root: Vec<Row<'_>> = Vec::new();
    let mut is_root = true;
    let mut start = 0;
    while start < text.len() {
        let rest = text.get(start..)?;
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let has_return = end < text.len() && text.get(..end)?.ends_with('\r');
        let mut line = Line { text: text.get(..end - usize::from(has_return))?, offset: start };
        start = end + 1;
        line.skip_blanks();
        match line.next() {
            None | Some(b'#') => {}
            Some(b'[') => {
                let span = line.offset;
                line.take(b'[')?;
                let (key, key_span) = line.key().filter(|(key, _)| TABLES.contains(key))?;
                line.take(b']')?;
                is_root = false;
                let item = Item { span: span..line.offset, value: Value::Table(Vec::new()) };
                add(&mut root, Row { key: key.into(), span: key_span, item })?;
            }
            Some(_) => {
                let row = line.row(Line::item)?;
                match root.last_mut() {
                    Some(Row { item: Item { value: Value::Table(rows), .. }, .. }) if !is_root => rows.push(row),
                    _ => add(&mut root, row)?,
                }
            }
        }
        line.end()?;
    }
    Some(root)
}

/// Adds a row to a table that has few, unless it is there already.
fn add<'t>(rows: &mut Vec<Row<'t>>, row: Row<'t>) -> Option<()> {
    const FEW: usize = 8;
    (rows.len() < FEW && rows.iter().all(|other| other.key != row.key)).then(|| rows.push(row))
}

/// What is left of a line.
struct Line<'t> {
    /// The file up to the end of the line.
    text: &'t str,
    offset: usize,
}

impl<'t> Line<'t> {
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.offset..).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn skip_blanks(&mut self) {
        self.offset += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.offset += 1)
    }

    /// Holds that there is nothing more but a comment.
    fn end(mut self) -> Option<()> {
        self.skip_blanks();
        match self.next() {
            None => Some(()),
            Some(b'#') => self.rest().iter().all(|byte| *byte >= b' ' && *byte != 0x7F || *byte == b'\t').then_some(()),
            Some(_) => None,
        }
    }

    fn row(&mut self, item: fn(&mut Self) -> Option<Item<'t>>) -> Option<Row<'t>> {
        let (key, span) = self.key()?;
        self.skip_blanks();
        self.take(b'=')?;
        self.skip_blanks();
        Some(Row { key: key.into(), span, item: item(self)? })
    }

    fn key(&mut self) -> Option<(&'t str, Range<usize>)> {
        let is_bare = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        self.slice(self.rest().iter().take_while(is_bare).count()).filter(|(key, _)| !key.is_empty())
    }

    /// Reads what may stand in a list or an inline table here: nothing deeper, however deep a file goes.
    fn scalar(&mut self) -> Option<Item<'t>> {
        if matches!(self.next()?, b'[' | b'{') { None } else { self.item() }
    }

    fn item(&mut self) -> Option<Item<'t>> {
        let start = self.offset;
        let value = match self.next()? {
            b'"' => self.string()?,
            b'[' => Value::List(self.list(b'[', b']', Self::scalar)?),
            b'{' => {
                let mut rows = Vec::new();
                self.list(b'{', b'}', |line| add(&mut rows, line.row(Self::scalar)?))?;
                Value::Table(rows)
            }
            b'1'..=b'9' => {
                let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
                Value::Integer(self.slice(digits)?.0.into())
            }
            _ => return None,
        };
        Some(Item { span: start..self.offset, value })
    }

    fn string(&mut self) -> Option<Value<'t>> {
        self.take(b'"')?;
        let length = self.rest().iter().position(|byte| *byte == b'"')?;
        let (text, _) = self.slice(length)?;
        self.take(b'"')?;
        let is_plain = text.bytes().all(|byte| byte >= b' ' && !matches!(byte, b'\\' | 0x7F));
        // Two more quotes begin a text of several lines.
        (is_plain && self.next() != Some(b'"')).then(|| Value::Text(text.into()))
    }

    /// Reads what stands between brackets, with a comma after each but the last.
    fn list<T>(&mut self, open: u8, close: u8, mut entry: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut entries = Vec::new();
        self.take(open)?;
        self.skip_blanks();
        while self.take(close).is_none() {
            if !entries.is_empty() {
                self.take(b',')?;
                self.skip_blanks();
            }
            entries.push(entry(self)?);
            self.skip_blanks();
        }
        Some(entries)
    }

    fn slice(&mut self, length: usize) -> Option<(&'t str, Range<usize>)> {
        let span = self.offset..self.offset + length;
        self.offset = span.end;
        Some((self.text.get(span.clone())?, span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Random, texts};

    #[test]
    fn what_it_does_not_know_is_left_to_toml() {
        for text in [
            "a",
            "a =",
            "a = 1 2",
            "a.b = 1",
            "\"a\" = 1",
            "a = 'b'",
            "a = \"\"\"b\"\"\"",
            "a = \"\\u0041\"",
            "a = \"b",
            "a = 1.5",
            "a = 0",
            "a = true",
            "a = 1979-05-27",
            "[check]",
            "[[codes]]",
            "[codes.a]",
            "[ codes ]",
            "a = 1\na = 2",
            "[codes]\n[codes]",
            "a = { b = 1, b = 2 }",
            "a = [\"b\"",
            "a = [[1]]",
            "a = { b = { c = 1 } }",
            "a = { b = 1, b = 2 }",
            "a = [1,]",
            "a = [\n1]",
            "a = 1 # \u{7}",
            "a = 1\r",
            "\u{FEFF}a = 1",
            "a\u{A0}= 1",
        ] {
            assert_eq!(scan(text), None, "{text:?}");
        }
    }

    /// Whatever is made of these pieces is read as toml reads it, or left to toml.
    #[test]
    fn it_reads_what_toml_reads() {
        const PIECES: [&str; 24] = [
            "\n",
            "\r\n",
            " ",
            "\t",
            "# 注",
            "[codes]",
            "[retired]",
            "source = \"zh-CN\"",
            "fallback = [\"en-US\", \"de\"]",
            "-4 = ",
            "400 = ",
            "a_b = ",
            "\"room-not-found\"",
            "\"\"",
            "{ message = \"x\", max-length = 20 }",
            "{}",
            "[]",
            "[ 1,2 ]",
            "30",
            "\"",
            "{ a = [\"b\"] }",
            ",",
            "=",
            "\"房间\"",
        ];
        let mut random = Random::new();
        let mut read = 0;
        for _ in 0..texts(50_000) {
            let lines = random.below(9);
            let text =
                (0..lines).fold(String::new(), |text, _| text + random.one_of(&PIECES) + random.one_of(&["\n", ""]));
            let Some(scanned) = scan(&text) else { continue };
            let (parsed, errors) = parse(&text);
            // A code that is there twice is for the caller to find.
            if errors.iter().all(|error| error.message() == "duplicate key") && !errors.is_empty() {
                continue;
            }
            assert_eq!((scanned, errors.len()), (parsed, 0), "{text:?}");
            read += 1;
        }
        assert!(read > texts(50_000) / 10, "{read}");
    }
}
