//! Reads the text of a records file. What can't be read is a problem with its place.

use code_prompts_reader::characters::BYTE_ORDER_MARK;
use code_prompts_reader::document::{self, Item, Row};
use code_prompts_reader::names::is_identifier;

use super::comments;
use super::stored::{Allow, RecordProblem, Stored, StoredMessage, StoredPart};
use crate::project::review::{Date, MessageReview, reviewer};
use crate::text::nearest::nearest;

const TABLES: &[&str] = &["locale", "files", "messages"];
const PART_KEYS: &[&str] = &["review", "allow"];
const MESSAGE_KEYS: &[&str] = &["source", "attributes", "reviewed", "allow"];
const REVIEWED_KEYS: &[&str] = &["by", "on", "text"];

/// Reads a file. Returns what it says as far as it can be read, and the problems in the order of the file.
pub(super) fn read(text: &str) -> (Stored, Vec<RecordProblem>) {
    let unmarked = text.trim_start_matches(BYTE_ORDER_MARK);
    let (rows, errors) = document::parse(unmarked);
    let mut reader = Reader { text: unmarked, mark: text.len() - unmarked.len(), problems: Vec::new() };
    for error in &errors {
        reader.problem(error.span.start, format!("not valid TOML: {}", error.message), "fix this line");
    }
    let mut stored = reader.stored(&rows);
    if errors.is_empty() {
        comments::add(unmarked, &rows, &mut stored);
    }
    reader.problems.sort_by_key(|problem| problem.at);
    // A date that the parser rejects is not a date here either.
    reader.problems.dedup_by_key(|problem| problem.at);
    (stored, reader.problems)
}

struct Reader<'t> {
    text: &'t str,
    /// The length of the byte-order mark before the text.
    mark: usize,
    problems: Vec<RecordProblem>,
}

impl Reader<'_> {
    fn problem(&mut self, at: usize, message: String, help: impl Into<String>) {
        self.problems.push(RecordProblem { at: at + self.mark, message, help: help.into() });
    }

    fn unknown(&mut self, row: &Row<'_>, known: &[&str]) {
        let help = match nearest(&row.key, known.iter().copied()) {
            Some(meant) => format!("is `{meant}` meant?"),
            None => format!("the keys here are `{}`", known.join("`, `")),
        };
        self.problem(row.span.start, format!("unknown key `{}`", row.key), help);
    }

    fn table<'i, 't>(&mut self, row: &'i Row<'t>) -> &'i [Row<'t>] {
        let rows = row.item.as_table();
        if rows.is_none() {
            self.problem(row.span.start, format!("`{}` must be a table", row.key), "write its keys below it");
        }
        rows.unwrap_or_default()
    }

    fn string(&mut self, row: &Row<'_>) -> Option<String> {
        let text = row.item.as_str().map(|text| text.replace("\r\n", "\n"));
        if text.is_none() {
            self.problem(row.item.span.start, format!("`{}` must be a text", row.key), "write it in quotation marks");
        }
        text
    }

    fn stored(&mut self, rows: &[Row<'_>]) -> Stored {
        let mut stored = Stored::default();
        for row in rows {
            match &*row.key {
                "locale" => stored.locale = self.part(row),
                "files" => {
                    for row in self.table(row) {
                        stored.files.insert(row.key.to_string(), self.part(row));
                    }
                }
                "messages" => {
                    for row in self.table(row) {
                        if is_key(&row.key) {
                            stored.messages.insert(row.key.to_string(), self.message(row));
                        } else {
                            let help = "write the id of a message, or of a term with its hyphen";
                            self.problem(row.span.start, format!("`{}` is not an id", row.key), help);
                        }
                    }
                }
                _ => self.unknown(row, TABLES),
            }
        }
        stored
    }

    fn part(&mut self, row: &Row<'_>) -> StoredPart {
        let mut part = StoredPart::default();
        for row in self.table(row) {
            match &*row.key {
                "review" => {
                    part.review = self.string(row);
                    part.review_at = row.item.span.start + self.mark;
                }
                "allow" => part.allow = self.allow(row),
                _ => self.unknown(row, PART_KEYS),
            }
        }
        part
    }

    fn message(&mut self, row: &Row<'_>) -> StoredMessage {
        let mut message = StoredMessage { at: row.span.start + self.mark, ..StoredMessage::default() };
        for row in self.table(row) {
            match &*row.key {
                "source" => message.texts.extend(self.string(row).map(|text| (None, text))),
                "attributes" => {
                    for row in self.table(row) {
                        message.texts.extend(self.string(row).map(|text| (Some(row.key.to_string()), text)));
                    }
                }
                "reviewed" => message.reviewed = self.reviewed(row),
                "allow" => message.allow = self.allow(row),
                _ => self.unknown(row, MESSAGE_KEYS),
            }
        }
        // In the order in which it is written.
        message.texts.sort_by_key(|(attribute, _)| attribute.is_some());
        message
    }

    fn allow(&mut self, row: &Row<'_>) -> Vec<Allow> {
        let mut allow = Vec::new();
        for row in self.table(row) {
            let at = row.span.start + self.mark;
            allow.extend(self.string(row).map(|reason| Allow { rule: row.key.to_string(), reason, at }));
        }
        allow
    }

    fn reviewed(&mut self, row: &Row<'_>) -> Option<MessageReview> {
        let at = row.span.start;
        let rows = self.table(row);
        rows.iter().filter(|row| !REVIEWED_KEYS.contains(&&*row.key)).for_each(|row| self.unknown(row, REVIEWED_KEYS));
        let value = |key: &str| rows.iter().find(|row| row.key == key);
        let by = value("by").and_then(|row| row.item.as_str()).unwrap_or_default();
        let by = reviewer(by).map_err(|problem| (value("by"), problem, "write the name as `by`".to_owned()));
        let on = value("on")
            .and_then(|row| self.date(&row.item))
            .ok_or_else(|| (value("on"), "its date does not exist", "write it as `on`, such as 2026-11-27".to_owned()));
        let of = value("text").and_then(|row| row.item.as_str()).unwrap_or_default().parse();
        let of = of.map_err(|()| {
            let help = "run `prompts review`, which writes a hash of it as `text`".to_owned();
            (value("text"), "it does not say which text was reviewed", help)
        });
        match (by, on, of) {
            (Ok(by), Ok(on), Ok(of)) => Some(MessageReview { by, on, of }),
            (by, on, of) => {
                for (row, problem, help) in [by.err(), on.err(), of.err()].into_iter().flatten() {
                    self.problem(
                        row.map_or(at, |row| row.item.span.start),
                        format!("this review does not count: {problem}"),
                        help,
                    );
                }
                None
            }
        }
    }

    /// Returns a date as it is written. TOML has dates of its own; a text is accepted too.
    fn date(&self, item: &Item<'_>) -> Option<Date> {
        item.as_str().or_else(|| self.text.get(item.span.clone()))?.parse().ok()
    }
}

/// Returns whether a key is one of a message or a term: its id, and after an `@` perhaps the path of its file.
fn is_key(key: &str) -> bool {
    let name = key.split('@').next().unwrap_or_default();
    is_identifier(name.strip_prefix('-').unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"# Written by hand.

# About the locale.
[locale]
review = "draft"
allow.punctuation = "so"

[files."ja-JP/menu.ftl"]
review = "reviewed by 田中 on 2026-11-27"

# The brand.
[messages.-brand]
allow.untranslated = "the same everywhere"

[messages.im-login-failed]
source = """
{ $im-reused ->
    [true] 复用IM时，请先登录IM
   *[false] IM登录失败
}"""
attributes.description = "im登录错误"

[messages.room-not-found]
source = '"房间"不存在'
reviewed = { by = "田中", on = 2026-11-27, text = "1a2b3c4d" }

[messages."room-not-found@ja-JP/menu.ftl"]
source = "房间不存在"

# The end.
"#;

    #[test]
    fn file_is_printed_as_it_was_read() {
        for newline in ["\n", "\r\n"] {
            let text = FILE.replace('\n', newline);
            let (stored, problems) = read(&text);
            assert_eq!(problems, []);
            assert_eq!(stored.print(newline), text);
            assert_eq!(stored.messages["room-not-found"].texts, [(None, "\"房间\"不存在".to_owned())]);
            assert!(!stored.messages["im-login-failed"].texts[0].1.contains('\r'));
        }
    }

    #[test]
    fn comments_of_any_layout_are_kept() {
        for (text, printed) in [
            (
                "# a\n[locale] # b \"c\"\nreview = \"#\" # d\n# e\n",
                "# a\n# b \"c\"\n# d\n[locale]\nreview = \"#\"\n\n# e\n",
            ),
            (
                "[messages]\nb = { source = \"B\" } # b\n# a\na.source = \"A\"\n",
                "# a\n[messages.a]\nsource = \"A\"\n\n# b\n[messages.b]\nsource = \"B\"\n",
            ),
            (
                "[messages.a]\nsource = \"\"\"\n# no\n\"\"\" # yes\n",
                "# yes\n[messages.a]\nsource = \"\"\"\n# no\n\"\"\"\n",
            ),
            (
                "[messages.a]\n# in\nattributes = { b = \"#\", # one\n  c = \"C\" }\n",
                "# in\n# one\n[messages.a]\nattributes.b = \"#\"\nattributes.c = \"C\"\n",
            ),
            ("# only\n", "# only\n"),
            ("", ""),
        ] {
            let (stored, problems) = read(text);
            assert_eq!(problems, [], "{text}");
            assert_eq!(stored.print("\n"), printed, "{text}");
            assert_eq!(read(printed).0.print("\n"), printed, "{text}");
        }
    }

    #[test]
    fn damaged_file_is_a_problem() {
        let mut random = fastrand::Rng::with_seed(17);
        let characters: Vec<char> = FILE.chars().collect();
        for _ in 0..2000 {
            let mut damaged = characters.clone();
            for _ in 0..random.usize(1..4) {
                let at = random.usize(0..damaged.len().max(1));
                match random.u8(0..3) {
                    0 if at < damaged.len() => drop(damaged.remove(at)),
                    1 => damaged
                        .insert(at, *random.choice(&['"', '\n', '[', '}', '\'', '#', '.', '\u{0}', '\r']).unwrap()),
                    _ => damaged.truncate(at.max(1)),
                }
            }
            let text: String = damaged.iter().collect();
            let (stored, problems) = read(&text);
            // What can be read is printed in a form that is read in the same way.
            if problems.is_empty() {
                let printed = stored.print("\n");
                let (again, problems) = read(&printed);
                assert_eq!((again.print("\n"), problems), (printed, Vec::new()), "{text}");
            }
        }
    }
}
