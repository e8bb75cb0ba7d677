//! A prompt that the library itself can't render, in some or all of its variants.

use code_prompts::{Fault, MessageProblem, RenderProblem};
use code_prompts_reader::MAX_PLACEABLES;
use fluent_syntax::ast::{InlineExpression, VariantKey};
use rustc_hash::FxHashSet;

use crate::check::calls::calls;
use crate::check::context::Context;
use crate::check::placeables::too_many;
use crate::check::rendering::{Rendering, is_fixed};
use crate::project::entry::{Entry, Part};

pub(super) fn check(context: &mut Context<'_, '_>) {
    if context.locale.entries.iter().all(is_fixed) {
        return;
    }
    let Some(rendering) = Rendering::new(context) else { return grown(context) };
    // A term that is not given something is reported where it is called.
    let parts = context.locale.entries.iter().flat_map(Entry::parts);
    let told: FxHashSet<(&str, &str)> =
        (parts.flat_map(|part| calls(context.locale, part))).map(|(call, unset)| (call.name, unset.variable)).collect();
    let is_told = |problem: &RenderProblem| match problem {
        RenderProblem::UnknownReference { .. } | RenderProblem::Cycle | RenderProblem::LostCharacter => true,
        RenderProblem::UnsetTermVariable { term, variable, .. } => told.contains(&(&**term, &**variable)),
        _ => false,
    };
    let faults = rendering.catalog.faults();
    for (code, entry, _) in rendering.messages(context) {
        if is_fixed(entry) {
            continue;
        }
        let file = &context.tree.file(entry.file).path;
        let own = |fault: &Fault| match fault {
            Fault::BrokenMessage { at, id, problem: MessageProblem::Render(problem), .. } if !is_told(problem) => {
                let (name, attribute) = id.split_once('.').unwrap_or((id, ""));
                let is_its_own = *at.file == **file && name == entry.name;
                is_its_own.then(|| (attribute.to_owned(), problem.clone()))
            }
            _ => None,
        };
        // What breaks a variant that no case chooses is among the faults of the catalogue alone.
        let mut found: Vec<(String, RenderProblem)> = Vec::new();
        let mut cases: Vec<Vec<(String, RenderProblem)>> = Vec::new();
        rendering.render(code, |_, prompt| cases.push(prompt.faults().iter().filter_map(own).collect()));
        for pair in cases.iter().flatten().cloned().chain(faults.iter().filter_map(own)) {
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
        for (attribute, problem) in found {
            let pair = (attribute, problem);
            let is_always = cases.iter().all(|case| case.contains(&pair));
            let (attribute, problem) = pair;
            let part = entry.attribute(&attribute);
            let at = part.and_then(|part| part.attribute);
            // An attribute that is not in the tree could not be read, which another rule tells.
            if at.is_none() && !attribute.is_empty() {
                continue;
            }
            let never = if is_always { "never" } else { "do not always" };
            let message = match at {
                Some(attribute) => format!("users {never} see `{}.{attribute}`: {problem}", entry.name),
                None => format!("users {never} see `{}`: {problem}", entry.name),
            };
            let spot = part.or(entry.value.as_ref()).and_then(|part| spot(part, &problem));
            context.report(entry, spot.or(at).unwrap_or(entry.name), message).help = problem.help();
        }
    }
}

/// Reports texts that grow past all bounds, where the library has nothing to render: no runtime shows them whole.
fn grown(context: &mut Context<'_, '_>) {
    for (entry, part) in too_many(context.locale) {
        let name = entry.written_name();
        let name = part.attribute.map_or(name.clone(), |attribute| format!("{name}.{attribute}"));
        let message = format!(
            "readers do not see all of `{name}`: it has more than {MAX_PLACEABLES} placeables, with those of the texts \
             that it refers to"
        );
        context.report(entry, part.attribute.unwrap_or(entry.name), message).help = Some("make it simpler".to_owned());
    }
}

/// Finds the part of a text that the problem is about, if the text itself has it.
fn spot<'a>(part: &Part<'a>, problem: &RenderProblem) -> Option<&'a str> {
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
