//! PO files, as GNU gettext and most editors for translators read them.
//!
//! ```po
//! #. note: No room with this number is open.
//! #: zh-CN/prompts.ftl:71
//! #, fuzzy
//! #| msgid "房间不存在"
//! msgctxt "room-not-found"
//! msgid "房间不存在或已关闭"
//! msgstr "The room does not exist"
//! ```
//!
//! The reader is our own: of the packages for PO files, those that exist panic on damaged files, have no lines for
//! messages, or merge two texts for one message.

mod reader;

use super::job::{Job, Unit, UnitState};
pub(super) use reader::read;

/// The fields of the header with the tags of the locales. `Language` has an underscore, and editors change it.
const TARGET: &str = "X-Prompts-Locale";
const SOURCE: &str = "X-Prompts-Source";

/// Writes a PO file.
pub(super) fn write(job: &Job) -> String {
    let language = |tag: &str| tag.replace('-', "_");
    let mut file = "msgid \"\"\nmsgstr \"\"\n".to_owned();
    for (name, value) in [
        ("Project-Id-Version", "prompts"),
        ("Language", &language(&job.target)),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", &language(&job.source)),
        (SOURCE, &job.source),
        (TARGET, &job.target),
    ] {
        file += &(quoted(&format!("{name}: {value}\n")) + "\n");
    }
    job.units.iter().for_each(|unit| write_unit(unit, &mut file));
    file
}

fn write_unit(unit: &Unit, file: &mut String) {
    file.push('\n');
    for note in &unit.notes {
        let text = format!("{}: {}", note.category, note.text);
        text.lines().for_each(|line| file.push_str(&(format!("#. {line}").trim_end().to_owned() + "\n")));
    }
    let (path, line) = &unit.place;
    *file += &format!("#: {path}:{line}\n");
    if unit.state == UnitState::Stale {
        file.push_str("#, fuzzy\n");
    }
    if let Some(previous) = &unit.previous {
        field("#| msgid", "#| ", &previous.to_string(), file);
    }
    field("msgctxt", "", &unit.key.to_string(), file);
    field("msgid", "", &unit.source.to_string(), file);
    let translation = unit.translation.as_ref().map(ToString::to_string);
    field("msgstr", "", &translation.unwrap_or_default(), file);
}

/// Writes a keyword and its text, each line of the text on a line.
fn field(keyword: &str, before: &str, text: &str, file: &mut String) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match lines.as_slice() {
        [] | [_] => *file += &format!("{keyword} {}\n", quoted(text)),
        lines => {
            *file += &format!("{keyword} \"\"\n");
            lines.iter().for_each(|line| *file += &format!("{before}{}\n", quoted(line)));
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}
