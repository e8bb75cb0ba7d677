//! The texts of one message in a file, compared with the message as it is now.

use super::Import;
use crate::edit::fill::{Filled, FilledPart};
use crate::exchange::delivery::{DeliveredUnit, Finished};
use crate::exchange::shape::{Shape, Step};
use crate::exchange::text::{Text, is_literal, with_pattern};
use crate::exchange::texts::{PartTexts, Texts, needed};
use crate::project::entry::Part;
use crate::project::progress::{Progress, State};

/// What a file has for a message.
pub(super) struct Message<'d> {
    pub(super) outcome: Outcome,
    /// The texts that are refused, each with the problem.
    pub(super) refused: Vec<(&'d DeliveredUnit, String)>,
    /// The number of texts that are left alone because they are not finished.
    pub(super) unfinished: usize,
    /// The number of texts that are not translated.
    pub(super) empty: usize,
}

pub(super) enum Outcome {
    /// The locale has these texts.
    Unchanged,
    /// A text is missing or not finished.
    Incomplete,
    /// New texts. Without one, the source text is recorded.
    Filled(Filled),
}

impl<'d> Message<'d> {
    pub(super) fn of(
        texts: &Texts<'_, '_>,
        progress: &Progress<'_, '_>,
        units: &[&'d DeliveredUnit],
        options: Import,
    ) -> Self {
        let mut message = Self { outcome: Outcome::Unchanged, refused: Vec::new(), unfinished: 0, empty: 0 };
        let (mut parts, mut is_complete, mut is_current) = (Vec::new(), true, true);
        for (part, state) in &progress.parts {
            let own: Vec<&DeliveredUnit> =
                units.iter().copied().filter(|unit| unit.key.attribute.as_deref() == part.attribute).collect();
            is_current &= *state == State::Current;
            if own.is_empty() {
                is_complete &= *state == State::Current;
                continue;
            }
            let of_part = texts.of(progress, part, state);
            match message.part((part, state), &of_part, &own, options) {
                Some(lines) => {
                    parts.extend(lines.map(|lines| FilledPart { attribute: part.attribute.map(str::to_owned), lines }))
                }
                None => is_complete = false,
            }
        }
        for unit in units.iter().filter(|unit| !unit.translation.is_empty()) {
            let attribute = unit.key.attribute.as_deref();
            if !progress.parts.iter().any(|(part, _)| part.attribute == attribute) {
                let what = attribute.map_or_else(|| "text".to_owned(), |name| format!("attribute `.{name}`"));
                message.refused.push((unit, format!("the message has no {what} any more")));
            }
        }
        message.outcome = match (is_complete, parts.is_empty() && is_current) {
            (false, _) => Outcome::Incomplete,
            (true, true) => Outcome::Unchanged,
            (true, false) => Outcome::Filled(Filled { name: progress.wanted.written_name(), parts }),
        };
        message
    }

    /// Reads the texts of a part. Returns `None` if one is missing, and no lines if all are as they were.
    fn part(
        &mut self,
        (part, state): (&Part<'_>, &State),
        of_part: &PartTexts,
        units: &[&'d DeliveredUnit],
        options: Import,
    ) -> Option<Option<Vec<String>>> {
        let is_of = |unit: &DeliveredUnit, steps: &[Step]| {
            steps.iter().map(|step| step.key.as_str()).eq(unit.key.variant.iter().map(String::as_str))
        };
        let has_all = |shape: &&Shape| {
            let leaves = shape.leaves();
            units.iter().all(|unit| leaves.iter().any(|(steps, _)| is_of(unit, steps)))
        };
        let Some(shape) = of_part.shapes.iter().find(has_all) else {
            let problem = || "the message has other variants now; export it again".to_owned();
            let translated = units.iter().filter(|unit| !unit.translation.is_empty());
            self.refused.extend(translated.map(|unit| (*unit, problem())));
            return None;
        };
        let before = self.refused.len();
        let (mut new, mut is_complete, mut is_changed) = (Vec::new(), true, false);
        for (steps, source) in shape.leaves() {
            let Some(unit) = units.iter().find(|unit| is_of(unit, &steps)) else {
                is_complete = false;
                continue;
            };
            let existing = of_part.existing.as_ref().and_then(|existing| existing.at(&steps));
            let existing = existing.filter(|(_, is_same)| *is_same).map(|(text, _)| text);
            let is_same = existing.is_some_and(|existing| existing.is(&unit.translation));
            let is_finished = match unit.finished {
                Finished::Yes => true,
                Finished::No => options.unfinished,
                Finished::IfChanged => options.unfinished || !is_same,
            };
            if unit.translation.is_empty() || !is_finished {
                *(if is_finished { &mut self.empty } else { &mut self.unfinished }) += 1;
                is_complete = false;
                continue;
            }
            if is_same && (*state == State::Current || !unit.source.is(source)) {
                // Nothing to import, whatever the text was made for.
                is_complete &= *state == State::Current;
                new.extend(existing.cloned());
                continue;
            }
            is_changed |= !is_same;
            let text = if of_part.is_raw { unit.translation.clone() } else { unit.translation.with_placeables() };
            match problem((&text, &unit.source), (source, of_part, &steps)) {
                Some(problem) => self.refused.push((unit, problem)),
                None => new.push(text),
            }
        }
        if !is_complete || self.refused.len() > before {
            return None;
        }
        let lines = is_changed.then(|| lines(shape, of_part, new)).flatten();
        if is_changed && lines.is_none() {
            let first = units.first()?;
            let name = part.attribute.map_or_else(String::new, |name| format!(" of `.{name}`"));
            self.refused.push((first, format!("the text{name} is not valid Fluent syntax")));
        }
        Some(lines)
    }
}

/// Returns what is wrong with a text, if anything is.
fn problem((text, made_for): (&Text, &Text), (source, of_part, steps): (&Text, &PartTexts, &[Step])) -> Option<String> {
    if !made_for.is(source) {
        let (made_for, source) = (quoted(made_for), quoted(source));
        return Some(format!("it was made for another source text, {made_for}; now it is {source}; export it again"));
    }
    if of_part.is_raw {
        return None;
    }
    let wanted: Vec<&str> = source.placeables().collect();
    let is_known = |placeable: &&str| {
        wanted.contains(placeable) || of_part.placeables.iter().any(|known| known == placeable) || is_literal(placeable)
    };
    if let Some(unknown) = text.placeables().find(|placeable| !is_known(placeable)) {
        let instead = match wanted.as_slice() {
            [] => "it has none".to_owned(),
            wanted => format!("it has `{}`", wanted.join("`, `")),
        };
        return Some(format!("`{unknown}` is not in the source text; {instead}"));
    }
    let missing = needed(source, steps).find(|needed| !text.placeables().any(|has| has == *needed));
    missing.map(|missing| format!("`{missing}` of the source text is missing"))
}

/// Returns the lines of the Fluent pattern with the texts. Returns `None` if they can't be read again as they are.
fn lines(shape: &Shape, of_part: &PartTexts, texts: Vec<Text>) -> Option<Vec<String>> {
    if of_part.is_raw {
        let text = texts.first()?.to_string();
        let lines: Vec<String> = text.trim().lines().map(str::to_owned).collect();
        return with_pattern(&lines, |_| ()).map(|()| lines);
    }
    let filled = shape.with_texts(&mut texts.into_iter())?;
    let lines = filled.fluent();
    let leaves = |shape: &Shape| {
        let leaf = |(steps, text): (Vec<Step>, &Text)| {
            let written = with_pattern(&text.fluent(), Shape::of).flatten();
            (steps, written)
        };
        shape.leaves().into_iter().map(leaf).collect::<Vec<_>>()
    };
    let read = with_pattern(&lines, Shape::of)??;
    let is_same = leaves(&read) == leaves(&filled);
    is_same.then_some(lines)
}

fn quoted(text: &Text) -> String {
    const LONGEST: usize = 80;
    let text = text.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("“{}…”", text.get(..at).unwrap_or_default()),
        None => format!("“{text}”"),
    }
}
