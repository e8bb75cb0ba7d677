//! Tells translators, above a translation, what the source says now.

use fluent_syntax::ast::Comment;

use crate::check::record::{is_now, own, read, write_now};
use crate::check::tree::{Kind, Locale, Tree};
use crate::edit::document::{Document, Edits};
use crate::edit::progress::{Progress, State, progress_of};
use crate::edit::stub::commented;

/// Marks what is stale or lacks a text, and takes marks away where that is no longer so. Counts what is newly marked.
pub(super) fn mark(tree: &Tree<'_>, locale: &Locale<'_>, files: &mut [(Document<'_>, Edits)]) -> usize {
    let source = tree.source().tag;
    let all = [Kind::Message, Kind::Term].into_iter().flat_map(|kind| progress_of(kind, tree, locale));
    let mut marked = 0;
    for progress in all {
        let Some(entry) = progress.entry else { continue };
        let Some((document, edits)) = files.get_mut(entry.file - locale.files.start) else { continue };
        let Some(block) = document.find(&entry.written_name()) else { continue };
        let comment = block.comment();
        let there: Vec<&str> = comment
            .into_iter()
            .flat_map(|comment| own(comment, tree.source()))
            .copied()
            .filter(|line| is_now(line, source))
            .collect();
        let wanted = wanted(tree.source(), &progress, comment);
        let all_wanted = wanted.iter().flat_map(|(_, lines)| lines).map(String::as_str);
        if there.iter().map(|line| line.trim_end()).eq(all_wanted) {
            continue;
        }
        marked += usize::from(!wanted.is_empty());
        there.iter().for_each(|line| edits.replace(document.line(line), ""));
        for (below, lines) in wanted {
            let at = below.map_or(block.body, |line| document.line(line).end);
            edits.replace(at..at, commented(lines.iter().map(String::as_str)) + "\n");
        }
    }
    marked
}

/// What is to be said, each with the line of the comment that it stands below.
type Wanted<'a> = Vec<(Option<&'a str>, Vec<String>)>;

fn wanted<'a>(source: &Locale<'_>, progress: &Progress<'_, '_>, comment: Option<&Comment<&'a str>>) -> Wanted<'a> {
    let records = comment.map(|comment| read(comment, source)).unwrap_or_default();
    // A term's attributes are each locale's own.
    let is_term = progress.wanted.kind == Kind::Term;
    let parts = progress.parts.iter().filter(|(_, state)| match state {
        State::Stale(_) => true,
        State::Missing => !is_term,
        State::Unrecorded | State::Current => false,
    });
    let mut wanted: Wanted<'a> = (parts)
        .map(|(part, _)| {
            let record = records.iter().find(|record| record.attribute == part.attribute);
            let below = record.and_then(|record| record.lines.last().copied());
            (below, write_now(source.tag, part.attribute, part.pattern))
        })
        .collect();
    // In the order in which they will stand.
    wanted.sort_by_key(|(below, _)| below.map_or(usize::MAX, |line| line.as_ptr() as usize));
    wanted
}
