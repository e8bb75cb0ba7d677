//! A key of the source's selector that the translation lacks.

use super::super::context::Context;
use super::super::plurals::{is_plural, selects_on, variable, written_key};

pub(super) const NAME: &str = "missing-variant";
pub(super) const DOCS: &str = include_str!("../../../rules/missing-variant/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    for entry in &locale.entries {
        // A select is looked at when the first of its variable comes up, beside all others of the entry.
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
            let mut said = Vec::new();
            for expected in selects_on(wanted, variable).flat_map(|select| select.variants) {
                let key = written_key(expected);
                // A default of a name that the source does not have stands for the source's default.
                let is_covered = selects_on(entry, variable).flat_map(|select| select.variants).any(|variant| {
                    let own = written_key(variant);
                    own == key || (expected.default && variant.default && !keys(own))
                });
                if is_covered || said.contains(&key) {
                    continue;
                }
                said.push(key);
                let message = format!(
                    "readers of {} see another variant where `${variable}` is `{key}`: that one is missing",
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
