//! A control character in a text.
//!
//! Two tabs are fine: one that is written as an escape, for a machine, and those that indent a line of HTML.

use crate::check::characters::{MAX_FINDINGS, describe, for_each_run};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::mojibake;
use crate::text::run::Placed;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for_each_run(context, Marks::CONTROL, |context, entry, run| {
        let is_wrong = |(index, placed): &(usize, &Placed<'_>)| {
            is_control(placed.character)
                && !(placed.character == '\t' && (is_escape(placed) || indents_html(&run.characters, *index)))
        };
        let controls = run.characters.iter().enumerate().filter(is_wrong);
        let controls: Vec<_> = controls.take(MAX_FINDINGS).collect();
        if controls.is_empty() {
            return;
        }
        // Text that was decoded twice has control characters too: `replacement-character` reports it.
        let mojibake = mojibake::find(&run.chars());
        for (index, placed) in controls {
            if mojibake.iter().any(|found| found.range.contains(&index)) {
                continue;
            }
            let message = format!("{} is shown as a box, as a gap or not at all", describe(placed.character));
            let is_last = run.is_end && index + 1 == run.characters.len();
            let help = match placed.character {
                '\t' if !is_last => "write a space in its place",
                _ => "delete it",
            };
            let finding = context.report(entry, placed.slice, message);
            finding.help = Some(help.to_owned());
            match placed.character {
                '\t' if !is_last => finding.replace("Write a space", " "),
                character => finding.delete(&describe(character)),
            }
        }
    });
}

/// Returns whether a character is written as an escape, such as `\u0009`.
fn is_escape(placed: &Placed<'_>) -> bool {
    placed.slice.starts_with('\\')
}

/// Returns whether a character is in the indentation of a line, in a text with elements of HTML.
fn indents_html(characters: &[Placed<'_>], index: usize) -> bool {
    let before = characters.get(..index).unwrap_or_default().iter().rev().map(|placed| placed.character);
    let mut before = before.skip_while(|c| matches!(c, ' ' | '\t'));
    before.next().is_none_or(|c| c == '\n') && characters.iter().any(|placed| placed.character == '<')
}

fn is_control(character: char) -> bool {
    character.is_control() && character != '\n'
}
