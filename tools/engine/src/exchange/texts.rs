//! Divides messages into texts.

use super::shape::{Shape, Step};
use super::text::{Text, is_literal};
use crate::edit::stub::Stubs;
use crate::edit::template::example;
use crate::project::entry::{Part, pattern_text};
use crate::project::locale::Locale;
use crate::project::open::Project;
use crate::project::progress::{Progress, State};
use crate::project::tree::Tree;

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

/// Returns the placeables of a source text that a translation must have. A variant that is not the default one may do
/// without: “one room”.
pub(super) fn needed<'s>(source: &'s Text, steps: &[Step]) -> impl Iterator<Item = &'s str> {
    let is_free = steps.iter().any(|step| !step.is_default);
    source.placeables().filter(move |placeable| !is_free && !is_literal(placeable))
}
