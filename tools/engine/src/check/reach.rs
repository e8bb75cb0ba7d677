//! Follows references from a text, also through cycles.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Reference;
use crate::project::locale::Locale;

/// The index of a value or an attribute in [`Locale::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PartIndex {
    pub(super) entry: usize,
    /// 0 is the value. Attributes count from 1.
    pub(super) part: usize,
}

impl PartIndex {
    /// Finds the target of a reference in a file, as the runtime does.
    pub(crate) fn find(locale: &Locale<'_>, file: usize, reference: &Reference<'_>) -> Option<Self> {
        let kind = if reference.is_term { Kind::Term } else { Kind::Message };
        let index = locale.index_from(file, kind, reference.name)?;
        let entry = &locale.entries[index];
        if entry.kind != kind {
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

    /// Returns the index of its file.
    pub(super) fn file(self, locale: &Locale<'_>) -> usize {
        locale.entries.get(self.entry).map_or(locale.files.start, |entry| entry.file)
    }

    /// Returns its name as in a reference.
    pub(crate) fn name(self, locale: &Locale<'_>) -> String {
        let name = locale.entries[self.entry].shown_name();
        match self.part(locale).and_then(|part| part.attribute) {
            Some(attribute) => format!("{name}.{attribute}"),
            None => name,
        }
    }
}

/// Finds the variables that texts use, directly or through the messages that they refer to.
pub(super) struct Reach<'t, 'a> {
    locale: &'t Locale<'a>,
    /// All variables of the locale. Most unknown variables are not among them, which saves the walk.
    all: Option<FxHashSet<&'a str>>,
    /// A cache. The key is the first text, and whether the whole entry is meant.
    known: FxHashMap<(*const Part<'a>, bool), Reached<'a>>,
}

struct Reached<'a> {
    variables: FxHashSet<&'a str>,
    /// Whether the walk stopped at [`MAX_PARTS`].
    is_cut: bool,
}

/// The maximum number of texts that are followed from one. The runtime stops after a hundred placeables.
const MAX_PARTS: usize = 128;

/// The maximum size of the cache.
const MAX_KNOWN: usize = 1_000;

impl<'t, 'a> Reach<'t, 'a> {
    pub(crate) fn new(locale: &'t Locale<'a>) -> Self {
        Self { locale, all: None, known: FxHashMap::default() }
    }

    /// Returns whether a text in a file of the locale uses a variable. Terms are not followed: they don't see the variables of a
    /// message. Returns `true` if the text refers to too many others.
    pub(super) fn part_uses(&mut self, file: usize, part: &'t Part<'a>, variable: &str) -> bool {
        self.uses((part, false), (file, std::iter::once(part)), variable)
    }

    /// Returns whether the value or an attribute of an entry uses a variable.
    pub(super) fn entry_uses(&mut self, entry: &'t Entry<'a>, variable: &str) -> bool {
        let Some(first) = entry.parts().next() else { return false };
        self.uses((first, true), (entry.file, entry.parts()), variable)
    }

    fn uses(
        &mut self,
        key: (*const Part<'a>, bool),
        (file, parts): (usize, impl Iterator<Item = &'t Part<'a>>),
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
        let reached =
            self.known.entry(key).or_insert_with(|| Reached::follow(locale, parts.map(|part| (file, part)).collect()));
        reached.is_cut || reached.variables.contains(variable)
    }
}

impl<'a> Reached<'a> {
    fn follow<'t>(locale: &'t Locale<'a>, mut left: Vec<(usize, &'t Part<'a>)>) -> Self {
        let mut variables: FxHashSet<_> = FxHashSet::default();
        let mut seen: FxHashSet<*const Part<'a>> = left.iter().map(|(_, part)| std::ptr::from_ref(*part)).collect();
        let most = seen.len() + MAX_PARTS;
        while let Some((file, part)) = left.pop() {
            variables.extend(&part.facts.variables);
            for reference in part.facts.references.iter().filter(|reference| !reference.is_term) {
                let Some(node) = PartIndex::find(locale, file, reference) else { continue };
                let target = node.part(locale).filter(|part| seen.insert(*part));
                left.extend(target.map(|part| (node.file(locale), part)));
            }
            if seen.len() > most {
                return Self { variables, is_cut: true };
            }
        }
        Self { variables, is_cut: false }
    }
}
