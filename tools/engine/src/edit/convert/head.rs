//! The paragraphs of the `###` comments of a file.

use fluent_syntax::ast::{Comment, Entry as Node};

use crate::edit::document::{Edits, FtlDocument};

/// Removes lines of a `###` comment, and one of the blank lines that they were between.
pub(super) fn remove(
    document: &FtlDocument<'_>,
    comment: &Comment<&str>,
    is_removed: impl Fn(&str) -> bool,
    edits: &mut Edits,
) {
    let lines = &comment.content;
    let is_blank = |at: usize| lines.get(at).is_some_and(|line| line.trim().is_empty());
    let mut removed: Vec<bool> = lines.iter().map(|line| is_removed(line)).collect();
    let mut at = 0;
    while at < lines.len() {
        let end = at + removed.iter().skip(at).take_while(|is_removed| **is_removed).count();
        if end == at {
            at += 1;
            continue;
        }
        let is_below_blank = at.checked_sub(1).is_none_or(is_blank);
        let blank = match () {
            () if is_below_blank && is_blank(end) => Some(end),
            () if end == lines.len() && is_below_blank => at.checked_sub(1),
            () => None,
        };
        if let Some(slot) = blank.and_then(|blank| removed.get_mut(blank)) {
            *slot = true;
        }
        at = end + 1;
    }
    let is_all = removed.iter().all(|is_removed| *is_removed);
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| removed.get(*at) == Some(&true)) {
        let mut range = document.line(line);
        // Without its last line, the blank lines below the comment separate nothing.
        if is_all && at + 1 == lines.len() {
            let below = document.text.get(range.end..).unwrap_or_default();
            range.end += below.len() - below.trim_start_matches(['\r', '\n']).len();
        }
        edits.replace(range, "");
    }
}

/// Adds paragraphs below the first one of the first `###` comment. If there is none, they are at the top of the file.
pub(super) fn add(document: &FtlDocument<'_>, paragraphs: &[Vec<String>], edits: &mut Edits) {
    let comment = document.blocks.iter().find_map(|block| match block.node {
        Node::ResourceComment(comment) => Some(comment),
        _ => None,
    });
    let written = |paragraph: &Vec<String>| paragraph.iter().map(|line| format!("### {line}\n")).collect::<String>();
    let written: Vec<String> = paragraphs.iter().filter(|lines| !lines.is_empty()).map(written).collect();
    if written.is_empty() {
        return;
    }
    let mut lines = comment.into_iter().flat_map(|comment| &comment.content).skip_while(|line| line.trim().is_empty());
    let first = lines.by_ref().take_while(|line| !line.trim().is_empty()).last();
    match first {
        Some(last) => {
            let at = document.line(last).end;
            edits.replace(at..at, written.iter().map(|paragraph| format!("###\n{paragraph}")).collect::<String>());
        }
        None => edits.replace(0..0, format!("{}\n", written.join("###\n"))),
    }
}
