//! One locale: its messages and terms, and the source entries that they translate.

use std::collections::hash_map::Entry as Slot;
use std::ops::Range;
use std::sync::OnceLock;

use fluent_syntax::ast::{Comment, Entry as Node, Resource};
use rustc_hash::{FxBuildHasher, FxHashMap};
use unic_langid::LanguageIdentifier;

use super::entry::{Entry, Kind, Part, index_many};
use crate::text::marks::Marks;
use crate::text::plurals::Plurals;

/// One locale.
pub(crate) struct Locale<'a> {
    pub(crate) tag: &'a str,
    pub(crate) id: &'a LanguageIdentifier,
    pub(crate) files: Range<usize>,
    /// Its messages and terms in the order of its files, including duplicates.
    pub(crate) entries: Vec<Entry<'a>>,
    /// The index of the first entry of each name. As in Fluent's runtime, messages and terms share one namespace.
    pub(crate) names: FxHashMap<&'a str, usize>,
    /// For each entry of the source, the index of the entry that translates it.
    pub(super) translations: Vec<Option<usize>>,
    /// The kinds of characters in it that need a check.
    pub(crate) marks: Marks,
    /// The `###` comments, each with the index of its file.
    pub(crate) file_comments: Vec<(usize, &'a Comment<&'a str>)>,
    plurals: OnceLock<Plurals>,
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
            names: FxHashMap::with_capacity_and_hasher(most, FxBuildHasher),
            translations: Vec::new(),
            marks: Marks::default(),
            file_comments: Vec::new(),
            plurals: OnceLock::new(),
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
                if let Slot::Vacant(vacant) = locale.names.entry(name) {
                    vacant.insert(locale.entries.len());
                }
                let value = value.map(|pattern| Part::new(None, pattern));
                let attributes: Vec<_> = attributes.iter().map(Part::of_attribute).collect();
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
                    many,
                });
            }
        }
        locale
    }

    /// Finds the translation of each entry of the source.
    pub(super) fn link(&mut self, originals: &[(Kind, &str)]) {
        self.translations.reserve(originals.len());
        for (index, (kind, name)) in originals.iter().enumerate() {
            let found = self.names.get(name).copied();
            let found = found.and_then(|index| Some((index, self.entries.get_mut(index)?)));
            let found = found.filter(|(_, entry)| entry.kind == *kind);
            self.translations.push(found.map(|(place, entry)| {
                entry.original.get_or_insert(index);
                place
            }));
        }
    }

    /// Returns the entry that translates an entry of the source, by the index of that one.
    pub(crate) fn translation(&self, original: usize) -> Option<&Entry<'a>> {
        self.entries.get(self.translations.get(original).copied().flatten()?)
    }

    /// Returns whether it has a message or a term. The name of a term has its hyphen.
    pub(crate) fn has(&self, name: &str) -> bool {
        match name.strip_prefix('-') {
            Some(term) => self.find(Kind::Term, term).is_some(),
            None => self.find(Kind::Message, name).is_some(),
        }
    }

    /// Returns the first message or term with a name: the one that the runtime uses.
    pub(crate) fn first(&self, name: &str) -> Option<&Entry<'a>> {
        self.entries.get(*self.names.get(name)?)
    }

    /// Returns whether an entry is the first with its name.
    pub(crate) fn is_first(&self, entry: &Entry<'a>) -> bool {
        self.first(entry.name).is_some_and(|first| std::ptr::eq(first, entry))
    }

    /// Returns the plural categories of the locale. They are computed at the first use.
    pub(crate) fn plurals(&self) -> &Plurals {
        self.plurals.get_or_init(|| Plurals::of(self.id))
    }

    /// Finds a message or a term as the runtime does: the first entry with the name, if it is of this kind.
    pub(crate) fn find(&self, kind: Kind, name: &str) -> Option<&Entry<'a>> {
        let entry = &self.entries[*self.names.get(name)?];
        (entry.kind == kind).then_some(entry)
    }
}
