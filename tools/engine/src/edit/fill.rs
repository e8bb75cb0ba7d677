//! Writes translated texts into the files of a locale, as a translator would: over the old texts, and into stubs.

use fluent_syntax::ast::{Attribute, Entry as Node};
use rustc_hash::FxHashMap;

use super::accept::{Accepted, accept};
use super::change::Changes;
use super::document::{Block, Edits, FtlDocument};
use super::stub::{Stub, filled_in_of, stubs};
use super::sync::add_stubs;
use crate::error::Error;
use crate::project::open::{self, Project};

/// A message or a term with new texts.
#[derive(Debug)]
pub(crate) struct Filled {
    /// Its id, with the hyphen of a term.
    pub(crate) name: String,
    /// The texts, in the order of the source. Others stay.
    pub(crate) parts: Vec<FilledPart>,
}

/// The new text of a value or an attribute.
#[derive(Debug)]
pub(crate) struct FilledPart {
    pub(crate) attribute: Option<String>,
    /// The lines of its Fluent pattern, without an indent.
    pub(crate) lines: Vec<String>,
}

/// Writes texts into a locale, and records the current source text above them. Every text of such a message must be a new
/// one, or match the current source.
///
/// # Errors
///
/// The errors of [`accept`], or a stub is filled in already.
pub(crate) fn fill(project: &Project, tag: &str, filled: &[Filled]) -> Result<Changes, Error> {
    if filled.is_empty() {
        return Ok(Changes::new(&project.input));
    }
    let names: Vec<String> = filled.iter().map(|filled| filled.name.clone()).collect();
    refuse_filled_stubs(project, tag, &names)?;
    let stubs = add_stubs(project, tag, &names)?;
    let with_stubs = stubs.preview(project)?;
    let texts = write_texts(&with_stubs, tag, filled)?;
    let with_texts = texts.preview(&with_stubs)?;
    let records = accept(&with_texts, Some(tag), Accepted::Named(&names))?.changes;
    Ok(stubs.then(texts).then(records))
}

/// Writes texts over the old ones, into stubs, and below messages that lack them.
pub(super) fn write_texts(project: &Project, tag: &str, filled: &[Filled]) -> Result<Changes, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, tag)?;
    let mut changes = Changes::new(&project.input);
    let mut left: Vec<&Filled> = filled.iter().collect();
    for file in locale.files.clone() {
        let input = tree.file(file);
        let document = FtlDocument::new(input.readable(), &nodes.0[file]);
        let mut edits = Edits::default();
        let stubs = stubs(&document, |name| !locale.has(name));
        let stubs: FxHashMap<&str, &Stub<'_, '_>> = stubs.iter().map(|stub| (stub.name, stub)).collect();
        left.retain(|filled| {
            if let Some(block) = document.find(&filled.name) {
                replace_texts(&document, block, &filled.parts, &mut edits);
                return false;
            }
            let Some(stub) = stubs.get(filled.name.as_str()) else { return true };
            fill_stub(&document, stub, filled, &mut edits);
            false
        });
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    match left.first() {
        None => Ok(changes),
        Some(filled) => Err(format!("{tag} has no place for `{}`", filled.name).into()),
    }
}

/// Fails if a translator has filled in a stub of a message, but has not uncommented it: its text would be lost.
pub(super) fn refuse_filled_stubs(project: &Project, tag: &str, names: &[String]) -> Result<(), Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let filled = filled_in_of(&tree, &nodes.0, open::locale(&tree, tag)?);
    let lost: Vec<String> = (filled.iter())
        .filter(|stub| names.iter().any(|name| name == stub.name))
        .map(|stub| format!("{stub}, or delete them"))
        .collect();
    if lost.is_empty() { Ok(()) } else { Err(Error::new(lost)) }
}

/// Replaces the lines of a stub by the message.
fn fill_stub(document: &FtlDocument<'_>, stub: &Stub<'_, '_>, filled: &Filled, edits: &mut Edits) {
    let (Some(first), Some(last)) = (stub.body.first(), stub.body.last()) else { return };
    let has_value = filled.parts.iter().any(|part| part.attribute.is_none());
    let no_value = (!has_value).then(|| format!("{} =", filled.name));
    let parts = filled.parts.iter().map(|part| written(&filled.name, part));
    let lines: Vec<String> = no_value.into_iter().chain(parts).collect();
    let range = document.line(first).start..document.line_end(last);
    // Another stub may be below it in the same comment.
    let is_last = range.end == stub.block.end;
    let separator = if is_last { "" } else { "\n" };
    edits.replace(range, lines.join("\n") + separator);
}

/// Replaces the texts of a message, and adds those that it lacks at its end.
fn replace_texts(document: &FtlDocument<'_>, block: &Block<'_>, parts: &[FilledPart], edits: &mut Edits) {
    let (name, attributes) = match block.node {
        Node::Message(message) => (message.id.name.to_owned(), &message.attributes),
        Node::Term(term) => (format!("-{}", term.id.name), &term.attributes),
        _ => return,
    };
    let start = |attribute: &Attribute<&str>| document.line(attribute.id.name).start;
    let starts: Vec<usize> = std::iter::once(block.body).chain(attributes.iter().map(start)).collect();
    for part in parts {
        let index = match &part.attribute {
            None => Some(0),
            Some(name) => attributes.iter().position(|attribute| attribute.id.name == name).map(|index| index + 1),
        };
        let Some((index, start)) = index.and_then(|index| Some((index, *starts.get(index)?))) else {
            edits.replace(block.end..block.end, format!("\n{}", written(&name, part)));
            continue;
        };
        let end = starts.get(index + 1).copied().unwrap_or(block.end);
        let old = document.text.get(start..end).unwrap_or_default().trim_end_matches([' ', '\r', '\n']);
        edits.replace(start..start + old.len(), written(&name, part));
    }
}

/// Returns the lines of a value with the name of the message, or of an attribute.
fn written(name: &str, part: &FilledPart) -> String {
    let (begin, indent) = match &part.attribute {
        None => (format!("{name} ="), "    "),
        Some(attribute) => (format!("    .{attribute} ="), "        "),
    };
    match part.lines.as_slice() {
        [only] => format!("{begin} {only}"),
        lines => {
            let indented = lines.iter().map(|line| match line.as_str() {
                "" => String::new(),
                line => format!("{indent}{line}"),
            });
            std::iter::once(begin).chain(indented).collect::<Vec<_>>().join("\n")
        }
    }
}
