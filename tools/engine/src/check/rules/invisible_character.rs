//! An invisible character that has no function in its place.

use std::sync::Arc;

use unic_langid::CharacterDirection;

use crate::check::cause::Cause;
use crate::check::characters::{MAX_FINDINGS, describe, for_each_run};
use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::text::marks::Marks;
use crate::text::mojibake;
use crate::text::run::{Placed, Run};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let id = context.locale.id;
    let breaks_words = matches!(id.language.as_str(), "th" | "lo" | "km" | "my" | "shn");
    let is_rtl = id.character_direction() == CharacterDirection::RTL;
    let mut causes: Vec<(char, Arc<Cause>)> = Vec::new();
    for_each_run(context, Marks::INVISIBLE, |context, entry, run| {
        let has_rtl = run.characters.iter().any(|placed| is_rtl_letter(placed.character));
        let is_wrong = |index: usize| match run.characters[index].character {
            '\u{200B}' => !breaks_words && !is_next_to(run, index, is_without_spaces),
            '\u{200E}' | '\u{200F}' | '\u{61C}' => !is_rtl && !has_rtl,
            '\u{200C}' | '\u{200D}' => !is_rtl && !joins(run, index),
            '\u{180E}' => !is_next_to(run, index, |character| matches!(character, '\u{1800}'..='\u{18AF}')),
            '\u{FE00}'..='\u{FE0F}' => !has_variants(run.at(index.checked_sub(1))),
            '\u{E0100}'..='\u{E01EF}' => !is_han(run.at(index.checked_sub(1))),
            '\u{E0001}'..='\u{E007F}' => !is_in_flag(run, index),
            // It prevents a line break at a hyphen.
            '\u{2060}' => {
                !is_next_to(run, index, |character| matches!(character, '-' | '/' | '־' | '\u{2010}'..='\u{2015}'))
            }
            '\u{AD}' => !divides_word(run, index),
            '\u{2061}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' => true,
            '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => !is_next_to(run, index, is_jamo),
            _ => false,
        };
        let mut wrong: Vec<_> = (0..run.characters.len()).filter(|index| is_wrong(*index)).collect();
        if wrong.is_empty() {
            return;
        }
        // A soft hyphen may come from a letter that was decoded twice: `replacement-character` reports it.
        let mojibake = mojibake::find(&run.chars());
        wrong.retain(|index| !mojibake.iter().any(|found| found.range.contains(index)));
        // The same character several times is one finding: the occurrences have one cause and one fix.
        let mut groups: Vec<(char, Vec<&str>)> = Vec::new();
        for index in wrong {
            let Placed { character, slice, .. } = run.characters[index];
            match groups.iter_mut().find(|(grouped, _)| *grouped == character) {
                Some((_, slices)) => slices.push(slice),
                None => groups.push((character, vec![slice])),
            }
        }
        for (character, slices) in groups.into_iter().take(MAX_FINDINGS) {
            let (again, help) = match slices.len() {
                1 => (String::new(), "delete it"),
                count => (format!(", {count} times here,"), "delete them all"),
            };
            let message =
                format!("{}{again} can't be seen, but splits words for searching and copying", describe(character));
            let cause = causes.iter().find(|(known, _)| *known == character).map(|(_, cause)| cause.clone());
            let cause = cause.unwrap_or_else(|| {
                let problem = format!("have a {}, which can't be seen", describe(character));
                let cause = Cause::new(Cause::texts_of(context.locale), problem, "delete it everywhere");
                causes.push((character, cause.clone()));
                cause
            });
            let deletions = slices.iter().map(|slice| (context.tree.range(entry.file, slice), String::new()));
            let fix = Fix { title: format!("Delete {}", describe(character)), edits: deletions.collect() };
            let Some(first) = slices.first() else { continue };
            let finding = context.report(entry, first, message);
            finding.fix = Some(fix);
            finding.help = Some(help.to_owned());
            finding.cause = Some(cause);
        }
    });
}

/// Returns whether a soft hyphen shows where a long word may be divided: it has two letters or more on both sides.
fn divides_word(run: &Run<'_>, index: usize) -> bool {
    const SIDE: usize = 2;
    const WORD: usize = 6;
    let is_of_word = |placed: &&Placed<'_>| placed.character.is_alphabetic() || placed.character == '\u{AD}';
    let (before, after) = run.characters.split_at(index);
    let letters = |count: usize, placed: &Placed<'_>| count + usize::from(placed.character != '\u{AD}');
    let before = before.iter().rev().take(MAX_WORD).take_while(is_of_word).fold(0, letters);
    let after = after.iter().take(MAX_WORD).take_while(is_of_word).fold(0, letters);
    before >= SIDE && after >= SIDE && before + after >= WORD
}

/// The maximum number of characters of a word that are looked at: a binary file may have millions.
const MAX_WORD: usize = 64;

fn is_next_to(run: &Run<'_>, index: usize, is: impl Fn(char) -> bool) -> bool {
    is(run.at(index.checked_sub(1))) || is(run.at(Some(index + 1)))
}

/// Returns whether a joiner or non-joiner is useful here: in a script of joined letters, or in an emoji.
fn joins(run: &Run<'_>, index: usize) -> bool {
    let is_emoji_before = is_pictograph(run.at(index.checked_sub(1)))
        || run.at(index.checked_sub(1)) == '\u{FE0F}' && is_pictograph(run.at(index.checked_sub(2)));
    is_next_to(run, index, is_joined)
        || run.characters[index].character == '\u{200D}' && is_emoji_before && is_pictograph(run.at(Some(index + 1)))
}

fn is_joined(character: char) -> bool {
    matches!(character,
        '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1900}'..='\u{1CFF}' | '\u{A800}'..='\u{ABFF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{11000}'..='\u{11FFF}' | '\u{1E900}'..='\u{1E95F}')
}

fn is_without_spaces(character: char) -> bool {
    matches!(character, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

fn is_rtl_letter(character: char) -> bool {
    matches!(character,
        '\u{591}'..='\u{60B}' | '\u{60D}'..='\u{61B}' | '\u{61D}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn is_jamo(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{115E}' | '\u{1161}'..='\u{11FF}')
}

fn is_pictograph(character: char) -> bool {
    matches!(character,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}'
        | '\u{2300}'..='\u{23FF}' | '\u{2460}'..='\u{27BF}' | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}'
        | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_han(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Returns whether a variation selector can follow this character. What a font has for private use is not known.
fn has_variants(character: char) -> bool {
    matches!(character, '0'..='9' | '#' | '*' | '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}')
        || matches!(character, '\u{1000}'..='\u{109F}' | '\u{1800}'..='\u{18AF}' | '\u{2200}'..='\u{22FF}')
        || matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
        || is_pictograph(character)
        || is_han(character)
}

/// Returns whether a tag character belongs to a flag such as Scotland's: a black flag, tags and the cancel tag.
fn is_in_flag(run: &Run<'_>, index: usize) -> bool {
    let is_tag = |at: usize| matches!(run.at(Some(at)), '\u{E0020}'..='\u{E007E}');
    // A flag has at most six tags; a binary file may have millions.
    let start = (1..=8).filter_map(|back| index.checked_sub(back)).find(|at| !is_tag(*at));
    let end = (index..index + 8).find(|at| !is_tag(*at));
    start.is_some_and(|start| run.at(Some(start)) == '\u{1F3F4}')
        && end.is_some_and(|end| run.at(Some(end)) == '\u{E007F}')
}
