//! Copies texts of the source into a translation, to be translated in place.

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};

use super::accept::{record_parts, remove_records};
use super::change::Changes;
use super::fill::{Filled, FilledPart, refuse_filled_stubs, write_texts};
use super::sync::add_stubs;
use crate::error::Error;
use crate::project::entry::{Entry, Part, pattern_text};
use crate::project::layout::RecordStorage;
use crate::project::locale::Locale;
use crate::project::open::{self, Project};
use crate::project::progress::{Progress, State, all};
use crate::project::records;
use crate::project::tree::Tree;

/// The messages and terms to copy.
///
/// ```
/// use code_prompts_engine::edit::{Copied, copy};
/// use code_prompts_engine::project::Project;
///
/// let dir = tempfile::tempdir()?;
/// std::fs::write(dir.path().join("en.ftl"), "-brand = Prism\nfull = { -brand } is full\nopen = Open\n")?;
/// std::fs::write(dir.path().join("de.ftl"), "open = Offen\n")?;
///
/// let project = Project::read(dir.path(), Some("en"))?;
/// let changes = copy(&project, "de", Copied::Named(&["full".to_owned()]))?;
/// let text = changes.files().next().map(|change| change.after());
/// assert_eq!(text, Some("-brand = Prism\n\nfull = { -brand } is full\n\nopen = Offen\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Copied<'n> {
    /// Those with these names. The names of terms have their hyphens.
    Named(&'n [String]),
    /// Those of a file of the source.
    File(&'n Path),
    /// All.
    All,
}

/// Adds what a translation lacks of some messages and terms, with the source's texts: whole messages where the source has
/// them, in place of their stubs, and attributes. So is what the copied texts refer to. What is there stays. The source texts
/// are recorded, unless the folder has no records.
///
/// # Errors
///
/// The locale is the source or does not exist, or a message has a filled-in stub.
pub fn copy(project: &Project, tag: &str, copied: Copied<'_>) -> Result<Changes, Error> {
    project.refuse_source(tag)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let missing = missing(&tree, open::locale(&tree, tag)?, copied);
    if missing.is_empty() {
        return Ok(Changes::new(&project.input));
    }
    let names: Vec<String> = missing.iter().map(|filled| filled.name.clone()).collect();
    refuse_filled_stubs(project, tag, &names)?;
    let stubs = add_stubs(project, tag, &names)?;
    let with_stubs = stubs.preview(project)?;
    let texts = write_texts(&with_stubs, tag, &missing)?;
    let with_texts = texts.preview(&with_stubs)?;
    let is_copied = |name: &str, part: &Part<'_>| {
        let filled = missing.iter().find(|filled| filled.name == name);
        filled.is_some_and(|filled| filled.parts.iter().any(|copied| copied.attribute.as_deref() == part.attribute))
    };
    let last = match has_records(&tree) {
        true => record_parts(&with_texts, tag, is_copied)?,
        false => remove_records(&with_texts, tag, &names)?,
    };
    Ok(stubs.then(texts).then(last))
}

/// Returns what a translation lacks of some messages and terms, and of what these refer to.
fn missing(tree: &Tree<'_>, locale: &Locale<'_>, copied: Copied<'_>) -> Vec<Filled> {
    let all: Vec<Progress<'_, '_>> = all(tree, locale).collect();
    let by_name: FxHashMap<String, &Progress<'_, '_>> =
        all.iter().map(|progress| (progress.wanted.written_name(), progress)).collect();
    let is_chosen = |progress: &&Progress<'_, '_>| match copied {
        Copied::Named(names) => names.contains(&progress.wanted.written_name()),
        Copied::File(path) => tree.file(progress.wanted.file).on_disk == path,
        Copied::All => true,
    };
    let mut names: Vec<String> = all.iter().filter(is_chosen).map(|progress| progress.wanted.written_name()).collect();
    let mut seen: FxHashSet<String> = names.iter().cloned().collect();
    let mut missing = Vec::new();
    while let Some(name) = names.pop() {
        let Some(progress) = by_name.get(&name) else { continue };
        let parts: Vec<&Part<'_>> =
            progress.parts.iter().filter(|(_, state)| *state == State::Missing).map(|(part, _)| *part).collect();
        if parts.is_empty() {
            continue;
        }
        for to in parts.iter().flat_map(|part| &part.facts.references) {
            let referred = format!("{}{}", if to.is_term { "-" } else { "" }, to.name);
            if seen.insert(referred.clone()) {
                names.push(referred);
            }
        }
        let part = |part: &&Part<'_>| FilledPart {
            attribute: part.attribute.map(str::to_owned),
            lines: pattern_text(part.pattern).lines().map(str::to_owned).collect(),
        };
        missing.push(Filled { name, parts: parts.iter().map(part).collect() });
    }
    missing
}

/// Returns whether a folder records source texts.
fn has_records(tree: &Tree<'_>) -> bool {
    let source = tree.source();
    let has_record = |entry: &Entry<'_>| entry.original.is_some() && !records::of(entry, source).is_empty();
    tree.input.layout.records == RecordStorage::File
        || tree.locales.iter().any(|locale| locale.tag != source.tag && locale.entries.iter().any(has_record))
}
