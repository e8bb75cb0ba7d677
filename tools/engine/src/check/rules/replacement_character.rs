//! A character that stands for one that was lost, or text that was decoded twice.

use code_prompts_reader::Encoding;

use crate::check::characters::{MOST, look, span};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::mojibake;

const REPLACEMENT: &str = "\u{FFFD}";

pub(super) fn check(context: &mut Context<'_, '_>) {
    look(context, Marks::REPLACEMENT, |context, entry, run| {
        let is_utf8 = context.tree.file(entry.file).encoding == Encoding::Utf8;
        let lost = run.characters.iter().filter(|placed| placed.character == '\u{FFFD}');
        // In a file that is not UTF-8 these come of reading it, but escapes do not.
        for placed in lost.filter(|placed| is_utf8 || placed.slice != REPLACEMENT).take(MOST) {
            let message = if placed.slice == REPLACEMENT {
                "U+FFFD replacement character is shown where a character was lost".to_owned()
            } else {
                format!("`{}` is shown as the replacement character U+FFFD", placed.slice)
            };
            context.report(entry, placed.slice, message).help = Some("write the character that is meant".to_owned());
        }
        for twice in mojibake::find(&run.chars()).into_iter().take(MOST) {
            let row = &run.characters[twice.range];
            let [first, .., last] = row else { continue };
            let shown: String = row.iter().map(|placed| placed.character).filter(|shown| !shown.is_control()).collect();
            let message = format!("`{shown}` is shown where `{}` is meant: the text was decoded twice", twice.meant);
            let part = span(context, entry, first.slice, last.slice);
            context.report(entry, part, message).help = Some(format!("write `{}`", twice.meant));
        }
    });
}
