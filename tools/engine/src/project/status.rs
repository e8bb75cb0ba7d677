//! How far a translation is, in numbers.

use rayon::prelude::*;

use super::entry::Kind;
use super::locale::Locale;
use super::open::{self, Project};
use super::progress::{LocaleSummary, Progress, Review, progress, review, to_do};
use super::tree::Tree;
use crate::error::Error;

/// How far locales are.
#[derive(Debug)]
pub struct StatusTable {
    /// The source first, then the others by their tags.
    pub locales: Vec<LocaleStatus>,
    /// Which files of them can't be read in full, and where: then the figures are not those of the whole.
    pub problems: Vec<String>,
}

/// Counts how far some locales are, or all if none is named.
///
/// # Errors
///
/// One of the locales is not there, or the source has no language tag for a name.
pub fn status(project: &Project, locales: &[String]) -> Result<StatusTable, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    locales.iter().try_for_each(|tag| open::locale(&tree, tag).map(drop))?;
    let is_shown = |tag: &str| locales.is_empty() || locales.iter().any(|locale| locale == tag);
    let mut locales: Vec<_> = tree.locales.iter().filter(|locale| is_shown(locale.tag)).collect();
    locales.sort_by_key(|locale| !is_source(&tree, locale));
    // What can't be read of the source is missing nowhere, so every figure depends on it.
    let read: Vec<&str> = locales.iter().map(|locale| locale.tag).chain([tree.source().tag]).collect();
    let problems = project.unreadable(&read);
    let locales = locales.into_par_iter().map(|locale| of_locale(project, &tree, locale)).collect();
    Ok(StatusTable { locales, problems })
}

/// How far a locale is.
#[derive(Debug)]
pub struct LocaleStatus {
    /// What it is to the others.
    pub role: LocaleRole,
    /// A message is translated or missing. Some of those that are translated are stale.
    pub summary: LocaleSummary,
    /// The messages with a text that no record belongs to.
    pub unrecorded: usize,
    /// Its terms that are to do.
    pub terms: TermCounts,
    /// Nothing, for the source.
    pub review: Option<Review>,
}

/// The terms that are to do. They are told apart from the messages, for nobody is shown one by itself, and how many a
/// locale needs is its own affair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermCounts {
    /// Terms that a text refers to, and that the locale lacks.
    pub missing: usize,
    /// Terms whose source has changed since they were translated.
    pub stale: usize,
}

/// What a locale is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocaleRole {
    /// The others are translated from it.
    Source,
    /// It is tried after what a reader asks for.
    Fallback,
    /// Any other.
    Translation,
}

fn is_source(tree: &Tree<'_>, locale: &Locale<'_>) -> bool {
    std::ptr::eq(locale, tree.source())
}

fn of_locale(project: &Project, tree: &Tree<'_>, locale: &Locale<'_>) -> LocaleStatus {
    let progress = progress(tree, locale);
    let is_source = is_source(tree, locale);
    // The source is made from nothing, so it needs no records.
    let count = |is_counted: fn(&Progress<'_, '_>) -> bool| {
        if is_source { 0 } else { progress.iter().filter(|message| is_counted(message)).count() }
    };
    let missing = count(|message| !message.is_translated());
    let stale = count(|message| message.is_translated() && message.is_stale());
    let unrecorded = count(|message| message.is_unrecorded());
    let messages = progress.len();
    let terms = if is_source { TermCounts::default() } else { terms(tree, locale) };
    let role = match locale.tag {
        _ if is_source => LocaleRole::Source,
        tag if project.fallback.iter().any(|fallback| fallback == tag) => LocaleRole::Fallback,
        _ => LocaleRole::Translation,
    };
    LocaleStatus {
        role,
        summary: LocaleSummary {
            locale: locale.tag.to_owned(),
            messages,
            translated: messages - missing,
            missing,
            stale,
        },
        unrecorded,
        terms,
        review: (!is_source).then(|| review(locale)),
    }
}

fn terms(tree: &Tree<'_>, locale: &Locale<'_>) -> TermCounts {
    let to_do = to_do(tree, locale);
    let terms = to_do.iter().filter(|progress| progress.wanted.kind == Kind::Term);
    let (stale, missing): (Vec<_>, Vec<_>) = terms.partition(|term| term.is_translated());
    TermCounts { missing: missing.len(), stale: stale.len() }
}
