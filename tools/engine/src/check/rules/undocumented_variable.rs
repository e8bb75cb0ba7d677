//! A variable of a source message that no comment documents.

use code_prompts_reader::names::{CODE, NUMBER, is_identifier_char};
use fluent_syntax::ast::{Comment, Expression, Pattern, PatternElement};
use rustc_hash::FxHashSet;

use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::project::selects::{is_plural, selects_on, variable};
use crate::text::nearest::nearest;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    if locale.tag != context.source().tag {
        return;
    }
    // The library sets `$code` in every message of a folder with codes.
    let has_codes = !matches!(context.tree.codes, Codes::None);
    let comments = locale.file_comments.iter();
    let of_files: FxHashSet<(usize, &str)> =
        comments.flat_map(|(file, comment)| documented(comment).map(|name| (*file, name))).collect();
    // The comment of a group is read once for all its messages.
    let (mut group, mut of_group) = (None, FxHashSet::default());
    let mut known: FxHashSet<&str> = FxHashSet::default();
    // A comment may be for all the messages below it, up to the next one.
    let mut of_block = None;
    let (mut undocumented, mut documented_variables) = (Vec::new(), 0);
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        if entry.parts().all(|part| part.facts.variables.is_empty()) || entry.comment.is_some_and(is_retired) {
            continue;
        }
        let above = entry.group.map(std::ptr::from_ref);
        let is_new_group = above != group;
        if is_new_group {
            group = above;
            of_group = entry.group.into_iter().flat_map(documented).collect();
        }
        known.clear();
        of_block = entry.comment.or(of_block.filter(|_| !is_new_group));
        known.extend(of_block.into_iter().flat_map(documented).chain(has_codes.then_some(CODE)));
        // One finding for each variable is enough: the fix is one line.
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        for &variable in entry.parts().flat_map(|part| &part.facts.variables) {
            if !seen.insert(variable) || is_markup(entry, variable) {
                continue;
            }
            // “{ $hours -> [one] One hour …” says what its number is, unless a note names another.
            if known.is_empty() && !has_codes && selects_on(entry, variable).any(|select| is_plural(select, None)) {
                continue;
            }
            let is_above = of_group.contains(variable) || of_files.contains(&(entry.file, variable));
            if is_above || known.contains(variable) {
                // What a comment further up happens to name is no habit of documenting.
                documented_variables += usize::from(is_above || entry.comment.is_some());
            } else {
                undocumented.push((entry, variable));
            }
        }
    }
    let is_mostly = undocumented.len() > documented_variables;
    // Nobody is going to document the variables of a project that does without.
    if is_mostly && !has_codes {
        return;
    }
    // A source that documents few of its variables has one cause, and one finding.
    let is_habit = is_mostly && undocumented.len() >= MANY;
    let all = undocumented.len();
    for (entry, variable) in undocumented.into_iter().take(if is_habit { 1 } else { all }) {
        let message = if is_habit {
            format!(
                "translators do not know what {all} of {} variables are, such as `${variable}` here, and may translate \
                 the texts wrong",
                all + documented_variables
            )
        } else {
            format!("translators do not know what `${variable}` is, and may translate the text wrong")
        };
        let names = entry.comment.into_iter().flat_map(documented).filter(|name| !has_variable(entry, name));
        let near = if is_habit { None } else { nearest(variable, names.take(MAX_COMPARED)) };
        if let Some(near) = near {
            let help = format!("write `${variable}` in the comment above, if `{near}` there means it");
            context.report(entry, variable, message).help = Some(help);
            continue;
        }
        let help = format!("write above the message: `#   ${variable} ({}) - what it is`", type_of(entry, variable));
        let more = if is_habit { ", and so for the others" } else { "" };
        let line = context.tree.line_of(entry.file, entry.name);
        let finding = context.report(entry, variable, message);
        finding.help = Some(format!("{help}{more}"));
        let note = format!("#   ${variable} ({}) - \n", type_of(entry, variable));
        finding.fix = Some(Fix::new(format!("Add a note about `${variable}`"), line..line, note));
    }
}

/// From this number on, undocumented variables may be a habit of the source.
const MANY: usize = 6;

/// The maximum number of names that are compared with a variable.
const MAX_COMPARED: usize = 100;

fn has_variable(entry: &Entry<'_>, name: &str) -> bool {
    entry.parts().any(|part| part.facts.variables.contains(&name))
}

/// Returns whether a comment says that its message is kept for old translations only.
fn is_retired(comment: &Comment<&str>) -> bool {
    const WORDS: [&str; 3] = ["obsolete", "no longer used", "deprecated"];
    let mut lines = comment.content.iter().map(|line| line.to_lowercase());
    lines.any(|line| WORDS.iter().any(|word| line.contains(word)))
}

/// Returns whether a variable is only in tags, as in `<a href="{ $url }">`: a translator copies it with the tag.
fn is_markup(entry: &Entry<'_>, name: &str) -> bool {
    entry.parts().all(|part| {
        let all = part.facts.variables.iter().filter(|variable| **variable == name).count();
        all == 0 || all == count_in_tags(part.pattern, name, false)
    })
}

fn count_in_tags(pattern: &Pattern<&str>, name: &str, mut is_in_tag: bool) -> usize {
    let mut count = 0;
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => is_in_tag = ends_in_tag(value, is_in_tag),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                count += usize::from(is_in_tag && variable(inline) == Some(name));
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                count += variants.iter().map(|variant| count_in_tags(&variant.value, name, is_in_tag)).sum::<usize>();
            }
        }
    }
    count
}

fn ends_in_tag(text: &str, is_in_tag: bool) -> bool {
    let is_start = |at: usize| text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic()));
    match (text.rfind('<').filter(|at| is_start(*at)), text.rfind('>')) {
        (Some(start), Some(end)) => start > end,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => is_in_tag,
    }
}

/// Returns the type for a variable's documentation: a number if a plural or `NUMBER()` says so.
fn type_of(entry: &Entry<'_>, name: &str) -> &'static str {
    let formatted = entry.parts().flat_map(|part| &part.facts.functions);
    let mut formatted = formatted.filter(|(function, _)| *function == NUMBER).flat_map(|(_, call)| &call.positional);
    let is_number = selects_on(entry, name).any(|select| is_plural(select, None))
        || formatted.any(|value| variable(value) == Some(name));
    if is_number { "Number" } else { "String" }
}

/// Returns the names in a comment: after a `$`, in quotes as in: “details” is the reason, or at the start of a line as in:
/// details - the reason.
fn documented<'a>(comment: &'a Comment<&'a str>) -> impl Iterator<Item = &'a str> {
    let quoted = |line: &&'a str| line.split(['"', '`', '“', '”']).skip(1).step_by(2);
    let named = |line: &&'a str| line.split('$').skip(1);
    let names = comment.content.iter().flat_map(named).map(name_at_start);
    let first = comment.content.iter().filter_map(|line| {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '•' | '{' | '<'));
        let name = name_at_start(line);
        let rest = line.get(name.len()..)?.trim_start_matches(['}', '>']).trim_start();
        rest.starts_with([':', '=', '(', '-', '–', '—']).then_some(name)
    });
    names.chain(first).chain(comment.content.iter().flat_map(quoted))
}

fn name_at_start(text: &str) -> &str {
    text.split(|char| !is_identifier_char(char)).next().unwrap_or_default()
}
