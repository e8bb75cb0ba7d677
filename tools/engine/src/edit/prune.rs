//! Removes messages and terms that the source no longer has.

use fluent_syntax::ast::{Entry as Node, Resource};
use rustc_hash::FxHashMap;

use super::change::Changes;
use super::document::{Edits, FtlDocument};
use super::records::RecordsEdit;
use super::remove::Removal;
use super::rename::refuse_interrupted;
use super::stub::stubs;
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::project::locale::Locale;
use crate::project::obsolete::{Fate, fates};
use crate::project::open::Project;
use crate::project::record::{is_record, own_lines};
use crate::project::tree::Tree;

/// The result of [`prune`].
#[derive(Debug)]
pub struct Pruned {
    /// The changes to files.
    pub changes: Changes,
    /// What is removed and kept in each locale.
    pub locales: Vec<PrunedLocale>,
}

/// What is removed from a locale, and what is not although the source does not have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrunedLocale {
    /// The tag of the locale.
    pub tag: String,
    /// The messages, terms and stubs that are removed, in the order of the files.
    pub removed: Vec<RemovedEntry>,
    /// The messages and terms that may be translations of others that the locale lacks.
    pub kept: Vec<KeptEntry>,
    /// The paths of files without any message left, which have no counterpart in the source.
    pub emptied: Vec<String>,
}

/// A message, a term or a stub that is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedEntry {
    /// The path of its file, for display.
    pub path: String,
    /// Its first line, from 1.
    pub line: usize,
    /// Its id, with the hyphen of a term.
    pub name: String,
    /// Its lines in the file, with its comment.
    pub text: String,
}

/// A message or a term that is not removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEntry {
    /// The path of its file, for display.
    pub path: String,
    /// The line of its id, from 1.
    pub line: usize,
    /// Its id, with the hyphen of a term.
    pub name: String,
    /// The id of the message or term of the source that may be meant.
    pub meant: String,
}

/// Removes from a locale, or from all, the messages and terms that the source does not have, with their comments, and the
/// stubs of such messages. What another text refers to, what a comment or a setting allows, what a code names and what may
/// be the translation of another message is kept. A second run changes nothing.
///
/// # Errors
///
/// The locale is the source or does not exist, a file of either has a syntax or encoding error, `codes.toml` is invalid,
/// or a renaming was interrupted.
pub fn prune(project: &Project, locale: Option<&str>) -> Result<Pruned, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locales = project.translations(&tree, locale)?;
    refuse_interrupted(&project.input, &nodes.0)?;
    if let Codes::Broken(error) = &tree.codes {
        return Err(Error::new(error.faults().iter().map(|fault| format!("{fault:#}"))));
    }
    let mut changes = Changes::new(&project.input);
    let prune = |locale: &Locale<'_>| prune_locale((project, &tree, &nodes.0), locale, &mut changes);
    let locales = locales.into_iter().map(prune).collect();
    Ok(Pruned { changes, locales })
}

fn prune_locale(
    (project, tree, nodes): (&Project, &Tree<'_>, &[Resource<&str>]),
    locale: &Locale<'_>,
    changes: &mut Changes,
) -> PrunedLocale {
    let mut pruned =
        PrunedLocale { tag: locale.tag.to_owned(), removed: Vec::new(), kept: Vec::new(), emptied: Vec::new() };
    let mut obsolete: FxHashMap<usize, Vec<&Entry<'_>>> = FxHashMap::default();
    for (entry, fate) in fates(tree, locale, &project.settings) {
        let meant = match fate {
            Fate::Kept => continue,
            Fate::Obsolete => {
                obsolete.entry(entry.file).or_default().push(entry);
                continue;
            }
            Fate::Renamed(wanted) => wanted.written_name(),
            Fate::Unclear(name) if entry.kind == Kind::Term => format!("-{name}"),
            Fate::Unclear(name) => name.to_owned(),
        };
        let file = tree.file(entry.file);
        let (line, _) = file.position(tree.range(entry.file, entry.name).start);
        pruned.kept.push(KeptEntry { path: file.path.to_string(), line, name: entry.written_name(), meant });
    }
    for index in locale.files.clone() {
        let file = &project.input.files[index];
        let document = FtlDocument::new(file.readable(), &nodes[index]);
        let entries = obsolete.get(&index).map(Vec::as_slice).unwrap_or_default();
        let removed = remove((tree, &document), entries, changes, index);
        let left = document.blocks.iter().filter(|block| matches!(block.node, Node::Message(_) | Node::Term(_)));
        if !entries.is_empty() && left.count() == entries.len() && tree.twins.source_file(index).is_none() {
            pruned.emptied.push(file.path.to_string());
        }
        pruned.removed.extend(removed);
    }
    if let Some(mut records) = RecordsEdit::of(project, locale.tag) {
        let removed = obsolete.values().flatten().filter(|entry| locale.all(entry.name).len() == 1);
        removed.for_each(|entry| records.forget(&entry.written_name()));
        records.finish(changes);
    }
    pruned
}

/// Removes entries and obsolete stubs from a file.
fn remove(
    (tree, document): (&Tree<'_>, &FtlDocument<'_>),
    entries: &[&Entry<'_>],
    changes: &mut Changes,
    index: usize,
) -> Vec<RemovedEntry> {
    let (file, source) = (tree.file(index), tree.source());
    let mut removal = Removal::new(document);
    let mut removed = Vec::new();
    let mut add = |name: &str, lines: std::ops::Range<usize>| {
        let (line, _) = file.position(lines.start);
        let text = document.text.get(lines).unwrap_or_default().trim_end().replace("\r\n", "\n");
        removed.push((line, RemovedEntry { path: file.path.to_string(), line, name: name.to_owned(), text }));
    };
    for (at, block) in document.blocks.iter().enumerate() {
        let name = match block.node {
            Node::Message(message) => message.id.name,
            Node::Term(term) => term.id.name,
            _ => continue,
        };
        let Some(entry) = entries.iter().find(|entry| std::ptr::eq(entry.name, name)) else { continue };
        // The stub of another message may be above its own lines.
        let own = block.comment().and_then(|comment| own_lines(comment, source).first());
        let start = own.map_or(block.body, |line| document.line(line).start);
        add(&entry.written_name(), start..block.end);
        removal.add_block(at, start);
    }
    // Without a record, it may be any comment with an equals sign.
    let is_stub = |head: &[&str]| head.iter().any(|line| is_record(line, source.tag));
    for stub in stubs(document, |name| !source.has(name)).iter().filter(|stub| is_stub(stub.head)) {
        let (Some(first), Some(last)) = (stub.head.first(), stub.body.last()) else { continue };
        let lines = document.line(first).start..document.line(last).end;
        if !removal.contains(lines.start) {
            add(stub.name, lines);
            removal.add_stub(stub);
        }
    }
    let mut edits = Edits::default();
    removal.apply(&mut edits);
    changes.rewrite(&file.on_disk, &file.text, edits.apply(&file.text));
    removed.sort_by_key(|(line, _)| *line);
    removed.into_iter().map(|(_, entry)| entry).collect()
}
