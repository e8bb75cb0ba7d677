//! A variant of the source's select that the translation lacks.

use code_prompts_reader::names::shortened;
use fluent_syntax::ast::VariantKey;
use rustc_hash::FxHashSet;

use super::unreachable_variant::unknown_keys;
use crate::check::calls::texts_given;
use crate::check::context::Context;
use crate::check::finding::{list, list_with};
use crate::check::new_variants::add_variants;
use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::{Facts, Select};
use crate::project::selects::{have_same_keys, is_plural, same_selects, selects_on, variable, written_key};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        let Some(wanted) = context.tree.original(entry) else { continue };
        for part in entry.parts() {
            // The usual case, without a comparison of the rest.
            if wanted.part(part.attribute).is_some_and(|original| have_same_keys(original, part)) {
                continue;
            }
            // All selects on one variable are checked together, at the first of them.
            let mut seen: Vec<&str> = Vec::new();
            for select in &part.facts.selects {
                let Some(variable) = variable(select.selector).filter(|variable| !seen.contains(variable)) else {
                    continue;
                };
                seen.push(variable);
                check_part(context, (entry, part), wanted, variable);
            }
        }
    }
}

fn check_part<'a>(
    context: &mut Context<'_, 'a>,
    (entry, part): (&Entry<'a>, &Part<'a>),
    wanted: &Entry<'a>,
    variable: &'a str,
) {
    let (source, locale) = (context.source(), context.locale);
    let is_number = |entry, name| selects_on(entry, name).any(|select| is_plural(select, Some(wanted)));
    if is_number(wanted, variable) || is_number(entry, variable) {
        return;
    }
    let (theirs, ours) =
        (same_selects(wanted, part.attribute, variable), same_selects(entry, part.attribute, variable));
    let (their_keys, our_keys) = (keys_of(&theirs), keys_of(&ours));
    if their_keys.is_subset(&our_keys) {
        return;
    }
    let our_defaults = || ours.iter().flat_map(|select| select.variants).filter(|variant| variant.default);
    // A default with a name that the source does not have translates the source's default.
    let has_own_default = our_defaults().any(|variant| !their_keys.contains(written_key(variant)));
    // A default that shows the number replaces a variant for one number, such as `[0] No seat is free`.
    let shows_number = our_defaults().any(|variant| Facts::of(&variant.value).variables.contains(&variable));
    // A variant with an unknown key is most likely the missing one: `unreachable-variant` reports it.
    let unknown = ours.iter().map(|select| unknown_keys(locale, (entry, part, select), wanted).len()).sum();
    // A term gets only the texts in references to it.
    let given = (entry.kind == Kind::Term).then(|| texts_given(locale, entry.name, variable)).flatten();
    let (mut seen, mut missing) = (FxHashSet::default(), Vec::new());
    for expected in theirs.iter().flat_map(|select| select.variants) {
        let key = written_key(expected);
        let is_covered = our_keys.contains(key) || expected.default && has_own_default;
        let is_replaced = matches!(expected.key, VariantKey::NumberLiteral { .. }) && shows_number;
        let is_given = given.as_ref().is_none_or(|given| given.contains(key));
        if is_covered || is_replaced || !is_given || !seen.insert(key) {
            continue;
        }
        missing.push(expected);
    }
    if missing.len() <= unknown {
        return;
    }
    let shown = shortened(variable);
    // One finding for the select: its variants are added together.
    let Some(first) = missing.first() else { return };
    let related = (context.place(wanted.file, written_key(first)), format!("the variant in {}", source.tag));
    let quoted: Vec<_> = missing.iter().map(|variant| format!("`{}`", written_key(variant))).collect();
    let keys: Vec<_> = missing.iter().map(|variant| format!("`[{}]`", written_key(variant))).collect();
    let message = format!(
        "readers of {} see another variant where `${shown}` is {}: there is no {}",
        locale.tag,
        list_with(&quoted, "or"),
        list_with(&keys, "or")
    );
    let own: Vec<_> = missing.iter().map(|variant| written_key(variant)).collect();
    let fix = ours.first().and_then(|select| add_variants(context, entry, select, &own));
    let finding = context.report(entry, variable, message);
    finding.fix = fix;
    finding.help = Some(format!("add {}", list(&keys)));
    finding.subject = Some([entry.name, part.attribute.unwrap_or_default(), variable].join("."));
    finding.related = Some(related);
}

fn keys_of<'a>(selects: &[&Select<'a>]) -> FxHashSet<&'a str> {
    selects.iter().flat_map(|select| select.variants).map(written_key).collect()
}
