//! Changes at a place of a file: a comment that allows a finding, and the deletion of a message.

use std::path::Path;

use code_prompts_reader::characters::BYTE_ORDER_MARK;

use super::change::Changes;
use super::document::{Edits, FtlDocument};
use super::remove::Removal;
use crate::project::open::Project;
use crate::rule::Rule;

/// Adds a comment that allows the findings of a rule: above the message or term with a byte, or with `None`, for the file.
/// The reason after the colon is for somebody to write; until then, `unused-allow` asks for it.
///
/// There are no changes if the folder has no such file, or no message there.
#[must_use]
pub fn allow(project: &Project, path: &Path, byte: Option<usize>, rule: Rule) -> Changes {
    edit(project, path, |text, document, edits| {
        let hashes = if byte.is_some() { "#" } else { "###" };
        let line = format!("{hashes} allow({rule}): \n");
        match byte.map(|byte| document.around(byte)) {
            Some(Some((_, block))) => edits.replace(block.body..block.body, line),
            Some(None) => {}
            None => {
                // A byte-order mark stays first.
                let top = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
                // It needs a blank line unless a comment for the file is there already.
                let is_comment = text.get(top..).is_some_and(|text| text.starts_with("###"));
                edits.replace(top..top, if is_comment { line } else { line + "\n" });
            }
        }
    })
}

/// Deletes the message or term with a byte, with its comment and the blank lines below it.
///
/// There are no changes if the folder has no such file, or no message there.
#[must_use]
pub fn delete(project: &Project, path: &Path, byte: usize) -> Changes {
    edit(project, path, |_, document, edits| {
        let Some((index, block)) = document.around(byte) else { return };
        let mut removal = Removal::new(document);
        removal.add_block(index, block.start);
        removal.apply(edits);
    })
}

fn edit(project: &Project, path: &Path, change: impl FnOnce(&str, &FtlDocument<'_>, &mut Edits)) -> Changes {
    let mut changes = Changes::new(&project.input);
    let nodes = project.parse();
    if let Some((input, nodes)) = project.input.files.iter().zip(&nodes.0).find(|(input, _)| input.on_disk == path) {
        let document = FtlDocument::new(input.readable(), nodes);
        let mut edits = Edits::default();
        change(&input.text, &document, &mut edits);
        changes.rewrite(path, &input.text, edits.apply(&input.text));
    }
    changes
}
