//! A control character in a text.

use crate::check::characters::{MOST, look, named};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::mojibake;

pub(super) fn check(context: &mut Context<'_, '_>) {
    look(context, Marks::CONTROL, |context, entry, run| {
        let controls = run.characters.iter().enumerate().filter(|(_, placed)| is_control(placed.character));
        let controls: Vec<_> = controls.take(MOST).collect();
        if controls.is_empty() {
            return;
        }
        // Decoding twice leaves control characters behind, and is another rule's.
        let twice = mojibake::find(&run.chars());
        for (index, placed) in controls {
            if twice.iter().any(|twice| twice.range.contains(&index)) {
                continue;
            }
            let message = format!("{} is shown as a box, as a gap or not at all", named(placed.character));
            let help = if placed.character == '\t' { "write a space in its place" } else { "delete it" };
            context.report(entry, placed.slice, message).help = Some(help.to_owned());
        }
    });
}

fn is_control(character: char) -> bool {
    character.is_control() && character != '\n'
}
