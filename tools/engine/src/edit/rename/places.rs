//! Finds the uses of a message or a term in a file.

use std::collections::BTreeSet;
use std::ops::Range;

use code_prompts_reader::names::is_identifier_char;
use fluent_syntax::ast::{Entry as Node, Resource};

use super::copies::{self, name_of};
use super::name::Name;
use super::snippet::{self, is_recorded, patterns, place, references_in};
use crate::edit::document::{Edits, FtlDocument};
use crate::edit::stub;
use crate::project::input_file::InputFile;

/// A comment that mentions an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The path of its file, for display.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A file with its syntax tree.
pub(super) struct FilePlaces<'a> {
    pub(super) file: &'a InputFile,
    document: FtlDocument<'a>,
    resource: &'a Resource<&'a str>,
    /// The tags of the locales, which records begin with.
    tags: &'a [&'a str],
    /// The copies that an interrupted renaming has left. All else ignores them.
    copies: Vec<Range<usize>>,
}

impl<'a> FilePlaces<'a> {
    pub(super) fn new(
        file: &'a InputFile,
        resource: &'a Resource<&'a str>,
        tags: &'a [&'a str],
        (old, new): (Name<'_>, Name<'_>),
    ) -> Result<Self, String> {
        let document = FtlDocument::new(file.readable(), resource);
        let copies = copies::find(&document, old, new);
        let mut places = Self { file, document, resource, tags, copies: Vec::new() };
        places.copies = copies.map_err(|at| {
            let at = places.position(at);
            format!(
                "{at}: this copy of `{new}` differs from the `{new}` below it; delete the wrong one and this comment"
            )
        })?;
        Ok(places)
    }

    /// Returns whether an interrupted renaming has left copies here.
    pub(super) fn has_copies(&self) -> bool {
        !self.copies.is_empty()
    }

    /// Returns the text with the new id in the given places, and before it the text to hold meanwhile: the same with
    /// copies, if the file defines the old name.
    pub(super) fn renamed(&self, places: &[Range<usize>], names: (Name<'_>, Name<'_>)) -> (Option<String>, String) {
        let text = &self.file.text;
        let edits = || {
            let mut edits = Edits::default();
            places.iter().for_each(|place| edits.replace(place.clone(), names.1.id));
            edits
        };
        let mut without = edits();
        self.copies.iter().for_each(|copy| without.replace(copy.clone(), ""));
        let meanwhile = if self.has_copies() {
            Some(text.clone())
        } else if self.defines(names.0) {
            let mut with = edits();
            copies::insert(&mut with, &self.document, places, names);
            Some(with.apply(text))
        } else {
            None
        };
        (meanwhile, without.apply(text))
    }

    /// Returns the ranges of all uses of a name, in order.
    pub(super) fn all(&self, name: Name<'_>) -> Vec<Range<usize>> {
        let defined = self.names().filter(|(found, _)| *found == name).map(|(_, id)| id);
        let referred = self.resource.body.iter().flat_map(patterns).flat_map(|pattern| references_in(pattern, name));
        let comments = self.document.blocks.iter().filter_map(|block| block.comment());
        let commented = comments.flat_map(|comment| snippet::references(comment, name, self.tags));
        let ids = defined.chain(referred).chain(self.stubs(name)).chain(commented);
        let places = ids.map(|id| self.place(id)).filter(|place| !self.is_in_copy(place.start));
        // A comment is parsed in several ways, which may find the same place.
        let places: BTreeSet<_> = places.map(|place| (place.start, place.end)).collect();
        places.into_iter().map(|(start, end)| start..end).collect()
    }

    /// Returns whether the file defines a name, or has it as an untranslated message in a comment.
    pub(super) fn has(&self, name: Name<'_>) -> bool {
        self.defines(name) || !self.stubs(name).is_empty()
    }

    pub(super) fn defines(&self, name: Name<'_>) -> bool {
        self.names().any(|(found, _)| found == name)
    }

    /// Returns the ids of the messages or of the terms.
    pub(super) fn ids(&self, is_term: bool) -> impl Iterator<Item = &'a str> {
        self.names().filter(move |(name, _)| name.is_term == is_term).map(|(_, id)| id)
    }

    /// Returns the positions of the messages, terms and stubs with an id, for an error.
    pub(super) fn positions(&self, name: Name<'_>) -> Vec<String> {
        let defined = self.names().map(|(_, id)| id).filter(|id| *id == name.id);
        let ids = defined.chain(self.stubs(name));
        ids.map(|id| self.position(self.place(id).start)).collect()
    }

    /// Returns the ids of the stubs with a name.
    pub(super) fn stubs(&self, name: Name<'_>) -> Vec<&'a str> {
        let written = name.to_string();
        let stubs = stub::stubs(&self.document, |stub| stub == written);
        stubs.into_iter().map(|stub| stub.name.strip_prefix('-').unwrap_or(stub.name)).collect()
    }

    /// Returns the notes that mention a name outside of its known uses. A name without a hyphen is not searched: it may
    /// be any word.
    pub(super) fn mentions(&self, name: Name<'_>, known: &[Range<usize>]) -> Vec<Mention> {
        let written = name.to_string();
        if !written.contains('-') {
            return Vec::new();
        }
        let comments = self.document.blocks.iter().filter_map(|block| match block.node {
            Node::GroupComment(comment) | Node::ResourceComment(comment) => Some(comment),
            _ => block.comment(),
        });
        let mut mentions = Vec::new();
        // Indented lines belong to a stub.
        let is_note = |line: &&&str| !line.starts_with(' ') && !self.tags.iter().any(|tag| is_recorded(line, tag));
        for line in comments.flat_map(|comment| &comment.content).filter(is_note) {
            for (at, _) in line.match_indices(&written) {
                let (before, after) = (line.get(..at), line.get(at + written.len()..));
                let is_word = !before
                    .is_some_and(|before| before.ends_with(|last| is_identifier_char(last) || last == '$'))
                    && !after.is_some_and(|after| after.starts_with(is_identifier_char));
                let start = self.place(line).start + at;
                let is_known = known.iter().any(|place| (start..=start + 1).contains(&place.start));
                if is_word && !is_known && !self.is_in_copy(start) {
                    let (line, column) = self.file.position(start);
                    mentions.push(Mention { path: self.file.path.to_string(), line, column });
                }
            }
        }
        mentions
    }

    /// Returns the messages and terms, each with its id as a slice of the text.
    fn names(&self) -> impl Iterator<Item = (Name<'a>, &'a str)> {
        let names = self.resource.body.iter().filter_map(name_of);
        names.filter(|(_, id)| !self.is_in_copy(self.place(id).start))
    }

    fn is_in_copy(&self, offset: usize) -> bool {
        self.copies.iter().any(|copy| copy.contains(&offset))
    }

    fn place(&self, slice: &str) -> Range<usize> {
        place(self.file.readable(), slice)
    }

    fn position(&self, offset: usize) -> String {
        let (line, column) = self.file.position(offset);
        format!("{}:{line}:{column}", self.file.path)
    }
}
