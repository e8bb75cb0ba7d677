//! Renames a message or a term, everywhere its id is used.

mod codes;
mod name;
mod places;
mod snippet;

use super::change::Changes;
use super::document::Edits;
use super::rename::{codes::CodesFile, name::Name, places::FilePlaces};
use crate::error::Error;
use crate::project::files::Files;
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
    /// and in `codes.toml`.
    ///
    /// # Errors
    ///
    /// A file has a syntax or encoding error, the old id does not exist, or the new one does.
    pub fn of(self, folder: &Files) -> Result<Renamed, Error> {
        let Self { old, new } = self;
        // A reference may be in any file, so no file may have errors.
        folder.of(&[])?;
        let codes = CodesFile::read(&folder.dir)?;
        let tags: Vec<&str> = folder.input.locales.iter().map(|locale| locale.name.as_str()).collect();
        let resources = tree::parse(&folder.input).0;
        let files: Vec<FilePlaces<'_>> = (folder.input.files.iter().zip(&resources))
            .map(|(file, resource)| FilePlaces::new(file, resource, &tags))
            .collect();

        let exists = |places: &FilePlaces<'_>| places.defines(old) || !places.stubs(old).is_empty();
        let lines = codes.as_ref().map(|codes| codes.lines_of(old)).unwrap_or_default();
        if lines.is_empty() && !files.iter().any(exists) {
            return Err(unknown_id(old, new, &files));
        }
        refuse_existing(new, &files, codes.as_ref())?;

        let mut changes = Changes::default();
        let mut mentions = Vec::new();
        for places in &files {
            let mut edits = Edits::default();
            let uses = places.all(old);
            mentions.extend(places.mentions(old, &uses));
            uses.into_iter().for_each(|place| edits.replace(place, new.id));
            changes.rewrite(&places.file.on_disk, &places.file.text, edits.apply(&places.file.text));
        }
        if let Some(codes) = &codes {
            changes.rewrite(&codes.path, &codes.text, codes.renamed(&lines, new));
        }
        Ok(Renamed { changes, mentions, has_code: lines.iter().any(|line| line.is_code) })
    }
}

/// Fails if the new id exists. Messages and terms share one namespace in Fluent's runtime.
fn refuse_existing(new: Name<'_>, files: &[FilePlaces<'_>], codes: Option<&CodesFile>) -> Result<(), Error> {
    let existing = files.iter().flat_map(|places| places.positions(new));
    let existing: Vec<_> = existing.chain(codes.into_iter().flat_map(|codes| codes.positions(new))).collect();
    let problem = |at: &String| format!("{at}: there is a `{}` already; choose another id", new.id);
    if existing.is_empty() { Ok(()) } else { Err(Error::new(existing.iter().map(problem))) }
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
