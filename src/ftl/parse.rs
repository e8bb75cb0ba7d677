//! A fast parser for messages whose texts are single lines, which are most of a Fluent file.
//!
//! All other entries go to Fluent's own parser, one by one. A test checks that both parse alike.

use fluent_syntax::ast::{self, Message, Term};
use fluent_syntax::parser::parse_runtime;

use code_prompts_reader::guard;
use code_prompts_reader::names::{begins_entry_or_comment, entry_length, identifier_length, skip_line};

/// A parsed message or term.
#[derive(Debug, PartialEq)]
pub(crate) enum Named<'a> {
    Plain(Plain<'a>),
    Message(Box<Message<&'a str>>),
    Term(Box<Term<&'a str>>),
}

/// A message whose text and attributes are single lines without placeables.
#[derive(Debug, PartialEq)]
pub(crate) struct Plain<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// The names and texts of its attributes.
    attributes: Vec<(&'a str, &'a str)>,
}

/// An entry of a file.
pub(crate) enum Entry<'a> {
    Plain(Plain<'a>),
    /// The source of an entry for Fluent's parser. It can be invalid.
    Other(&'a str),
}

impl<'a> Plain<'a> {
    /// Returns an attribute: its name as a slice of the file, and its text.
    pub(crate) fn attribute(&self, name: &str) -> Option<(&'a str, &'a str)> {
        self.attributes.iter().find(|(other, _)| *other == name).copied()
    }

    /// Returns the names and texts of the attributes, of duplicates the first.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let is_first =
            |(name, _): &&(&str, &str)| self.attribute(name).is_some_and(|(first, _)| std::ptr::eq(first, *name));
        self.attributes.iter().filter(is_first).copied()
    }
}

impl<'a> Named<'a> {
    pub(crate) fn name(&self) -> &'a str {
        match self {
            Self::Plain(plain) => plain.name,
            Self::Message(message) => message.id.name,
            Self::Term(term) => term.id.name,
        }
    }

    /// Returns whether it has this attribute, or for `None`, a text.
    pub(crate) fn has(&self, attribute: Option<&str>) -> bool {
        match attribute {
            Some(name) => self.attributes().any(|other| other == name),
            None => !matches!(self, Self::Message(message) if message.value.is_none()),
        }
    }

    /// Returns the names of the attributes as slices of the file.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &'a str> {
        let (plain, parsed) = match self {
            Self::Plain(plain) => (plain.attributes.as_slice(), [].as_slice()),
            Self::Message(message) => ([].as_slice(), message.attributes.as_slice()),
            Self::Term(term) => ([].as_slice(), term.attributes.as_slice()),
        };
        plain.iter().map(|(name, _)| *name).chain(parsed.iter().map(|attribute| attribute.id.name))
    }

    pub(crate) fn is_term(&self) -> bool {
        matches!(self, Self::Term(_))
    }

    fn of(entry: ast::Entry<&'a str>) -> Option<Self> {
        match entry {
            ast::Entry::Message(message) => Some(Self::Message(message.into())),
            ast::Entry::Term(term) => Some(Self::Term(term.into())),
            _ => None,
        }
    }
}

/// Returns the entries of a text, without comments.
pub(crate) fn entries(text: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        while rest.starts_with('#') || begins_line_end(rest) {
            rest = skip_line(rest);
        }
        let (entry, behind) = match plain(rest) {
            Some((plain, behind)) => (Entry::Plain(plain), behind),
            None => {
                let (entry, behind) =
                    rest.split_at_checked(entry_length(rest)).filter(|(entry, _)| !entry.is_empty())?;
                (Entry::Other(entry), behind)
            }
        };
        rest = behind;
        Some(entry)
    })
}

/// Parses a text, or returns `None` if it has a syntax error. It then has to go through
/// [`blank_broken_parts`](crate::ftl::recover::blank_broken_parts) and [`parse_lossy`].
pub(crate) fn parse(text: &str) -> Option<Vec<Named<'_>>> {
    let mut found = Vec::new();
    for entry in entries(text) {
        match entry {
            Entry::Plain(plain) => found.push(Named::Plain(plain)),
            Entry::Other(entry) if guard(entry).is_some() => return None,
            Entry::Other(entry) => found.extend(parse_runtime(entry).ok()?.body.into_iter().filter_map(Named::of)),
        }
    }
    Some(found)
}

/// Parses with Fluent's parser alone, and skips entries that it can't parse.
pub(crate) fn parse_lossy(text: &str) -> Vec<Named<'_>> {
    let (Ok(resource) | Err((resource, _))) = parse_runtime(text);
    resource.body.into_iter().filter_map(Named::of).collect()
}

/// Returns the name at the start of an entry, for a term without its hyphen.
pub(crate) fn name(entry: &str) -> &str {
    let entry = entry.strip_prefix('-').unwrap_or(entry);
    entry.get(..identifier_length(entry)).unwrap_or_default()
}

/// Reads a plain message. Returns it and the text behind it.
fn plain(entry: &str) -> Option<(Plain<'_>, &str)> {
    let (name, text, mut behind) = assignment(entry)?;
    let mut attributes = Vec::new();
    while behind.starts_with(' ') {
        let (name, text, next) = assignment(behind.trim_start_matches(' ').strip_prefix('.')?)?;
        attributes.push((name, text));
        behind = next;
    }
    (!continues(behind)).then_some((Plain { name, text, attributes }, behind))
}

/// Reads a line `name = text`. Returns the name, the text, and the text behind the line.
fn assignment(line: &str) -> Option<(&str, &str, &str)> {
    let name = Some(name(line)).filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))?;
    let value = line.strip_prefix(name)?.trim_start_matches(' ').strip_prefix('=')?;
    let (value, behind) = value.split_once('\n').unwrap_or((value, ""));
    let text = value.trim_start_matches(' ').trim_end_matches([' ', '\r']);
    let is_plain = !text.is_empty() && !text.bytes().any(|byte| matches!(byte, b'{' | b'}'));
    is_plain.then_some((name, text, behind))
}

/// Returns whether a message may continue after a line: with an indented line or a placeable, also after blank lines.
fn continues(mut behind: &str) -> bool {
    while begins_line_end(behind) {
        behind = skip_line(behind);
    }
    !behind.is_empty() && !begins_entry_or_comment(behind)
}

fn begins_line_end(text: &str) -> bool {
    text.starts_with('\n') || text.starts_with("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_finds_plain_messages() {
        type Expected<'a> = Option<(&'a str, &'a str, &'a [(&'a str, &'a str)])>;
        let table: [(&str, Expected<'_>); 20] = [
            ("a = b", Some(("a", "b", &[]))),
            ("a=b\n", Some(("a", "b", &[]))),
            ("a-1_ =  \tb . [c] *[d] \"e\" # f = g \r\n\r\n", Some(("a-1_", "\tb . [c] *[d] \"e\" # f = g", &[]))),
            ("# c\n\n## d\na = 房间\n# e", Some(("a", "房间", &[]))),
            ("a = b\n    .c = d\n .e=f\r\n\n", Some(("a", "b", &[("c", "d"), ("e", "f")]))),
            ("a = b\n    c", None),
            ("a = b\n\n    c", None),
            ("a = b\n\r    c", None),
            ("a = b\n{ $c }", None),
            ("a = b\n\n{ $c }", None),
            ("a = b\n    .c = d\n{ $e }", None),
            ("a = b\n    .c", None),
            ("a = b\n    .c =", None),
            ("a = b\n    .c = d\n      e", None),
            ("a = b\n    .c = d\n\n    .e = f", None),
            ("a = b\n    .c = { d }", None),
            ("a = b { $c }", None),
            ("a =\n    b", None),
            ("a =\n    .b = c", None),
            ("-a = b", None),
        ];
        for (text, expected) in table {
            let plain = match &*entries(text).collect::<Vec<_>>() {
                [Entry::Plain(Plain { name, text, attributes })] => Some((*name, *text, attributes.clone())),
                _ => None,
            };
            assert_eq!(plain, expected.map(|(name, text, attributes)| (name, text, attributes.to_vec())), "{text:?}");
        }
    }

    #[test]
    fn parse_rejects_syntax_errors() {
        for text in [
            "a",
            "a =",
            "= b",
            " a = b",
            "a = }",
            "a = { b",
            "a = b\n[c]",
            "a = {\nb = c\n}",
            "a = {\"\\u12房\"}",
            "\u{FEFF}a = b",
            "a = b\n    .c",
            "a = b\n    .1 = c",
            "a = b\n\n    .c = }",
        ] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    /// Parses random texts made of these pieces.
    #[test]
    fn parse_agrees_with_fluents_parser() {
        const PIECES: [&str; 33] = [
            "a",
            "b-c",
            " = ",
            "=",
            " ",
            "    ",
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "房间",
            "x",
            ".d = ",
            "\n    ",
            "\na = ",
            "\n-t = ",
            "\n# ",
            "#",
            "{ $v }",
            "{",
            "}",
            "{ $v ->\n",
            "    [a] A\n",
            "   *[b] B\n",
            "*",
            "[",
            "{ -t(n: 1) }",
            "{ \"q\" }",
            "\n    .e = f",
            "\n  .e=f",
            "\n{ $v }",
        ];
        let mut random = fastrand::Rng::with_seed(1);
        let texts = if cfg!(miri) { 100 } else { 50_000 };
        let mut found = 0;
        for _ in 0..texts {
            // Half of them begin like a message, since few others are valid.
            let begin = if random.bool() { "a = x" } else { "" };
            let pieces = 0..random.usize(..9);
            let text = pieces.fold(begin.to_owned(), |text, _| text + random.choice(PIECES).unwrap());
            let Some(named) = parse(&text) else { continue };
            found += named.len();
            let resource = parse_runtime(text.as_str()).unwrap_or_else(|_| panic!("{text:?} has errors"));
            let expected: Vec<_> = resource.body.into_iter().filter_map(Named::of).map(as_message).collect();
            assert_eq!(named.into_iter().map(as_message).collect::<Vec<_>>(), expected, "{text:?}");
        }
        assert!(found > texts / 10, "{found}");
    }

    /// Converts a plain message to the form that Fluent's parser returns.
    fn as_message(named: Named<'_>) -> Named<'_> {
        let Named::Plain(Plain { name, text, attributes }) = named else { return named };
        let pattern = |value| ast::Pattern { elements: vec![ast::PatternElement::TextElement { value }] };
        let attribute = |(name, text)| ast::Attribute { id: ast::Identifier { name }, value: pattern(text) };
        let (id, attributes) = (ast::Identifier { name }, attributes.into_iter().map(attribute).collect());
        Named::Message(Message { id, value: Some(pattern(text)), attributes, comment: None }.into())
    }
}
