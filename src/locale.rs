use std::sync::{Arc, OnceLock};

use crate::analysis::{NUMBER, analyse_plain};
use crate::codes::CodeTable;
use crate::compiled::Compiled;
use crate::decode::decode;
use crate::folder::LocaleFiles;
use crate::message::{Found, State};
use crate::scan::{Entry, Plain, entries, name};
use crate::texts::{Attributes, Texts, is_blank};

/// A locale, ready to answer.
///
/// Plain messages are read at once, without Fluent's parser, and they are most. Everything else, what is wrong with the
/// files too, is found out when it is first asked for.
pub(crate) struct Locale {
    pub(crate) tag: Arc<str>,
    files: Arc<LocaleFiles>,
    /// The texts of plain messages, by the place of the code in the table.
    plain: Box<[Option<Texts>]>,
    others: OnceLock<Compiled>,
}

impl Locale {
    /// Reads the plain messages. Each method wants the table that this was made with.
    pub(crate) fn new(files: &Arc<LocaleFiles>, codes: &CodeTable) -> Self {
        let plain = plain_texts(files, codes);
        Self { tag: files.tag.clone(), files: files.clone(), plain, others: OnceLock::new() }
    }

    /// Gives the text of a code whose message is plain.
    #[inline]
    pub(crate) fn plain(&self, place: usize) -> Option<&Texts> {
        self.plain.get(place)?.as_ref()
    }

    /// Gives what there is for the code at this place of the table.
    pub(crate) fn message(&self, place: usize, codes: &CodeTable) -> Option<Found<'_>> {
        let other = || self.others(codes).states.get(&place).map(State::found);
        self.plain(place).map(Found::Fixed).or_else(other)
    }

    /// Gives everything but the plain messages, and finds it out if nobody has before.
    pub(crate) fn others(&self, codes: &CodeTable) -> &Compiled {
        self.others.get_or_init(|| Compiled::new(&self.files, codes, |place| self.plain(place).is_some()))
    }

    /// Tells whether the message of the code at this place of the table can be shown.
    pub(crate) fn is_usable(&self, place: usize, codes: &CodeTable) -> bool {
        self.message(place, codes).is_some_and(Found::has_text)
    }
}

/// Reads the messages of which each text is a line, and nothing is wrong with any, for whatever is wrong elsewhere does
/// not touch them. Where there are overrides, there are none.
fn plain_texts(locale: &LocaleFiles, codes: &CodeTable) -> Box<[Option<Texts>]> {
    let mut texts: Vec<Option<Texts>> = codes.entries.iter().map(|_| None).collect();
    let mut is_seen = vec![false; texts.len()];
    let [files] = &*locale.layers else { return texts.into() };
    for file in files {
        let (text, _) = decode(file);
        for entry in entries(&text) {
            let name = match &entry {
                Entry::Plain(plain) => plain.name,
                Entry::Other(entry) => name(entry),
            };
            let place = codes.place_of(name).filter(|_| name != NUMBER);
            let Some((place, is_seen)) = place.and_then(|place| Some((place, is_seen.get_mut(place)?))) else {
                continue;
            };
            // Of two of one name the first counts.
            let is_first = !std::mem::replace(is_seen, true);
            if let (true, Entry::Plain(plain), Some(cell)) = (is_first, entry, texts.get_mut(place)) {
                *cell = sound(&plain, codes.wants_label(place));
            }
        }
    }
    texts.into()
}

/// Gives the texts of a message, if there is nothing to say against any.
fn sound(plain: &Plain<'_>, wants_label: bool) -> Option<Texts> {
    let is_sound = |text: &str| analyse_plain(text).is_ok();
    let attribute = |name| plain.attribute(name).map(|(_, text)| text).filter(|text| !is_blank(text));
    let (description, label) = (attribute("description"), attribute("action"));
    let all_are_sound = [Some(plain.text), description, label].into_iter().flatten().all(is_sound);
    if !all_are_sound || is_blank(plain.text) || wants_label && label.is_none() {
        return None;
    }
    let attributes = Attributes { description: description.map(Into::into), label: label.map(Into::into) };
    Some(Texts::new(plain.text, attributes))
}
