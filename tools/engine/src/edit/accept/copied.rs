//! Records of texts that were copied from the source.

use super::{Translation, record, write_records};
use crate::edit::change::Changes;
use crate::edit::document::{Edits, FtlDocument};
use crate::error::Error;
use crate::project::entry::Part;
use crate::project::open::{self, Project};
use crate::project::progress::all;

/// Records the source texts of some texts of a locale. `is_copied` returns whether a text is one of them, by the name of its
/// message. Others keep their records.
pub(in crate::edit) fn record_parts(
    project: &Project,
    tag: &str,
    is_copied: impl Fn(&str, &Part<'_>) -> bool,
) -> Result<Changes, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, tag)?;
    let translations = all(&tree, locale).filter_map(|progress| {
        let name = progress.wanted.written_name();
        let parts = progress.parts.iter().map(|(part, _)| *part).filter(|part| is_copied(&name, part));
        let parts: Vec<_> = parts.collect();
        (!parts.is_empty()).then_some(Translation { progress, parts })
    });
    let translations: Vec<_> = translations.collect();
    let mut changes = Changes::new(&project.input);
    write_records((project, &tree, &nodes), locale, &translations, &mut changes);
    Ok(changes)
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
