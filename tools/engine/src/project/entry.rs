//! A message or a term, and its texts.

use std::num::NonZeroU32;

use code_prompts_reader::names::shortened;
use fluent_syntax::ast::{Attribute, Comment, Entry as Node, Identifier, Message, Pattern, Resource};
use fluent_syntax::serializer::serialize;
use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::records::stored::StoredMessage;

/// A message or a term.
pub struct Entry<'a> {
    /// The index of its file in `Input::files`.
    pub(crate) file: usize,
    pub(crate) kind: Kind,
    /// Its name without the hyphen of a term, a slice of its file.
    pub(crate) name: &'a str,
    pub(crate) comment: Option<&'a Comment<&'a str>>,
    /// The `##` comment of its group.
    pub(crate) group: Option<&'a Comment<&'a str>>,
    pub(crate) value: Option<Part<'a>>,
    pub(crate) attributes: Box<[Part<'a>]>,
    /// The source's entry. `None` for a duplicate, or if the source has none.
    pub(crate) original: Option<Index>,
    /// What the records file of its locale says about it.
    pub(crate) stored: Option<&'a StoredMessage>,
    /// The index of the first attribute of each name, if there are many.
    pub(super) many: Option<Box<FxHashMap<&'a str, usize>>>,
}

/// The index of an entry in `Locale::entries`, in a quarter of the space of an `Option<usize>`: there are many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Index(NonZeroU32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Message,
    Term,
}

/// The value of an entry, or one of its attributes.
pub struct Part<'a> {
    /// The attribute's name, a slice of its file.
    pub(crate) attribute: Option<&'a str>,
    pub(crate) pattern: &'a Pattern<&'a str>,
    pub(crate) facts: Facts<'a>,
}

impl Index {
    /// Returns `None` for an index that no locale has: it would need more than 100 GB of memory.
    pub(crate) fn new(index: usize) -> Option<Self> {
        u32::try_from(index).ok()?.checked_add(1).and_then(NonZeroU32::new).map(Self)
    }

    pub(crate) fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl<'a> Entry<'a> {
    /// Returns the name, with the hyphen of a term.
    #[must_use]
    pub fn written_name(&self) -> String {
        match self.kind {
            Kind::Message => self.name.to_owned(),
            Kind::Term => format!("-{}", self.name),
        }
    }

    /// Returns the same for a message to the user, shortened.
    pub(crate) fn shown_name(&self) -> String {
        match self.kind {
            Kind::Message => shortened(self.name).into_owned(),
            Kind::Term => format!("-{}", shortened(self.name)),
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&Part<'a>> {
        self.attributes.get(self.attribute_index(name)?)
    }

    /// Returns the value (`None`), or the attribute with a name.
    #[must_use]
    pub fn part(&self, attribute: Option<&str>) -> Option<&Part<'a>> {
        match attribute {
            Some(attribute) => self.attribute(attribute),
            None => self.value.as_ref(),
        }
    }

    /// Returns the index of the first attribute with a name.
    pub(crate) fn attribute_index(&self, name: &str) -> Option<usize> {
        match &self.many {
            None => self.attributes.iter().position(|part| part.attribute == Some(name)),
            Some(many) => many.get(name).copied(),
        }
    }

    /// Returns the names of the attributes that another entry lacks.
    pub(crate) fn attributes_not_in(&self, other: &Entry<'_>) -> Vec<&'a str> {
        let names = self.attributes.iter().filter_map(|part| part.attribute);
        names.filter(|name| other.attribute(name).is_none()).collect()
    }

    /// Returns its value and its attributes, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.parts()
    }

    /// Returns the parts that are shown: all except duplicate attributes.
    pub(crate) fn shown_parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.parts().filter(|part| self.part(part.attribute).is_some_and(|first| std::ptr::eq(first, *part)))
    }

    /// Returns the value, if there is one, and the attributes.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.value.iter().chain(&self.attributes)
    }
}

/// Indexes many attributes. Without the index, the check of a message with 20,000 attributes takes 8.9 s instead of
/// 0.15 s.
pub(super) fn index_many<'a>(attributes: &[Part<'a>]) -> Option<Box<FxHashMap<&'a str, usize>>> {
    const FEW: usize = 32;
    if attributes.len() <= FEW {
        return None;
    }
    let mut index = FxHashMap::default();
    for (at, name) in attributes.iter().enumerate().filter_map(|(at, part)| Some((at, part.attribute?))) {
        index.entry(name).or_insert(at);
    }
    Some(Box::new(index))
}

impl<'a> Part<'a> {
    pub(crate) fn new(attribute: Option<&'a str>, pattern: &'a Pattern<&'a str>) -> Self {
        Self { attribute, pattern, facts: Facts::of(pattern) }
    }

    /// Returns the name of the attribute, or `None` for the value.
    #[must_use]
    pub fn attribute(&self) -> Option<&'a str> {
        self.attribute
    }

    /// Returns the text in the form that `fluent-syntax` prints.
    #[must_use]
    pub fn text(&self) -> String {
        pattern_text(self.pattern)
    }

    pub(super) fn of_attribute(attribute: &'a Attribute<&'a str>) -> Self {
        Self::new(Some(attribute.id.name), &attribute.value)
    }
}

/// Prints a pattern in Fluent's canonical form, without the indent of an entry.
pub(crate) fn pattern_text(pattern: &Pattern<&str>) -> String {
    let message =
        Message { id: Identifier { name: "x" }, value: Some(pattern.clone()), attributes: Vec::new(), comment: None };
    let text = serialize(&Resource { body: vec![Node::Message(message)] });
    let text = text.strip_prefix("x =").unwrap_or(&text).trim();
    let lines: Vec<_> = text.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    lines.join("\n")
}

/// Writes the comment of a group, without a line end.
pub(crate) fn group_heading(comment: &Comment<&str>) -> String {
    let lines: Vec<_> = comment.content.iter().map(|line| format!("## {line}").trim_end().to_owned()).collect();
    lines.join("\n")
}
