//! Reads what most of a Fluent file is, messages of one line, at the speed of looking for line ends.
//!
//! Whatever is more than that goes to Fluent's own parser, entry by entry. A test holds that both read the same.

use fluent_syntax::ast::{self, Message, Term};
use fluent_syntax::parser::parse_runtime;
use memchr::{memchr, memchr3};

use crate::guard::{begins_entry, guard};

/// A message or a term, as its file has it.
#[derive(Debug, PartialEq)]
pub(crate) enum Named<'a> {
    /// A message that is one line of text.
    Plain {
        name: &'a str,
        text: &'a str,
    },
    Message(Box<Message<&'a str>>),
    Term(Box<Term<&'a str>>),
}

impl<'a> Named<'a> {
    pub(crate) fn name(&self) -> &'a str {
        match self {
            Self::Plain { name, .. } => name,
            Self::Message(message) => message.id.name,
            Self::Term(term) => term.id.name,
        }
    }

    fn of(entry: ast::Entry<&'a str>) -> Option<Self> {
        match entry {
            ast::Entry::Message(message) => Some(Self::Message(message.into())),
            ast::Entry::Term(term) => Some(Self::Term(term.into())),
            _ => None,
        }
    }
}

/// Reads a text in which nothing is wrong. Of any other there is no reading, and [`entries`] has to read what
/// [`mend`](crate::resource::mend) leaves of it.
pub(crate) fn scan(text: &str) -> Option<Vec<Named<'_>>> {
    const USUAL_LENGTH: usize = 64;
    let mut found = Vec::with_capacity(text.len() / USUAL_LENGTH);
    let mut rest = text;
    while !rest.is_empty() {
        if rest.starts_with('#') || begins_line_end(rest) {
            rest = skip_line(rest);
        } else if let Some((plain, behind)) = plain(rest) {
            found.push(plain);
            rest = behind;
        } else {
            let (entry, behind) = rest.split_at(entry_length(rest));
            if guard(entry).is_some() {
                return None;
            }
            found.extend(parse_runtime(entry).ok()?.body.into_iter().filter_map(Named::of));
            rest = behind;
        }
    }
    Some(found)
}

/// Reads with Fluent's parser alone, and leaves out what it can't read.
pub(crate) fn entries(text: &str) -> Vec<Named<'_>> {
    let (Ok(resource) | Err((resource, _))) = parse_runtime(text);
    resource.body.into_iter().filter_map(Named::of).collect()
}

/// Measures an entry: up to the next line that begins one, which is nowhere within one, or a comment.
pub(crate) fn entry_length(text: &str) -> usize {
    let mut length = text.len() - skip_line(text).len();
    while let Some(rest) = text.get(length..).filter(|rest| !rest.is_empty() && !begins(rest.as_bytes())) {
        length += rest.len() - skip_line(rest).len();
    }
    length
}

fn begins(line: &[u8]) -> bool {
    line.first() == Some(&b'#') || begins_entry(line)
}

/// Reads `name = text` that ends with its line. There is nothing to unescape in such a text.
fn plain(rest: &str) -> Option<(Named<'_>, &str)> {
    let bytes = rest.as_bytes();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let length = bytes.iter().take_while(is_part).count();
    let (name, value) = rest.split_at_checked(length).filter(|_| bytes.first().is_some_and(u8::is_ascii_alphabetic))?;
    let value = value.trim_start_matches(' ').strip_prefix('=')?;
    let (line, behind) = match memchr3(b'\n', b'{', b'}', value.as_bytes()) {
        Some(end) => value.split_at_checked(end).filter(|(_, behind)| behind.starts_with('\n'))?,
        None => (value, ""),
    };
    let text = line.trim_start_matches(' ').trim_end_matches([' ', '\r']);
    (!text.is_empty() && !goes_on(behind)).then_some((Named::Plain { name, text }, behind))
}

/// Tells whether what follows a line may belong to it: an indented line, be it behind blank ones.
fn goes_on(mut behind: &str) -> bool {
    while begins_line_end(behind) {
        behind = skip_line(behind);
    }
    behind.starts_with([' ', '\r'])
}

fn begins_line_end(text: &str) -> bool {
    text.starts_with('\n') || text.starts_with("\r\n")
}

fn skip_line(text: &str) -> &str {
    memchr(b'\n', text.as_bytes()).and_then(|newline| text.get(newline + 1..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_one_line_are_read_without_the_parser() {
        let plain = |text| match scan(text).as_deref() {
            Some([Named::Plain { name, text }]) => Some((*name, *text)),
            _ => None,
        };
        let table = [
            ("a = b", Some(("a", "b"))),
            ("a=b\n", Some(("a", "b"))),
            ("a-1_ =  \tb . [c] *[d] \"e\" # f = g \r\n\r\n", Some(("a-1_", "\tb . [c] *[d] \"e\" # f = g"))),
            ("# c\n\n## d\na = 房间\n# e", Some(("a", "房间"))),
            ("a = b\n    c", None),
            ("a = b\n\n    c", None),
            ("a = b\n\r    c", None),
            ("a = b\n    .c = d", None),
            ("a = b { $c }", None),
            ("a =\n    b", None),
            ("-a = b", None),
        ];
        for (text, expected) in table {
            assert_eq!(plain(text), expected, "{text:?}");
            assert!(scan(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_left_to_the_parser() {
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
        ] {
            assert_eq!(scan(text), None, "{text:?}");
        }
    }

    /// Whatever is made of these pieces is read as the parser reads it, or left to the parser.
    #[test]
    fn it_reads_what_the_parser_reads() {
        const PIECES: [&str; 30] = [
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
        ];
        let mut state = 1_u64;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut read = 0;
        for _ in 0..50_000 {
            // Each second one begins as a message does, since few others are without an error.
            let begin = ["a = x", ""][random(2)];
            let text: String = (0..random(9)).fold(begin.to_owned(), |text, _| text + PIECES[random(PIECES.len())]);
            let Some(scanned) = scan(&text) else { continue };
            read += scanned.len();
            let resource = parse_runtime(text.as_str()).unwrap_or_else(|_| panic!("{text:?} has errors"));
            let parsed: Vec<_> = resource.body.into_iter().filter_map(Named::of).map(plainly).collect();
            assert_eq!(scanned.into_iter().map(plainly).collect::<Vec<_>>(), parsed, "{text:?}");
        }
        assert!(read > 5_000, "{read}");
    }

    /// Gives a message of one text as the parser does.
    fn plainly(named: Named<'_>) -> Named<'_> {
        match named {
            Named::Plain { name, text } => {
                let value = ast::Pattern { elements: vec![ast::PatternElement::TextElement { value: text }] };
                let id = ast::Identifier { name };
                Named::Message(Message { id, value: Some(value), attributes: Vec::new(), comment: None }.into())
            }
            other => other,
        }
    }
}
