//! A plural category of the locale that the variants of a select lack.

use fluent_syntax::ast::VariantKey;

use super::untranslated::left;
use crate::check::calls::numbers_given;
use crate::check::context::Context;
use crate::check::finding::joined;
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
                let is_meant = is_plural(select, wanted)
                    || lost_its_plurals(select, variable, wanted)
                    || stands_alone(select, variable, wanted);
                if !is_meant || is_one_form_enough(select, variable, locale) {
                    continue;
                }
                let numbers = numbers_of(locale.plurals(), select.selector);
                let mut missing = missing(select, numbers);
                if entry.kind == Kind::Term && !missing.is_empty() {
                    // A term is only ever given numbers that are written where it is called.
                    let given = numbers_given(locale, entry.name, variable);
                    missing
                        .retain(|category| given.iter().any(|number| numbers.category_of(number) == Some(*category)));
                }
                let Some(first) = missing.first() else { continue };
                // What is still in the source's language has the source's plurals, and is reported as that.
                if left(context.tree, entry, part, from, to).is_some()
                    || is_left_to_the_default(&missing, numbers)
                        && *custom.get_or_insert_with(|| leaves_to_the_default(locale, *first))
                {
                    continue;
                }
                let examples: Vec<_> = numbers.integers_of(*first).take(3).map(|number| number.to_string()).collect();
                let keys: Vec<_> = missing.iter().map(|category| format!("`[{}]`", CATEGORIES[*category])).collect();
                let message = format!(
                    "readers of {} see the default variant where `${variable}` is {}: there is no {}",
                    locale.tag,
                    joined(&examples, "or"),
                    joined(&keys, "or")
                );
                context.report(entry, variable, message).help = Some(format!("add {}", joined(&keys, "and")));
            }
        }
    }
}

/// Tells whether the source has plurals where this has numbers and a default only.
fn lost_its_plurals(select: &Select<'_>, variable: &str, source: Option<&Entry<'_>>) -> bool {
    let Some(entry) = source.filter(|_| selects::has_number_keys(select)) else { return false };
    selects::selects_on(entry, variable).any(|wanted| is_plural(wanted, source))
}

/// Tells whether a default named `other` stands alone and shows the number: a plural that has lost its other forms.
/// Beside a key for a number it may well be worded for all the rest.
fn stands_alone(select: &Select<'_>, variable: &str, source: Option<&Entry<'_>>) -> bool {
    let [only] = select.variants else { return false };
    selects::category(&only.key).is_some_and(|key| CATEGORIES[key] == "other")
        && !selects::is_text(variable, source)
        && Facts::of(&only.value).variables.contains(&variable)
}

/// Tells whether one text that shows the number does for all of them: these languages leave a noun after a number as it
/// is, “egy kártya” and “öt kártya”.
fn is_one_form_enough(select: &Select<'_>, variable: &str, locale: &Locale<'_>) -> bool {
    const LANGUAGES: [&str; 14] = ["az", "bn", "ckb", "fa", "hu", "hy", "ka", "kk", "ky", "mn", "tk", "tr", "ug", "uz"];
    let [only] = select.variants else { return false };
    LANGUAGES.contains(&locale.id.language.as_str()) && Facts::of(&only.value).variables.contains(&variable)
}

/// Lists the categories that everyday whole numbers fall into and that no key names or spells out. The default is `other`,
/// and what it is named.
fn missing(select: &Select<'_>, numbers: &Numbers) -> Vec<usize> {
    let is_key = |number: usize| {
        select.variants.iter().any(|variant| match variant.key {
            VariantKey::NumberLiteral { value } => value.parse() == Ok(number),
            VariantKey::Identifier { .. } => false,
        })
    };
    let is_missing = |category: &usize| {
        let is_named = select.variants.iter().any(|variant| selects::category(&variant.key) == Some(*category));
        let is_asked = numbers.common & 1 << category != 0 && CATEGORIES[*category] != "other";
        is_asked && !is_named && !numbers.integers_of(*category).all(is_key)
    };
    (0..CATEGORIES.len()).filter(is_missing).collect()
}

/// Tells whether a default named `other` may be worded for the one category that is missing: where only fractions are
/// `other`, as in Ukrainian, it is read for nothing else.
fn is_left_to_the_default(missing: &[usize], numbers: &Numbers) -> bool {
    let other = CATEGORIES.len() - 1;
    missing.len() == 1 && numbers.common & 1 << other == 0
}

/// Tells whether that is a locale's custom: more than one of its texts does so, and none names the category.
fn leaves_to_the_default(locale: &Locale<'_>, category: usize) -> bool {
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
