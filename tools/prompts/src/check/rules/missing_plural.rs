//! A plural category of the locale that the variants of a select lack.

use fluent_syntax::ast::VariantKey;

use super::super::context::Context;
use super::super::plurals::{self, CATEGORIES, Numbers, is_plural, variable};
use super::super::facts::{Facts, Select};
use super::super::tree::Entry;

pub(super) const NAME: &str = "missing-plural";
pub(super) const DOCS: &str = include_str!("../../../rules/missing-plural/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        for select in entry.parts().flat_map(|part| &part.facts.selects) {
            let Some(variable) = variable(select.selector) else { continue };
            let wanted = context.tree.original(entry);
            let is_meant = is_plural(select, wanted)
                || lost_its_plurals(select, variable, wanted)
                || stands_alone(select, variable, wanted);
            if !is_meant {
                continue;
            }
            let numbers = locale.plurals().selected_by(select.selector);
            let missing: Vec<usize> =
                (0..CATEGORIES.len()).filter(|category| is_missing(*category, select, numbers)).collect();
            let Some(first) = missing.first() else { continue };
            let examples: Vec<_> = numbers.integers_of(*first).take(3).map(|number| number.to_string()).collect();
            let names: Vec<_> = missing.iter().map(|category| format!("`{}`", CATEGORIES[*category])).collect();
            let message = format!(
                "readers of {} see the default variant where `${variable}` is {}: it has no variant {}",
                locale.tag,
                examples.join(", "),
                names.join(", ")
            );
            let keys: Vec<_> = missing.iter().map(|category| format!("`[{}]`", CATEGORIES[*category])).collect();
            context.report(entry, variable, message).help = Some(format!("add {}", keys.join(", ")));
        }
    }
}

/// Tells whether the source has plurals where this has numbers and a default only.
fn lost_its_plurals(select: &Select<'_>, variable: &str, source: Option<&Entry<'_>>) -> bool {
    let Some(entry) = source.filter(|_| plurals::has_number_keys(select)) else { return false };
    plurals::selects_on(entry, variable).any(|wanted| is_plural(wanted, source))
}

/// Tells whether a default named `other` stands alone and shows the number: a plural that has lost its other forms.
/// Beside a key for a number it may well be worded for all the rest.
fn stands_alone(select: &Select<'_>, variable: &str, source: Option<&Entry<'_>>) -> bool {
    let [only] = select.variants else { return false };
    plurals::category(&only.key).is_some_and(|key| CATEGORIES[key] == "other")
        && !plurals::is_text(variable, source)
        && Facts::of(&only.value).variables.contains(&variable)
}

/// Tells whether everyday whole numbers fall into a category that no key names or spells out. The default is `other`,
/// and what it is named.
fn is_missing(category: usize, select: &Select<'_>, numbers: &Numbers) -> bool {
    let is_named = || select.variants.iter().any(|variant| plurals::category(&variant.key) == Some(category));
    if numbers.common & 1 << category == 0 || CATEGORIES[category] == "other" || is_named() {
        return false;
    }
    let is_key = |number: usize| {
        select.variants.iter().any(|variant| match variant.key {
            VariantKey::NumberLiteral { value } => value.parse() == Ok(number),
            VariantKey::Identifier { .. } => false,
        })
    };
    !numbers.integers_of(category).all(is_key)
}
