//! A variable without a value: a translation uses it and the source message does not, or a term uses it and does not
//! get it.

use crate::check::calls::calls;
use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::check::reach::Reach;
use crate::project::codes::Codes;
use crate::project::entry::{Entry, Kind};
use crate::text::nearest::Guesses;
use code_prompts_reader::names::{CODE, shortened};
use rustc_hash::FxHashSet;

pub(super) fn check(context: &mut Context<'_, '_>) {
    terms(context);
    if context.source().tag != context.locale.tag {
        messages(context);
    }
}

/// Reports references to terms that do not pass a variable that the term shows.
fn terms(context: &mut Context<'_, '_>) {
    let (locale, is_obsolete) = (context.locale, context.obsolete());
    for entry in locale.entries.iter().filter(|entry| !is_obsolete(entry)) {
        for part in entry.parts() {
            for (call, unset) in calls(locale, entry.file, part) {
                let (term, variable) = (call.name, shortened(unset.variable));
                let message = format!(
                    "`${variable}` has no value when this is shown: `-{term}` uses it, and is not given it here"
                );
                let place = context.place(unset.entry.file, unset.variable);
                let finding = context.report(entry, call.name, message);
                let give = format!("write `{{ -{term}({variable}: \"…\") }}`");
                finding.help = Some(format!("{give}: a term does not see the variables of the message"));
                finding.related = Some((place, "where it is shown".to_owned()));
            }
        }
    }
}

fn messages(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let has_codes = !matches!(context.tree.codes, Codes::None);
    let broken = context.broken_names(source);
    let broken: FxHashSet<&str> = broken.iter().filter_map(|name| Some(name.split_once('.')?.0)).collect();
    let mut reach = Reach::new(source);
    let mut guesses = Guesses::new();
    for entry in locale.entries.iter().filter(|entry| entry.kind == Kind::Message && has_variables(entry)) {
        let Some(wanted) = context.tree.original(entry) else { continue };
        // An attribute with a syntax error may use any variable.
        if broken.contains(wanted.name) {
            continue;
        }
        // One finding for each variable of a message: the other uses have the same cause.
        let mut reported: Vec<&str> = Vec::new();
        for part in entry.parts() {
            // Usually the same part of the source has the variable, and no references need to be followed.
            let same = wanted.part(part.attribute).map(|same| same.facts.variables.as_slice()).unwrap_or_default();
            if part.facts.variables == same {
                continue;
            }
            let same: FxHashSet<&str> = same.iter().copied().collect();
            for &variable in &part.facts.variables {
                let is_given = has_codes && variable == CODE;
                let is_known = is_given || same.contains(variable) || reach.entry_uses(wanted, variable);
                if is_known || reported.contains(&variable) {
                    continue;
                }
                reported.push(variable);
                let of = shortened(entry.name);
                let message =
                    format!("`${variable}` has no value when this is shown: `{of}` in {} does not use it", source.tag);
                let names = wanted.parts().flat_map(|part| part.facts.variables.iter().map(|name| Some(*name)));
                let nearest = guesses.nearest_of(variable, names);
                let help = match nearest {
                    Some(nearest) => format!("is `${nearest}` meant?"),
                    None => "remove it, or use a variable of the source".to_owned(),
                };
                let place = context.place(wanted.file, wanted.name);
                let fix = nearest.map(|name| renaming(context, entry, variable, name));
                let finding = context.report(entry, variable, message);
                finding.help = Some(help);
                finding.related = Some((place, format!("the message in {}", source.tag)));
                finding.fix = fix;
            }
        }
    }
}

/// Returns a fix that writes another variable, wherever an entry uses one.
fn renaming(context: &Context<'_, '_>, entry: &Entry<'_>, variable: &str, name: &str) -> Fix {
    let uses = entry.parts().flat_map(|part| &part.facts.variables).filter(|used| **used == variable);
    let edits = uses.map(|used| (context.tree.range(entry.file, used), name.to_owned())).collect();
    Fix { title: format!("Write `${name}`"), edits }
}

fn has_variables(entry: &Entry<'_>) -> bool {
    entry.parts().any(|part| !part.facts.variables.is_empty())
}
