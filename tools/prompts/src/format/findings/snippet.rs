//! The part of a file that a finding points at, cut and escaped for a terminal.

use std::ops::Range;

use code_prompts_reader::visible::OneLine;

/// How many characters are shown before the start of the range, and how many from there on. A line may have millions.
const WINDOW: usize = 120;

/// How many characters of a message are shown. It may contain a name as long as a file.
const READABLE: usize = 1000;

/// A character that [`OneLine`] always escapes, so that no shown text has it.
pub(super) const PLACEHOLDER: char = '\u{FFF9}';

/// A line, or the part of it around the range, and the range in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) text: String,
    pub(super) range: Range<usize>,
}

/// Cuts out the line of a range. A range of several lines is shown up to the end of the first.
pub(super) fn window(text: &str, range: &Range<usize>) -> Window {
    let start = boundary(text, range.start);
    let end = boundary(text, range.end).max(start);
    let (above, rest) = text.split_at(start);

    let before: usize =
        above.chars().rev().take_while(|character| *character != '\n').take(WINDOW).map(char::len_utf8).sum();
    let (cut_off, before) = above.split_at(above.len() - before);
    let after: usize = rest.chars().take_while(|character| *character != '\n').take(WINDOW).map(char::len_utf8).sum();
    let (after, below) = rest.split_at(after);
    let after = if below.starts_with('\n') { after.strip_suffix('\r').unwrap_or(after) } else { after };
    let is_cut_before = !cut_off.is_empty() && !cut_off.ends_with('\n');
    let is_cut_after = !below.is_empty() && !below.starts_with('\n');
    let marked = boundary(after, end - start);

    let mut shown = String::new();
    if is_cut_before {
        shown.push('…');
    }
    show(before, &mut shown);
    let from = shown.len();
    show(&after[..marked], &mut shown);
    let to = shown.len();
    show(&after[marked..], &mut shown);
    if is_cut_after {
        shown.push('…');
    }
    Window { text: shown, range: from..to }
}

/// Escapes control and invisible characters, and cuts a text that is too long to read.
pub(super) fn visible(text: &str) -> String {
    match text.char_indices().nth(READABLE) {
        None => OneLine(text).to_string(),
        Some((end, _)) => format!("{}…", OneLine(&text[..end])),
    }
}

/// Adds a part of a line. A tab is shown as spaces, so that indented lines look as they are.
fn show(part: &str, shown: &mut String) {
    *shown += &OneLine(part.replace('\t', "    ")).to_string();
}

/// Returns the nearest character boundary at or before a byte.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_contains_the_range() {
        let cases = [
            ("one = 一\ntwo = 二\n", 10..13, "two = 二", 0..3),
            ("one = 一\r\ntwo\r\n", 0..3, "one = 一", 0..3),
            ("one\r\ntwo", 3..5, "one", 3..3),
            ("one\ntwo", 0..7, "one", 0..3),
            ("one", 3..3, "one", 3..3),
            ("one\n", 4..4, "", 0..0),
            ("one", 99..200, "one", 3..3),
            ("", 0..0, "", 0..0),
            ("", 5..9, "", 0..0),
            ("一", 1..2, "一", 0..0),
            ("a\tb\u{1B}[31m", 2..3, "a    b␛[31m", 5..6),
            ("\u{FEFF}a\u{202E}", 4..7, "\\u{feff}a\\u{202e}", 9..17),
            ("\u{9B}2J\u{7F}\0\r", 0..2, "\\u{9b}2J␡␀␍", 0..6),
        ];
        for (text, range, shown, marked) in cases {
            let expected = Window { text: shown.to_owned(), range: marked };
            assert_eq!(window(text, &range), expected, "{text:?} {range:?}");
        }
    }

    #[test]
    fn window_cuts_a_long_line() {
        let line = "座".repeat(3_000_000);
        let found = window(&line, &(3_000_000..3_000_003));
        assert_eq!(found.text, format!("…{}…", "座".repeat(2 * WINDOW)));
        assert_eq!(found.range, 3 + 3 * WINDOW..6 + 3 * WINDOW);
        let all = window(&line, &(0..line.len()));
        assert_eq!((all.text.chars().count(), all.range), (WINDOW + 1, 0..3 * WINDOW));
    }

    #[test]
    fn visible_cuts_a_long_message() {
        assert_eq!(visible("a\nb"), "a␊b");
        assert_eq!(visible(&"席".repeat(READABLE)), "席".repeat(READABLE));
        assert_eq!(visible(&"席".repeat(READABLE + 1)), "席".repeat(READABLE) + "…");
    }
}
