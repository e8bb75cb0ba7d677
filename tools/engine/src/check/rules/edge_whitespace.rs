//! A space at the start or the end of a text.

use crate::check::characters::{describe, for_each_run, is_from_source, span};
use crate::check::context::Context;
use crate::project::entry::Entry;
use crate::project::locale::Locale;
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
            let text: String = rest.iter().take(1).map(|placed| placed.character).collect();
            // French has a space before these marks; the text before them is a value that another text shows.
            let is_french = verb == "begins" && text.starts_with([':', ';', '!', '?', '»']);
            if is_french || is_glued(context, entry, verb == "begins") {
                continue;
            }
            let message = format!("the text {verb} with {}, which readers see as a gap", describe(first.character));
            let part = span(context, entry, first.slice, last.slice);
            let finding = context.report(entry, part, message);
            finding.help = Some("delete it".to_owned());
            // In quotes, the space may be all there is.
            if first.origin == Origin::Text && last.origin == Origin::Text {
                finding.delete("the space");
            }
        }
    });
}

/// Returns whether a text seems to be glued to another one, which needs the space: the source begins in lower case or with a mark, or
/// ends with a mark, or other locales have a space here too.
fn is_glued(context: &Context<'_, '_>, entry: &Entry<'_>, is_start: bool) -> bool {
    const OTHERS: usize = 2;
    let Some(original) = context.tree.original(entry).filter(|_| context.source().tag != context.locale.tag) else {
        return false;
    };
    let is_open = |text: &str| match is_start {
        true => text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ':' | ')')),
        false => text.ends_with([':', ',', '(', '=', '-', '–', '—']),
    };
    let texts = || {
        original.parts().filter_map(|part| {
            let texts = &part.facts.texts;
            if is_start { texts.first() } else { texts.last() }
        })
    };
    let Some(index) = entry.original else { return false };
    let has_space = |locale: &&Locale<'_>| {
        locale
            .translation(index.get())
            .is_some_and(|entry| entry.parts().any(|part| part.facts.marks.has(Marks::EDGE_SPACE)))
    };
    let others = || context.tree.locales.iter().filter(|locale| locale.tag != context.locale.tag);
    texts().any(|text| is_open(text.trim())) || others().filter(has_space).count() >= OTHERS
}
