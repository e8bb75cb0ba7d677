use std::collections::hash_map::Entry;

use fluent_syntax::ast::Attribute;
use rustc_hash::FxHashMap;

use crate::codes::CodeTable;
use crate::ftl::parse::Named;

/// The messages and terms of some files by name. Fluent's runtime keeps both under one name, so this does too.
///
/// Most are messages of codes, which are found by the code's place in the table.
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

    /// Adds a message or term. If the name is taken, the first one stays, and its name comes back.
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

    /// Finds what has a name, the name's place in the code table being known.
    pub(crate) fn at(&self, place: Option<usize>, name: &str) -> Option<&Named<'a>> {
        match place {
            Some(place) => self.coded.get(place)?.as_ref(),
            None => self.others.get(name),
        }
    }

    /// Lists what is of no code.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Named<'a>> {
        self.others.values()
    }
}

/// What a text sees of a locale: a namespace, and below it those that it overrides, the lowest first.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'n, 'a>(pub(crate) &'n [Namespace<'a>]);

impl<'n, 'a> Scope<'n, 'a> {
    /// Finds the uppermost of a name, or if it has not the part that is looked for, the uppermost below that has.
    pub(crate) fn get(self, name: &str, attribute: Option<&str>) -> Option<&'n Named<'a>> {
        let all = || self.0.iter().rev().filter_map(|namespace| namespace.get(name));
        let first = all().next()?;
        all().find(|named| named.is_term() == first.is_term() && named.has(attribute)).or(Some(first))
    }
}

/// Finds the first attribute of a name, which is the one that the resolver takes.
pub(crate) fn attribute_of<'n, 'a>(attributes: &'n [Attribute<&'a str>], name: &str) -> Option<&'n Attribute<&'a str>> {
    attributes.iter().find(|attribute| attribute.id.name == name)
}
