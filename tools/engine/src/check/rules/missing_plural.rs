//! A select without a variant for a plural category of the locale.

use fluent_syntax::ast::VariantKey;

use super::untranslated::find_untranslated;
use crate::check::calls::numbers_given;
use crate::check::context::Context;
use crate::check::finding::list_with;
use crate::project::entry::{Entry, Kind};
use crate::project::facts::{Facts, Select};
use crate::project::locale::Locale;
use crate::project::selects::{self, is_plural, numbers_of, variable};
use crate::text::plurals::{CATEGORIES, Numbers};
use crate::text::scripts::Script;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (Script::of(source.id), Script::of(locale.id));
    let mut custom = None;
    for entry in &locale.entries {
        let wanted = context.tree.original(entry);
        for part in entry.parts() {
            for select in &part.facts.selects {
                let Some(variable) = variable(select.selector) else { continue };
                let needs_plurals = is_plural(select, wanted)
                    || lost_its_plurals(select, variable, wanted)
                    || has_other_only(select, variable, wanted);
                if !needs_plurals || is_one_form_enough(select, variable, locale) {
                    continue;
                }
                let numbers = numbers_of(locale.plurals(), select.selector);
                let mut missing = missing(select, numbers);
                if entry.kind == Kind::Term && !missing.is_empty() {
                    // A term gets only the numbers in references to it.
                    let given = numbers_given(locale, entry.name, variable);
                    missing
                        .retain(|category| given.iter().any(|number| numbers.category_of(number) == Some(*category)));
                }
                let Some(first) = missing.first() else { continue };
                // `untranslated` reports a text in the source's language, which has the source's plurals.
                if find_untranslated(context.tree, entry, part, from, to).is_some()
                    || may_use_default(&missing, numbers)
                        && *custom.get_or_insert_with(|| locale_uses_default(locale, *first))
                {
                    continue;
                }
                let examples: Vec<_> = numbers.integers_of(*first).take(3).map(|number| number.to_string()).collect();
                let keys: Vec<_> = missing.iter().map(|category| format!("`[{}]`", CATEGORIES[*category])).collect();
                let message = format!(
                    "readers of {} see the default variant where `${variable}` is {}: there is no {}",
                    locale.tag,
                    list_with(&examples, "or"),
                    list_with(&keys, "or")
                );
                context.report(entry, variable, message).help = Some(format!("add {}", list_with(&keys, "and")));
            }
        }
    }
}

/// Returns whether the source has plurals where this has only numbers and a default.
fn lost_its_plurals(select: &Select<'_>, variable: &str, source: Option<&Entry<'_>>) -> bool {
    let Some(entry) = source.filter(|_| selects::has_number_keys(select)) else { return false };
    selects::selects_on(entry, variable).any(|wanted| is_plural(wanted, source))
}

/// Returns whether the only variant is `other` and shows the number: a plural without its other forms. With a second
/// variant for a number, `other` may be worded for all the rest.
fn has_other_only(select: &Select<'_>, variable: &str, source: Option<&Entry<'_>>) -> bool {
    let [only] = select.variants else { return false };
    selects::category(&only.key).is_some_and(|key| CATEGORIES[key] == "other")
        && !selects::is_text(variable, source)
        && Facts::of(&only.value).variables.contains(&variable)
}

/// Returns whether one text that shows the number is right for all numbers: in these languages, a noun after a number
/// does not change, as in “egy kártya” and “öt kártya”.
fn is_one_form_enough(select: &Select<'_>, variable: &str, locale: &Locale<'_>) -> bool {
    const LANGUAGES: [&str; 14] = ["az", "bn", "ckb", "fa", "hu", "hy", "ka", "kk", "ky", "mn", "tk", "tr", "ug", "uz"];
    let [only] = select.variants else { return false };
    LANGUAGES.contains(&locale.id.language.as_str()) && Facts::of(&only.value).variables.contains(&variable)
}

/// Returns the categories of common whole numbers that have neither a variant nor a key for each of their numbers. The
/// default variant covers `other`, and the category of its key.
fn missing(select: &Select<'_>, numbers: &Numbers) -> Vec<usize> {
    let is_key = |number: usize| {
        select.variants.iter().any(|variant| match variant.key {
            VariantKey::NumberLiteral { value } => value.parse() == Ok(number),
            VariantKey::Identifier { .. } => false,
        })
    };
    let is_missing = |category: &usize| {
        let is_named = select.variants.iter().any(|variant| selects::category(&variant.key) == Some(*category));
        let is_needed = numbers.common & 1 << category != 0 && CATEGORIES[*category] != "other";
        is_needed && !is_named && !numbers.integers_of(*category).all(is_key)
    };
    (0..CATEGORIES.len()).filter(is_missing).collect()
}

/// Returns whether the default `other` may be worded for the one missing category: where only fractions are `other`, as
/// in Ukrainian, whole numbers use it for nothing else.
fn may_use_default(missing: &[usize], numbers: &Numbers) -> bool {
    let other = CATEGORIES.len() - 1;
    missing.len() == 1 && numbers.common & 1 << other == 0
}

/// Returns whether a locale always does so: more than one of its texts lacks the category, and none has it.
fn locale_uses_default(locale: &Locale<'_>, category: usize) -> bool {
    let selects = locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.selects);
    let mut texts = 0;
    for select in selects.filter(|select| is_plural(select, None)) {
        if select.variants.iter().any(|variant| selects::category(&variant.key) == Some(category)) {
            return false;
        }
        texts += usize::from(missing(select, numbers_of(locale.plurals(), select.selector)) == [category]);
    }
    texts > 1
}
