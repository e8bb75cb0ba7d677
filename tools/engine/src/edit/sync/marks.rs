//! Writes the new source text into the comments of stale translations, as marks.

use crate::edit::document::{Edits, FtlDocument};
use crate::edit::stub::commented;
use crate::project::entry::Part;
use crate::project::locale::Locale;
use crate::project::progress::{State, all};
use crate::project::record::{is_now, own_lines, read_lines, write_now};
use crate::project::tree::Tree;

/// The files of a locale, and the edits of each.
pub(super) type EditedFiles<'a> = [(FtlDocument<'a>, Edits)];

/// Marks entries that are stale or lack a text, and removes outdated marks. Returns the number of newly marked entries. If
/// records are not in comments, no mark is wanted.
pub(super) fn mark(tree: &Tree<'_>, locale: &Locale<'_>, files: &mut EditedFiles<'_>, is_wanted: bool) -> usize {
    let source = tree.source();
    let mut marked = 0;
    for progress in all(tree, locale) {
        let Some(entry) = progress.entry else { continue };
        let Some((document, edits)) = files.get_mut(entry.file - locale.files.start) else { continue };
        let Some(block) = document.find(&entry.written_name()) else { continue };
        let lines = block.comment().map_or(&[][..], |comment| own_lines(comment, source));
        let records = read_lines(lines, source.tag);
        let is_recorded = |part: &Part<'_>| {
            records.iter().any(|record| record.attribute == part.attribute && record.is_of(part.pattern))
        };
        let parts = progress.parts.iter().filter(|(part, state)| match state {
            State::Stale(_) => true,
            State::Missing => !is_recorded(part),
            State::Unrecorded | State::Current => false,
        });
        let parts: Vec<_> = parts.filter(|_| is_wanted).map(|(part, _)| *part).collect();
        let is_new = write_marks((document, edits), lines, &parts, (source.tag, block.body));
        marked += usize::from(is_new && !parts.is_empty());
    }
    marked
}

/// Writes the current source text of some parts below their records, or at the end of the comment, and removes older
/// marks. Returns whether anything changed.
pub(super) fn write_marks(
    (document, edits): (&FtlDocument<'_>, &mut Edits),
    lines: &[&str],
    parts: &[&Part<'_>],
    (source, end): (&str, usize),
) -> bool {
    let records = read_lines(lines, source);
    let mark = |part: &&Part<'_>| {
        let record = records.iter().find(|record| record.attribute == part.attribute);
        let below = record.and_then(|record| record.lines.last()).map_or(end, |line| document.line(line).end);
        ((below, record.is_none()), write_now(source, part.attribute, part.pattern))
    };
    let mut marks: Vec<((usize, bool), Vec<String>)> = parts.iter().map(mark).collect();
    // In the order of their places. Marks without a record come last: the last record may end where the comment does.
    marks.sort_by_key(|(place, _)| *place);
    let old: Vec<&str> = lines.iter().copied().filter(|line| is_now(line, source)).collect();
    if old.iter().map(|line| line.trim_end()).eq(marks.iter().flat_map(|(_, lines)| lines).map(String::as_str)) {
        return false;
    }
    old.iter().for_each(|line| edits.replace(document.line(line), ""));
    for ((below, _), lines) in marks {
        edits.replace(below..below, commented(lines.iter().map(String::as_str)) + "\n");
    }
    true
}
