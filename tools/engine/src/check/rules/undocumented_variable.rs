//! A variable of a source message that no comment documents.

use code_prompts_reader::names::{CODE, NUMBER, is_identifier_char};
use fluent_syntax::ast::Comment;
use rustc_hash::FxHashSet;

use crate::check::context::Context;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::project::selects::{is_plural, selects_on, variable};

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
    let (mut undocumented, mut documented_variables) = (Vec::new(), 0);
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message) {
        if entry.parts().all(|part| part.facts.variables.is_empty()) {
            continue;
        }
        let above = entry.group.map(std::ptr::from_ref);
        if above != group {
            group = above;
            of_group = entry.group.into_iter().flat_map(documented).collect();
        }
        known.clear();
        known.extend(entry.comment.into_iter().flat_map(documented).chain(has_codes.then_some(CODE)));
        // One finding for each variable is enough: the fix is one line.
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        for &variable in entry.parts().flat_map(|part| &part.facts.variables) {
            if !seen.insert(variable) {
                continue;
            }
            let is_above = of_group.contains(variable) || of_files.contains(&(entry.file, variable));
            if is_above || known.contains(variable) {
                documented_variables += 1;
            } else {
                undocumented.push((entry, variable));
            }
        }
    }
    // A source that documents few of its variables has one cause, and one finding.
    let is_habit = undocumented.len() >= MANY && undocumented.len() > documented_variables;
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
        let help = format!("write above the message: `#   ${variable} ({}) - what it is`", type_of(entry, variable));
        let more = if is_habit { ", and so for the others" } else { "" };
        context.report(entry, variable, message).help = Some(format!("{help}{more}"));
    }
}

/// From this number on, undocumented variables may be a habit of the source.
const MANY: usize = 20;

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
