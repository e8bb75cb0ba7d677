//! A variant of the source's select that the translation lacks.

use code_prompts_reader::names::shortened;
use fluent_syntax::ast::VariantKey;
use rustc_hash::FxHashSet;

use super::unreachable_variant::unknown_keys;
use crate::check::context::Context;
use crate::project::entry::Entry;
use crate::project::facts::Facts;
use crate::project::selects::{is_plural, selects_on, variable, written_key};

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    for entry in &locale.entries {
        // All selects on one variable are checked together, at the first of them.
        let mut seen: Vec<&str> = Vec::new();
        for select in entry.parts().flat_map(|part| &part.facts.selects) {
            let Some(variable) = variable(select.selector).filter(|variable| !seen.contains(variable)) else {
                continue;
            };
            seen.push(variable);
            let Some(wanted) = context.tree.original(entry) else { break };
            let is_number = selects_on(wanted, variable).any(|select| is_plural(select, Some(wanted)))
                || selects_on(entry, variable).any(|select| is_plural(select, Some(wanted)));
            if is_number {
                continue;
            }
            let (theirs, ours) = (keys_on(wanted, variable), keys_on(entry, variable));
            // A default with a name that the source does not have translates the source's default.
            let has_own_default = selects_on(entry, variable)
                .flat_map(|select| select.variants)
                .any(|variant| variant.default && !theirs.contains(written_key(variant)));
            // A default that shows the number replaces a variant for one number, such as `[0] No seat is free`.
            let shows_number = selects_on(entry, variable)
                .flat_map(|select| select.variants)
                .any(|variant| variant.default && Facts::of(&variant.value).variables.contains(&variable));
            // A variant with an unknown key is most likely the missing one: `unreachable-variant` reports it.
            let unknown = selects_on(entry, variable).map(|select| unknown_keys(select, wanted).len()).sum();
            let (mut seen, mut missing) = (FxHashSet::default(), Vec::new());
            for expected in selects_on(wanted, variable).flat_map(|select| select.variants) {
                let key = written_key(expected);
                let is_covered = ours.contains(key) || expected.default && has_own_default;
                let is_number = matches!(expected.key, VariantKey::NumberLiteral { .. });
                if is_covered || is_number && shows_number || !seen.insert(key) {
                    continue;
                }
                missing.push(expected);
            }
            if missing.len() <= unknown {
                continue;
            }
            let shown = shortened(variable);
            for expected in missing {
                let key = written_key(expected);
                let message = format!(
                    "readers of {} see another variant where `${shown}` is `{key}`: there is no `[{key}]`",
                    locale.tag
                );
                let related = (context.place(wanted.file, key), format!("the variant in {}", source.tag));
                let finding = context.report(entry, variable, message);
                finding.help = Some(format!("add `[{key}]`"));
                finding.related = Some(related);
            }
        }
    }
}

/// Returns the keys of all selects on a variable.
fn keys_on<'a>(entry: &Entry<'a>, variable: &str) -> FxHashSet<&'a str> {
    selects_on(entry, variable).flat_map(|select| select.variants).map(written_key).collect()
}
