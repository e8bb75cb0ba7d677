//! One locale: its messages and terms, and the source entries that they translate.

use std::ops::Range;
use std::sync::OnceLock;

use fluent_syntax::ast::{Comment, Entry as Node, Resource};
use unic_langid::LanguageIdentifier;

use super::entry::{Entry, Index, Kind, Part, index_many};
use super::names::Names;
use super::records::file::RecordsFile;
use super::twins::Twins;
use crate::text::marks::Marks;
use crate::text::plurals::Plurals;

/// An entry of the source, for [`Locale::link`].
pub(super) struct Original<'a> {
    file: usize,
    kind: Kind,
    name: &'a str,
}

impl<'a> Original<'a> {
    /// Returns those of the source.
    pub(super) fn all(source: &Locale<'a>) -> Vec<Self> {
        source.entries.iter().map(|entry| Self { file: entry.file, kind: entry.kind, name: entry.name }).collect()
    }
}

/// One locale.
pub(crate) struct Locale<'a> {
    pub(crate) tag: &'a str,
    pub(crate) id: &'a LanguageIdentifier,
    pub(crate) files: Range<usize>,
    /// Its messages and terms in the order of its files, including duplicates.
    pub(crate) entries: Vec<Entry<'a>>,
    names: Names<'a>,
    /// Whether its files are loaded apart: then a name may be in each of them.
    is_apart: bool,
    /// Whether a message and a term may have one name.
    terms_are_apart: bool,
    /// For each entry of the source, the entry that translates it.
    pub(super) translations: Vec<Option<Index>>,
    /// The kinds of characters in it that need a check.
    pub(crate) marks: Marks,
    /// The `###` comments, each with the index of its file.
    pub(crate) file_comments: Vec<(usize, &'a Comment<&'a str>)>,
    /// Its records file, if there is one.
    pub(crate) records: Option<&'a RecordsFile>,
    /// With a records file, the paths of its files below the folder of the locales.
    pub(super) paths: Vec<String>,
    /// The keys of the messages in the records file that it does not have.
    pub(crate) gone: Vec<&'a str>,
    plurals: OnceLock<Plurals>,
    /// Whether a native speaker has reviewed all of its files.
    pub(super) is_reviewed: OnceLock<bool>,
}

impl<'a> Locale<'a> {
    pub(crate) fn new(
        tag: &'a str,
        id: &'a LanguageIdentifier,
        files: Range<usize>,
        nodes: &'a [Resource<&'a str>],
    ) -> Self {
        let most = files.clone().map(|file| nodes[file].body.len()).sum();
        let mut locale = Self {
            tag,
            id,
            files: files.clone(),
            entries: Vec::with_capacity(most),
            names: Names::default(),
            is_apart: false,
            terms_are_apart: false,
            translations: Vec::new(),
            marks: Marks::default(),
            file_comments: Vec::new(),
            records: None,
            paths: Vec::new(),
            gone: Vec::new(),
            plurals: OnceLock::new(),
            is_reviewed: OnceLock::new(),
        };
        for file in files {
            let mut group = None;
            for node in &nodes[file].body {
                let (kind, name, comment, value, attributes) = match node {
                    Node::Message(message) => {
                        (Kind::Message, message.id.name, &message.comment, message.value.as_ref(), &message.attributes)
                    }
                    Node::Term(term) => (Kind::Term, term.id.name, &term.comment, Some(&term.value), &term.attributes),
                    Node::ResourceComment(comment) => {
                        locale.file_comments.push((file, comment));
                        continue;
                    }
                    Node::GroupComment(comment) => {
                        group = Some(comment);
                        continue;
                    }
                    Node::Comment(_) | Node::Junk { .. } => continue,
                };
                let value = value.map(|pattern| Part::new(None, pattern));
                let attributes: Box<[_]> = attributes.iter().map(Part::of_attribute).collect();
                value.iter().chain(&attributes).for_each(|part| locale.marks.add(part.facts.marks));
                let many = index_many(&attributes);
                let comment = comment.as_ref();
                locale.entries.push(Entry {
                    file,
                    kind,
                    name,
                    comment,
                    group,
                    value,
                    attributes,
                    original: None,
                    stored: None,
                    many,
                });
            }
        }
        locale.names = Names::of(&locale.entries);
        locale
    }

    /// Finds the translation of each entry of the source.
    pub(super) fn link(&mut self, originals: &[Original<'_>], twins: &Twins) {
        (self.is_apart, self.terms_are_apart) = (twins.is_apart, twins.terms_are_apart);
        self.translations.reserve(originals.len());
        for (index, original) in originals.iter().enumerate() {
            let found = match self.is_apart {
                true => self.twin(original, twins),
                false => self.index(original.kind, original.name),
            };
            let found = found.and_then(|index| Some((index, self.entries.get_mut(index)?)));
            let found = found.filter(|(_, entry)| entry.kind == original.kind);
            self.translations.push(found.and_then(|(place, entry)| {
                entry.original = entry.original.or(Index::new(index));
                Index::new(place)
            }));
        }
    }

    /// Finds the translation of an entry where files are loaded apart: in the file with the same path, or in one that the
    /// source does not have.
    fn twin(&self, original: &Original<'_>, twins: &Twins) -> Option<usize> {
        let file = |index: &usize| self.entries.get(*index).map(|entry| twins.source_file(entry.file));
        let mut all = self.candidates(original.kind, original.name);
        let same = all.clone().find(|index| file(index) == Some(Some(original.file)));
        same.or_else(|| all.find(|index| file(index) == Some(None)))
    }

    /// Returns the indices of all entries with a name, in the order of the files.
    pub(crate) fn all(&self, name: &str) -> &[usize] {
        self.names.all(&self.entries, name)
    }

    /// Returns the entry that translates an entry of the source, by the index of that one.
    pub(crate) fn translation(&self, original: usize) -> Option<&Entry<'a>> {
        self.entries.get(self.translations.get(original).copied().flatten()?.get())
    }

    /// Returns the entry that translates an entry of the source: of the source itself, that entry, or the first one with
    /// its name.
    pub(crate) fn translation_of(&self, wanted: &Entry<'_>) -> Option<&Entry<'a>> {
        self.translation(wanted.original?.get())
    }

    /// Returns whether it has a message or a term. The name of a term has its hyphen.
    pub(crate) fn has(&self, name: &str) -> bool {
        match name.strip_prefix('-') {
            Some(term) => self.find(Kind::Term, term).is_some(),
            None => self.find(Kind::Message, name).is_some(),
        }
    }

    /// Returns whether several entries have one name.
    pub(crate) fn has_repeated(&self) -> bool {
        !self.names.repeated.is_empty()
    }

    /// Returns the indices of the names that several entries have.
    pub(super) fn repeated(&self) -> impl Iterator<Item = &[usize]> {
        self.names.repeated.values().map(Vec::as_slice)
    }

    /// Returns the indices of the entries that a name may mean: in Rust, messages and terms share one namespace.
    fn candidates(&self, kind: Kind, name: &str) -> impl Iterator<Item = usize> + Clone {
        let is_candidate = move |index: &usize| {
            !self.terms_are_apart || self.entries.get(*index).is_some_and(|entry| entry.kind == kind)
        };
        self.all(name).iter().copied().filter(is_candidate)
    }

    /// Returns the index of the first entry that a name may mean.
    fn index(&self, kind: Kind, name: &str) -> Option<usize> {
        self.candidates(kind, name).next()
    }

    /// Returns the index of the entry that a name in a file means: the first one, or where files are loaded apart, the
    /// first one in that file. If it has none, another file has it that is loaded too.
    pub(crate) fn index_from(&self, file: usize, kind: Kind, name: &str) -> Option<usize> {
        let is_here = |index: &usize| self.entries.get(*index).is_some_and(|entry| entry.file == file);
        let here = self.is_apart.then(|| self.candidates(kind, name).find(is_here)).flatten();
        here.or_else(|| self.index(kind, name))
    }

    /// Finds the message or the term that a reference in a file means.
    pub(crate) fn find_from(&self, file: usize, kind: Kind, name: &str) -> Option<&Entry<'a>> {
        self.entries.get(self.index_from(file, kind, name)?).filter(|entry| entry.kind == kind)
    }

    /// Returns the first entry with the name of an entry, which hides the others: in its file, if files are loaded apart.
    pub(crate) fn first_of(&self, entry: &Entry<'a>) -> Option<&Entry<'a>> {
        self.entries.get(self.index_from(entry.file, entry.kind, entry.name)?)
    }

    /// Returns whether no entry before it has its name. If files are loaded apart, others may be in other files.
    pub(crate) fn is_first(&self, entry: &Entry<'a>) -> bool {
        self.first_of(entry).is_some_and(|first| std::ptr::eq(first, entry))
    }

    /// Returns the plural categories of the locale. They are computed at the first use.
    pub(crate) fn plurals(&self) -> &Plurals {
        self.plurals.get_or_init(|| Plurals::of(self.id))
    }

    /// Finds a message or a term as the runtime does: the first entry with the name, if it is of this kind.
    pub(crate) fn find(&self, kind: Kind, name: &str) -> Option<&Entry<'a>> {
        self.entries.get(self.index(kind, name)?).filter(|entry| entry.kind == kind)
    }
}
