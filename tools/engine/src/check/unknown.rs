//! References to messages and terms that a locale does not have, counted by name.
//!
//! An app may add names that no file here has: values of its own, or the terms of the source in every locale. Nobody
//! overlooks a name that is shown to readers in many places, so such names are one warning for the whole folder.

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::Context;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::project::facts::Reference;
use crate::project::locale::Locale;
use crate::project::tree::Tree;
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
    pub(super) is_external: bool,
}

/// Returns the names that the context's locale refers to and does not have, in the order of their first references. In
/// a translation, without those that the source refers to and does not have either: they are reported there.
pub(super) fn unknown<'t, 'a>(context: &Context<'t, 'a>, kind: Kind) -> Vec<Unknown<'t, 'a>> {
    let (tree, locale) = (context.tree, context.locale);
    let is_obsolete = context.obsolete();
    let mut found = collect(tree, locale, kind, |entry| !is_obsolete(entry));
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
            collect(tree, tree.source(), kind, |_| true).into_iter().map(|unknown| unknown.reference.name).collect();
        found.retain(|unknown| !of_source.contains(unknown.reference.name));
        if kind == Kind::Term {
            let often = often_lacked(tree);
            found.retain(|unknown| !often.iter().any(|(name, _)| *name == unknown.reference.name));
        }
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
    // Nobody overlooks a name that is wrong in several messages and that no locale has, or that most translators kept.
    let others = tree.locales.len().saturating_sub(1);
    let is_common = |unknown: &Unknown<'_, '_>| others >= SEVERAL && unknown.translations * 2 > others;
    let has_external = found.iter().any(|unknown| unknown.count >= SEVERAL && !unknown.is_known);
    // Of other projects, this may be a part: the rest is in another folder. A name in braces that translators kept may be
    // for the app to fill in.
    let is_other_project = matches!(tree.codes, Codes::None);
    let is_elsewhere = |unknown: &Unknown<'_, '_>| kind == Kind::Term || unknown.translations > 0;
    for unknown in &mut found {
        let may_be_elsewhere = is_other_project && is_elsewhere(unknown);
        unknown.is_external = !unknown.is_known && (has_external || may_be_elsewhere || is_common(unknown));
    }
    found
}

/// Returns the terms of the source that many translations refer to and lack, each with the number of translations.
pub(super) fn often_lacked<'t>(tree: &'t Tree<'_>) -> &'t [(String, usize)] {
    const MANY: usize = 5;
    tree.often_lacked.get_or_init(|| {
        let source = tree.source();
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for locale in tree.locales.iter().filter(|locale| locale.tag != source.tag) {
            for unknown in collect(tree, locale, Kind::Term, |_| true) {
                *counts.entry(unknown.reference.name).or_default() += 1;
            }
        }
        let is_of_source = |name: &str| source.find(Kind::Term, name).is_some();
        let often = counts.into_iter().filter(|(name, count)| *count >= MANY && is_of_source(name));
        let mut often: Vec<_> = often.map(|(name, count)| (name.to_owned(), count)).collect();
        often.sort_unstable();
        often
    })
}

/// The number of messages of the source, or of translations, in which a wrong name would not be overlooked.
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

    /// Returns the help without a better idea.
    pub(super) fn advice(&self) -> String {
        match self.reference.is_term {
            true => format!("write the term `-{}`, or remove the reference", self.reference.name),
            false => format!("write the message `{}`, or remove the reference", self.reference.name),
        }
    }
}

/// Reports the names that the app may add, with one warning for all.
pub(super) fn report_external<'a>(context: &mut Context<'_, 'a>, external: &[Unknown<'_, 'a>]) {
    const SHOWN: usize = 10;
    let Some(first) = external.first() else { return };
    let is_term = first.reference.is_term;
    let (noun, hyphen) = if is_term { ("term", "-") } else { ("message", "") };
    let tag = context.locale.tag;
    let (message, help) = match external {
        [only] => {
            let name = only.reference.name;
            let (elsewhere, copies) = (only.elsewhere(), only.copies());
            let message = format!(
                "unless the app adds the {noun} `{hyphen}{name}`, readers see its name here{elsewhere}: {tag} has no such {noun}{copies}"
            );
            (message, format!("{}; if the app adds it, allow this finding", only.advice()))
        }
        all => {
            let names = all.iter().take(SHOWN).map(|unknown| format!("`{hyphen}{}`", unknown.reference.name));
            let mut names = names.collect::<Vec<_>>().join(", ");
            if all.len() > SHOWN {
                names = format!("{names} and {} more", all.len() - SHOWN);
            }
            let message = format!(
                "unless the app adds these {} {noun}s, readers see their names: {tag} refers to {names}, and no locale has them",
                all.len()
            );
            (message, format!("write the {noun}s; if the app adds them, allow this finding"))
        }
    };
    let finding = context.report(first.entry, first.reference.name, message);
    finding.severity = Severity::Warning;
    finding.help = Some(help);
    finding.subject = Some("names that the app may add".to_owned());
}

fn collect<'t, 'a>(
    tree: &Tree<'_>,
    locale: &'t Locale<'a>,
    kind: Kind,
    is_checked: impl Fn(&Entry<'_>) -> bool,
) -> Vec<Unknown<'t, 'a>> {
    let mut found: Vec<Unknown<'t, 'a>> = Vec::new();
    let mut by_name: FxHashMap<&str, (usize, *const Entry<'a>)> = FxHashMap::default();
    for (entry, reference) in references(locale, kind) {
        let is_known = || locale.find_from(entry.file, kind, reference.name).is_some();
        if !is_checked(entry) || is_known() || tree.is_shared(kind, reference.name) {
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
