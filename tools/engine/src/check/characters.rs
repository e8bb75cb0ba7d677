//! Single characters of the texts of a locale, for the rules that look at those.

use super::context::Context;
use super::marks::Marks;
use super::run::{Run, runs};
use super::tree::Entry;

/// Tells whether the source of a translation holds the same: then it is so on purpose, or is reported there.
pub fn is_from_source(context: &Context<'_, '_>, entry: &Entry<'_>, mark: Marks) -> bool {
    let source = context.source();
    let of_source = context.tree.original(entry).filter(|_| source.tag != context.locale.tag);
    of_source.is_some_and(|entry| entry.parts().any(|part| part.facts.marks.has(mark)))
}

/// How many findings a rule reports of a run at most: a file of noise is one defect, not a million.
pub const MOST: usize = 10;

/// Calls back for each run of the parts of a locale that have a mark.
pub fn look<'a>(
    context: &mut Context<'_, 'a>,
    mark: Marks,
    mut check: impl FnMut(&mut Context<'_, 'a>, &Entry<'a>, &Run<'a>),
) {
    let locale = context.locale;
    if !locale.marks.has(mark) {
        return;
    }
    for entry in &locale.entries {
        for part in entry.parts().filter(|part| part.facts.marks.has(mark)) {
            runs(part.pattern).iter().for_each(|run| check(context, entry, run));
        }
    }
}

/// Gives the part of a file from one slice of it to another.
pub fn span<'a>(context: &Context<'_, 'a>, entry: &Entry<'_>, first: &'a str, last: &'a str) -> &'a str {
    let start = context.tree.range(entry.file, first).start;
    let end = context.tree.range(entry.file, last).end;
    context.tree.file(entry.file).readable().get(start..end).unwrap_or(first)
}

/// Names a character as `U+202E right-to-left override`.
pub fn named(character: char) -> String {
    let number = format!("U+{:04X}", u32::from(character));
    match name(character) {
        "" => number,
        name => format!("{number} {name}"),
    }
}

fn name(character: char) -> &'static str {
    match character {
        '\0' => "null",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\t' => "tab",
        '\u{B}' => "vertical tab",
        '\u{C}' => "form feed",
        '\r' => "carriage return",
        '\u{1B}' => "escape",
        '\u{7F}' => "delete",
        '\u{85}' => "next line",
        '\0'..='\u{1F}' | '\u{80}'..='\u{9F}' => "control character",
        '\u{A0}' => "no-break space",
        '\u{AD}' => "soft hyphen",
        '\u{61C}' => "Arabic letter mark",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "Hangul filler",
        '\u{180E}' => "Mongolian vowel separator",
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "pop directional formatting",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{202F}' => "narrow no-break space",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "pop directional isolate",
        '\u{206A}'..='\u{206F}' => "deprecated format character",
        '\u{3000}' => "ideographic space",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => "variation selector",
        '\u{FEFF}' => "byte order mark",
        '\u{E0000}'..='\u{E007F}' => "tag character",
        ' ' | '\u{2000}'..='\u{200A}' => "space",
        _ => "",
    }
}
