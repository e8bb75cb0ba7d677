//! Two spaces in a row.

use crate::check::characters::{is_from_source, look, named, span};
use crate::check::context::Context;
use crate::text::marks::{Marks, is_space};
use crate::text::run::{Origin, Placed, Run};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let is_source = context.source().tag == context.locale.tag;
    look(context, Marks::DOUBLE_SPACE, |context, entry, run| {
        if is_from_source(context, entry, Marks::DOUBLE_SPACE) {
            return;
        }
        let gaps = gaps(run, is_source);
        let Some((first, last)) = gaps.first().and_then(|gap| Some((gap.first()?, gap.last()?))) else { return };
        let spaces = gaps.first().map_or(0, |gap| gap.len());
        let other = gaps.iter().copied().flatten().find(|placed| placed.character != ' ');
        let kind = other.map(|placed| format!(", {} among them", named(placed.character))).unwrap_or_default();
        let again = match gaps.len() {
            1 => String::new(),
            count => format!(", in {count} places"),
        };
        let message = format!("{spaces} spaces in a row are shown as a gap{kind}{again}");
        let part = span(context, entry, first.slice, last.slice);
        context.report(entry, part, message).help = Some("keep one of them".to_owned());
    });
}

/// Lists the gaps of a run that look like slips.
fn gaps<'r, 'a>(run: &'r Run<'a>, is_source: bool) -> Vec<&'r [Placed<'a>]> {
    let mut found = Vec::new();
    for line in run.characters.split(|placed| placed.character == '\n' && placed.origin == Origin::Text) {
        let gaps = gaps_of_line(line);
        let is_slip = |gap: &&[Placed<'_>]| gap.len() == 2 || gap.iter().any(|placed| placed.character != ' ');
        // Three spaces and more are a layout, such as that of a table, and so are the others of their line.
        let is_table = !gaps.iter().all(|(_, gap)| is_slip(gap));
        // Whoever writes the source may part what a line lists, or its sentences, by two. A translation follows it.
        let is_list = is_source && gaps.len() >= LISTED;
        if is_table || is_list {
            continue;
        }
        let ends_sentence = |before: char| matches!(before, '.' | '?' | '!' | ':' | ';');
        let slips = gaps.into_iter().filter(|(before, _)| !is_source || !ends_sentence(*before));
        found.extend(slips.map(|(_, gap)| gap));
    }
    found
}

/// How many gaps of a line are no slip.
const LISTED: usize = 3;

/// Lists the runs of two spaces and more in a line, with the character before each. Indentation, and what no reader can
/// see at the end of a line, is no gap; nor is a literal of spaces.
fn gaps_of_line<'r, 'a>(line: &'r [Placed<'a>]) -> Vec<(char, &'r [Placed<'a>])> {
    let mut gaps = Vec::new();
    let pieces =
        line.chunk_by(|one, next| one.origin == next.origin && is_space(one.character) == is_space(next.character));
    let mut start = 0;
    for piece in pieces {
        let end = start + piece.len();
        let around = [start.checked_sub(1).and_then(|before| line.get(before)), line.get(end)];
        let is_inside = match piece[0].origin {
            Origin::Text => around.iter().all(Option::is_some),
            source => around.iter().any(|beside| beside.is_some_and(|beside| beside.origin == source)),
        };
        if piece.len() > 1 && is_space(piece[0].character) && is_inside {
            gaps.push((around[0].map_or('\n', |before| before.character), piece));
        }
        start = end;
    }
    gaps
}
