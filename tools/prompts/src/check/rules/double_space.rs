//! Two spaces in a row.

use super::super::characters::{MOST, Marks, Source, is_from_source, is_space, look, named, span};
use super::super::context::Context;

pub(super) const NAME: &str = "double-space";
pub(super) const DOCS: &str = include_str!("../../../rules/double-space/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    look(context, Marks::DOUBLE_SPACE, |context, entry, run| {
        if is_from_source(context, entry, Marks::DOUBLE_SPACE) {
            return;
        }
        let mut before: Option<usize> = None;
        let mut found = 0;
        let pieces = run.characters.chunk_by(|one, next| {
            one.source == next.source && is_space(one.character) == is_space(next.character)
        });
        let mut start = 0;
        for piece in pieces {
            let end = start + piece.len();
            let (first, last) = (&piece[0], &piece[piece.len() - 1]);
            // Indentation, and what no reader can see before a line end, is no mistake; nor is a literal of spaces.
            let around = [before.map(|before| &run.characters[before]), run.characters.get(end)];
            let is_inside = match first.source {
                Source::Text => around.iter().all(|beside| beside.is_some_and(|beside| beside.character != '\n')),
                source => around.iter().any(|beside| beside.is_some_and(|beside| beside.source == source)),
            };
            // Three and more are a layout, such as that of a table.
            let is_double = piece.len() == 2 || piece.len() > 2 && piece.iter().any(|placed| placed.character != ' ');
            if is_double && is_space(first.character) && is_inside && found < MOST {
                found += 1;
                let other = piece.iter().find(|placed| placed.character != ' ');
                let kind = other.map(|placed| format!(", {} among them", named(placed.character))).unwrap_or_default();
                let message = format!("{} spaces in a row are shown as a gap{kind}", piece.len());
                let part = span(context, entry, first.slice, last.slice);
                context.report(entry, part, message).help = Some("keep one of them".to_owned());
            }
            before = Some(end - 1);
            start = end;
        }
    });
}
