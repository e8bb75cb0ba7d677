//! Text that is not in Unicode's composed form (NFC).

use std::cell::LazyCell;
use std::sync::Arc;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::check::cause::Cause;
use crate::check::characters::{for_each_run, span};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::run::Placed;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let problem = "are not in Unicode's composed form (NFC): a search misses them";
    let cause = LazyCell::new(|| Cause::new(Cause::texts_of(locale), problem, "convert them to NFC"));
    for_each_run(context, Marks::NORMALIZATION, |context, entry, run| {
        if is_nfc_quick(run.characters.iter().map(|placed| placed.character)) == IsNormalized::Yes {
            return;
        }
        // The first one is enough: a decomposed text is usually decomposed throughout.
        let mut groups = run.characters.chunk_by(|_, next| !is_boundary(next.character));
        let Some((group, composed)) = groups.find_map(shorter_nfc) else { return };
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let part = span(context, entry, first.slice, last.slice);
        let written = numbers(group.iter().map(|placed| placed.character));
        let message = format!("`{composed}` is written as {written}: it may look wrong, and a search misses it");
        let help = format!("write `{composed}` as {}, and convert the text to NFC", numbers(composed.chars()));
        let finding = context.report(entry, part, message);
        finding.help = Some(help);
        finding.cause = Some(Arc::clone(&cause));
    });
}

/// Returns whether normalization never combines this character with one before it.
fn is_boundary(character: char) -> bool {
    character.is_ascii()
        || canonical_combining_class(character) == 0 && is_nfc_quick([character].into_iter()) != IsNormalized::Maybe
}

/// Returns the NFC of a group, if it has fewer characters. Other differences are ignored: Arabic and Hebrew marks are
/// typed in another order than Unicode's, and NFC decomposes some Indic characters.
fn shorter_nfc<'g, 'a>(group: &'g [Placed<'a>]) -> Option<(&'g [Placed<'a>], String)> {
    let composed: String = group.iter().map(|placed| placed.character).nfc().collect();
    (composed.chars().count() < group.len()).then_some((group, composed))
}

fn numbers(characters: impl Iterator<Item = char>) -> String {
    let numbers: Vec<_> = characters.map(|character| format!("U+{:04X}", u32::from(character))).collect();
    numbers.join(" ")
}
