//! What references lead to, followed once for each text, however they ring.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Reference;
use crate::project::locale::Locale;

/// The value of an entry, or an attribute, by its place in [`Locale::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PartIndex {
    pub(super) entry: usize,
    /// 0 is the value. Attributes count from 1.
    pub(super) part: usize,
}

impl PartIndex {
    /// Finds what a reference leads to, as the runtime does.
    pub(crate) fn find(locale: &Locale<'_>, reference: &Reference<'_>) -> Option<Self> {
        let index = *locale.names.get(reference.name)?;
        let entry = &locale.entries[index];
        if (entry.kind == Kind::Term) != reference.is_term {
            return None;
        }
        let part = match reference.attribute {
            None => entry.value.is_some().then_some(0)?,
            Some(name) => entry.attribute_index(name)? + 1,
        };
        Some(Self { entry: index, part })
    }

    pub(super) fn part<'t, 'a>(self, locale: &'t Locale<'a>) -> Option<&'t Part<'a>> {
        let entry = locale.entries.get(self.entry)?;
        match self.part.checked_sub(1) {
            None => entry.value.as_ref(),
            Some(attribute) => entry.attributes.get(attribute),
        }
    }

    /// Writes its name as a reference has it.
    pub(crate) fn name(self, locale: &Locale<'_>) -> String {
        let name = locale.entries[self.entry].written_name();
        match self.part(locale).and_then(|part| part.attribute) {
            Some(attribute) => format!("{name}.{attribute}"),
            None => name,
        }
    }
}

/// Which variables texts use, by themselves or through the messages that they refer to.
pub(super) struct Reach<'t, 'a> {
    locale: &'t Locale<'a>,
    /// Every variable of the locale. Most that are asked for in vain are nowhere.
    all: Option<FxHashSet<&'a str>>,
    /// By the first of the texts, and whether they are the whole entry.
    known: FxHashMap<(*const Part<'a>, bool), Reached<'a>>,
}

struct Reached<'a> {
    variables: FxHashSet<&'a str>,
    /// Whether there is more than was followed.
    is_cut: bool,
}

/// How many texts are followed from one. The runtime gives up after a hundred placeables.
const MAX_PARTS: usize = 128;

/// How many answers are remembered at a time.
const MAX_KNOWN: usize = 1_000;

impl<'t, 'a> Reach<'t, 'a> {
    pub(crate) fn new(locale: &'t Locale<'a>) -> Self {
        Self { locale, all: None, known: FxHashMap::default() }
    }

    /// Tells whether a text of the locale uses a variable. Terms are not followed: theirs come from the call. Where a
    /// text leads to more others than can be followed, it may.
    pub(super) fn part_uses(&mut self, part: &'t Part<'a>, variable: &str) -> bool {
        self.uses((part, false), std::iter::once(part), variable)
    }

    /// Tells whether the value of an entry or any of its attributes uses a variable.
    pub(super) fn entry_uses(&mut self, entry: &'t Entry<'a>, variable: &str) -> bool {
        let Some(first) = entry.parts().next() else { return false };
        self.uses((first, true), entry.parts(), variable)
    }

    fn uses(
        &mut self,
        key: (*const Part<'a>, bool),
        parts: impl Iterator<Item = &'t Part<'a>>,
        variable: &str,
    ) -> bool {
        let locale = self.locale;
        let every = || locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.variables);
        if !self.all.get_or_insert_with(|| every().copied().collect()).contains(variable) {
            return false;
        }
        if self.known.len() >= MAX_KNOWN {
            self.known.clear();
        }
        let reached = self.known.entry(key).or_insert_with(|| Reached::follow(locale, parts.collect()));
        reached.is_cut || reached.variables.contains(variable)
    }
}

impl<'a> Reached<'a> {
    fn follow<'t>(locale: &'t Locale<'a>, mut left: Vec<&'t Part<'a>>) -> Self {
        let mut variables: FxHashSet<_> = FxHashSet::default();
        let mut seen: FxHashSet<*const Part<'a>> = left.iter().map(|part| std::ptr::from_ref(*part)).collect();
        let most = seen.len() + MAX_PARTS;
        while let Some(part) = left.pop() {
            variables.extend(&part.facts.variables);
            for reference in part.facts.references.iter().filter(|reference| !reference.is_term) {
                let Some(part) = PartIndex::find(locale, reference).and_then(|node| node.part(locale)) else {
                    continue;
                };
                if seen.insert(part) {
                    left.push(part);
                }
            }
            if seen.len() > most {
                return Self { variables, is_cut: true };
            }
        }
        Self { variables, is_cut: false }
    }
}
