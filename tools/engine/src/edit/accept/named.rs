//! Translations with given ids.

use code_prompts::CodeEntry;
use fluent_syntax::ast::Resource;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Chosen, Translation};
use crate::edit::stub::{FilledStub, filled_in_of};
use crate::error::Error;
use crate::project::codes::Codes;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
use crate::project::progress::{Progress, State, all};
use crate::project::tree::Tree;
use crate::text::nearest::nearest;

/// A tree with its syntax trees.
type Parsed<'t, 'a> = (&'t Tree<'a>, &'a [Resource<&'a str>]);

/// Finds the translations of some messages and terms in a locale, which must have all of them.
pub(super) fn in_locale<'t, 'a>(
    parsed @ (tree, _): Parsed<'t, 'a>,
    locale: &'t Locale<'a>,
    ids: &[String],
) -> Result<Chosen<'t, 'a>, Error> {
    let named = Named::new(parsed, locale, ids);
    let errors: Vec<String> = ids.iter().filter_map(|id| unknown(tree, id).or_else(|| named.lacks(id))).collect();
    if errors.is_empty() { Ok((named.complete(), Vec::new())) } else { Err(Error::new(errors)) }
}

/// Finds the translations of some messages and terms in several locales, each of which may lack some.
pub(super) fn in_all<'t, 'a>(
    parsed @ (tree, _): Parsed<'t, 'a>,
    locales: &[&'t Locale<'a>],
    ids: &[String],
) -> Result<Vec<Chosen<'t, 'a>>, Error> {
    let errors: Vec<String> = ids.iter().filter_map(|id| unknown(tree, id)).collect();
    if !errors.is_empty() {
        return Err(Error::new(errors));
    }
    let chosen = |locale: &&'t Locale<'a>| {
        let named = Named::new(parsed, locale, ids);
        // A regional locale need not have what it inherits.
        let wanted = ids.iter().filter(|id| named.find(id).is_some());
        let lacking = wanted.filter_map(|id| named.lacks(id)).collect();
        (named.complete(), lacking)
    };
    Ok(locales.iter().map(chosen).collect())
}

/// The translations of a locale with some ids.
struct Named<'t, 'a> {
    tag: &'a str,
    progress: Vec<Progress<'t, 'a>>,
    /// The indices in `progress`.
    by_name: FxHashMap<String, usize>,
    filled: Vec<FilledStub<'a>>,
}

impl<'t, 'a> Named<'t, 'a> {
    fn new((tree, nodes): Parsed<'t, 'a>, locale: &'t Locale<'a>, ids: &[String]) -> Self {
        let ids: FxHashSet<&String> = ids.iter().collect();
        let is_named = |progress: &Progress<'_, '_>| ids.contains(&progress.wanted.written_name());
        let progress: Vec<_> = all(tree, locale).filter(is_named).collect();
        let names = progress.iter().enumerate();
        let by_name = names.map(|(index, progress)| (progress.wanted.written_name(), index)).collect();
        Self { tag: locale.tag, progress, by_name, filled: filled_in_of(tree, nodes, locale) }
    }

    fn find(&self, id: &str) -> Option<&Progress<'t, 'a>> {
        self.progress.get(*self.by_name.get(id)?)
    }

    /// Returns what the locale lacks of a message or a term.
    fn lacks(&self, id: &str) -> Option<String> {
        let lacks = |part: &str| Some(format!("{} has no translation of {part} yet", self.tag));
        let Some(progress) = self.find(id) else { return lacks(&format!("`{id}`")) };
        if let Some(stub) = self.filled.iter().find(|stub| progress.entry.is_none() && stub.name == id) {
            return Some(stub.to_string());
        }
        let (part, _) = progress.parts.iter().find(|(_, state)| *state == State::Missing)?;
        match part.attribute.filter(|_| progress.entry.is_some()) {
            Some(attribute) => lacks(&format!("`.{attribute}` of `{id}`")),
            None => lacks(&format!("`{id}`")),
        }
    }

    /// Returns the translations that lack no text.
    fn complete(self) -> Vec<Translation<'t, 'a>> {
        self.progress.into_iter().filter(Progress::is_translated).map(Translation::whole).collect()
    }
}

/// Returns an error if the source does not have an id. It suggests a similar id, or the id of a code.
pub(in crate::edit) fn unknown(tree: &Tree<'_>, id: &str) -> Option<String> {
    let source = tree.source();
    if source.has(id) {
        return None;
    }
    let of_code = match &tree.codes {
        Codes::Catalog(catalog) => catalog.codes().find(|entry| entry.code().to_string() == id),
        Codes::None | Codes::Broken(_) => None,
    };
    let names: Vec<String> = source.entries.iter().map(Entry::written_name).collect();
    Some(match of_code.map(CodeEntry::id).or_else(|| nearest(id, names.iter().map(String::as_str))) {
        Some(meant) => format!("{} has no message `{id}`; is `{meant}` meant?", source.tag),
        None => format!("{} has no message `{id}`", source.tag),
    })
}
