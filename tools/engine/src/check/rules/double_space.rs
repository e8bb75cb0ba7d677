//! Two spaces in a row.

use crate::check::characters::{describe, for_each_run, is_from_source, span};
use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::project::entry::Kind;
use crate::text::marks::{Marks, is_space};
use crate::text::run::{Origin, Placed, Run};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let is_source = context.source().tag == context.locale.tag;
    for_each_run(context, Marks::DOUBLE_SPACE, |context, entry, run| {
        // `obsolete-message` reports what the source does not have.
        let is_obsolete = !is_source && entry.kind == Kind::Message && entry.original.is_none();
        if is_obsolete || is_from_source(context, entry, Marks::DOUBLE_SPACE) {
            return;
        }
        let gaps = gaps(run, is_source);
        let Some((first, last)) = gaps.first().and_then(|gap| Some((gap.first()?, gap.last()?))) else { return };
        let spaces = gaps.first().map_or(0, |gap| gap.len());
        let other = gaps.iter().copied().flatten().find(|placed| placed.character != ' ');
        let kind = other.map(|placed| format!(", {} among them", describe(placed.character))).unwrap_or_default();
        let again = match gaps.len() {
            1 => String::new(),
            count => format!(", in {count} places"),
        };
        let message = format!("{spaces} spaces in a row are shown as a gap{kind}{again}");
        let part = span(context, entry, first.slice, last.slice);
        // All gaps in the text at once.
        let edit = |gap: &&[Placed<'_>]| {
            let (first, last) = (gap.first()?, gap.last()?);
            let range =
                context.tree.range(entry.file, first.slice).start..context.tree.range(entry.file, last.slice).end;
            let kept = gap.iter().find(|placed| placed.character != ' ').unwrap_or(first);
            Some((range, kept.slice.to_owned()))
        };
        let fix = Fix { title: "Keep one space".to_owned(), edits: gaps.iter().filter_map(edit).collect() };
        let finding = context.report(entry, part, message);
        finding.help = Some("keep one of them".to_owned());
        finding.fix = Some(fix);
    });
}

/// Returns the gaps of a run that look like typing errors.
fn gaps<'r, 'a>(run: &'r Run<'a>, is_source: bool) -> Vec<&'r [Placed<'a>]> {
    let mut found = Vec::new();
    for line in run.characters.split(|placed| placed.character == '\n' && placed.origin == Origin::Text) {
        let gaps = gaps_of_line(line);
        let is_slip = |gap: &&[Placed<'_>]| gap.len() == 2 || gap.iter().any(|placed| placed.character != ' ');
        // Three or more spaces are a layout, such as a table, and so are all gaps in that line.
        let is_table = !gaps.iter().all(|(_, gap)| is_slip(gap));
        // The source may put two spaces between list items or sentences.
        let is_list = is_source && gaps.len() >= LIST_GAPS;
        if is_table || is_list {
            continue;
        }
        let ends_sentence = |before: char| matches!(before, '.' | '?' | '!' | ':' | ';');
        let slips = gaps.into_iter().filter(|(before, _)| !is_source || !ends_sentence(*before));
        found.extend(slips.map(|(_, gap)| gap));
    }
    found
}

/// A line with this many gaps is a list.
const LIST_GAPS: usize = 3;

/// Returns the runs of two or more spaces in a line, each with the character before it. Spaces at the start or the end
/// of a line, and literals of spaces only, are not gaps.
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
            source => around.iter().any(|next| next.is_some_and(|next| next.origin == source)),
        };
        if piece.len() > 1 && is_space(piece[0].character) && is_inside {
            gaps.push((around[0].map_or('\n', |before| before.character), piece));
        }
        start = end;
    }
    gaps
}
