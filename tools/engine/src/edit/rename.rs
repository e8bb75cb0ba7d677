//! Renames a message or a term, everywhere its id is used.

pub(super) mod codes;
mod copies;
mod name;
mod places;
mod records;
mod snippet;

use std::ops::Range;

use fluent_syntax::ast::Resource;

use super::change::Changes;
use super::document::{Block, FtlDocument};
use super::rename::{codes::CodesFile, name::Name, places::FilePlaces};
use crate::error::Error;
use crate::project::files::Files;
use crate::project::input::Input;
use crate::project::input_file::InputFile;
use crate::project::records::file::RecordsFile;
use crate::project::tree;
use crate::text::nearest::nearest;

pub use places::Mention;

/// An old and a new id.
#[derive(Clone, Copy, Debug)]
pub struct Renaming<'n> {
    old: Name<'n>,
    new: Name<'n>,
}

/// The result of a renaming.
#[derive(Debug)]
pub struct Renamed {
    /// The changes to files.
    pub changes: Changes,
    /// Comments that may mention the old id. They are not changed.
    pub mentions: Vec<Mention>,
    /// Whether a code has the message. Programs may have a constant for it.
    pub has_code: bool,
}

impl<'n> Renaming<'n> {
    /// Creates a renaming of a message or a term. The ids of terms have their hyphen.
    ///
    /// # Errors
    ///
    /// The new id is not a Fluent identifier, or is the old one; one id is a message's and the other a term's; or one
    /// is `unknown-code`, which the library looks up by that name.
    pub fn new(old: &'n str, new: &'n str) -> Result<Self, Error> {
        let (old, new) = name::pair(old, new)?;
        Ok(Self { old, new })
    }

    /// Returns the changes that rename it in every locale, including references and untranslated messages in comments,
    /// and in `codes.toml`. If writing them is interrupted, every code keeps its text, and the changes that this returns
    /// afterwards complete the renaming.
    ///
    /// # Errors
    ///
    /// A file has a syntax or encoding error, the old id does not exist, or the new one does.
    pub fn of(self, folder: &Files) -> Result<Renamed, Error> {
        let Self { old, new } = self;
        // A reference may be in any file, so no file may have errors.
        folder.of(&[])?;
        let problems: Vec<String> = folder.input.records.iter().flat_map(RecordsFile::problems).collect();
        if !problems.is_empty() {
            return Err(Error::new(problems));
        }
        let codes = CodesFile::read(&folder.folder)?;
        let tags: Vec<&str> = folder.input.locales.iter().map(|locale| locale.name.as_str()).collect();
        let resources = tree::parse(&folder.input).0;
        let files: Vec<FilePlaces<'_>> = (folder.input.files.iter().zip(&resources))
            .map(|(file, resource)| FilePlaces::new(file, resource, &tags, (old, new)))
            .collect::<Result<_, _>>()?;

        let is_resumed = files.iter().any(FilePlaces::has_copies);
        let lines = codes.as_ref().map(|codes| codes.lines_of(old)).unwrap_or_default();
        if lines.is_empty() && !is_resumed && !files.iter().any(|places| places.has(old)) {
            return Err(unknown_id(old, new, &files));
        }
        // Some files may have the new id already then, but none has both. Where no file defines either, there are no copies.
        let is_partial = is_resumed || !files.iter().any(|places| places.defines(old) || places.defines(new));
        let may_have = |has_old: bool| is_partial && !has_old;
        let existing =
            files.iter().filter(|places| !may_have(places.has(old))).flat_map(|places| places.positions(new));
        let in_codes = codes.iter().filter(|_| !may_have(!lines.is_empty())).flat_map(|codes| codes.positions(new));
        refuse_existing(new, existing.chain(in_codes))?;

        let mut changes = Changes::new(&folder.input);
        let mut mentions = Vec::new();
        for places in &files {
            let uses = places.all(old);
            mentions.extend(places.mentions(old, &uses));
            let (meanwhile, after) = places.renamed(&uses, (old, new));
            changes.rewrite_in_steps(&places.file.on_disk, &places.file.text, meanwhile, after);
        }
        for records in &folder.input.records {
            records::renamed(records, (old, new)).finish(&mut changes);
        }
        if let Some(codes) = &codes {
            changes.rewrite(&codes.path, &codes.text, codes.renamed(&lines, new));
        }
        let renamed = codes.iter().filter(|_| is_resumed).flat_map(|codes| codes.lines_of(new));
        let has_code = lines.iter().cloned().chain(renamed).any(|line| !line.is_retired);
        Ok(Renamed { changes, mentions, has_code })
    }
}

/// Returns the ranges of all uses of an id in a file, without the hyphens of terms. No renaming may be interrupted.
pub(super) fn uses(
    (file, resource): (&InputFile, &Resource<&str>),
    tags: &[&str],
    (old, new): (&str, &str),
) -> Result<Vec<Range<usize>>, Error> {
    let (old, new) = (Name::new(old), Name::new(new));
    Ok(FilePlaces::new(file, resource, tags, (old, new))?.all(old))
}

/// Fails if an interrupted renaming has left copies in a file: they would be taken for messages to translate, and the
/// renaming could not be completed.
pub(super) fn refuse_interrupted(input: &Input, resources: &[Resource<&str>]) -> Result<(), Error> {
    for (file, resource) in input.files.iter().zip(resources) {
        let document = FtlDocument::new(file.readable(), resource);
        for comment in document.blocks.iter().filter_map(Block::comment) {
            let [line] = comment.content.as_slice() else { continue };
            if let Some(command) = copies::command(line) {
                let (line, _) = file.position(snippet::place(file.readable(), line).start);
                let path = &file.path;
                return Err(format!("{path}:{line}:1: `{command}` was interrupted; run it again first").into());
            }
        }
    }
    Ok(())
}

/// Fails if the new id exists. Messages and terms share one namespace in Fluent's runtime.
fn refuse_existing(new: Name<'_>, existing: impl Iterator<Item = String>) -> Result<(), Error> {
    let problem = |at| format!("{at}: there is a `{}` already; choose another id", new.id);
    let mut problems = existing.map(problem).peekable();
    if problems.peek().is_none() { Ok(()) } else { Err(Error::new(problems)) }
}

fn unknown_id(old: Name<'_>, new: Name<'_>, files: &[FilePlaces<'_>]) -> Error {
    let exists = |name: Name<'_>| files.iter().any(|places| places.defines(name));
    let other = Name { is_term: !old.is_term, ..old };
    let hint = if exists(new) {
        format!("; there is a `{new}`")
    } else if exists(other) {
        format!("; is `{other}` meant?")
    } else {
        let near = nearest(old.id, files.iter().flat_map(|places| places.ids(old.is_term)));
        near.map(|id| format!("; is `{}` meant?", Name { id, ..old })).unwrap_or_default()
    };
    let kind = if old.is_term { "term" } else { "message" };
    format!("there is no {kind} `{old}` in any locale or in codes.toml{hint}").into()
}
