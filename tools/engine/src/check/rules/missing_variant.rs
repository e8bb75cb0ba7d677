//! A variant of the source's select that the translation lacks.

use fluent_syntax::ast::VariantKey;

use super::unreachable_variant::unknown_keys;
use crate::check::context::Context;
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
            let keys = |key: &str| {
                selects_on(wanted, variable)
                    .flat_map(|select| select.variants)
                    .any(|variant| written_key(variant) == key)
            };
            // A default that shows the number replaces a variant for one number, such as `[0] No seat is free`.
            let shows_number = selects_on(entry, variable)
                .flat_map(|select| select.variants)
                .any(|variant| variant.default && Facts::of(&variant.value).variables.contains(&variable));
            // A variant with an unknown key is most likely the missing one: `unreachable-variant` reports it.
            let unknown = selects_on(entry, variable).map(|select| unknown_keys(select, wanted).len()).sum();
            let (mut seen, mut missing) = (Vec::new(), Vec::new());
            for expected in selects_on(wanted, variable).flat_map(|select| select.variants) {
                let key = written_key(expected);
                // A default with a name that the source does not have translates the source's default.
                let is_covered = selects_on(entry, variable).flat_map(|select| select.variants).any(|variant| {
                    let own = written_key(variant);
                    own == key || (expected.default && variant.default && !keys(own))
                });
                let is_number = matches!(expected.key, VariantKey::NumberLiteral { .. });
                if is_covered || is_number && shows_number || seen.contains(&key) {
                    continue;
                }
                seen.push(key);
                missing.push(expected);
            }
            if missing.len() <= unknown {
                continue;
            }
            for expected in missing {
                let key = written_key(expected);
                let message = format!(
                    "readers of {} see another variant where `${variable}` is `{key}`: there is no `[{key}]`",
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
