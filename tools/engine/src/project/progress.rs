//! How far a translation is: each text of the source beside what a locale has made of it.

use rustc_hash::FxHashSet;

use super::entry::{Entry, Kind, Part};
use super::locale::Locale;
use super::record;
use super::tree::Tree;

/// A message or a term of the source, and what a locale has of it.
pub struct Progress<'t, 'a> {
    /// The source's.
    pub wanted: &'t Entry<'a>,
    /// The locale's, if it has it.
    pub entry: Option<&'t Entry<'a>>,
    /// Its value and attributes in the source, in order: of two attributes of one name the first, as it is shown. A
    /// term's attributes are each locale's own, so those that the locale leaves out are not here.
    pub parts: Vec<(&'t Part<'a>, State)>,
}

/// The state of a translated text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// There is a translation, but no record of what it was made from.
    Unrecorded,
    /// It was made from what the source says today.
    Current,
    /// It was made from this text, and the source says another today.
    Stale(String),
}

impl Progress<'_, '_> {
    /// Returns whether every text is there, whatever its state.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.parts.iter().all(|(_, state)| *state != State::Missing)
    }

    pub(super) fn is_stale(&self) -> bool {
        self.parts.iter().any(|(_, state)| matches!(state, State::Stale(_)))
    }

    fn is_to_do(&self) -> bool {
        !self.is_translated() || self.is_stale()
    }

    pub(super) fn is_unrecorded(&self) -> bool {
        self.parts.iter().any(|(_, state)| *state == State::Unrecorded)
    }
}

/// Compares the messages of a locale with the source's.
pub(super) fn progress<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    progress_of(Kind::Message, tree, locale)
}

/// Lists whole translations without a record. A stale one has to be looked at.
pub(crate) fn unrecorded<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    all(tree, locale)
        .filter(|progress| progress.is_unrecorded() && progress.is_translated() && !progress.is_stale())
        .collect()
}

/// Compares the messages and the terms of a locale with the source's.
pub(crate) fn all<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> impl Iterator<Item = Progress<'t, 'a>> {
    [Kind::Message, Kind::Term].into_iter().flat_map(move |kind| progress_of(kind, tree, locale))
}

/// Compares the messages, or the terms, of a locale with the source's.
fn progress_of<'t, 'a>(kind: Kind, tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    let source = tree.source();
    let compare = |(wanted, entry): (&'t Entry<'a>, Option<&'t Entry<'a>>)| {
        let records = entry.and_then(|entry| entry.comment).map(|comment| record::read(comment, source));
        let records = records.unwrap_or_default();
        let state = |part: &'t Part<'a>| {
            let state = match entry.and_then(|entry| entry.part(part.attribute)) {
                None => State::Missing,
                Some(_) => match records.iter().find(|record| record.attribute == part.attribute) {
                    None => State::Unrecorded,
                    Some(record) if record.is_of(part.pattern) => State::Current,
                    Some(record) => State::Stale(record.text()),
                },
            };
            (part, state)
        };
        let counts = |(part, state): &(&Part<'a>, State)| {
            kind == Kind::Message || part.attribute.is_none() || *state != State::Missing
        };
        Progress { wanted, entry, parts: wanted.shown_parts().map(state).filter(counts).collect() }
    };
    tree.own_pairs(locale, kind).map(compare).collect()
}

/// Lists the messages and terms that are missing or stale in a locale, in the source's order. A term is missing if a
/// text of the locale refers to it, or one that is to be translated: no other has to be there.
pub(crate) fn to_do<'t, 'a>(tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Vec<Progress<'t, 'a>> {
    let mut to_do = progress(tree, locale);
    to_do.retain(Progress::is_to_do);
    let lacking = lacking_terms(tree, locale, &to_do);
    let mut terms = progress_of(Kind::Term, tree, locale);
    terms.retain(|term| term.is_to_do() && (term.entry.is_some() || lacking.contains(term.wanted.name)));
    to_do.extend(terms);
    to_do.sort_by_key(|progress| {
        let Entry { file, name, .. } = progress.wanted;
        (*file, tree.range(*file, name).start)
    });
    to_do
}

/// Names the terms that a locale lacks and needs.
fn lacking_terms<'a>(tree: &Tree<'a>, locale: &Locale<'a>, to_do: &[Progress<'_, 'a>]) -> FxHashSet<&'a str> {
    let mut lacking = FxHashSet::default();
    let mut left: Vec<&Entry<'a>> = locale.entries.iter().chain(to_do.iter().map(|message| message.wanted)).collect();
    while let Some(entry) = left.pop() {
        let references = entry.parts().flat_map(|part| &part.facts.references);
        for term in
            references.filter(|reference| reference.is_term && locale.find(Kind::Term, reference.name).is_none())
        {
            // A term that is to come may refer to others.
            left.extend(tree.source().find(Kind::Term, term.name).filter(|term| lacking.insert(term.name)));
        }
    }
    lacking
}

/// Whether a native speaker has looked at a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Review {
    /// Nobody has, or not everything.
    Draft,
    /// What its `### Review:` line says of the review.
    Reviewed(String),
}

/// Reads the `### Review:` lines of a locale's files. It is reviewed once all files say so.
pub(super) fn review(locale: &Locale<'_>) -> Review {
    let reviewed = |file: usize| {
        let of_file = locale.file_comments.iter().filter(|(of, _)| *of == file);
        let mut lines = of_file.flat_map(|(_, comment)| &comment.content);
        let review = lines.find_map(|line| line.trim().strip_prefix("Review:"))?.trim();
        review.starts_with("reviewed").then(|| review.to_owned())
    };
    let reviews: Option<Vec<String>> = locale.files.clone().map(reviewed).collect();
    match reviews.and_then(|reviews| reviews.into_iter().next()) {
        Some(review) => Review::Reviewed(review),
        None => Review::Draft,
    }
}

/// How far a locale is, in numbers.
#[derive(Clone, Debug)]
pub struct LocaleSummary {
    /// Its tag.
    pub locale: String,
    /// The messages of the source.
    pub messages: usize,
    /// Those that the locale has in full.
    pub translated: usize,
    /// Those that it lacks, or lacks a text of.
    pub missing: usize,
    /// Those of the translated ones whose source has changed since.
    pub stale: usize,
}

impl LocaleSummary {
    /// How many of a hundred messages are translated.
    pub(crate) fn percent(&self) -> f64 {
        if self.messages == 0 { 100.0 } else { 100.0 * self.translated as f64 / self.messages as f64 }
    }

    /// Returns how many of a thousand messages are translated, rounded down: only all are 1000.
    #[must_use]
    pub fn permille(&self) -> usize {
        (self.translated * 1000).checked_div(self.messages).unwrap_or(1000)
    }
}
