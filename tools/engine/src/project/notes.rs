//! The notes that document variables for translators: `$name (String) - the member who left`.

use code_prompts_reader::names::is_identifier_char;
use fluent_syntax::ast::Comment;

/// What a comment says about a variable.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Note<'c> {
    /// The word in parentheses after the name, such as `String`.
    pub(crate) type_name: Option<&'c str>,
    /// The explanation, in one line. It may be empty.
    pub(crate) text: String,
}

impl<'c> Note<'c> {
    /// Returns the note on a variable: the first line with its name and a dollar sign, and the indented lines below it.
    pub(crate) fn on(variable: &str, comment: &'c Comment<&str>) -> Option<Self> {
        let lines = &comment.content;
        let (index, rest) = lines.iter().enumerate().find_map(|(index, line)| Some((index, after(line, variable)?)))?;
        let indent = |line: &str| line.len() - line.trim_start().len();
        let is_continued = |line: &&&str| indent(line) > indent(lines[index]) && !line.contains('$');
        let (type_name, text) = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((type_name, text)) => (Some(type_name.trim()), text),
            None => (None, rest),
        };
        let more = lines.iter().skip(index + 1).take_while(is_continued).flat_map(|line| line.split_whitespace());
        let first = text.trim_start().trim_start_matches(['-', '–', '—', ':']).split_whitespace();
        Some(Self { type_name, text: first.chain(more).collect::<Vec<_>>().join(" ") })
    }
}

/// Returns the rest of a line after a variable.
fn after<'l>(line: &'l str, variable: &str) -> Option<&'l str> {
    let mut rests = line.match_indices('$').filter_map(|(at, _)| line.get(at + 1..)?.strip_prefix(variable));
    rests.find(|rest| !rest.starts_with(is_identifier_char)).map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn note_has_type_and_text_of_a_variable() {
        let comment = Comment {
            content: vec![
                "Someone left, $other too. See $names.",
                "Variables:",
                "  $name (String) - the member who left,",
                "      by the name of the day",
                "  $room: which one, if $name was in one",
                "  $count(Number)",
            ],
        };
        let note = |variable| Note::on(variable, &comment).map(|note| (note.type_name, note.text));
        let text = "the member who left, by the name of the day";
        assert_eq!(note("name"), Some((Some("String"), text.to_owned())));
        assert_eq!(note("room"), Some((None, "which one, if $name was in one".to_owned())));
        assert_eq!(note("count"), Some((Some("Number"), String::new())));
        assert_eq!(note("names"), Some((None, ".".to_owned())));
        assert_eq!(note("nam"), None);
    }
}
