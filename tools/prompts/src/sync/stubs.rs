//! Brings what is new in the source into a translation, as stubs in the source's order.

use fluent_syntax::ast::{Comment, Entry as Node};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::record::{is_record, write};
use crate::check::tree::{Entry, Kind, Locale, Tree};
use crate::edit::document::{Block, Document, Edits};
use crate::edit::stub::{self, Stub, Stubs, commented};
use crate::edit::template::{example, group};

/// The files of a locale, and what is to be changed in each.
type Files<'a> = [(Document<'a>, Edits)];

/// Lists what a locale lacks of a file of the source: messages, and the terms that these refer to.
pub(super) fn missing<'t, 'a>(tree: &'t Tree<'a>, locale: &Locale<'_>, file: usize) -> Vec<&'t Entry<'a>> {
    let source = tree.source();
    let lacks = |entry: &&'t Entry<'a>| {
        locale.find(entry.kind, entry.name).is_none() && source.is_first(entry) && !tree.inherits(locale, entry.name)
    };
    let messages = source.entries.iter().filter(|entry| entry.kind == Kind::Message).filter(lacks);
    let references = messages.flat_map(Entry::parts).flat_map(|part| &part.facts.references);
    let terms: FxHashSet<&str> = references.filter(|reference| reference.is_term).map(|term| term.name).collect();
    let is_wanted = |entry: &&'t Entry<'a>| entry.kind == Kind::Message || terms.contains(entry.name);
    source.entries.iter().filter(|entry| entry.file == file).filter(lacks).filter(is_wanted).collect()
}

/// Tells whether a locale has anything of a file of the source, in whichever file of its own.
pub(super) fn is_anywhere(tree: &Tree<'_>, locale: &Locale<'_>, file: usize, files: &Files<'_>) -> bool {
    let mut of_file = tree.source().entries.iter().filter(|entry| entry.file == file);
    of_file.any(|entry| {
        let name = entry.written_name();
        let is_stub = || files.iter().any(|(document, _)| !stub::stubs(document, |other| other == name).is_empty());
        locale.find(entry.kind, entry.name).is_some() || is_stub()
    })
}

/// Where something of the source is in a locale, or has just been put.
#[derive(Clone, Copy)]
struct Place {
    file: usize,
    offset: usize,
    /// Whether what comes next has to stand before the place, not behind it.
    is_before: bool,
}

/// Puts stubs of what is wanted where they belong, and counts them. What is there already is left there.
pub(super) fn bring<'a>(
    tree: &Tree<'a>,
    stubs: &Stubs<'_>,
    (wanted, examples): (&[&Entry<'a>], &[&Locale<'a>]),
    own: usize,
    files: &mut Files<'_>,
) -> usize {
    let Some(first) = wanted.first() else { return 0 };
    let source = tree.source();
    let there = there(wanted, files);
    let mut new = 0;
    // What came last, with the group that it has in the source.
    let mut last: Option<(Place, Option<&Comment<&str>>)> = None;
    let of_file: Vec<&Entry<'a>> =
        source.entries.iter().filter(|entry| entry.file == first.file && source.is_first(entry)).collect();
    for (index, entry) in of_file.iter().enumerate() {
        if let Some(place) = there.get(&entry.written_name()) {
            last = Some((*place, entry.group));
            refresh(stubs, entry, example(examples, entry), files);
            continue;
        }
        if !wanted.iter().any(|wanted| std::ptr::eq(*wanted, *entry)) {
            continue;
        }
        let mut text = stubs.write(entry, example(examples, entry));
        let same_group = last.filter(|(_, of)| is_same(*of, entry.group)).map(|(place, _)| place);
        let place = same_group.or_else(|| {
            let later = of_file.iter().skip(index + 1).take_while(|later| is_same(later.group, entry.group));
            let next = later.filter_map(|later| there.get(&later.written_name())).next()?;
            Some(Place { offset: block_at(files, *next)?.start, is_before: true, ..*next })
        });
        let place = place.unwrap_or_else(|| {
            let (place, is_new) = place_of_group(entry.group, last.map(|(place, _)| place), own, files);
            if let Some(comment) = entry.group.filter(|_| is_new) {
                text = format!("{}\n\n{text}", group(comment));
            }
            place
        });
        let text = if place.is_before { format!("{text}\n\n") } else { format!("\n\n{text}") };
        if let Some((_, edits)) = files.get_mut(place.file) {
            edits.replace(place.offset..place.offset, text);
            new += 1;
        }
        last = Some((place, entry.group));
    }
    new
}

/// Finds the place of a group, and tells whether it has to be made there.
fn place_of_group(wanted: Option<&Comment<&str>>, last: Option<Place>, own: usize, files: &Files<'_>) -> (Place, bool) {
    let file = last.map_or(own, |place| place.file);
    let blocks = files.get(file).map_or(&[][..], |(document, _)| &document.blocks);
    let behind =
        |block: Option<&Block<'_>>| Place { file, offset: block.map_or(0, |block| block.end), is_before: false };
    let before = |block: &Block<'_>| Place { file, offset: block.start, is_before: true };
    let is_group = |block: &&Block<'_>| matches!(block.node, Node::GroupComment(_));
    let Some(wanted) = wanted else {
        let first = blocks.iter().find(|block| !matches!(block.node, Node::ResourceComment(_)));
        return (first.map_or(behind(blocks.last()), before), false);
    };
    let is_wanted = |block: &&Block<'_>| matches!(block.node, Node::GroupComment(group) if group == wanted);
    if let Some(there) = blocks.iter().find(is_wanted) {
        return (behind(Some(there)), false);
    }
    let place = match last {
        None => blocks.iter().find(is_group).map_or(behind(blocks.last()), before),
        Some(last) if last.is_before => last,
        // Behind the group of what comes before it in the source.
        Some(last) => {
            let next = blocks.iter().position(|block| is_group(&block) && block.start >= last.offset);
            behind(blocks.get(..next.unwrap_or(blocks.len())).and_then(<[_]>::last))
        }
    };
    (place, true)
}

/// Finds everything that a locale has, translated or as a stub, by its name.
fn there(wanted: &[&Entry<'_>], files: &Files<'_>) -> FxHashMap<String, Place> {
    let wanted: FxHashSet<String> = wanted.iter().map(|wanted| wanted.written_name()).collect();
    let mut there = FxHashMap::default();
    for (file, (document, _)) in files.iter().enumerate() {
        let place = |block: &Block<'_>| Place { file, offset: block.end, is_before: false };
        for stub in stub::stubs(document, |name| wanted.contains(name)) {
            there.entry(stub.name.to_owned()).or_insert(place(stub.block));
        }
        for block in &document.blocks {
            let name = match block.node {
                Node::Message(message) => message.id.name.to_owned(),
                Node::Term(term) => format!("-{}", term.id.name),
                _ => continue,
            };
            there.entry(name).or_insert(place(block));
        }
    }
    there
}

fn block_at<'f, 'a>(files: &'f Files<'a>, place: Place) -> Option<&'f Block<'a>> {
    files.get(place.file)?.0.blocks.iter().find(|block| block.end == place.offset)
}

/// Brings a stub up to today's source: its record always, and what is to be filled in if nothing has been.
fn refresh(stubs: &Stubs<'_>, entry: &Entry<'_>, example: Option<&Entry<'_>>, files: &mut Files<'_>) {
    let name = entry.written_name();
    let record: Vec<_> = entry.parts().flat_map(|part| write(stubs.source, part.attribute, part.pattern)).collect();
    for (document, edits) in files {
        for Stub { head, body, .. } in stub::stubs(document, |other| other == name) {
            let old: Vec<&str> = head.iter().copied().filter(|line| is_record(line, stubs.source)).collect();
            if let Some(first) = old.first().or(body.first()).filter(|_| !is_written(&old, &record)) {
                let at = document.line(first).start;
                old.iter().for_each(|line| edits.replace(document.line(line), ""));
                edits.replace(at..at, commented(record.iter().map(String::as_str)) + "\n");
            }
            let wanted = stubs.body(entry, example);
            let is_empty = body.iter().all(|line| line.trim_end().ends_with(['=', '>', ']', '}']));
            if let (Some(first), Some(last)) = (body.first(), body.last().filter(|_| is_empty)) {
                if !is_written(body, &wanted) {
                    let lines = document.line(first).start..document.line(last).end;
                    edits.replace(lines, commented(wanted.iter().map(String::as_str)) + "\n");
                }
            }
        }
    }
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
