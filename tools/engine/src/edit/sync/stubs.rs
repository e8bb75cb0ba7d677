//! Adds stubs for new messages to a translation, in the source's order, and updates the existing ones.

use fluent_syntax::ast::{Comment, Entry as Node};
use rustc_hash::{FxHashMap, FxHashSet};

use super::marks::{EditedFiles, write_marks};
use crate::edit::document::Block;
use crate::edit::stub::{Stub, Stubs, commented, stubs};
use crate::edit::template::example;
use crate::project::entry::{Entry, Part, group_heading};
use crate::project::locale::Locale;
use crate::project::record::{is_now, is_record, read_lines, write};

/// The place of an entry or a stub in a locale.
#[derive(Clone, Copy)]
pub(super) struct Existing {
    file: usize,
    block: usize,
    /// Whether it is at the start of its block.
    is_first: bool,
}

/// Returns the messages and terms that a locale has, translated or as a stub, by name.
pub(super) fn existing(wanted: &[&Entry<'_>], files: &EditedFiles<'_>) -> FxHashMap<String, Existing> {
    let wanted: FxHashSet<String> = wanted.iter().map(|wanted| wanted.written_name()).collect();
    let mut existing = FxHashMap::default();
    for (file, (document, _)) in files.iter().enumerate() {
        let index: FxHashMap<usize, usize> =
            document.blocks.iter().enumerate().map(|(index, block)| (block.start, index)).collect();
        for stub in stubs(document, |name| wanted.contains(name)) {
            let Some(block) = index.get(&stub.block.start).copied() else { continue };
            existing.entry(stub.name.to_owned()).or_insert(Existing { file, block, is_first: stub.is_first });
        }
        for (block, found) in document.blocks.iter().enumerate() {
            let name = match found.node {
                Node::Message(message) => message.id.name.to_owned(),
                Node::Term(term) => format!("-{}", term.id.name),
                _ => continue,
            };
            existing.entry(name).or_insert(Existing { file, block, is_first: true });
        }
    }
    existing
}

/// The place of a new stub: before or after an offset.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct StubPlace {
    file: usize,
    offset: usize,
    is_before: bool,
}

/// Adds and updates the stubs of a locale.
pub(super) struct StubWriter<'s, 'a> {
    pub(super) source: &'s Locale<'a>,
    pub(super) stubs: &'s Stubs<'s>,
    pub(super) examples: &'s [&'s Locale<'a>],
    pub(super) existing: &'s FxHashMap<String, Existing>,
}

impl<'a> StubWriter<'_, 'a> {
    /// Adds stubs for entries of one source file. `own` is the index of the locale's file for the first of them.
    pub(super) fn add(&self, wanted: &[&Entry<'a>], own: usize, files: &mut EditedFiles<'_>) {
        let Some(first) = wanted.first() else { return };
        let wanted: FxHashSet<*const Entry<'a>> = wanted.iter().map(|entry| std::ptr::from_ref(*entry)).collect();
        let is_of_file = |entry: &&Entry<'_>| entry.file == first.file && self.source.is_first(entry);
        let of_file: Vec<_> = self.source.entries.iter().filter(is_of_file).collect();
        let mut used = FxHashSet::default();
        // The place of the previous entry, with its group in the source.
        let mut last: Option<(StubPlace, Option<&Comment<&str>>)> = None;
        for (index, entry) in of_file.iter().enumerate() {
            if let Some(existing) = self.existing.get(&entry.written_name()) {
                last = after(files, existing.file, existing.block).map(|place| (place, entry.group)).or(last);
                continue;
            }
            if !wanted.contains(&std::ptr::from_ref(*entry)) {
                continue;
            }
            let mut text = self.stubs.write(entry, example(self.examples, entry));
            let place = last.filter(|(_, of)| is_same(*of, entry.group)).map(|(place, _)| place);
            let place = place.or_else(|| {
                let later = of_file.iter().skip(index + 1).take_while(|later| is_same(later.group, entry.group));
                before(files, later.filter_map(|later| self.existing.get(&later.written_name())).next()?)
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

    /// Updates stubs to the current source. An empty stub is written again; one that is filled in gets a mark. Returns
    /// the numbers of both that changed.
    pub(super) fn refresh(&self, files: &mut EditedFiles<'_>, wanted: &[&Entry<'a>]) -> (usize, usize) {
        let wanted: FxHashMap<String, &Entry<'a>> = wanted.iter().map(|entry| (entry.written_name(), *entry)).collect();
        let (mut refreshed, mut marked) = (0, 0);
        for (document, edits) in files {
            for stub in stubs(document, |name| wanted.contains_key(name)) {
                let Some(entry) = wanted.get(stub.name) else { continue };
                let Stub { head, body, .. } = stub;
                let (Some(first), Some(last)) = (body.first(), body.last()) else { continue };
                if !stub.is_empty() {
                    // The text was translated from the recorded source text.
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

/// Inserts a stub, with blank lines around it. `is_first` is whether it is the first at its place.
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

/// Separates the last stub at a place from the text after it.
fn close(files: &mut EditedFiles<'_>, place: StubPlace) {
    let Some((document, edits)) = files.get_mut(place.file).filter(|_| !place.is_before) else { return };
    let rest = document.text.get(place.offset..).unwrap_or_default();
    // For the parser, spaces below a comment without a line end are an error.
    if rest.ends_with(' ') && rest.trim_matches([' ', '\r', '\n']).is_empty() {
        edits.replace(place.offset..document.text.len(), "\n");
        return;
    }
    let is_end = rest.is_empty() && document.blocks.is_empty();
    if is_end || rest.lines().nth(1).is_some_and(|next| !next.trim().is_empty()) {
        edits.replace(place.offset..place.offset, "\n");
    }
}

/// Returns the place for a stub of a group, and whether the group's comment must be added.
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
    let after = |block: Option<usize>| block.and_then(|block| after(files, file, block)).unwrap_or(empty);
    let before = |block: usize| blocks.get(block).map(|block| StubPlace { file, offset: block.start, is_before: true });
    let is_group = |block: &Block<'_>| matches!(block.node, Node::GroupComment(_));
    let bottom = blocks.len().checked_sub(1);
    let Some(wanted) = wanted else {
        // Comments above all messages may be about the file.
        let first = blocks.iter().position(|block| !matches!(block.node, Node::ResourceComment(_) | Node::Comment(_)));
        return (first.and_then(before).unwrap_or_else(|| after(bottom)), false);
    };
    let is_wanted = |block: &Block<'_>| matches!(block.node, Node::GroupComment(group) if group == wanted);
    if let Some(group) = blocks.iter().position(is_wanted) {
        return (after(Some(group)), false);
    }
    let place = match last {
        None => blocks.iter().position(is_group).and_then(before).unwrap_or_else(|| after(bottom)),
        Some(last) if last.is_before => last,
        // After the group of the previous entry in the source.
        Some(last) => {
            let next = blocks.iter().position(|block| is_group(block) && block.start >= last.offset);
            after(next.unwrap_or(blocks.len()).checked_sub(1))
        }
    };
    (place, true)
}

/// Returns the place after a block.
fn after(files: &EditedFiles<'_>, file: usize, block: usize) -> Option<StubPlace> {
    let (document, _) = files.get(file)?;
    let end = document.blocks.get(block)?.end;
    let rest = document.text.get(end..).unwrap_or_default();
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    Some(StubPlace { file, offset: end + spaces, is_before: false })
}

/// Returns the place before an entry or a stub, or after its block if it is not at the start of it.
fn before(files: &EditedFiles<'_>, existing: &Existing) -> Option<StubPlace> {
    if !existing.is_first {
        return after(files, existing.file, existing.block);
    }
    let offset = files.get(existing.file)?.0.blocks.get(existing.block)?.start;
    Some(StubPlace { file: existing.file, offset, is_before: true })
}

/// Returns whether lines of a comment equal the wanted ones.
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
