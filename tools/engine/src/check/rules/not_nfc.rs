//! Text that is not in Unicode's composed form.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::check::characters::{look, span};
use crate::check::context::Context;
use crate::text::marks::Marks;
use crate::text::run::Placed;

pub(super) fn check(context: &mut Context<'_, '_>) {
    look(context, Marks::NORMALIZATION, |context, entry, run| {
        if is_nfc_quick(run.characters.iter().map(|placed| placed.character)) == IsNormalized::Yes {
            return;
        }
        // One of them is enough: where a text is decomposed it is so throughout.
        let mut groups = run.characters.chunk_by(|_, next| !is_boundary(next.character));
        let Some((group, composed)) = groups.find_map(changed) else { return };
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let part = span(context, entry, first.slice, last.slice);
        let written = numbers(group.iter().map(|placed| placed.character));
        let message = format!("`{composed}` is written as {written}: it may look wrong, and a search misses it");
        let help = format!("write `{composed}` as {}, and bring the text to NFC", numbers(composed.chars()));
        context.report(entry, part, message).help = Some(help);
    });
}

/// Whether nothing before this character can change with it.
fn is_boundary(character: char) -> bool {
    character.is_ascii()
        || canonical_combining_class(character) == 0 && is_nfc_quick([character].into_iter()) != IsNormalized::Maybe
}

/// Gives what composing makes of a group, if that is fewer characters. The order of marks says nothing: Arabic and Hebrew
/// are typed in another than Unicode's, and Indic scripts have characters that Unicode takes apart.
fn changed<'g, 'a>(group: &'g [Placed<'a>]) -> Option<(&'g [Placed<'a>], String)> {
    let composed: String = group.iter().map(|placed| placed.character).nfc().collect();
    (composed.chars().count() < group.len()).then_some((group, composed))
}

fn numbers(characters: impl Iterator<Item = char>) -> String {
    let numbers: Vec<_> = characters.map(|character| format!("U+{:04X}", u32::from(character))).collect();
    numbers.join(" ")
}
