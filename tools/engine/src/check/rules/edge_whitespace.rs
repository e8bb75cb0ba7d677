//! A space at the start or the end of a text.

use crate::check::characters::{describe, for_each_run, is_from_source, span};
use crate::check::context::Context;
use crate::text::marks::{Marks, is_space};
use crate::text::run::{Origin, Placed};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let is_source = context.source().tag == context.locale.tag;
    for_each_run(context, Marks::EDGE_SPACE, |context, entry, run| {
        if is_from_source(context, entry, Marks::EDGE_SPACE) {
            return;
        }
        let characters = run.characters.as_slice();
        let is_edge = |placed: &&Placed<'_>| is_space(placed.character) && placed.origin != Origin::Placeable;
        let before = if run.is_start { characters.iter().take_while(is_edge).count() } else { 0 };
        // `empty-text` reports a text of spaces only.
        if before == characters.len() {
            return;
        }
        let rest = &characters[before..];
        let after = if run.is_end { rest.iter().rev().take_while(is_edge).count() } else { 0 };
        let ends = [(&characters[..before], "begins"), (&rest[rest.len() - after..], "ends")];
        for (spaces, verb) in ends {
            let (Some(first), Some(last)) = (spaces.first(), spaces.last()) else { continue };
            // Fluent trims plain spaces outside of quotes, so a space in the source is intended.
            if is_source && spaces.iter().all(|placed| placed.origin != Origin::Text || placed.character == ' ') {
                continue;
            }
            let message = format!("the text {verb} with {}, which readers see as a gap", describe(first.character));
            let part = span(context, entry, first.slice, last.slice);
            context.report(entry, part, message).help = Some("delete it".to_owned());
        }
    });
}
