//! What can be folded in a file of messages.

use std::ops::Range;

use fluent_syntax::ast::{Comment, Entry, Resource};
use gen_lsp_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use crate::position::Lines;
use crate::syntax::{line_start, messages, range_of, with_resource};
use crate::workspace::{Answer, Workspace};

pub(crate) fn folding_ranges(workspace: &Workspace, params: FoldingRangeParams) -> Answer<Option<Vec<FoldingRange>>> {
    let Some(text) = messages(workspace, &params.text_document.uri) else { return Ok(None) };
    let lines = Lines::new(text);
    let fold = |(range, kind): (Range<usize>, Option<FoldingRangeKind>)| {
        let gen_lsp_types::Range { start, end } = lines.range(&range);
        let (start_line, end_line) = (start.line, end.line);
        FoldingRange { start_line, end_line, kind, start_character: None, end_character: None, collapsed_text: None }
    };
    let is_long = |fold: &FoldingRange| fold.start_line < fold.end_line;
    Ok(Some(with_resource(text, folds).into_iter().map(fold).filter(is_long).collect()))
}

/// Returns what can be folded: comments, messages, and groups with the messages below them.
fn folds(text: &str, resource: &Resource<&str>) -> Vec<(Range<usize>, Option<FoldingRangeKind>)> {
    let line_start = |part: &str| line_start(text, part);
    // Where each entry starts, without its comment.
    let starts = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((line_start(message.id.name), message.comment.as_ref(), false)),
        Entry::Term(term) => Some((line_start(term.id.name), term.comment.as_ref(), false)),
        Entry::Comment(comment) | Entry::ResourceComment(comment) => {
            Some((line_start(comment.content.first()?), None, false))
        }
        Entry::GroupComment(comment) => Some((line_start(comment.content.first()?), None, true)),
        Entry::Junk { content } => Some((range_of(text, content).start, None, false)),
    });
    let entries: Vec<_> = starts.collect();
    let top = |(start, comment, _): &(usize, Option<&Comment<&str>>, bool)| {
        comment.and_then(|comment| comment.content.first()).map_or(*start, |line| line_start(line))
    };
    let end = |next: usize| text.get(..next).unwrap_or_default().trim_end().len();
    let mut folds = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let next = entries.get(index + 1).map_or(text.len(), top);
        let (start, comment, is_group) = *entry;
        if comment.is_some() {
            folds.push((top(entry)..end(start), Some(FoldingRangeKind::Comment)));
        }
        if is_group {
            let mut later = entries.iter().skip(index + 1);
            let next = later.find(|(.., is_group)| *is_group).map_or(text.len(), top);
            folds.push((start..end(next), Some(FoldingRangeKind::Region)));
        } else {
            let is_comment = text.get(start..).is_some_and(|rest| rest.starts_with('#'));
            folds.push((start..end(next), is_comment.then_some(FoldingRangeKind::Comment)));
        }
    }
    folds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::TEXT;

    #[test]
    fn folds_are_entries_comments_and_groups() {
        let shown: Vec<_> = (with_resource(TEXT, folds).into_iter())
            .map(|(range, kind)| (TEXT[range].lines().collect::<Vec<_>>(), kind))
            .map(|(lines, kind)| (lines[0], lines.len(), kind))
            .filter(|(_, lines, _)| *lines > 1)
            .collect();
        let expected = [
            ("## Group", 11, Some(FoldingRangeKind::Region)),
            ("# Note", 2, Some(FoldingRangeKind::Comment)),
            ("room = { -brand } { NUMBER($n, style: \"x\") }", 5, None),
            ("## Next", 3, Some(FoldingRangeKind::Region)),
        ];
        assert_eq!(shown, expected);
    }
}
