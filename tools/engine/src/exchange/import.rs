//! Imports the texts of a file into a locale.

mod message;
mod verify;

use rustc_hash::FxHashMap;

use super::delivery::{DeliveredUnit, Delivery};
use super::refusal::Refusal;
use super::texts::Texts;
use crate::edit::Changes;
use crate::edit::fill::{Filled, fill};
use crate::error::Error;
use crate::project::open::{self, Project};
use crate::project::progress::{Progress, all};
use crate::project::tree::Tree;
use crate::text::nearest::nearest;
use message::{Message, Outcome};

/// What to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Import {
    /// Also the texts that the file marks as unfinished: `fuzzy` in PO, the state `initial` in XLIFF, and the state
    /// `stale` in CSV.
    pub unfinished: bool,
}

/// The result of [`import`].
#[derive(Debug)]
pub struct Imported {
    /// The changes to files. There are none if a text is refused.
    pub changes: Changes,
    /// The texts that are refused, in the order of the file.
    pub refused: Vec<Refusal>,
    /// Messages and terms that get a new text.
    pub translated: usize,
    /// Those whose text stays, and is recorded as the translation of the current source text.
    pub confirmed: usize,
    /// Those that are already as in the file.
    pub unchanged: usize,
    /// The ids of those that are left alone, because a text of them is empty, unfinished or not in the file.
    pub incomplete: Vec<String>,
    /// Texts that the file marks as unfinished, which are left alone.
    pub unfinished: usize,
    /// Texts that the file does not translate.
    pub empty: usize,
    /// The warnings of the check about the imported messages.
    pub warnings: usize,
}

/// Compares a file with a folder, and returns what its translations change, or why they are refused. A message is imported
/// as a whole, with the record of its source text. If one text is refused, nothing changes.
///
/// A text is refused if its message is gone, if it was made for another source text, if a placeable is missing or added, or
/// if the check would find an error in it.
///
/// # Errors
///
/// The file names another source locale, or a locale that is the source or does not exist; a file of either locale has a
/// syntax or encoding error, a renaming was interrupted, or a message is translated in a comment.
pub fn import(project: &Project, delivery: &Delivery, options: Import) -> Result<Imported, Error> {
    let (path, texts) = (&delivery.path, &delivery.texts);
    let in_file = |error: Error| Error::new(error.problems().map(|problem| format!("{path}: {problem}")));
    if texts.source != project.source() {
        let (made, now) = (&texts.source, project.source());
        return Err(format!("{path}: it was made for the source locale {made}, but the source is {now}").into());
    }
    project.refuse_source(&texts.target).map_err(in_file)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let locale = open::locale(&tree, &texts.target).map_err(in_file)?;
    project.refuse_unreadable(&[project.source(), locale.tag])?;

    let (mut imported, filled) = compare(&Texts::new(project, &tree, locale), delivery, options);
    if imported.refused.is_empty() {
        let changes = fill(project, locale.tag, &filled).map_err(in_file)?;
        let found = verify::check(project, locale.tag, &changes, &filled)?;
        let line = |id: &str| texts.units.iter().find(|unit| unit.key.id == id).map_or(1, |unit| unit.line);
        let errors = found.errors.into_iter().map(|(id, problem)| (line(&id), id, problem));
        imported.refused = refusals(path, errors.collect());
        imported.warnings = found.warnings;
        if imported.refused.is_empty() {
            imported.changes = changes;
        }
    }
    Ok(imported)
}

/// Compares the texts of a file with a locale. Returns what is refused and the counts, and the messages to write.
fn compare(of_tree: &Texts<'_, '_>, delivery: &Delivery, options: Import) -> (Imported, Vec<Filled>) {
    let (tree, locale) = (of_tree.tree, of_tree.locale);
    let known: FxHashMap<String, Progress<'_, '_>> =
        all(tree, locale).map(|progress| (progress.wanted.written_name(), progress)).collect();
    let mut imported = Imported::none(tree);
    let mut filled = Vec::new();
    let (messages, mut problems) = grouped(&delivery.texts.units);
    for units in messages {
        let Some(first) = units.first() else { continue };
        let Some(progress) = known.get(first.key.id.as_str()) else {
            let translated = units.iter().filter(|unit| !unit.translation.is_empty());
            problems.extend(translated.map(|unit| refused((unit, gone(tree, &known, &unit.key.id)))));
            continue;
        };
        let message = Message::of(of_tree, progress, &units, options);
        imported.unfinished += message.unfinished;
        imported.empty += message.empty;
        problems.extend(message.refused.into_iter().map(refused));
        match message.outcome {
            Outcome::Unchanged => imported.unchanged += 1,
            Outcome::Incomplete => imported.incomplete.push(first.key.id.clone()),
            Outcome::Filled(new) => {
                let count = if new.parts.is_empty() { &mut imported.confirmed } else { &mut imported.translated };
                *count += 1;
                filled.push(new);
            }
        }
    }
    imported.refused = refusals(&delivery.path, problems);
    (imported, filled)
}

impl Imported {
    fn none(tree: &Tree<'_>) -> Self {
        Self {
            changes: Changes::new(tree.input),
            refused: Vec::new(),
            translated: 0,
            confirmed: 0,
            unchanged: 0,
            incomplete: Vec::new(),
            unfinished: 0,
            empty: 0,
            warnings: 0,
        }
    }
}

/// A refused text: its line, its key and the problem.
type Refused = (usize, String, String);

fn refused((unit, problem): (&DeliveredUnit, String)) -> Refused {
    (unit.line, unit.key.to_string(), problem)
}

fn refusals(path: &str, mut problems: Vec<Refused>) -> Vec<Refusal> {
    problems.sort_by_key(|(line, ..)| *line);
    let refusal = |(line, key, problem)| Refusal { path: path.to_owned(), line, key, problem };
    problems.into_iter().map(refusal).collect()
}

/// Returns the texts of each message, and those that are there twice.
fn grouped(units: &[DeliveredUnit]) -> (Vec<Vec<&DeliveredUnit>>, Vec<Refused>) {
    let mut messages: Vec<Vec<&DeliveredUnit>> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    let mut twice = Vec::new();
    for unit in units {
        let key = unit.key.to_string();
        if let Some(line) = seen.get(&key) {
            twice.push((
                unit.line,
                key,
                format!("the file has another text for it, on line {line}; delete one of them"),
            ));
            continue;
        }
        seen.insert(key, unit.line);
        let place = *places.entry(unit.key.id.as_str()).or_insert_with(|| {
            messages.push(Vec::new());
            messages.len() - 1
        });
        if let Some(message) = messages.get_mut(place) {
            message.push(unit);
        }
    }
    (messages, twice)
}

/// Returns what is wrong with an id that is not to be translated.
fn gone(tree: &Tree<'_>, known: &FxHashMap<String, Progress<'_, '_>>, id: &str) -> String {
    let source = tree.source().tag;
    let meant = nearest(id, known.keys().map(String::as_str));
    let meant = meant.map_or_else(String::new, |meant| format!("; is `{meant}` meant?"));
    format!("{source} has no such message any more{meant}")
}
