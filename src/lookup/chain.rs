use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::Fault;
use crate::arguments::Request;
use crate::catalog::Inner;
use crate::codes::CodeTable;
use crate::locale::Locale;
use crate::locale::message::{Form, Found, State};
use crate::locale::texts::Texts;

/// The locales that are asked for one list of languages, and which of them answers each code.
pub(super) struct Chain {
    pub(super) catalog: Arc<Inner>,
    /// Those of the catalogue, beside it since each prompt looks here.
    pub(super) codes: Arc<CodeTable>,
    /// The locales in the order in which they are asked, by their places in the catalogue.
    pub(super) indices: Vec<usize>,
    /// The first of them, which mostly answers.
    first: Option<Arc<Locale>>,
    /// Worked out when the first one does not answer.
    others: OnceLock<Others>,
}

/// Which locale answers each code whose text is always the same.
#[derive(Default)]
struct Others {
    answering: Vec<Arc<Locale>>,
    /// Which of those answers each code, in the order of the table.
    slots: Vec<u16>,
    /// What went wrong before they were found, by the place of the code, in order. Mostly it is nothing.
    passed: Vec<(usize, Vec<Fault>)>,
}

/// The slot of a code whose text depends on the arguments: the locales have to be asked each time.
const ASK: u16 = u16::MAX;

impl Chain {
    pub(crate) fn new(catalog: Arc<Inner>, indices: Vec<usize>) -> Self {
        let first = indices.first().and_then(|first| catalog.locale(*first)).cloned();
        let codes = catalog.codes.clone();
        Self { catalog, codes, indices, first, others: OnceLock::new() }
    }

    /// Finds the plain text of a code, and its locale.
    #[inline]
    pub(super) fn plain(&self, place: usize) -> Option<(&Texts, &Locale)> {
        let first = self.first.as_ref()?;
        if let Some(texts) = first.plain(place) {
            return Some((texts, first));
        }
        let other = self.others.get()?.answering(place)?;
        Some((other.plain(place)?, other))
    }

    /// Finds any text of a code that is always the same, and its locale.
    pub(crate) fn fixed(&self, place: usize) -> Option<(&Texts, &Locale)> {
        let locale = self.others.get_or_init(|| Others::of(self)).answering(place)?;
        Some((locale.message(place)?.fixed()?, locale))
    }

    pub(super) fn first_locale(&self) -> Option<&Locale> {
        self.first.as_deref()
    }

    /// Gives what the first locale has for a code.
    pub(super) fn first(&self, place: usize) -> Option<(Found<'_>, &Locale)> {
        let first = self.first_locale()?;
        Some((first.message(place)?, first))
    }

    /// Lists what went wrong before that text was found.
    pub(super) fn passed(&self, place: Option<usize>) -> &[Fault] {
        let (Some(others), Some(place)) = (self.others.get(), place) else { return &[] };
        let found = others.passed.binary_search_by_key(&place, |(place, _)| *place).ok();
        found.and_then(|index| others.passed.get(index)).map_or(&[], |(_, faults)| faults)
    }

    pub(super) fn locales(&self) -> impl Iterator<Item = &Arc<Locale>> {
        self.indices.iter().filter_map(|index| self.catalog.locale(*index))
    }

    /// Asks one locale after another for its texts, until one has all that is wanted. If none has a label, the first
    /// that has a text answers.
    pub(super) fn ask<'a>(
        &'a self,
        message: impl Fn(&'a Locale) -> Option<Found<'a>>,
        request: &Request<'_>,
        faults: &mut Vec<Fault>,
    ) -> Option<(Cow<'a, Texts>, &'a str)> {
        let mut incomplete = None;
        for locale in self.locales() {
            let mut next = Some(message(locale)?);
            while let Some(found) = next.take() {
                let texts = match found {
                    Found::Fixed(texts) => Some(Cow::Borrowed(texts)),
                    Found::Absent(fault) => {
                        faults.push(fault.clone());
                        None
                    }
                    Found::Usable(usable) => {
                        // Of the layers of a locale, the upper ones have said that the label is missing.
                        let is_new =
                            |fault: &&Fault| !matches!(fault, Fault::MissingAction { .. } if faults.contains(fault));
                        let new: Vec<Fault> = usable.faults.iter().filter(is_new).cloned().collect();
                        faults.extend(new);
                        next = usable.below.as_ref().map(State::found);
                        match &usable.form {
                            Form::Fixed(texts) => Some(Cow::Borrowed(texts)),
                            Form::Rendered(message) => message.quick.answer(request).or_else(|| {
                                let resolver = &locale.others().resolver;
                                resolver.render(message, request, faults).map(Cow::Owned)
                            }),
                        }
                    }
                };
                match texts {
                    Some(texts) if texts.label().is_some() || !request.wants_label => {
                        return Some((texts, &locale.tag));
                    }
                    Some(texts) => incomplete = incomplete.or(Some((texts, locale.tag.as_ref()))),
                    None => {}
                }
            }
        }
        incomplete
    }
}

impl Others {
    #[inline]
    fn answering(&self, place: usize) -> Option<&Locale> {
        Some(self.answering.get(usize::from(*self.slots.get(place)?))?)
    }

    fn of(chain: &Chain) -> Self {
        let mut others = Self::default();
        for (place, entry) in chain.codes.entries.iter().enumerate() {
            let slot = others.slot(chain, place, entry.action.is_some());
            others.slots.push(slot);
        }
        others
    }

    /// Finds out whether the answer for a code is the same for all arguments, by asking as [`Chain::ask`] does.
    fn slot(&mut self, chain: &Chain, place: usize, wants_label: bool) -> u16 {
        let mut faults = Vec::new();
        let mut answering = None;
        for locale in chain.locales() {
            let Some(found) = locale.message(place) else { return ASK };
            match found {
                Found::Fixed(_) => {}
                Found::Usable(usable) => faults.extend_from_slice(&usable.faults),
                Found::Absent(fault) => {
                    faults.push(fault.clone());
                    continue;
                }
            }
            let Some(texts) = found.fixed() else { return ASK };
            if texts.label().is_some() || !wants_label {
                answering = Some(locale);
                break;
            }
            answering = answering.or(Some(locale));
        }
        let Some(locale) = answering.cloned() else { return ASK };
        if !faults.is_empty() {
            self.passed.push((place, faults));
        }
        let known = self.answering.iter().position(|known| Arc::ptr_eq(known, &locale));
        let slot = known.unwrap_or_else(|| {
            self.answering.push(locale);
            self.answering.len() - 1
        });
        u16::try_from(slot).unwrap_or(ASK)
    }
}
