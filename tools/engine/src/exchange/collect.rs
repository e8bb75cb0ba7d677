//! Collects the texts of a translation.

use rustc_hash::FxHashSet;

use super::job::{Job, Unit, UnitState};
use super::key::Key;
use super::notes::notes;
use super::shape::{Shape, Step};
use super::text::Text;
use super::texts::{Texts, needed};
use crate::error::Error;
use crate::project::entry::{Entry, Part};
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
