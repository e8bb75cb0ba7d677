//! Moves the records of all translations from comments into files, or back.

mod codes;
mod head;
mod to_comments;
mod to_file;

use fluent_syntax::ast::Resource;

use super::change::Changes;
use super::rename::refuse_interrupted;
use crate::error::Error;
use crate::project::layout::RecordStorage;
use crate::project::open::Project;
use crate::project::tree::Tree;

/// The result of [`convert`].
#[derive(Debug)]
pub struct Converted {
    /// The changes to files.
    pub changes: Changes,
    /// The number of locales whose records move.
    pub locales: usize,
}

/// Moves what is recorded about all translations, with reviews and allowances, and sets `records` in `codes.toml`. The
/// records of the source, which needs none, stay in its comments.
///
/// In comments, allowances, the review and the records of a message come last, in this order, and those of a file are
/// paragraphs below its first one. Apart from this order, nothing is lost: converting back restores the files. Marks, which
/// `sync` writes, are left out.
///
/// # Errors
///
/// A file has a syntax or encoding error, a records file is damaged or is about messages, files or locales that do not exist,
/// or a renaming was interrupted.
pub fn convert(project: &Project, to: RecordStorage) -> Result<Converted, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let tags: Vec<&str> = tree.locales.iter().map(|locale| locale.tag).collect();
    project.refuse_unreadable(&tags)?;
    refuse_interrupted(&project.input, &nodes.0)?;
    let mut conversion = Conversion { project, tree: &tree, nodes: &nodes.0, changes: Changes::new(&project.input) };
    // If this is interrupted, records are in both places, and the setting says `file`: comments are read then too.
    let locales = match to {
        RecordStorage::File => {
            codes::set(project, to, &mut conversion.changes)?;
            conversion.move_to_file()?
        }
        RecordStorage::Comments => {
            let locales = conversion.move_to_comments()?;
            codes::set(project, to, &mut conversion.changes)?;
            locales
        }
    };
    Ok(Converted { changes: conversion.changes, locales })
}

/// A folder whose records move.
struct Conversion<'t, 'a> {
    project: &'t Project,
    tree: &'t Tree<'a>,
    nodes: &'t [Resource<&'a str>],
    changes: Changes,
}
