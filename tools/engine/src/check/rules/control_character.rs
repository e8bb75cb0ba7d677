//! A control character in a text.

use crate::check::characters::{MAX_FINDINGS, describe, for_each_run};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::mojibake;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for_each_run(context, Marks::CONTROL, |context, entry, run| {
        let controls = run.characters.iter().enumerate().filter(|(_, placed)| is_control(placed.character));
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
            let help = if placed.character == '\t' { "write a space in its place" } else { "delete it" };
            context.report(entry, placed.slice, message).help = Some(help.to_owned());
        }
    });
}

fn is_control(character: char) -> bool {
    character.is_control() && character != '\n'
}
