//! Reads PO files.

use super::{SOURCE, TARGET};
use crate::exchange::delivery::{Damage, Delivered, DeliveredUnit, Finished};
use crate::exchange::key::Key;
use crate::exchange::text::Text;

/// What is wrong with a file that has no header of ours.
const FOREIGN: &str =
    "the header of the file does not name the locales; import a file that `prompts todo --format po` has written";

/// Reads a file.
pub(in crate::exchange) fn read(text: &str) -> Result<Delivered, Damage> {
    let mut delivered = Delivered::default();
    for message in messages(text)? {
        if message.id.is_empty() && message.context.is_none() {
            header(&message, &mut delivered)?;
            continue;
        }
        if delivered.target.is_empty() {
            return Err((1, FOREIGN.to_owned()));
        }
        let key = message.context.as_deref().and_then(|context| context.parse::<Key>().ok());
        let Some(key) = key else {
            let problem = "the message has no msgctxt with its id, so it is not from `prompts todo --format po`";
            return Err((message.line, problem.to_owned()));
        };
        delivered.units.push(DeliveredUnit {
            key,
            line: message.line,
            source: Text::words(&message.id),
            translation: Text::words(&message.translation),
            finished: if message.is_fuzzy { Finished::No } else { Finished::Yes },
        });
    }
    if delivered.target.is_empty() { Err((1, FOREIGN.to_owned())) } else { Ok(delivered) }
}

fn header(message: &PoMessage, delivered: &mut Delivered) -> Result<(), Damage> {
    let fields = message.translation.lines().filter_map(|line| line.split_once(':'));
    for (name, value) in fields.map(|(name, value)| (name.trim(), value.trim())) {
        if name.eq_ignore_ascii_case(TARGET) {
            value.clone_into(&mut delivered.target);
        } else if name.eq_ignore_ascii_case(SOURCE) {
            value.clone_into(&mut delivered.source);
        } else if name.eq_ignore_ascii_case("Content-Type") {
            let charset = value.rsplit_once("charset=").map_or("utf-8", |(_, charset)| charset.trim());
            if !charset.eq_ignore_ascii_case("utf-8") {
                let problem = format!("the header says that the file is in {charset}; save it as UTF-8");
                return Err((message.line, problem));
            }
        }
    }
    Ok(())
}

#[derive(Default)]
struct PoMessage {
    /// The line of its first keyword.
    line: usize,
    is_fuzzy: bool,
    context: Option<String>,
    id: String,
    translation: String,
}

/// The field that a line with quotation marks alone continues.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    Context,
    Id,
    Translation,
}

/// Reads the messages, without those that are commented out.
fn messages(text: &str) -> Result<Vec<PoMessage>, Damage> {
    let mut messages = Vec::new();
    let mut message = PoMessage::default();
    let mut field = Field::None;
    let mut last = 1;
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        if line.is_empty() || line.starts_with("#~") {
            continue;
        }
        let is_continued = line.starts_with('"');
        if field == Field::Translation && !is_continued {
            messages.push(std::mem::take(&mut message));
            field = Field::None;
        }
        if let Some(comment) = line.strip_prefix('#') {
            if field != Field::None {
                return Err((number, "a comment is in the middle of a message".to_owned()));
            }
            let mut flags = comment.strip_prefix(',').unwrap_or_default().split(',');
            message.is_fuzzy |= flags.any(|flag| flag.trim() == "fuzzy");
            continue;
        }
        last = number;
        if !is_continued {
            let keyword = line.split([' ', '\t', '"']).next().unwrap_or_default();
            field = next_field(field, keyword).map_err(|problem| (number, problem))?;
            if message.line == 0 {
                message.line = number;
            }
            if field == Field::Context {
                message.context = Some(String::new());
            }
        }
        let start = line.find('"').and_then(|start| line.get(start..)).unwrap_or_default();
        let words = unquoted(start).map_err(|problem| (number, problem.to_owned()))?;
        match field {
            Field::None => return Err((number, "a text has no keyword, such as msgid".to_owned())),
            Field::Context => message.context.get_or_insert_default().push_str(&words),
            Field::Id => message.id.push_str(&words),
            Field::Translation => message.translation.push_str(&words),
        }
    }
    match field {
        Field::None => {}
        Field::Translation => messages.push(message),
        Field::Context | Field::Id => return Err((last, "the file ends in the middle of a message".to_owned())),
    }
    Ok(messages)
}

/// Returns the field that a keyword begins.
fn next_field(field: Field, keyword: &str) -> Result<Field, String> {
    match (keyword, field) {
        ("msgctxt", Field::None) => Ok(Field::Context),
        ("msgid", Field::None | Field::Context) => Ok(Field::Id),
        ("msgstr", Field::Id) => Ok(Field::Translation),
        ("msgid_plural", _) => Err("no message from `prompts todo --format po` has a msgid_plural".to_owned()),
        ("msgctxt" | "msgid", _) => Err("the message above has no msgstr".to_owned()),
        ("msgstr", _) => Err("the message has no msgid".to_owned()),
        _ => Err("this is not a line of a PO file".to_owned()),
    }
}

/// Returns the text of a line in quotation marks.
fn unquoted(line: &str) -> Result<String, &'static str> {
    const OPEN: &str = "the text does not end with a quotation mark";
    let mut characters = line.strip_prefix('"').ok_or("the text is not in quotation marks")?.chars();
    let mut text = String::new();
    loop {
        match characters.next().ok_or(OPEN)? {
            '"' if characters.as_str().trim().is_empty() => return Ok(text),
            '"' => return Err("there is more behind the text; write a backslash before a quotation mark in it"),
            '\\' => text.push(match characters.next().ok_or(OPEN)? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other @ ('"' | '\\') => other,
                _ => return Err("the text has an unknown escape; a backslash is written as two"),
            }),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "msgid \"\"\nmsgstr \"X-Prompts-Locale: de\\nX-Prompts-Source: en\\n\"\n";

    #[test]
    fn po_is_read_in_any_layout() {
        let text = format!(
            "\u{20}# by me\n{HEADER}\n#, c-format, fuzzy\n#| msgid \"x\"\nmsgctxt \"a.b:one\"\nmsgid \"\"\n\"1 \\\"x\\\"\\n\"\n\"2\\\\\"\nmsgstr\"\"\n\
             \"3\"\nmsgctxt \"c\"\r\nmsgid \"4\"\r\nmsgstr \"\"\r\n#~ msgid \"old\"\n#~ msgstr \"alt\"\n"
        );
        let delivered = read(&text).unwrap();
        assert_eq!((delivered.target.as_str(), delivered.source.as_str()), ("de", "en"));
        let units: Vec<_> = delivered
            .units
            .iter()
            .map(|unit| {
                let texts = (unit.source.to_string(), unit.translation.to_string());
                (unit.key.to_string(), unit.line, texts, unit.finished)
            })
            .collect();
        assert_eq!(
            units,
            [
                ("a.b:one".to_owned(), 7, ("1 \"x\"\n2\\".to_owned(), "3".to_owned()), Finished::No),
                ("c".to_owned(), 13, ("4".to_owned(), String::new()), Finished::Yes),
            ]
        );
    }

    #[test]
    fn damaged_po_is_refused_at_its_line() {
        let message = "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B\"\n";
        for (text, line, problem) in [
            ("", 1, "does not name the locales"),
            (message, 1, "does not name the locales"),
            ("msgid \"\"\nmsgstr \"Language: de\\n\"\n", 1, "does not name the locales"),
            (&format!("{HEADER}msgid \"A\"\nmsgstr \"B\"\n"), 3, "no msgctxt"),
            (&format!("{HEADER}msgctxt \"a b\"\nmsgid \"A\"\nmsgstr \"B\"\n"), 3, "no msgctxt"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\"\n"), 4, "ends in the middle"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"B"), 5, "does not end"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\"\nmsgstr "), 5, "not in quotation marks"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\nmsgstr \"B\"\n"), 4, "does not end"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\"\n\n{message}"), 6, "has no msgstr"),
            (&format!("{HEADER}msgstr \"A\"\n"), 3, "has no msgid"),
            (&format!("{HEADER}msgid \"A\"\nmsgid_plural \"As\"\nmsgstr[0] \"A\"\n"), 4, "msgid_plural"),
            (&format!("{HEADER}\nroom = A\n"), 4, "not a line"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\\q\"\nmsgstr \"B\"\n"), 4, "unknown escape"),
            (&format!("{HEADER}msgctxt \"a\"\nmsgid \"A\"x\"\nmsgstr \"B\"\n"), 4, "more behind"),
            ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", 1, "ISO-8859-1"),
            ("\"a\"\n", 1, "no keyword"),
        ] {
            let (at, found) = read(text).unwrap_err();
            assert!(at == line && found.contains(problem), "{at}: {found}\n{text}");
        }
    }
}
