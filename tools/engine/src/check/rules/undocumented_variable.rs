//! A variable of a source message that no comment documents.

use code_prompts_reader::names::{CODE, is_identifier_char};
use fluent_syntax::ast::Comment;
use rustc_hash::FxHashSet;

use crate::check::context::Context;
use crate::project::codes::Codes;
use crate::project::entry::Kind;

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
        for &variable in entry.parts().flat_map(|part| &part.facts.variables) {
            let is_above = of_group.contains(variable) || of_files.contains(&(entry.file, variable));
            // One finding for each variable is enough: the fix is one line.
            if is_above || !known.insert(variable) {
                continue;
            }
            let message = format!("translators do not know what `${variable}` is, and may translate the text wrong");
            let help = format!("write above the message: `#   ${variable} (String) - what it is`");
            context.report(entry, variable, message).help = Some(help);
        }
    }
}

/// Returns the names after a `$` or in quotes in a comment, as in: “details” is the reason.
fn documented<'a>(comment: &'a Comment<&'a str>) -> impl Iterator<Item = &'a str> {
    let quoted = |line: &&'a str| line.split(['"', '`', '“', '”']).skip(1).step_by(2);
    let named = |line: &&'a str| line.split('$').skip(1);
    let names = comment.content.iter().flat_map(named);
    let names = names.map(|rest| rest.split(|char| !is_identifier_char(char)).next().unwrap_or_default());
    names.chain(comment.content.iter().flat_map(quoted))
}
