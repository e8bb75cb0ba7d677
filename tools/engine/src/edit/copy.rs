//! Copies texts of the source into a translation, to be translated in place.

use super::accept::{record_parts, remove_records};
use super::change::Changes;
use super::fill::{Filled, FilledPart, refuse_filled_stubs, write_texts};
use super::sync::add_stubs;
use crate::error::Error;
use crate::project::entry::{Entry, Part, pattern_text};
use crate::project::layout::RecordStorage;
use crate::project::open::{self, Project};
use crate::project::progress::{Progress, State, all};
use crate::project::records;
use crate::project::tree::Tree;

/// Adds what a translation lacks of some messages and terms, with the source's texts: whole messages where the source has
/// them, in place of their stubs, and attributes. What is there stays. The source texts are recorded, unless the folder
/// has no records. The names of terms have their hyphens.
///
/// # Errors
///
/// The locale is the source or does not exist, or a message has a filled-in stub.
pub fn copy(project: &Project, tag: &str, names: &[String]) -> Result<Changes, Error> {
    project.refuse_source(tag)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let missing: Vec<Filled> =
        all(&tree, open::locale(&tree, tag)?).filter_map(|progress| missing(&progress, names)).collect();
    if missing.is_empty() {
        return Ok(Changes::new(&project.input));
    }
    refuse_filled_stubs(project, tag, names)?;
    let stubs = add_stubs(project, tag, names)?;
    let with_stubs = stubs.preview(project)?;
    let texts = write_texts(&with_stubs, tag, &missing)?;
    let with_texts = texts.preview(&with_stubs)?;
    let is_copied = |name: &str, part: &Part<'_>| {
        let filled = missing.iter().find(|filled| filled.name == name);
        filled.is_some_and(|filled| filled.parts.iter().any(|copied| copied.attribute.as_deref() == part.attribute))
    };
    let last = match has_records(&tree) {
        true => record_parts(&with_texts, tag, is_copied)?,
        false => remove_records(&with_texts, tag, names)?,
    };
    Ok(stubs.then(texts).then(last))
}

/// Returns what a translation lacks of a message or a term, if its name is among these.
fn missing(progress: &Progress<'_, '_>, names: &[String]) -> Option<Filled> {
    let name = progress.wanted.written_name();
    if !names.contains(&name) {
        return None;
    }
    let part = |(part, _): &(&Part<'_>, State)| FilledPart {
        attribute: part.attribute.map(str::to_owned),
        lines: pattern_text(part.pattern).lines().map(str::to_owned).collect(),
    };
    let parts: Vec<_> = progress.parts.iter().filter(|(_, state)| *state == State::Missing).map(part).collect();
    (!parts.is_empty()).then_some(Filled { name, parts })
}

/// Returns whether a folder records source texts.
fn has_records(tree: &Tree<'_>) -> bool {
    let source = tree.source();
    let has_record = |entry: &Entry<'_>| entry.original.is_some() && !records::of(entry, source).is_empty();
    tree.input.layout.records == RecordStorage::File
        || tree.locales.iter().any(|locale| locale.tag != source.tag && locale.entries.iter().any(has_record))
}
