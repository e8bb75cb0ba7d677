use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::Fault;
use crate::arguments::Request;
use crate::catalog::Inner;
use crate::codes::CodeTable;
use crate::locale::Locale;
use crate::locale::message::{Form, Found, State};
use crate::locale::texts::Texts;

/// The locales to try for one list of languages, and which of them is used for each code.
pub(super) struct Chain {
    pub(super) catalog: Arc<Inner>,
    /// The catalogue's table, copied here since each prompt uses it.
    pub(super) codes: Arc<CodeTable>,
    /// The indices of the locales in the catalogue, in the order in which they are tried.
    pub(super) indices: Vec<usize>,
    /// The first locale, which has most messages.
    first: Option<Arc<Locale>>,
    /// Computed when the first locale lacks a message.
    precomputed: OnceLock<Precomputed>,
}

/// The locale that is used for each code whose text does not depend on arguments.
#[derive(Default)]
struct Precomputed {
    locales: Vec<Arc<Locale>>,
    /// The index in `locales` for each code of the table.
    slots: Vec<u16>,
    /// The faults of the locales that were tried before, by the place of the code, in order. Most codes have none.
    faults: Vec<(usize, Vec<Fault>)>,
}

/// The slot of a code whose text depends on arguments: the locales have to be tried for each prompt.
const DYNAMIC: u16 = u16::MAX;

impl Chain {
    pub(crate) fn new(catalog: Arc<Inner>, indices: Vec<usize>) -> Self {
        let first = indices.first().and_then(|first| catalog.locale(*first)).cloned();
        let codes = catalog.codes.clone();
        Self { catalog, codes, indices, first, precomputed: OnceLock::new() }
    }

    /// Returns the plain texts of a code, and their locale.
    #[inline]
    pub(super) fn plain(&self, place: usize) -> Option<(&Texts, &Locale)> {
        let first = self.first.as_ref()?;
        if let Some(texts) = first.plain(place) {
            return Some((texts, first));
        }
        let other = self.precomputed.get()?.locale(place)?;
        Some((other.plain(place)?, other))
    }

    /// Returns the texts of a code and their locale, if they do not depend on arguments.
    pub(crate) fn fixed(&self, place: usize) -> Option<(&Texts, &Locale)> {
        let locale = self.precomputed.get_or_init(|| Precomputed::of(self)).locale(place)?;
        Some((locale.message(place)?.fixed()?, locale))
    }

    pub(super) fn first_locale(&self) -> Option<&Locale> {
        self.first.as_deref()
    }

    /// Returns the message of the first locale for a code.
    pub(super) fn first(&self, place: usize) -> Option<(Found<'_>, &Locale)> {
        let first = self.first_locale()?;
        Some((first.message(place)?, first))
    }

    /// Returns the faults of the locales that were tried before the [`fixed`](Self::fixed) one.
    pub(super) fn faults(&self, place: usize) -> &[Fault] {
        let Some(precomputed) = self.precomputed.get() else { return &[] };
        let found = precomputed.faults.binary_search_by_key(&place, |(place, _)| *place).ok();
        found.and_then(|index| precomputed.faults.get(index)).map_or(&[], |(_, faults)| faults)
    }

    pub(super) fn locales(&self) -> impl Iterator<Item = &Arc<Locale>> {
        self.indices.iter().filter_map(|index| self.catalog.locale(*index))
    }

    /// Renders the message of the first locale that has a text and, if it is needed, a label. If no locale has the
    /// label, uses the first one with a text.
    pub(super) fn render<'a>(
        &'a self,
        message: impl Fn(&'a Locale) -> Option<Found<'a>>,
        request: &Request<'_>,
        faults: &mut Vec<Fault>,
    ) -> Option<(Cow<'a, Texts>, &'a Locale)> {
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
                        // Each layer of a locale reports a missing label, but it is one fault.
                        let is_new =
                            |fault: &&Fault| !matches!(fault, Fault::MissingAction { .. } if faults.contains(fault));
                        let new: Vec<Fault> = usable.faults.iter().filter(is_new).cloned().collect();
                        faults.extend(new);
                        next = usable.below.as_ref().map(State::found);
                        match &usable.form {
                            Form::Fixed(texts) => Some(Cow::Borrowed(texts)),
                            Form::Rendered(message) => message.fast_path.render(request).or_else(|| {
                                let resolver = &locale.others().resolver;
                                resolver.render(message, request, faults).map(Cow::Owned)
                            }),
                        }
                    }
                };
                match texts {
                    Some(texts) if texts.label().is_some() || !request.needs_label => {
                        return Some((texts, locale));
                    }
                    Some(texts) => incomplete = incomplete.or(Some((texts, &**locale))),
                    None => {}
                }
            }
        }
        incomplete
    }
}

impl Precomputed {
    #[inline]
    fn locale(&self, place: usize) -> Option<&Locale> {
        Some(self.locales.get(usize::from(*self.slots.get(place)?))?)
    }

    fn of(chain: &Chain) -> Self {
        let mut precomputed = Self::default();
        for (place, entry) in chain.codes.entries.iter().enumerate() {
            let slot = precomputed.slot(chain, place, entry.action.is_some());
            precomputed.slots.push(slot);
        }
        precomputed
    }

    /// Finds the locale for a code as [`Chain::render`] does, if its text does not depend on arguments.
    fn slot(&mut self, chain: &Chain, place: usize, needs_label: bool) -> u16 {
        let mut faults = Vec::new();
        let mut chosen = None;
        for locale in chain.locales() {
            let Some(found) = locale.message(place) else { return DYNAMIC };
            match found {
                Found::Fixed(_) => {}
                Found::Usable(usable) => faults.extend_from_slice(&usable.faults),
                Found::Absent(fault) => {
                    faults.push(fault.clone());
                    continue;
                }
            }
            let Some(texts) = found.fixed() else { return DYNAMIC };
            if texts.label().is_some() || !needs_label {
                chosen = Some(locale);
                break;
            }
            chosen = chosen.or(Some(locale));
        }
        let Some(locale) = chosen.cloned() else { return DYNAMIC };
        if !faults.is_empty() {
            self.faults.push((place, faults));
        }
        let known = self.locales.iter().position(|known| Arc::ptr_eq(known, &locale));
        let slot = known.unwrap_or_else(|| {
            self.locales.push(locale);
            self.locales.len() - 1
        });
        u16::try_from(slot).unwrap_or(DYNAMIC)
    }
}
