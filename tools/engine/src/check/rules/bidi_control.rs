//! A bidirectional control character that is not closed.

use crate::check::characters::{MAX_FINDINGS, describe, for_each_run};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::run::Placed;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for_each_run(context, Marks::BIDI, |context, entry, run| {
        let mut open: Vec<&Placed<'_>> = Vec::new();
        let mut wrong: Vec<(&Placed<'_>, &str, &str)> = Vec::new();
        let mut isolates = 0;
        for placed in &run.characters {
            isolates += usize::from(is_isolate(placed.character));
            match placed.character {
                '\u{202D}' | '\u{202E}' => {
                    wrong.push((placed, "forces the text after it into one direction, letter by letter", "delete it"));
                    open.push(placed);
                }
                '\u{202A}' | '\u{202B}' | '\u{2066}'..='\u{2068}' => open.push(placed),
                '\u{202C}' => {
                    if open.last().is_some_and(|last| !is_isolate(last.character)) {
                        open.pop();
                    } else {
                        wrong.push((placed, CLOSES_NOTHING, "delete it"));
                    }
                }
                '\u{2069}' if isolates == 0 => wrong.push((placed, CLOSES_NOTHING, "delete it")),
                '\u{2069}' => {
                    isolates -= 1;
                    let isolate = open.iter().rposition(|opened| is_isolate(opened.character)).unwrap_or(0);
                    wrong.extend(open.drain(isolate..).skip(1).filter_map(not_closed));
                }
                _ => {}
            }
        }
        // An embedding ends with its paragraph, which a text mostly is.
        let ends_with_text = |placed: &&Placed<'_>| run.is_end && !is_isolate(placed.character);
        wrong.extend(open.into_iter().filter(|placed| !ends_with_text(placed)).filter_map(not_closed));
        for (placed, problem, help) in wrong.into_iter().take(MAX_FINDINGS) {
            let message = format!("{} {problem}", describe(placed.character));
            let finding = context.report(entry, placed.slice, message);
            finding.help = Some(help.to_owned());
            finding.delete(&describe(placed.character));
        }
    });
}

const CLOSES_NOTHING: &str = "closes nothing, and may change the direction of the text around the message";

fn is_isolate(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2068}')
}

fn not_closed<'p, 'a>(placed: &'p Placed<'a>) -> Option<(&'p Placed<'a>, &'static str, &'static str)> {
    let help = match placed.character {
        // Overrides are always reported.
        '\u{202D}' | '\u{202E}' => return None,
        '\u{202A}' | '\u{202B}' => "close it with U+202C, or delete it",
        _ => "close it with U+2069, or delete it",
    };
    Some((placed, "is not closed, and the text after it may be shown in the wrong order", help))
}
