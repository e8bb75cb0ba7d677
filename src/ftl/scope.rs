use std::collections::hash_map::Entry;

use fluent_syntax::ast::Attribute;
use rustc_hash::FxHashMap;

use crate::codes::CodeTable;
use crate::ftl::parse::Named;
use crate::functions::Functions;

/// The messages and terms of one layer by name. They share one namespace, as in Fluent's runtime.
///
/// Messages of codes, which are most, are found by the code's place in the table.
pub(crate) struct Namespace<'a> {
    codes: &'a CodeTable,
    coded: Vec<Option<Named<'a>>>,
    others: FxHashMap<&'a str, Named<'a>>,
}

impl<'a> Namespace<'a> {
    pub(crate) fn new(codes: &'a CodeTable) -> Self {
        let coded = codes.entries.iter().map(|_| None).collect();
        Self { codes, coded, others: FxHashMap::default() }
    }

    /// Adds a message or term. If the name exists already, keeps the first one and returns its name.
    pub(crate) fn insert(&mut self, named: Named<'a>) -> Option<&'a str> {
        let name = named.name();
        match self.codes.place_of(name).and_then(|place| self.coded.get_mut(place)) {
            Some(Some(first)) => return Some(first.name()),
            Some(free) => *free = Some(named),
            None => match self.others.entry(name) {
                Entry::Occupied(first) => return Some(first.get().name()),
                Entry::Vacant(free) => drop(free.insert(named)),
            },
        }
        None
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Named<'a>> {
        self.at(self.codes.place_of(name), name)
    }

    /// Finds a message or term by its name and the name's place in the code table.
    pub(crate) fn at(&self, place: Option<usize>, name: &str) -> Option<&Named<'a>> {
        match place {
            Some(place) => self.coded.get(place)?.as_ref(),
            None => self.others.get(name),
        }
    }

    /// Returns the messages and terms that are not named by a code.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Named<'a>> {
        self.others.values()
    }
}

/// What a text's references are looked up in.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'n, 'a> {
    /// The lowest first.
    pub(crate) layers: &'n [Namespace<'a>],
    pub(crate) functions: &'n Functions,
}

impl<'n, 'a> Scope<'n, 'a> {
    /// Finds a message or term in the highest layer that has it with this part (an attribute, or for `None`, the text).
    /// If no layer has the part, finds it in the highest layer that has the name.
    pub(crate) fn get(self, name: &str, attribute: Option<&str>) -> Option<&'n Named<'a>> {
        let all = || self.layers.iter().rev().filter_map(|namespace| namespace.get(name));
        let first = all().next()?;
        all().find(|named| named.is_term() == first.is_term() && named.has(attribute)).or(Some(first))
    }
}

/// Finds the first attribute with a name, which is the one that the resolver uses.
pub(crate) fn attribute_of<'n, 'a>(attributes: &'n [Attribute<&'a str>], name: &str) -> Option<&'n Attribute<&'a str>> {
    attributes.iter().find(|attribute| attribute.id.name == name)
}
