//! The characters of the texts of a locale, for the rules about characters.

use super::context::Context;
use crate::project::entry::{Entry, Part};
use crate::text::marks::Marks;
use crate::text::run::{Origin, Placed, Run, UNKNOWN};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// Returns whether the source of a translation has the mark too. Then it is intended, or is reported there.
pub(super) fn is_from_source(context: &Context<'_, '_>, entry: &Entry<'_>, mark: Marks) -> bool {
    let source = context.source();
    let of_source = context.tree.original(entry).filter(|_| source.tag != context.locale.tag);
    of_source.is_some_and(|entry| entry.parts().any(|part| part.facts.marks.has(mark)))
}

/// The maximum number of findings of a rule in one run: a binary file must not give a million.
pub(super) const MAX_FINDINGS: usize = 10;

/// Calls `check` for each run in the texts of a locale that have a mark.
pub(super) fn for_each_run<'a>(
    context: &mut Context<'_, 'a>,
    mark: Marks,
    check: impl FnMut(&mut Context<'_, 'a>, &Entry<'a>, &Run<'a>),
) {
    if context.locale.marks.has(mark) {
        for_each_run_of(context, |part| part.facts.marks.has(mark), check);
    }
}

/// Calls `check` for each run in the parts of a locale that fulfil a condition.
pub(super) fn for_each_run_of<'a>(
    context: &mut Context<'_, 'a>,
    is_wanted: impl Fn(&Part<'a>) -> bool,
    mut check: impl FnMut(&mut Context<'_, 'a>, &Entry<'a>, &Run<'a>),
) {
    let locale = context.locale;
    for entry in &locale.entries {
        for part in entry.parts().filter(|part| is_wanted(part)) {
            runs(part.pattern).iter().for_each(|run| check(context, entry, run));
        }
    }
}

/// Returns the runs of a pattern.
fn runs<'a>(pattern: &'a Pattern<&'a str>) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    gather(pattern, true, true, &mut runs);
    runs
}

fn gather<'a>(pattern: &'a Pattern<&'a str>, is_start: bool, is_end: bool, runs: &mut Vec<Run<'a>>) {
    let mut run = Run { characters: Vec::new(), is_start, is_end };
    for (index, element) in pattern.elements.iter().enumerate() {
        match element {
            PatternElement::TextElement { value } => run.add(value, Origin::Text),
            PatternElement::Placeable { expression } => {
                let mut expression = expression;
                while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
                    expression = inner;
                }
                if let Expression::Inline(InlineExpression::StringLiteral { value }) = expression {
                    run.add(value, Origin::Literal(index));
                    continue;
                }
                if let Expression::Select { variants, .. } = expression {
                    let is_first = is_start && run.characters.is_empty();
                    let mut rest = pattern.elements.iter().skip(index + 1);
                    let is_last = is_end && rest.all(is_nothing);
                    variants.iter().for_each(|variant| gather(&variant.value, is_first, is_last, runs));
                }
                run.characters.push(Placed { character: UNKNOWN, slice: "", origin: Origin::Placeable });
                literals(expression, runs);
            }
        }
    }
    runs.push(run);
}

/// Adds a run for each string literal in arguments. Those runs have no edges.
fn literals<'a>(expression: &'a Expression<&'a str>, runs: &mut Vec<Run<'a>>) {
    let inline = match expression {
        Expression::Inline(inline) | Expression::Select { selector: inline, .. } => inline,
    };
    let arguments = match inline {
        InlineExpression::StringLiteral { value } => {
            let mut run = Run::default();
            run.add(value, Origin::Literal(0));
            runs.push(run);
            return;
        }
        InlineExpression::Placeable { expression } => return literals(expression, runs),
        InlineExpression::FunctionReference { arguments, .. } => arguments,
        InlineExpression::TermReference { arguments: Some(arguments), .. } => arguments,
        _ => return,
    };
    for argument in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
        if let InlineExpression::StringLiteral { value } = argument {
            let mut run = Run::default();
            run.add(value, Origin::Literal(0));
            runs.push(run);
        }
    }
}

fn is_nothing(element: &PatternElement<&str>) -> bool {
    let literal = InlineExpression::StringLiteral { value: "" };
    matches!(element, PatternElement::Placeable { expression: Expression::Inline(inline) } if *inline == literal)
}

/// Returns the part of a file from the start of one slice to the end of another.
pub(super) fn span<'a>(context: &Context<'_, 'a>, entry: &Entry<'_>, first: &'a str, last: &'a str) -> &'a str {
    let start = context.tree.range(entry.file, first).start;
    let end = context.tree.range(entry.file, last).end;
    context.tree.file(entry.file).readable().get(start..end).unwrap_or(first)
}

/// Returns the number and the name of a character, such as `U+202E right-to-left override`.
pub(crate) fn describe(character: char) -> String {
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
