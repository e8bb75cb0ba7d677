//! The progress of a translation: each text of the source, and the state of its translation.

use rustc_hash::FxHashSet;

use super::entry::{Entry, Kind, Part};
use super::locale::Locale;
use super::records;
use super::review::{MessageReview, is_reviewed};
use super::tree::Tree;

/// A message or a term of the source, and the state of its translation.
pub struct Progress<'t, 'a> {
    /// The entry of the source.
    pub wanted: &'t Entry<'a>,
    /// The entry of the locale, if it has one.
    pub entry: Option<&'t Entry<'a>>,
    /// The value and the attributes in the source, in order, without duplicates. Attributes of a term that the locale
    /// lacks are left out: each locale has its own.
    pub parts: Vec<(&'t Part<'a>, State)>,
}

/// The state of a translated text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// There is no translation.
    Missing,
    /// There is a translation, but no record of its source text.
    Unrecorded,
    /// The translation was made from the current source text.
    Current,
    /// The translation was made from this text; the source has changed since.
    Stale(String),
}

/// Whether a native speaker has reviewed a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewState {
    /// There is no review.
    Open,
    /// The translation was reviewed as it is now.
    Reviewed(MessageReview),
    /// The translation or its source text has changed since the review.
    Lapsed(MessageReview),
}

impl<'t, 'a> Progress<'t, 'a> {
    /// Compares a translation with the source.
    pub(super) fn of(tree: &Tree<'a>, wanted: &'t Entry<'a>, entry: Option<&'t Entry<'a>>) -> Self {
        let records = entry.map(|entry| records::of(entry, tree.source())).unwrap_or_default();
        let state = |part: &'t Part<'a>| {
            let state = match entry.and_then(|entry| entry.part(part.attribute)) {
                None => State::Missing,
                Some(_) => match records.iter().find(|record| record.attribute == part.attribute) {
                    None => State::Unrecorded,
                    Some(record) if record.is_of(part.pattern) => State::Current,
                    Some(record) if record.is_quotation(part.pattern) => State::Unrecorded,
                    Some(record) => State::Stale(record.text()),
                },
            };
            (part, state)
        };
        let counts = |(part, state): &(&Part<'a>, State)| {
            wanted.kind == Kind::Message || part.attribute.is_none() || *state != State::Missing
        };
        Self { wanted, entry, parts: wanted.shown_parts().map(state).filter(counts).collect() }
    }

    /// Returns the state of the value (`None`), or of an attribute.
    #[must_use]
    pub fn state(&self, attribute: Option<&str>) -> Option<&State> {
        self.parts.iter().find(|(part, _)| part.attribute == attribute).map(|(_, state)| state)
    }

    /// Returns whether the translation is reviewed.
    #[must_use]
    pub fn review(&self) -> ReviewState {
        let review = self.entry.and_then(|entry| Some((entry, records::review(entry)?)));
        match review {
            None => ReviewState::Open,
            Some((entry, review)) if records::reviewed_text(entry, self.wanted) == review.of => {
                ReviewState::Reviewed(review)
            }
            Some((_, review)) => ReviewState::Lapsed(review),
        }
    }

    /// Returns whether no text is missing. Texts may be stale.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.parts.iter().all(|(_, state)| *state != State::Missing)
    }

    pub(crate) fn is_stale(&self) -> bool {
        self.parts.iter().any(|(_, state)| matches!(state, State::Stale(_)))
    }

    fn is_to_do(&self) -> bool {
        !self.is_translated() || self.is_stale()
    }

    pub(super) fn is_unrecorded(&self) -> bool {
        self.parts.iter().any(|(_, state)| *state == State::Unrecorded)
    }
}

/// Returns the progress of the messages of a locale.
pub(super) fn progress<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    progress_of(Kind::Message, tree, locale)
}

/// Returns the complete translations that have no record and are not stale.
pub(crate) fn unrecorded<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    all(tree, locale)
        .filter(|progress| progress.is_unrecorded() && progress.is_translated() && !progress.is_stale())
        .collect()
}

/// Returns the progress of the messages and the terms of a locale.
pub(crate) fn all<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> impl Iterator<Item = Progress<'t, 'a>> {
    [Kind::Message, Kind::Term].into_iter().flat_map(move |kind| progress_of(kind, tree, locale))
}

/// Returns the progress of the messages or the terms of a locale.
fn progress_of<'t, 'a>(kind: Kind, tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    tree.own_pairs(locale, kind).map(|(wanted, entry)| Progress::of(tree, wanted, entry)).collect()
}

/// Returns the messages and terms that are missing or stale in a locale, in the source's order. A term is missing only
/// if a text of the locale, or one that is to be translated, refers to it.
pub(crate) fn to_do<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    let mut to_do = progress(tree, locale);
    to_do.retain(Progress::is_to_do);
    let missing = missing_terms(tree, locale, &to_do);
    let mut terms = progress_of(Kind::Term, tree, locale);
    terms.retain(|term| term.is_to_do() && (term.entry.is_some() || missing.contains(term.wanted.name)));
    to_do.extend(terms);
    to_do.sort_by_key(|progress| {
        let Entry { file, name, .. } = progress.wanted;
        (*file, tree.range(*file, name).start)
    });
    to_do
}

/// Returns the names of the terms that a locale needs and lacks.
fn missing_terms<'a>(tree: &Tree<'a>, locale: &Locale<'a>, to_do: &[Progress<'_, 'a>]) -> FxHashSet<&'a str> {
    let mut missing = FxHashSet::default();
    let mut left: Vec<&Entry<'a>> = locale.entries.iter().chain(to_do.iter().map(|message| message.wanted)).collect();
    while let Some(entry) = left.pop() {
        let references = entry.parts().flat_map(|part| &part.facts.references);
        for term in
            references.filter(|reference| reference.is_term && locale.find(Kind::Term, reference.name).is_none())
        {
            // A missing term may refer to other missing terms.
            left.extend(tree.source().find(Kind::Term, term.name).filter(|term| missing.insert(term.name)));
        }
    }
    missing
}

/// The review of a translation by a native speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Review {
    /// Not reviewed, or not in full.
    Draft,
    /// Reviewed. The text is that of the `### Review:` line.
    Reviewed(String),
}

/// Reads the `### Review:` lines of a locale's files. A locale is reviewed if all its files are.
pub(super) fn review(locale: &Locale<'_>) -> Review {
    let reviewed = |file: usize| {
        let (review, _) = records::review_line(locale, file)?;
        is_reviewed(review).is_ok_and(|is_reviewed| is_reviewed).then(|| review.to_owned())
    };
    let reviews: Option<Vec<String>> = locale.files.clone().map(reviewed).collect();
    match reviews.and_then(|reviews| reviews.into_iter().next()) {
        Some(review) => Review::Reviewed(review),
        None => Review::Draft,
    }
}

/// Returns whether a locale is reviewed. Its files are read for this once.
pub(super) fn is_reviewed_locale(locale: &Locale<'_>) -> bool {
    *locale.is_reviewed.get_or_init(|| review(locale) != Review::Draft)
}

/// The progress of a locale in numbers of messages.
#[derive(Clone, Debug)]
pub struct LocaleSummary {
    /// Its tag.
    pub locale: String,
    /// Messages of the source.
    pub messages: usize,
    /// Messages that are fully translated.
    pub translated: usize,
    /// Messages that are missing, or lack a text.
    pub missing: usize,
    /// Translated messages whose source text has changed since.
    pub stale: usize,
}

impl LocaleSummary {
    /// Returns the percentage of messages that are translated.
    pub(crate) fn percent(&self) -> f64 {
        if self.messages == 0 { 100.0 } else { 100.0 * self.translated as f64 / self.messages as f64 }
    }

    /// Returns how many of 1,000 messages are translated, rounded down: 1,000 means all.
    #[must_use]
    pub fn permille(&self) -> usize {
        (self.translated * 1000).checked_div(self.messages).unwrap_or(1000)
    }
}
