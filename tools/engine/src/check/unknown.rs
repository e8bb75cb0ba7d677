//! References to messages and terms that a locale does not have, counted by name.

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::Context;
use super::finding::Finding;
use crate::project::entry::{Entry, Kind};
use crate::project::facts::Reference;
use crate::project::locale::Locale;
use crate::rule::Severity;

/// A name that a locale refers to and does not have.
pub(super) struct Unknown<'t, 'a> {
    /// The first message or term that refers to it, and the reference.
    pub(super) entry: &'t Entry<'a>,
    pub(super) reference: &'t Reference<'a>,
    /// The number of messages and terms that refer to it.
    pub(super) count: usize,
    /// The number of translations that refer to it too, if this is the source.
    translations: usize,
    /// Whether a locale has it.
    is_known: bool,
    /// Whether the app may add it.
    is_external: bool,
}

/// Returns the names that the context's locale refers to and does not have, in the order of their first references. In
/// a translation, without those that the source refers to and does not have either: they are reported there.
pub(super) fn unknown<'t, 'a>(context: &Context<'t, 'a>, kind: Kind) -> Vec<Unknown<'t, 'a>> {
    let (tree, locale) = (context.tree, context.locale);
    let mut found = collect(locale, kind);
    if found.is_empty() {
        return found;
    }
    // `syntax` reports broken messages.
    let broken = context.broken_names(locale);
    found.retain(|Unknown { reference, .. }| match reference.is_term {
        true => !broken.iter().any(|name| name.strip_prefix('-') == Some(reference.name)),
        false => !broken.contains(reference.name),
    });
    if locale.tag != tree.source().tag {
        let of_source: FxHashSet<&str> =
            collect(tree.source(), kind).into_iter().map(|unknown| unknown.reference.name).collect();
        found.retain(|unknown| !of_source.contains(unknown.reference.name));
        return found;
    }
    let by_name: FxHashMap<&str, usize> =
        found.iter().enumerate().map(|(index, unknown)| (unknown.reference.name, index)).collect();
    for other in tree.locales.iter().filter(|other| other.tag != locale.tag) {
        let named: FxHashSet<usize> =
            references(other, kind).filter_map(|(_, reference)| by_name.get(reference.name).copied()).collect();
        for index in named {
            if let Some(unknown) = found.get_mut(index) {
                unknown.translations += 1;
            }
        }
        for unknown in &mut found {
            unknown.is_known |= other.find(kind, unknown.reference.name).is_some();
        }
    }
    // Nobody overlooks a name that is wrong in several messages and that no locale has.
    if found.iter().any(|unknown| unknown.count >= SEVERAL && !unknown.is_known) {
        found.iter_mut().for_each(|unknown| unknown.is_external = !unknown.is_known);
    }
    found
}

/// The number of messages of the source in which a wrong name would not be overlooked.
const SEVERAL: usize = 3;

impl Unknown<'_, '_> {
    /// Returns where else readers see the name: nothing, or ` and in 3 other messages`.
    pub(super) fn elsewhere(&self) -> String {
        match self.count {
            0 | 1 => String::new(),
            2 => " and in another message".to_owned(),
            count => format!(" and in {} other messages", count - 1),
        }
    }

    /// Returns a note about translations that copied the reference: nothing, or `; 12 translations refer to it too`.
    pub(super) fn copies(&self) -> String {
        match self.translations {
            0 => String::new(),
            1 => "; a translation refers to it too".to_owned(),
            count => format!("; {count} translations refer to it too"),
        }
    }

    /// Sets the help. Without a better idea, the finding is only a warning if the app may add the message or the term.
    pub(super) fn advise(&self, finding: &mut Finding, meant: Option<String>) {
        let Reference { is_term, name, .. } = self.reference;
        finding.help = meant.or_else(|| {
            let write = match is_term {
                true => format!("write the term `-{name}`, or remove the reference"),
                false => format!("write the message `{name}`, or remove the reference"),
            };
            if !self.is_external {
                return Some(write);
            }
            finding.severity = Severity::Warning;
            Some(format!("{write}; if the app adds it, allow this finding"))
        });
    }
}

fn collect<'t, 'a>(locale: &'t Locale<'a>, kind: Kind) -> Vec<Unknown<'t, 'a>> {
    let mut found: Vec<Unknown<'t, 'a>> = Vec::new();
    let mut by_name: FxHashMap<&str, (usize, *const Entry<'a>)> = FxHashMap::default();
    for (entry, reference) in references(locale, kind) {
        if locale.find_from(entry.file, kind, reference.name).is_some() {
            continue;
        }
        match by_name.get_mut(reference.name) {
            None => {
                by_name.insert(reference.name, (found.len(), entry));
                found.push(Unknown {
                    entry,
                    reference,
                    count: 1,
                    translations: 0,
                    is_known: false,
                    is_external: false,
                });
            }
            Some((index, last)) => {
                let is_other = !std::ptr::eq(std::mem::replace(last, entry), entry);
                if let Some(unknown) = found.get_mut(*index).filter(|_| is_other) {
                    unknown.count += 1;
                }
            }
        }
    }
    found
}

/// Returns the references of a locale to messages or terms, each with its entry.
fn references<'t, 'a>(
    locale: &'t Locale<'a>,
    kind: Kind,
) -> impl Iterator<Item = (&'t Entry<'a>, &'t Reference<'a>)> + use<'t, 'a> {
    let of_entry =
        |entry: &'t Entry<'a>| entry.parts().flat_map(|part| &part.facts.references).map(move |to| (entry, to));
    locale.entries.iter().flat_map(of_entry).filter(move |(_, to)| to.is_term == (kind == Kind::Term))
}
