//! One locale: its messages and terms, and which of the source's they translate.

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
    /// Its messages and terms in the order of its files; of two of one name both.
    pub(crate) entries: Vec<Entry<'a>>,
    /// The first entry of each name. Fluent's runtime keeps messages and terms under one name, so this does too.
    pub(crate) names: FxHashMap<&'a str, usize>,
    /// Which of its entries, by their places, translate those of the source.
    pub(super) translations: Vec<Option<usize>>,
    /// What single characters may be amiss anywhere in it.
    pub(crate) marks: Marks,
    /// The `###` comments, with their files.
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

    /// Finds what translates each entry of the source.
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

    /// Tells whether it has a message, or a term by its name with the hyphen.
    pub(crate) fn has(&self, name: &str) -> bool {
        match name.strip_prefix('-') {
            Some(term) => self.find(Kind::Term, term).is_some(),
            None => self.find(Kind::Message, name).is_some(),
        }
    }

    /// Finds the message or term that counts of those with a name.
    pub(crate) fn first(&self, name: &str) -> Option<&Entry<'a>> {
        self.entries.get(*self.names.get(name)?)
    }

    /// Tells whether an entry is the one of its name that counts.
    pub(crate) fn is_first(&self, entry: &Entry<'a>) -> bool {
        self.first(entry.name).is_some_and(|first| std::ptr::eq(first, entry))
    }

    /// Gives the plural categories of the locale, worked out when they are first needed.
    pub(crate) fn plurals(&self) -> &Plurals {
        self.plurals.get_or_init(|| Plurals::of(self.id))
    }

    /// Finds a message, or a term, as the runtime does: the first of its name, if that is of the kind.
    pub(crate) fn find(&self, kind: Kind, name: &str) -> Option<&Entry<'a>> {
        let entry = &self.entries[*self.names.get(name)?];
        (entry.kind == kind).then_some(entry)
    }
}
