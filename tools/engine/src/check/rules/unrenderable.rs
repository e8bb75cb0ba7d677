//! A prompt that the library can't render in one of its cases.

use code_prompts::{Fault, MessageProblem, RenderProblem};
use code_prompts_reader::MAX_PLACEABLES;
use code_prompts_reader::names::shortened;
use fluent_syntax::ast::{InlineExpression, VariantKey};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::calls::calls;
use crate::check::context::Context;
use crate::check::placeables::too_many;
use crate::check::rendering::{Rendering, is_fixed};
use crate::project::entry::Part;

pub(super) fn check(context: &mut Context<'_, '_>) {
    if context.locale.entries.iter().all(is_fixed) {
        return;
    }
    let Some(rendering) = Rendering::new(context) else { return report_too_many(context) };
    // `unknown-variable` reports a term that does not get a variable, at the reference to it.
    let parts = context.locale.entries.iter().flat_map(|entry| entry.parts().map(|part| (entry.file, part)));
    let reported: FxHashSet<(&str, &str)> = parts
        .flat_map(|(file, part)| calls(context.locale, file, part))
        .map(|(call, unset)| (call.name, unset.variable))
        .collect();
    let is_reported = |problem: &RenderProblem| match problem {
        RenderProblem::UnknownReference { .. } | RenderProblem::Cycle | RenderProblem::LostCharacter => true,
        RenderProblem::UnsetTermVariable { term, variable, .. } => reported.contains(&(&**term, &**variable)),
        _ => false,
    };
    let all = rendering.catalog.faults();
    let mut faults: FxHashMap<&str, Vec<&Fault>> = FxHashMap::default();
    for fault in &all {
        if let Fault::BrokenMessage { id, .. } = fault {
            faults.entry(split(id).0).or_default().push(fault);
        }
    }
    for (code, entry, _) in rendering.messages(context) {
        if is_fixed(entry) {
            continue;
        }
        let file = &context.tree.file(entry.file).path;
        let own = |fault: &Fault| match fault {
            Fault::BrokenMessage { at, id, problem: MessageProblem::Render(problem), .. } if !is_reported(problem) => {
                let (name, attribute) = split(id);
                let is_its_own = *at.file == **file && name == entry.name;
                is_its_own.then(|| (attribute.to_owned(), problem.clone()))
            }
            _ => None,
        };
        // A broken variant that no case selects is only in the faults of the catalogue.
        let mut found: Vec<(String, RenderProblem)> = Vec::new();
        let mut cases: Vec<Vec<(String, RenderProblem)>> = Vec::new();
        rendering.render(code, |_, prompt| cases.push(prompt.faults().iter().filter_map(own).collect()));
        let of_name = faults.get(entry.name).into_iter().flatten().copied();
        for pair in cases.iter().flatten().cloned().chain(of_name.filter_map(own)) {
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
        for pair in found {
            let is_always = cases.iter().all(|case| case.contains(&pair));
            let (attribute, problem) = pair;
            let part = entry.attribute(&attribute);
            let at = part.and_then(|part| part.attribute);
            // An attribute that is not in the tree has a syntax error: `syntax` reports it.
            if at.is_none() && !attribute.is_empty() {
                continue;
            }
            let never = if is_always { "never" } else { "do not always" };
            let message = match at {
                Some(attribute) => format!("users {never} see `{}.{attribute}`: {problem}", shortened(entry.name)),
                None => format!("users {never} see `{}`: {problem}", shortened(entry.name)),
            };
            let place = part.or(entry.value.as_ref()).and_then(|part| find_place(part, &problem));
            context.report(entry, place.or(at).unwrap_or(entry.name), message).help = problem.help();
        }
    }
}

/// Splits `message.attribute`.
fn split(id: &str) -> (&str, &str) {
    id.split_once('.').unwrap_or((id, ""))
}

/// Reports texts with too many placeables, for a folder without codes, which the library can't render.
fn report_too_many(context: &mut Context<'_, '_>) {
    for (entry, part) in too_many(context.locale) {
        let name = entry.shown_name();
        let name = part.attribute.map_or(name.clone(), |attribute| format!("{name}.{attribute}"));
        let message = format!(
            "readers do not see all of `{name}`: it has more than {MAX_PLACEABLES} placeables, including those of \
             the texts that it refers to"
        );
        context.report(entry, part.attribute.unwrap_or(entry.name), message).help = Some("simplify it".to_owned());
    }
}

/// Finds the place of a problem in a text, if it is in the text itself.
fn find_place<'a>(part: &Part<'a>, problem: &RenderProblem) -> Option<&'a str> {
    let facts = &part.facts;
    let number = match problem {
        RenderProblem::UnsetTermVariable { term, .. } => {
            return facts.references.iter().map(|reference| reference.name).find(|name| *name == &**term);
        }
        RenderProblem::NotANumber => return facts.functions.first().map(|(name, _)| *name),
        RenderProblem::TooManyDigits { number, .. } => number,
        _ => return None,
    };
    let arguments = facts.functions.iter().flat_map(|(_, arguments)| &arguments.named).map(|named| &named.value);
    let literals = arguments.filter_map(|value| match value {
        InlineExpression::NumberLiteral { value } => Some(*value),
        _ => None,
    });
    let keys = facts.selects.iter().flat_map(|select| select.variants).filter_map(|variant| match variant.key {
        VariantKey::NumberLiteral { value } => Some(value),
        VariantKey::Identifier { .. } => None,
    });
    literals.chain(keys).find(|literal| *literal == &**number)
}
