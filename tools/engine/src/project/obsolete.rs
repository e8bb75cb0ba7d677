//! The messages and terms of a locale that the source does not have.

use code_prompts_reader::names::UNKNOWN_CODE;
use rustc_hash::FxHashSet;

use super::codes::Codes;
use super::entry::{Entry, Kind};
use super::locale::Locale;
use super::records::allows;
use super::renames::{Meant, Renames};
use super::settings::Settings;
use super::tree::Tree;
use crate::rule::{Rule, Severity};

type Name<'a> = (Kind, &'a str);

/// The messages and terms of a translation that the source does not have and that no code names.
pub(crate) struct Unknown<'t, 'a> {
    locale: &'t Locale<'a>,
    /// In the order of the files.
    pub(crate) entries: Vec<&'t Entry<'a>>,
    names: FxHashSet<Name<'a>>,
    /// The names of those that another text of the locale refers to, which is shown.
    used: FxHashSet<Name<'a>>,
}

/// What becomes of a message or a term that the source does not have.
#[derive(Clone, Copy)]
pub(crate) enum Fate<'t, 'a> {
    /// No user sees it.
    Obsolete,
    /// It is the translation of this entry, by its record.
    Renamed(&'t Entry<'a>),
    /// It may be the translation of the missing message or term with this name.
    Unclear(&'a str),
    /// Another text refers to it, or a comment or a setting allows it.
    Kept,
}

impl<'t, 'a> Unknown<'t, 'a> {
    pub(crate) fn of(tree: &Tree<'a>, locale: &'t Locale<'a>) -> Self {
        let source = tree.source();
        let is_translation = source.tag != locale.tag && !is_variant(source, locale);
        // A message with a syntax error in the source exists too.
        let broken = if is_translation { tree.broken_names(source) } else { FxHashSet::default() };
        let is_unknown = |entry: &&Entry<'a>| {
            is_translation
                && entry.original.is_none()
                && source.find(entry.kind, entry.name).is_none()
                && !broken.contains(&*entry.written_name())
                && !is_of_code(tree, entry)
        };
        let entries: Vec<_> = locale.entries.iter().filter(is_unknown).collect();
        let names = entries.iter().map(|entry| name(entry)).collect();
        let mut unknown = Self { locale, entries, names, used: FxHashSet::default() };
        if !unknown.names.is_empty() {
            let shown = locale.entries.iter().filter(|entry| !unknown.names.contains(&name(entry))).collect();
            unknown.used = unknown.referred_to_by(shown);
        }
        unknown
    }

    /// Returns whether an entry is one of these, and no shown text refers to it.
    pub(crate) fn is_obsolete(&self, entry: &Entry<'_>) -> bool {
        self.names.contains(&name(entry)) && !self.used.contains(&name(entry))
    }

    /// Returns the names of these that some entries refer to, also through each other.
    fn referred_to_by(&self, mut left: Vec<&'t Entry<'a>>) -> FxHashSet<Name<'a>> {
        let mut used = FxHashSet::default();
        while let Some(entry) = left.pop() {
            for reference in entry.parts().flat_map(|part| &part.facts.references) {
                let kind = if reference.is_term { Kind::Term } else { Kind::Message };
                if self.names.contains(&(kind, reference.name)) && used.insert((kind, reference.name)) {
                    let found =
                        self.locale.all(reference.name).iter().filter_map(|index| self.locale.entries.get(*index));
                    left.extend(found.filter(|found| found.kind == kind));
                }
            }
        }
        used
    }
}

/// Returns the fate of each message and term of a locale that the source does not have. If `codes.toml` is invalid, codes may
/// name any of them, so there are none.
pub(crate) fn fates<'t, 'a>(
    tree: &'t Tree<'a>,
    locale: &'t Locale<'a>,
    settings: &Settings,
) -> Vec<(&'t Entry<'a>, Fate<'t, 'a>)> {
    let unknown = Unknown::of(tree, locale);
    if unknown.entries.is_empty() || matches!(tree.codes, Codes::Broken(_)) {
        return Vec::new();
    }
    let mut renames = Renames::new(tree, locale, &unknown.entries);
    let mut fate = |entry: &Entry<'a>| match renames.meant(entry) {
        Meant::One(wanted) => Fate::Renamed(wanted),
        Meant::Unclear(wanted) => Fate::Unclear(wanted.name),
        Meant::Nothing if !unknown.is_obsolete(entry) || is_allowed(tree, locale, settings, entry) => Fate::Kept,
        Meant::Nothing => renames.alike(entry).map_or(Fate::Obsolete, Fate::Unclear),
    };
    let mut fates: Vec<_> = unknown.entries.iter().map(|entry| (*entry, fate(entry))).collect();
    let kept = fates.iter().filter(|(_, fate)| !matches!(fate, Fate::Obsolete)).map(|(entry, _)| *entry).collect();
    let used = unknown.referred_to_by(kept);
    for (entry, fate) in &mut fates {
        if matches!(fate, Fate::Obsolete) && used.contains(&name(entry)) {
            *fate = Fate::Kept;
        }
    }
    fates
}

/// Returns the number of messages and terms of a locale that `prompts prune` removes.
pub(crate) fn count(tree: &Tree<'_>, locale: &Locale<'_>, settings: &Settings) -> usize {
    fates(tree, locale, settings).iter().filter(|(_, fate)| matches!(fate, Fate::Obsolete)).count()
}

/// Returns whether a locale is a variant of the source that may have texts of its own, such as `en-US` beside `en`.
fn is_variant(source: &Locale<'_>, locale: &Locale<'_>) -> bool {
    source.id.language == locale.id.language && (source.id.region.is_none() || locale.id.region.is_none())
}

fn name<'a>(entry: &Entry<'a>) -> Name<'a> {
    (entry.kind, entry.name)
}

/// Returns whether the library finds a message by its code, whatever the source has.
fn is_of_code(tree: &Tree<'_>, entry: &Entry<'_>) -> bool {
    let is_for_unknown = || entry.name == UNKNOWN_CODE && !matches!(tree.codes, Codes::None);
    entry.kind == Kind::Message && (is_for_unknown() || !tree.codes_of(entry.name).is_empty())
}

/// Returns whether a comment or a setting allows a message or a term that the source does not have.
fn is_allowed(tree: &Tree<'_>, locale: &Locale<'_>, settings: &Settings, entry: &Entry<'_>) -> bool {
    let rule = Rule::ObsoleteMessage;
    let paths = settings.paths_of(&tree.below(entry.file));
    settings.severity_in(&paths, rule, rule.severity(), Some(locale.tag)) == Severity::Allow
        || allows(locale, entry, rule)
}
