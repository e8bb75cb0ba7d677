//! Brings what is new in the source into a translation, as stubs in the source's order.

use fluent_syntax::ast::{Comment, Entry as Node};
use rustc_hash::{FxHashMap, FxHashSet};

use super::marks::{EditedFiles, write_marks};
use crate::edit::document::Block;
use crate::edit::stub::{Stub, Stubs, commented, stubs};
use crate::edit::template::example;
use crate::project::entry::{Entry, Part, group_heading};
use crate::project::locale::Locale;
use crate::project::record::{is_now, is_record, read_lines, write};

/// Where something of the source is in a locale.
#[derive(Clone, Copy)]
pub(super) struct There {
    file: usize,
    block: usize,
    /// Whether it is what its block begins with.
    is_first: bool,
}

/// Finds everything that a locale has, translated or as a stub, by its name.
pub(super) fn there(wanted: &[&Entry<'_>], files: &EditedFiles<'_>) -> FxHashMap<String, There> {
    let wanted: FxHashSet<String> = wanted.iter().map(|wanted| wanted.written_name()).collect();
    let mut there = FxHashMap::default();
    for (file, (document, _)) in files.iter().enumerate() {
        let index: FxHashMap<usize, usize> =
            document.blocks.iter().enumerate().map(|(index, block)| (block.start, index)).collect();
        for stub in stubs(document, |name| wanted.contains(name)) {
            let Some(block) = index.get(&stub.block.start).copied() else { continue };
            there.entry(stub.name.to_owned()).or_insert(There { file, block, is_first: stub.is_first });
        }
        for (block, found) in document.blocks.iter().enumerate() {
            let name = match found.node {
                Node::Message(message) => message.id.name.to_owned(),
                Node::Term(term) => format!("-{}", term.id.name),
                _ => continue,
            };
            there.entry(name).or_insert(There { file, block, is_first: true });
        }
    }
    there
}

/// Where stubs come in, before or behind what stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct StubPlace {
    file: usize,
    offset: usize,
    is_before: bool,
}

/// What stubs are brought in by.
pub(super) struct Bringing<'s, 'a> {
    pub(super) source: &'s Locale<'a>,
    pub(super) stubs: &'s Stubs<'s>,
    pub(super) examples: &'s [&'s Locale<'a>],
    pub(super) there: &'s FxHashMap<String, There>,
}

impl<'a> Bringing<'_, 'a> {
    /// Puts stubs of what is wanted of a file where they belong. `own` is the locale's file for the first of them.
    pub(super) fn bring(&self, wanted: &[&Entry<'a>], own: usize, files: &mut EditedFiles<'_>) {
        let Some(first) = wanted.first() else { return };
        let wanted: FxHashSet<*const Entry<'a>> = wanted.iter().map(|entry| std::ptr::from_ref(*entry)).collect();
        let of_file: Vec<_> = self.source.entries.iter().filter(|entry| entry.file == first.file).collect();
        let mut used = FxHashSet::default();
        // What came last, with the group that it has in the source.
        let mut last: Option<(StubPlace, Option<&Comment<&str>>)> = None;
        for (index, entry) in of_file.iter().enumerate() {
            if let Some(there) = self.there.get(&entry.written_name()) {
                last = behind(files, there.file, there.block).map(|place| (place, entry.group)).or(last);
                continue;
            }
            if !wanted.contains(&std::ptr::from_ref(*entry)) {
                continue;
            }
            let mut text = self.stubs.write(entry, example(self.examples, entry));
            let place = last.filter(|(_, of)| is_same(*of, entry.group)).map(|(place, _)| place);
            let place = place.or_else(|| {
                let later = of_file.iter().skip(index + 1).take_while(|later| is_same(later.group, entry.group));
                before(files, later.filter_map(|later| self.there.get(&later.written_name())).next()?)
            });
            let place = place.unwrap_or_else(|| {
                let (place, is_new) = place_of_group(entry.group, last.map(|(place, _)| place), own, files);
                if let Some(comment) = entry.group.filter(|_| is_new) {
                    text = format!("{}\n\n{text}", group_heading(comment));
                }
                place
            });
            insert(files, place, &text, used.insert(place));
            last = Some((place, entry.group));
        }
        for place in used {
            close(files, place);
        }
    }

    /// Brings stubs up to today's source: the record always, and what is to be filled in if nothing has been. Counts
    /// those that had to be: the empty ones, and those with a text that are marked.
    pub(super) fn refresh(&self, files: &mut EditedFiles<'_>, wanted: &[&Entry<'a>]) -> (usize, usize) {
        let wanted: FxHashMap<String, &Entry<'a>> = wanted.iter().map(|entry| (entry.written_name(), *entry)).collect();
        let (mut refreshed, mut marked) = (0, 0);
        for (document, edits) in files {
            for stub in stubs(document, |name| wanted.contains_key(name)) {
                let Some(entry) = wanted.get(stub.name) else { continue };
                let Stub { head, body, .. } = stub;
                let (Some(first), Some(last)) = (body.first(), body.last()) else { continue };
                if !stub.is_empty() {
                    // What is written there was made from the text that is recorded.
                    let records = read_lines(head, self.stubs.source);
                    let is_current = |part: &&Part<'_>| {
                        records.iter().any(|record| record.attribute == part.attribute && record.is_of(part.pattern))
                    };
                    let parts: Vec<_> = entry.shown_parts().filter(|part| !is_current(part)).collect();
                    let parts = if records.is_empty() { Vec::new() } else { parts };
                    let end = (self.stubs.source, document.line(first).start);
                    marked += usize::from(write_marks((document, edits), head, &parts, end));
                    continue;
                }
                let record =
                    entry.shown_parts().flat_map(|part| write(self.stubs.source, part.attribute, part.pattern));
                let record: Vec<_> = record.collect();
                let is_own = |line: &&str| is_record(line, self.stubs.source) || is_now(line, self.stubs.source);
                let old: Vec<&str> = head.iter().copied().filter(is_own).collect();
                let mut is_old = false;
                if !is_written(&old, &record) {
                    let at = document.line(old.first().unwrap_or(first)).start;
                    old.iter().for_each(|line| edits.replace(document.line(line), ""));
                    edits.replace(at..at, commented(record.iter().map(String::as_str)) + "\n");
                    is_old = true;
                }
                let empty = self.stubs.body(entry, example(self.examples, entry));
                if !is_written(body, &empty) {
                    let lines = document.line(first).start..document.line_end(last);
                    edits.replace(lines, commented(empty.iter().map(String::as_str)));
                    is_old = true;
                }
                refreshed += usize::from(is_old);
            }
        }
        (refreshed, marked)
    }
}

/// Puts a stub in its place, with blank lines between it and others. `is_first` tells whether it is the first there.
fn insert(files: &mut EditedFiles<'_>, place: StubPlace, text: &str, is_first: bool) {
    let Some((document, edits)) = files.get_mut(place.file) else { return };
    let above = document.text.get(..place.offset).unwrap_or_default();
    let is_top = above.trim_matches(['\n', '\r', ' ']).is_empty();
    let is_below_blank = above.replace('\r', "").ends_with("\n\n");
    let text = match (place.is_before, is_first) {
        (true, true) if !is_top && !is_below_blank => format!("\n{text}\n\n"),
        (true, _) => format!("{text}\n\n"),
        (false, true) if is_top => text.to_owned(),
        (false, _) => format!("\n\n{text}"),
    };
    edits.replace(place.offset..place.offset, text);
}

/// Keeps the last stub of a place apart from what follows.
fn close(files: &mut EditedFiles<'_>, place: StubPlace) {
    let Some((document, edits)) = files.get_mut(place.file).filter(|_| !place.is_before) else { return };
    let rest = document.text.get(place.offset..).unwrap_or_default();
    // To the parser, spaces below a comment are an error where no line end follows.
    if rest.ends_with(' ') && rest.trim_matches([' ', '\r', '\n']).is_empty() {
        edits.replace(place.offset..document.text.len(), "\n");
        return;
    }
    let is_end = rest.is_empty() && document.blocks.is_empty();
    if is_end || rest.lines().nth(1).is_some_and(|next| !next.trim().is_empty()) {
        edits.replace(place.offset..place.offset, "\n");
    }
}

/// Finds the place of a group, and tells whether it has to be made there.
fn place_of_group(
    wanted: Option<&Comment<&str>>,
    last: Option<StubPlace>,
    own: usize,
    files: &EditedFiles<'_>,
) -> (StubPlace, bool) {
    let file = last.map_or(own, |place| place.file);
    let blocks = files.get(file).map_or(&[][..], |(document, _)| &document.blocks);
    let end = files.get(file).map_or(0, |(document, _)| document.text.len());
    let empty = StubPlace { file, offset: end, is_before: false };
    let behind = |block: Option<usize>| block.and_then(|block| behind(files, file, block)).unwrap_or(empty);
    let before = |block: usize| blocks.get(block).map(|block| StubPlace { file, offset: block.start, is_before: true });
    let is_group = |block: &Block<'_>| matches!(block.node, Node::GroupComment(_));
    let bottom = blocks.len().checked_sub(1);
    let Some(wanted) = wanted else {
        // What stands above all messages may be about the file.
        let first = blocks.iter().position(|block| !matches!(block.node, Node::ResourceComment(_) | Node::Comment(_)));
        return (first.and_then(before).unwrap_or_else(|| behind(bottom)), false);
    };
    let is_wanted = |block: &Block<'_>| matches!(block.node, Node::GroupComment(group) if group == wanted);
    if let Some(there) = blocks.iter().position(is_wanted) {
        return (behind(Some(there)), false);
    }
    let place = match last {
        None => blocks.iter().position(is_group).and_then(before).unwrap_or_else(|| behind(bottom)),
        Some(last) if last.is_before => last,
        // Behind the group of what comes before it in the source.
        Some(last) => {
            let next = blocks.iter().position(|block| is_group(block) && block.start >= last.offset);
            behind(next.unwrap_or(blocks.len()).checked_sub(1))
        }
    };
    (place, true)
}

/// The place behind a block.
fn behind(files: &EditedFiles<'_>, file: usize, block: usize) -> Option<StubPlace> {
    let (document, _) = files.get(file)?;
    let end = document.blocks.get(block)?.end;
    let rest = document.text.get(end..).unwrap_or_default();
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    Some(StubPlace { file, offset: end + spaces, is_before: false })
}

/// The place before something, or behind its block if it is not what that begins with.
fn before(files: &EditedFiles<'_>, there: &There) -> Option<StubPlace> {
    if !there.is_first {
        return behind(files, there.file, there.block);
    }
    let offset = files.get(there.file)?.0.blocks.get(there.block)?.start;
    Some(StubPlace { file: there.file, offset, is_before: true })
}

/// Tells whether some lines of a comment are what is to be written.
fn is_written(lines: &[&str], wanted: &[String]) -> bool {
    lines.iter().map(|line| line.trim_end()).eq(wanted.iter().map(String::as_str))
}

fn is_same(one: Option<&Comment<&str>>, other: Option<&Comment<&str>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        _ => false,
    }
}
