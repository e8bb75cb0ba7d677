//! How far a translation is, in numbers.

use super::progress::{Progress, Review, progress, review, to_do};
use super::project::Project;
use crate::check::outcome::LocaleSummary;
use crate::check::tree::{Kind, Locale, Tree};

/// How far a locale is.
pub struct LocaleStatus {
    pub role: Role,
    /// A message is translated or missing. Some of those that are translated are stale.
    pub summary: LocaleSummary,
    /// The messages with a text that no record belongs to.
    pub unrecorded: usize,
    pub terms: Terms,
    /// Nothing, for the source.
    pub review: Option<Review>,
}

/// The terms that are to do. They are told apart from the messages, for nobody is shown one by itself, and how many a
/// locale needs is its own affair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    pub missing: usize,
    pub stale: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Source,
    Fallback,
    Translation,
}

pub fn is_source(tree: &Tree<'_>, locale: &Locale<'_>) -> bool {
    std::ptr::eq(locale, tree.source())
}

pub fn of_locale(project: &Project, tree: &Tree<'_>, locale: &Locale<'_>) -> LocaleStatus {
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
    let terms = if is_source { Terms::default() } else { terms(tree, locale) };
    let role = match locale.tag {
        _ if is_source => Role::Source,
        tag if project.fallback.iter().any(|fallback| fallback == tag) => Role::Fallback,
        _ => Role::Translation,
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

fn terms(tree: &Tree<'_>, locale: &Locale<'_>) -> Terms {
    let to_do = to_do(tree, locale);
    let terms = to_do.iter().filter(|progress| progress.wanted.kind == Kind::Term);
    let (stale, missing): (Vec<_>, Vec<_>) = terms.partition(|term| term.is_translated());
    Terms { missing: missing.len(), stale: stale.len() }
}

impl LocaleStatus {
    /// Tells of the terms that are to do, which the table does not.
    pub fn note(&self) -> Option<String> {
        let counts = [(self.terms.missing, "missing"), (self.terms.stale, "stale")].map(|(count, state)| match count {
            0 => None,
            1 => Some(format!("1 term is {state}")),
            _ => Some(format!("{count} terms are {state}")),
        });
        let counts: Vec<_> = counts.into_iter().flatten().collect();
        let tag = &self.summary.locale;
        (!counts.is_empty()).then(|| format!("note: {tag}: {}; see `prompts todo {tag}`", counts.join(", ")))
    }
}
