//! The script that a locale is written in.

use crate::project::entry::{Entry, Part};
use crate::project::locale::Locale;
use crate::project::tree::Tree;
use crate::text::scripts::Script;

/// Returns the script of a locale. A locale that wrote most of its texts in Latin letters, and not in the script of its
/// language, has chosen that: Serbian is written in both.
pub(super) fn written_script(tree: &Tree<'_>, locale: &Locale<'_>) -> Script {
    let script = Script::of(locale.id);
    if script == Script::Latin || locale.id.script.is_some() || !is_written_in_latin(tree, locale) {
        return script;
    }
    Script::Latin
}

fn is_written_in_latin(tree: &Tree<'_>, locale: &Locale<'_>) -> bool {
    const FEW: usize = 10;
    let is_own = |entry: &Entry<'_>, part: &Part<'_>| {
        has_word(part) && tree.original_part(entry, part).is_some_and(|source| source.pattern != part.pattern)
    };
    let parts = locale.entries.iter().flat_map(|entry| entry.parts().filter(|part| is_own(entry, part)));
    // Most locales show what they are written in at once.
    const ENOUGH: usize = 200;
    let (latin, all) =
        parts.take(ENOUGH).fold((0, 0), |(latin, all), part| (latin + usize::from(is_latin(part)), all + 1));
    all >= FEW && latin * 2 > all
}

fn has_word(part: &Part<'_>) -> bool {
    part.facts.texts.iter().any(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 2)
}

/// Returns whether all letters of a text are Latin.
fn is_latin(part: &Part<'_>) -> bool {
    part.facts.texts.iter().flat_map(|text| text.chars()).all(|c| !c.is_alphabetic() || c < '\u{250}')
}
