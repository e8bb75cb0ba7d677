//! The texts of a translation, for a translator who works with other tools.

use rustc_hash::FxHashSet;

use super::format::Format;
use super::key::Key;
use super::notes::notes;
use super::shape::{Shape, Step};
use super::text::{Text, is_literal};
use crate::edit::stub::Stubs;
use crate::edit::template::example;
use crate::error::Error;
use crate::project::entry::{Entry, Part, pattern_text};
use crate::project::locale::Locale;
use crate::project::open::{self, Project};
use crate::project::progress::{Progress, State, all, to_do};
use crate::project::tree::Tree;

/// The texts that a [`Job`] has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Those of the messages and terms with a missing or a stale text.
    ToDo,
    /// Those that are translated too, to be read side by side.
    All,
}

/// The texts of a translation.
#[derive(Debug)]
pub struct Job {
    /// The tag of the source locale.
    pub(super) source: String,
    /// The tag of the translation.
    pub(super) target: String,
    pub(super) units: Vec<Unit>,
}

/// A text to translate.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) key: Key,
    /// The file of its source text, below the folder of locales, and the line.
    pub(super) place: (String, usize),
    pub(super) source: Text,
    /// The placeables of the source text that a translation must have.
    pub(super) needed: Vec<String>,
    /// The text that the translation was made from, if that has changed since.
    pub(super) previous: Option<Text>,
    pub(super) translation: Option<Text>,
    pub(super) state: UnitState,
    pub(super) notes: Vec<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitState {
    Missing,
    Stale,
    Translated,
}

/// A note to a translator.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// What it is about: a word in lower case, or the tag of a locale for its text.
    pub(super) category: String,
    pub(super) text: String,
}

impl Job {
    /// Collects the texts of a translation, in the order of the source.
    ///
    /// # Errors
    ///
    /// The locale is the source, or does not exist.
    pub fn of(project: &Project, tree: &Tree<'_>, tag: &str, wanted: Wanted) -> Result<Self, Error> {
        let locale = open::locale(tree, tag)?;
        project.refuse_source(locale.tag)?;
        let mut items = to_do(tree, locale);
        if wanted == Wanted::All {
            let is_listed: FxHashSet<String> = items.iter().map(|item| item.wanted.written_name()).collect();
            items.extend(
                all(tree, locale)
                    .filter(|item| item.entry.is_some() && !is_listed.contains(&item.wanted.written_name())),
            );
            items.sort_by_key(|item| (item.wanted.file, tree.range(item.wanted.file, item.wanted.name).start));
        }
        let texts = Texts::new(project, tree, locale);
        let units = items.iter().flat_map(|item| units(project, &texts, item)).collect();
        Ok(Self { source: tree.source().tag.to_owned(), target: locale.tag.to_owned(), units })
    }

    /// Returns whether there are no texts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Returns the file in a format.
    #[must_use]
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Xliff => super::xliff::write(self),
            Format::Po => super::po::write(self),
            Format::Csv => super::csv::write(self),
        }
    }
}

fn units(project: &Project, texts: &Texts<'_, '_>, item: &Progress<'_, '_>) -> Vec<Unit> {
    let (tree, wanted) = (texts.tree, item.wanted);
    let mut units = Vec::new();
    for (part, state) in &item.parts {
        let of_part = texts.of(item, part, state);
        let Some(shape) = of_part.shapes.first() else { continue };
        let previous = match state {
            State::Stale(recorded) => Some((Shape::of_written(recorded), recorded)),
            _ => None,
        };
        let at = part.attribute.unwrap_or(wanted.name);
        let line = tree.file(wanted.file).position(tree.range(wanted.file, at).start).0;
        for (steps, source) in shape.leaves() {
            let translation = of_part.existing.as_ref().and_then(|existing| existing.at(&steps));
            let translation = translation.filter(|(text, is_same)| *is_same && !text.is_empty());
            let previous =
                previous.as_ref().map(|(shape, recorded)| match shape.as_ref().filter(|_| !of_part.is_raw) {
                    Some(shape) => shape.at(&steps).map(|(text, _)| text.clone()).unwrap_or_default(),
                    None => Text::words(recorded),
                });
            units.push(Unit {
                key: key(wanted, part, &steps),
                place: (tree.below(wanted.file), line),
                source: source.clone(),
                needed: needed(source, &steps).map(str::to_owned).collect(),
                state: match (state, &translation) {
                    (_, None) => UnitState::Missing,
                    (State::Stale(_), Some(_)) => UnitState::Stale,
                    _ => UnitState::Translated,
                },
                previous: previous.filter(|_| translation.is_some()),
                translation: translation.map(|(text, _)| text.clone()),
                notes: notes(project, texts, (item, part), (&of_part, &steps)),
            });
        }
    }
    units
}

pub(super) fn key(wanted: &Entry<'_>, part: &Part<'_>, steps: &[Step]) -> Key {
    Key {
        id: wanted.written_name(),
        attribute: part.attribute.map(str::to_owned),
        variant: steps.iter().map(|step| step.key.clone()).collect(),
    }
}

/// Returns the placeables of a source text that a translation must have. A variant that is not the default one may do
/// without: “one room”.
pub(super) fn needed<'s>(source: &'s Text, steps: &[Step]) -> impl Iterator<Item = &'s str> {
    let is_free = steps.iter().any(|step| !step.is_default);
    source.placeables().filter(move |placeable| !is_free && !is_literal(placeable))
}

/// Divides messages into texts.
pub(super) struct Texts<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    pub(super) locale: &'t Locale<'a>,
    /// The fallback locales.
    pub(super) others: Vec<&'t Locale<'a>>,
}

/// A part of a message, divided into texts.
pub(super) struct PartTexts {
    /// The ways to divide it, the first one for a new file. The texts are those of the source.
    pub(super) shapes: Vec<Shape>,
    /// The translation.
    pub(super) existing: Option<Shape>,
    /// Whether it is one text of Fluent syntax, because it is too unusual.
    pub(super) is_raw: bool,
    /// The placeables that its texts may have.
    pub(super) placeables: Vec<String>,
}

impl<'t, 'a> Texts<'t, 'a> {
    pub(super) fn new(project: &Project, tree: &'t Tree<'a>, locale: &'t Locale<'a>) -> Self {
        let mut others = project.fallback_locales(tree);
        others.retain(|other| other.tag != locale.tag && other.tag != tree.source().tag);
        Self { tree, locale, others }
    }

    /// Divides a part of a message.
    pub(super) fn of(&self, item: &Progress<'_, '_>, part: &Part<'_>, state: &State) -> PartTexts {
        let stubs = Stubs { source: self.tree.source().tag, plurals: self.locale.plurals() };
        let existing = item.entry.and_then(|entry| entry.part(part.attribute));
        let of_existing = existing.map(|existing| Shape::of(existing.pattern));
        let source = Shape::of(part.pattern);
        let new = Shape::of_translation(&stubs, item.wanted, part, example(&self.others, item.wanted));
        let (Some(source), Some(new), false) = (source, new, of_existing.as_ref().is_some_and(Option::is_none)) else {
            return PartTexts::raw(part, existing);
        };
        let existing = of_existing.flatten();
        // Its own variants, with the texts of the source.
        let own = existing.as_ref().and_then(|existing| {
            let mut texts = existing.leaves().into_iter().filter_map(|(steps, _)| Some(source.at(&steps)?.0.clone()));
            existing.with_texts(&mut texts)
        });
        let is_new_first = match (state, &existing) {
            (State::Stale(_), Some(existing)) => {
                let of_new = new.selectors();
                existing.selectors().iter().all(|selector| of_new.contains(selector))
            }
            _ => false,
        };
        let mut placeables = placeables(&[&source, &new]);
        placeables.extend(existing.as_ref().map(|existing| self::placeables(&[existing])).unwrap_or_default());
        let shapes = if is_new_first { [Some(new), own] } else { [own, Some(new)] };
        PartTexts { shapes: shapes.into_iter().flatten().collect(), existing, is_raw: false, placeables }
    }
}

impl PartTexts {
    /// Returns a part as one text of Fluent syntax.
    fn raw(part: &Part<'_>, existing: Option<&Part<'_>>) -> Self {
        let text = |part: &Part<'_>| Shape::Text(Text::words(&pattern_text(part.pattern)));
        Self { shapes: vec![text(part)], existing: existing.map(text), is_raw: true, placeables: Vec::new() }
    }
}

fn placeables(shapes: &[&Shape]) -> Vec<String> {
    let leaves = shapes.iter().flat_map(|shape| shape.leaves());
    leaves.flat_map(|(_, text)| text.placeables().map(str::to_owned)).collect()
}
