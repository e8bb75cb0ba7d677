//! Gives a message or a term another id, wherever it is named.

mod codes;
mod copies;
mod name;
mod places;
mod snippet;

use super::change::Changes;
use super::rename::{codes::CodesFile, name::Name, places::FilePlaces};
use crate::error::Error;
use crate::project::files::Files;
use crate::project::tree;
use crate::text::nearest::nearest;

pub use places::Mention;

/// An id, and the one that is to take its place.
#[derive(Clone, Copy, Debug)]
pub struct Renaming<'n> {
    old: Name<'n>,
    new: Name<'n>,
}

/// What a renaming changes.
#[derive(Debug)]
pub struct Renamed {
    /// The files to be written.
    pub changes: Changes,
    /// Comments that speak of the old id. What they mean by it, no program knows, so they stay.
    pub mentions: Vec<Mention>,
    /// Whether the message is that of a code, for which there may be a constant in a program.
    pub has_code: bool,
}

impl<'n> Renaming<'n> {
    /// Reads the id that a message or a term has and the one that it gets, a term's with its hyphen.
    ///
    /// # Errors
    ///
    /// The new one is no identifier of Fluent or is the old one, one is a message's and the other a term's, or one is
    /// `unknown-code`, which is looked up by that name.
    pub fn new(old: &'n str, new: &'n str) -> Result<Self, Error> {
        let (old, new) = name::pair(old, new)?;
        Ok(Self { old, new })
    }

    /// Returns the changes that rename it in every locale, in every reference to it, where it waits for its translation,
    /// and in `codes.toml`. If they are interrupted while they are written, every code keeps its text, and the changes
    /// that this returns then complete them.
    ///
    /// # Errors
    ///
    /// A file can't be read in full, nothing has the old id, or something has the new one already.
    pub fn of(self, folder: &Files) -> Result<Renamed, Error> {
        let Self { old, new } = self;
        // A reference may be in any file, so all of them have to be readable.
        folder.of(&[])?;
        let codes = CodesFile::read(&folder.dir)?;
        let tags: Vec<&str> = folder.input.locales.iter().map(|locale| locale.name.as_str()).collect();
        let resources = tree::parse(&folder.input).0;
        let files: Vec<FilePlaces<'_>> = (folder.input.files.iter().zip(&resources))
            .map(|(file, resource)| FilePlaces::new(file, resource, &tags, (old, new)))
            .collect::<Result<_, _>>()?;

        let is_resumed = files.iter().any(FilePlaces::has_copies);
        let lines = codes.as_ref().map(|codes| codes.lines_of(old)).unwrap_or_default();
        if lines.is_empty() && !is_resumed && !files.iter().any(|places| places.has(old)) {
            return Err(nowhere(old, new, &files));
        }
        // A first part of the files may have the new id then, but no file has both.
        let is_partial = is_resumed || !files.iter().any(|places| places.defines(old) || places.defines(new));
        let may_have = |has_old: bool| is_partial && !has_old;
        let taken = files.iter().filter(|places| !may_have(places.has(old))).flat_map(|places| places.taken(new));
        let taken_codes = codes.iter().filter(|_| !may_have(!lines.is_empty())).flat_map(|codes| codes.taken(new));
        refuse_taken(new, taken.chain(taken_codes))?;

        let mut changes = Changes::new(&folder.input);
        let mut mentions = Vec::new();
        for places in &files {
            let named = places.all(old);
            mentions.extend(places.mentions(old, &named));
            let (meanwhile, after) = places.renamed(&named, (old, new));
            changes.rewrite_in_steps(&places.file.on_disk, &places.file.text, meanwhile, after);
        }
        if let Some(codes) = &codes {
            changes.rewrite(&codes.path, &codes.text, codes.renamed(&lines, new));
        }
        let renamed = codes.iter().filter(|_| is_resumed).flat_map(|codes| codes.lines_of(new));
        let has_code = lines.iter().cloned().chain(renamed).any(|line| line.is_code);
        Ok(Renamed { changes, mentions, has_code })
    }
}

/// Refuses an id that something has already. A message and a term of one id are one to Fluent's runtime.
fn refuse_taken(new: Name<'_>, taken: impl Iterator<Item = String>) -> Result<(), Error> {
    let mut errors = taken.map(|at| format!("{at}: there is a `{}` already; choose another id", new.id)).peekable();
    if errors.peek().is_none() { Ok(()) } else { Err(Error::new(errors)) }
}

fn nowhere(old: Name<'_>, new: Name<'_>, files: &[FilePlaces<'_>]) -> Error {
    let is_there = |name: Name<'_>| files.iter().any(|places| places.defines(name));
    let other = Name { is_term: !old.is_term, ..old };
    let hint = if is_there(new) {
        format!("; there is a `{new}`")
    } else if is_there(other) {
        format!("; is `{other}` meant?")
    } else {
        let near = nearest(old.id, files.iter().flat_map(|places| places.ids(old.is_term)));
        near.map(|id| format!("; is `{}` meant?", Name { id, ..old })).unwrap_or_default()
    };
    let kind = if old.is_term { "term" } else { "message" };
    format!("there is no {kind} `{old}` in any locale or in codes.toml{hint}").into()
}
