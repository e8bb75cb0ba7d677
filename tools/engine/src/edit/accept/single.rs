//! Records of single texts.

use super::{Translation, record, write_records};
use crate::edit::change::Changes;
use crate::edit::document::{Edits, FtlDocument};
use crate::error::Error;
use crate::project::entry::Part;
use crate::project::open::{self, Project};
use crate::project::progress::{State, all};

/// Records the source texts of some texts of a locale. `is_wanted` returns whether a text is one of them, by the name of its
/// message. Others keep their records.
pub(in crate::edit) fn record_parts(
    project: &Project,
    tag: &str,
    is_wanted: impl Fn(&str, &Part<'_>) -> bool,
) -> Result<Changes, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, tag)?;
    let translations = all(&tree, locale).filter_map(|progress| {
        let name = progress.wanted.written_name();
        let present = progress.parts.iter().filter(|(_, state)| *state != State::Missing);
        let parts = present.map(|(part, _)| *part).filter(|part| is_wanted(&name, part));
        let parts: Vec<_> = parts.collect();
        (!parts.is_empty()).then_some(Translation { progress, parts })
    });
    let translations: Vec<_> = translations.collect();
    let mut changes = Changes::new(&project.input);
    write_records((project, &tree, &nodes), locale, &translations, &mut changes);
    Ok(changes)
}

/// Records the current source text of one message or term of a locale. Unlike with [`accept`](super::accept), a text may be
/// missing, and other messages may have syntax errors.
///
/// # Errors
///
/// The locale is the source or does not exist.
pub fn accept_one(project: &Project, tag: &str, name: &str) -> Result<Changes, Error> {
    project.refuse_source(tag)?;
    record_parts(project, tag, |own, _| own == name)
}

/// Removes the records of some messages and terms from the comments of a locale.
pub(in crate::edit) fn remove_records(project: &Project, tag: &str, names: &[String]) -> Result<Changes, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let mut changes = Changes::new(&project.input);
    for file in open::locale(&tree, tag)?.files.clone() {
        let input = &project.input.files[file];
        let document = FtlDocument::new(input.readable(), &nodes.0[file]);
        let mut edits = Edits::default();
        for block in names.iter().filter_map(|name| document.find(name)) {
            record(tree.source(), &[], (&document, block), &mut edits);
        }
        changes.rewrite(&input.on_disk, &input.text, edits.apply(&input.text));
    }
    Ok(changes)
}
