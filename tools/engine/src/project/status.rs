//! The progress of locales in numbers.

use rayon::prelude::*;

use super::entry::Kind;
use super::locale::Locale;
use super::obsolete;
use super::open::{self, Project};
use super::progress::{LocaleSummary, Progress, Review, ReviewState, progress, review, to_do};
use super::tree::Tree;
use crate::error::Error;

/// The progress of locales.
#[derive(Debug)]
pub struct StatusTable {
    /// The source first, then the others sorted by tag.
    pub locales: Vec<LocaleStatus>,
    /// The syntax and encoding errors in their files, one line each. If there are any, the numbers are incomplete.
    pub problems: Vec<String>,
}

/// Returns the progress of some locales, or of all if `locales` is empty.
///
/// # Errors
///
/// One of the locales does not exist, or the name of the source locale is not a language tag.
pub fn status(project: &Project, locales: &[String]) -> Result<StatusTable, Error> {
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    locales.iter().try_for_each(|tag| open::locale(&tree, tag).map(drop))?;
    let is_shown = |tag: &str| locales.is_empty() || locales.iter().any(|locale| locale == tag);
    let mut locales: Vec<_> = tree.locales.iter().filter(|locale| is_shown(locale.tag)).collect();
    locales.sort_by_key(|locale| !is_source(&tree, locale));
    // A broken message in the source is not counted as missing anywhere, so errors in the source affect all numbers.
    let read: Vec<&str> = locales.iter().map(|locale| locale.tag).chain([tree.source().tag]).collect();
    let problems = project.unreadable(&read);
    let locales = locales.into_par_iter().map(|locale| of_locale(project, &tree, locale)).collect();
    Ok(StatusTable { locales, problems })
}

/// The progress of a locale.
#[derive(Debug)]
pub struct LocaleStatus {
    /// Its role in the folder.
    pub role: LocaleRole,
    /// The numbers of messages: each is translated or missing, and some translated ones are stale.
    pub summary: LocaleSummary,
    /// The number of messages with a text that has no record.
    pub unrecorded: usize,
    /// The numbers of its terms that are missing or stale.
    pub terms: TermCounts,
    /// The number of its messages and terms that the source does not have and no text refers to.
    pub obsolete: usize,
    /// The review of the translation. `None` for the source.
    pub review: Option<Review>,
    /// The number of translated messages with a review of their own.
    pub reviewed: usize,
    /// The number of those that have changed, or whose source text has, since their review.
    pub lapsed: usize,
}

/// The numbers of terms that are missing or stale. They are counted apart from messages: no user sees a term alone, and
/// locales need different terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TermCounts {
    /// Terms that a text refers to and the locale lacks.
    pub missing: usize,
    /// Terms whose source has changed since they were translated.
    pub stale: usize,
}

/// The role of a locale in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocaleRole {
    /// The others are translated from it.
    Source,
    /// Used for texts that the requested locale lacks.
    Fallback,
    /// Any other locale.
    Translation,
}

fn is_source(tree: &Tree<'_>, locale: &Locale<'_>) -> bool {
    std::ptr::eq(locale, tree.source())
}

fn of_locale(project: &Project, tree: &Tree<'_>, locale: &Locale<'_>) -> LocaleStatus {
    let progress = progress(tree, locale);
    let is_source = is_source(tree, locale);
    // The source is not a translation, so it needs no records.
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
        obsolete: obsolete::count(tree, locale, &project.settings),
        review: (!is_source).then(|| review(locale)),
        reviewed: count(|message| message.is_translated() && matches!(message.review(), ReviewState::Reviewed(_))),
        lapsed: count(|message| matches!(message.review(), ReviewState::Lapsed(_))),
    }
}

fn terms(tree: &Tree<'_>, locale: &Locale<'_>) -> TermCounts {
    let to_do = to_do(tree, locale);
    let terms = to_do.iter().filter(|progress| progress.wanted.kind == Kind::Term);
    let (stale, missing): (Vec<_>, Vec<_>) = terms.partition(|term| term.is_translated());
    TermCounts { missing: missing.len(), stale: stale.len() }
}
