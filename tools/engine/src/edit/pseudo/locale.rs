//! Builds the files of a pseudo-locale from those of a locale.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry as Node, Resource};
use rustc_hash::FxHashSet;

use super::entry::change;
use super::text::Style;
use crate::edit::document::{Edits, FtlDocument};
use crate::project::entry::{Entry, Kind};
use crate::project::locale::Locale;
use crate::project::tree::Tree;

/// Returns the files of a pseudo-locale, each with the index of the original file. Entries that the locale lacks come
/// from the source.
pub(super) fn build(
    tree: &Tree<'_>,
    nodes: &[Resource<&str>],
    from: &Locale<'_>,
    style: Style,
) -> Vec<(usize, String)> {
    let documents: BTreeMap<usize, FtlDocument<'_>> = (from.files.clone().chain(tree.source().files.clone()))
        .map(|file| (file, FtlDocument::new(tree.file(file).readable(), &nodes[file])))
        .collect();
    let lacking: Vec<_> = [Kind::Message, Kind::Term].iter().flat_map(|kind| lacking(tree, from, *kind)).collect();
    let names: FxHashSet<(Kind, &str)> = lacking.iter().map(|entry| (entry.kind, entry.name)).collect();
    let mut files = Vec::new();
    for file in from.files.clone() {
        let text = tree.file(file).readable();
        let document = &documents[&file];
        let mut edits = Edits::default();
        for block in &document.blocks {
            if name(block.node).is_some_and(|name| names.contains(&name)) {
                // It has no text, so the source's entry replaces it.
                edits.replace(block.start..block.end, "");
            } else {
                change(block.node, document.written(block), text, style, &mut edits);
            }
        }
        if file == from.files.start {
            let end = text.trim_end_matches(['\r', '\n']).len();
            for entry in &lacking {
                let changed = documents.get(&entry.file).and_then(|document| source_entry(document, entry, style));
                edits.replace(end..end, format!("\n\n{}", changed.unwrap_or_default()));
            }
        }
        files.push((file, edits.apply(text).trim_start_matches(['\r', '\n']).to_owned()));
    }
    files
}

fn name<'a>(node: &Node<&'a str>) -> Option<(Kind, &'a str)> {
    match node {
        Node::Message(message) => Some((Kind::Message, message.id.name)),
        Node::Term(term) => Some((Kind::Term, term.id.name)),
        _ => None,
    }
}

/// Returns the entries of the source that a locale lacks, or has without a text.
fn lacking<'t, 'a>(tree: &'t Tree<'a>, from: &'t Locale<'a>, kind: Kind) -> Vec<&'t Entry<'a>> {
    let pairs = tree.pairs(from, kind);
    let lacks = |wanted: &Entry<'_>, entry: Option<&Entry<'_>>| {
        entry.is_none_or(|entry| wanted.value.is_some() && entry.value.is_none())
    };
    pairs.filter(|(wanted, entry)| lacks(wanted, *entry)).map(|(wanted, _)| wanted).collect()
}

/// Returns an entry of the source with changed texts.
fn source_entry(document: &FtlDocument<'_>, entry: &Entry<'_>, style: Style) -> Option<String> {
    let block = document.find(&entry.written_name())?;
    let written = document.written(block);
    let mut edits = Edits::default();
    change(block.node, written, written, style, &mut edits);
    Some(edits.apply(written).replace("\r\n", "\n"))
}
