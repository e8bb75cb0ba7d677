//! A replacement character, or text that was decoded twice.

use code_prompts_reader::Encoding;

use crate::check::characters::{MAX_FINDINGS, for_each_run, span};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::mojibake;

const REPLACEMENT: &str = "\u{FFFD}";

pub(super) fn check(context: &mut Context<'_, '_>) {
    for_each_run(context, Marks::REPLACEMENT, |context, entry, run| {
        let is_utf8 = context.tree.file(entry.file).encoding == Encoding::Utf8;
        let lost = run.characters.iter().filter(|placed| placed.character == '\u{FFFD}');
        // In a file that is not UTF-8, decoding adds replacement characters, but no escapes.
        for placed in lost.filter(|placed| is_utf8 || placed.slice != REPLACEMENT).take(MAX_FINDINGS) {
            let message = if placed.slice == REPLACEMENT {
                "U+FFFD replacement character is shown where a character was lost".to_owned()
            } else {
                format!("`{}` is shown as the replacement character U+FFFD", placed.slice)
            };
            context.report(entry, placed.slice, message).help = Some("write the character that is meant".to_owned());
        }
        for found in mojibake::find(&run.chars()).into_iter().take(MAX_FINDINGS) {
            let row = &run.characters[found.range];
            let [first, .., last] = row else { continue };
            let shown: String = row.iter().map(|placed| placed.character).filter(|shown| !shown.is_control()).collect();
            let message = format!("`{shown}` is shown where `{}` is meant: the text was decoded twice", found.meant);
            let part = span(context, entry, first.slice, last.slice);
            let finding = context.report(entry, part, message);
            finding.help = Some(format!("write `{}`", found.meant));
            finding.replace(format!("Write `{}`", found.meant), found.meant);
        }
    });
}
