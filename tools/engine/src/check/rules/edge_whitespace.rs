//! A space at either end of a text.

use crate::check::characters::{is_from_source, look, named, span};
use crate::check::context::Context;
use crate::text::marks::{Marks, is_space};
use crate::text::run::{Origin, Placed};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let is_source = context.source().tag == context.locale.tag;
    look(context, Marks::EDGE_SPACE, |context, entry, run| {
        if is_from_source(context, entry, Marks::EDGE_SPACE) {
            return;
        }
        let characters = run.characters.as_slice();
        let is_edge = |placed: &&Placed<'_>| is_space(placed.character) && placed.origin != Origin::Placeable;
        let before = if run.is_start { characters.iter().take_while(is_edge).count() } else { 0 };
        // A text of nothing but spaces is empty, which is another rule's.
        if before == characters.len() {
            return;
        }
        let rest = &characters[before..];
        let after = if run.is_end { rest.iter().rev().take_while(is_edge).count() } else { 0 };
        let ends = [(&characters[..before], "begins"), (&rest[rest.len() - after..], "ends")];
        for (spaces, verb) in ends {
            let (Some(first), Some(last)) = (spaces.first(), spaces.last()) else { continue };
            // Fluent trims plain spaces that no quotes keep, so whoever wrote the source wanted the space.
            if is_source && spaces.iter().all(|placed| placed.origin != Origin::Text || placed.character == ' ') {
                continue;
            }
            let message = format!("the text {verb} with {}, which readers see as a gap", named(first.character));
            let part = span(context, entry, first.slice, last.slice);
            context.report(entry, part, message).help = Some("delete it".to_owned());
        }
    });
}
