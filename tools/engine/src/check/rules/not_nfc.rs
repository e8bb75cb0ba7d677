//! Text that is not in Unicode's composed form (NFC).

use std::cell::LazyCell;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::check::cause::Cause;
use crate::check::characters::{for_each_run_of, span};
use crate::check::context::Context;
use crate::project::entry::Part;
use crate::project::locale::Locale;
use crate::text::marks::Marks;
use crate::text::run::Placed;
use crate::text::scripts::Script;

/// The maximum number of characters of a letter that are shown one by one.
const MAX_SHOWN: usize = 8;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    let habits = files_with_habit(locale);
    let problem = "are not in Unicode's composed form (NFC): a search misses them";
    let cause = LazyCell::new(|| Cause::new(Cause::texts_of(locale), problem, "convert them to NFC"));
    for_each_run_of(context, may_be_decomposed, |context, entry, run| {
        let is_composed = is_nfc_quick(run.characters.iter().map(|placed| placed.character)) == IsNormalized::Yes;
        if is_composed || habits.contains(&entry.file) {
            return;
        }
        // The first one is enough: a decomposed text is usually decomposed throughout.
        let mut groups = run.characters.chunk_by(|_, next| !is_boundary(next.character));
        let Some((group, composed)) = groups.find_map(shorter_nfc) else { return };
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let part = span(context, entry, first.slice, last.slice);
        let (message, help) = if group.len() > MAX_SHOWN {
            let message = format!(
                "a letter with {} marks is not composed: it may look wrong, and a search misses it",
                group.len() - 1
            );
            (message, "convert the text to NFC".to_owned())
        } else {
            let written = numbers(group.iter().map(|placed| placed.character));
            let message = format!("`{composed}` is written as {written}: it may look wrong, and a search misses it");
            (message, format!("write `{composed}` as {}, and convert the text to NFC", numbers(composed.chars())))
        };
        let finding = context.report(entry, part, message);
        finding.help = Some(help);
        if !part.contains('\\') {
            finding.replace(format!("Convert to `{composed}`"), composed);
        }
        finding.cause = Some(Arc::clone(&cause));
    });
}

/// Returns whether a part may have characters that normalization combines. Most texts have none, and need no runs.
fn may_be_decomposed(part: &Part<'_>) -> bool {
    let is_composed = |text: &&str| is_nfc_quick(text.chars()) == IsNormalized::Yes;
    // A literal may have escapes.
    let has_literals = !part.facts.literals.is_empty();
    part.facts.marks.has(Marks::NORMALIZATION) && (has_literals || !part.facts.texts.iter().all(is_composed))
}

/// Returns the files in which more texts are decomposed than composed, as some keyboards for scripts of India write them:
/// then searches find them by the same habit.
fn files_with_habit(locale: &Locale<'_>) -> FxHashSet<usize> {
    let is_other_script = matches!(Script::of(locale.id), Script::Other(_));
    if !locale.marks.has(Marks::NORMALIZATION) || !is_other_script {
        return FxHashSet::default();
    }
    // For each file, the numbers of decomposed and of composed texts.
    let mut counts: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for entry in &locale.entries {
        let (decomposed, composed) = counts.entry(entry.file).or_default();
        for text in entry.parts().flat_map(|part| &part.facts.texts).filter(|text| !text.is_ascii()) {
            if is_nfc_quick(text.chars()) != IsNormalized::Yes && text.chars().nfc().count() < text.chars().count() {
                *decomposed += 1;
            } else if text.chars().any(decomposes) {
                *composed += 1;
            }
        }
    }
    counts.into_iter().filter(|(_, (decomposed, composed))| decomposed > composed).map(|(file, _)| file).collect()
}

/// Returns whether a character can also be written as several.
fn decomposes(character: char) -> bool {
    let mut count = 0;
    decompose_canonical(character, |_| count += 1);
    count > 1
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
