//! Records that translations match the current source.

use code_prompts::CodeEntry;

use super::change::Changes;
use super::document::{Block, Edits, FtlDocument};
use super::records::RecordsEdit;
use super::rename::refuse_interrupted;
use super::stub::{self, FilledStub, commented};
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::open;
use crate::project::open::Project;
use crate::project::progress::{Progress, State, all, unrecorded};
use crate::project::record::{is_now, is_record, own_lines, write};
use crate::project::tree::Tree;
use crate::text::nearest::nearest;

/// The translations to accept.
#[derive(Clone, Copy, Debug)]
pub enum Accepted<'i> {
    /// Those with these ids. The id of a term has its hyphen.
    Named(&'i [String]),
    /// All complete translations that have no record and are not stale.
    Unrecorded,
}

/// The result of [`accept`].
#[derive(Debug)]
pub struct Acceptance {
    /// The changes to files.
    pub changes: Changes,
    /// The number of translations that are accepted.
    pub count: usize,
}

/// Records the current source text of translations of a locale: above them, or in the records file.
///
/// # Errors
///
/// The locale is the source or does not exist, a file of either has a syntax or encoding error, a renaming was
/// interrupted, or an id has no translation.
pub fn accept(project: &Project, tag: &str, accepted: Accepted<'_>) -> Result<Acceptance, Error> {
    project.refuse_source(tag)?;
    project.refuse_unreadable(&[&project.source, tag])?;
    let nodes = project.parse();
    refuse_interrupted(&project.input, &nodes.0)?;
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, tag)?;
    let accepted = match accepted {
        Accepted::Unrecorded => unrecorded(&tree, locale),
        Accepted::Named(ids) => {
            let filled = stub::filled_in_of(&tree, &nodes.0, locale);
            named(&tree, locale, &filled, ids)?
        }
    };

    let mut changes = Changes::new(&project.input);
    let mut records = RecordsEdit::of(project, tag);
    if let Some(records) = &mut records {
        accepted.iter().filter(|progress| progress.entry.is_some()).for_each(|progress| records.record(progress));
    }
    for file in locale.files.clone() {
        let input = &project.input.files[file];
        let document = FtlDocument::new(input.readable(), &nodes.0[file]);
        let mut edits = Edits::default();
        for progress in &accepted {
            let Some(entry) = progress.entry.filter(|entry| entry.file == file) else { continue };
            let Some(block) = document.find(&entry.written_name()) else { continue };
            let new = if records.is_some() { Vec::new() } else { lines(tree.source(), progress) };
            record(tree.source(), &new, (&document, block), &mut edits);
        }
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    if let Some(records) = records {
        records.finish(&mut changes);
    }
    Ok(Acceptance { changes, count: accepted.len() })
}

fn named<'t, 'a>(
    tree: &'t Tree<'a>,
    locale: &'t Locale<'a>,
    filled: &[FilledStub<'a>],
    ids: &[String],
) -> Result<Vec<Progress<'t, 'a>>, Error> {
    let is_named = |progress: &Progress<'_, '_>| ids.contains(&progress.wanted.written_name());
    let accepted: Vec<_> = all(tree, locale).filter(is_named).collect();
    let (source, tag) = (tree.source(), locale.tag);
    let errors: Vec<String> = (ids.iter())
        .filter_map(|id| {
            let lacks = |part: &str| Some(format!("{tag} has no translation of {part} yet"));
            let Some(progress) = accepted.iter().find(|progress| progress.wanted.written_name() == *id) else {
                return if source.has(id) { lacks(&format!("`{id}`")) } else { Some(unknown(tree, id)) };
            };
            if let Some(stub) = filled.iter().find(|stub| progress.entry.is_none() && stub.name == id) {
                return Some(stub.to_string());
            }
            let (part, _) = progress.parts.iter().find(|(_, state)| *state == State::Missing)?;
            match part.attribute.filter(|_| progress.entry.is_some()) {
                Some(attribute) => lacks(&format!("`.{attribute}` of `{id}`")),
                None => lacks(&format!("`{id}`")),
            }
        })
        .collect();
    if errors.is_empty() { Ok(accepted) } else { Err(Error::new(errors)) }
}

/// Returns the error for an unknown id. It suggests a similar id, or the id of a code.
pub(super) fn unknown(tree: &Tree<'_>, id: &str) -> String {
    let of_code = match &tree.codes {
        Codes::Catalog(catalog) => catalog.codes().find(|entry| entry.code().to_string() == id),
        Codes::None | Codes::Broken(_) => None,
    };
    let source = tree.source();
    let names: Vec<String> = source.entries.iter().map(Entry::written_name).collect();
    match of_code.map(CodeEntry::id).or_else(|| nearest(id, names.iter().map(String::as_str))) {
        Some(meant) => format!("{} has no message `{id}`; is `{meant}` meant?", source.tag),
        None => format!("{} has no message `{id}`", source.tag),
    }
}

/// Returns the lines of a comment that record the current source text.
fn lines(source: &Locale<'_>, progress: &Progress<'_, '_>) -> Vec<String> {
    let parts = progress.parts.iter().filter(|(_, state)| *state != State::Missing);
    parts.flat_map(|(part, _)| write(source.tag, part.attribute, part.pattern)).collect()
}

/// Writes records right above a translation, and removes older ones.
fn record(source: &Locale<'_>, new: &[String], (document, block): (&FtlDocument<'_>, &Block<'_>), edits: &mut Edits) {
    let is_old = |line: &&&str| is_record(line, source.tag) || is_now(line, source.tag);
    let old: Vec<&str> =
        block.comment().into_iter().flat_map(|comment| own_lines(comment, source)).filter(is_old).copied().collect();
    if old.iter().map(|line| line.trim_end()).eq(new.iter().map(String::as_str)) {
        return;
    }
    old.iter().for_each(|line| edits.replace(document.line(line), ""));
    if !new.is_empty() {
        edits.replace(block.body..block.body, commented(new.iter().map(String::as_str)) + "\n");
    }
}
