//! A text that depends on a number without a variant for a plural category of the locale.

mod unselected;

use fluent_syntax::ast::{Expression, Pattern, PatternElement, Variant, VariantKey};
use rustc_hash::FxHashMap;

use super::untranslated::find_untranslated;
use crate::check::calls::numbers_given;
use crate::check::context::Context;
use crate::check::finding::list_with;
use crate::check::new_variants::add_variants;
use crate::check::originals::{Original, has_plurals, is_copy, originals};
use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Select;
use crate::project::locale::Locale;
use crate::project::selects::{category, has_number_keys, numbers_of, variable};
use crate::text::forms::{has_form_of_few, is_oblique};
use crate::text::plurals::{CATEGORIES, FEW, Numbers, ONE, OTHER, TWO, ZERO};
use crate::text::scripts::Script;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (Script::of(source.id), Script::of(locale.id));
    let has_forms = locale.plurals().cardinal().common.count_ones() > 1;
    let mut habits = Habits::default();
    for entry in &locale.entries {
        if entry.parts().all(|part| part.facts.variables.is_empty()) {
            continue;
        }
        let originals = originals(context, entry);
        for part in entry.parts().filter(|part| !part.facts.variables.is_empty()) {
            // `untranslated` reports a text in the source's language, which has the source's plurals.
            let is_translated = || {
                !is_copy(context.tree, locale, entry, part)
                    && find_untranslated(context.tree, entry, part, from, to).is_none()
            };
            let incomplete: Vec<_> = (part.facts.selects.iter())
                .filter_map(|select| {
                    Some((select, incomplete(context, (entry, part, select), &originals, &mut habits)?))
                })
                .collect();
            let unselected = has_forms.then(|| unselected::unselected(locale, (entry, part), &originals)).flatten();
            if incomplete.is_empty() && unselected.is_none() || !is_translated() {
                continue;
            }
            for (select, (variable, missing, examples)) in incomplete {
                report_incomplete(context, (entry, select), variable, &missing, &examples);
            }
            if let Some((variable, original)) = unselected {
                unselected::report(context, entry, variable, original);
            }
        }
    }
}

/// Returns the variable of a plural, the categories that it lacks and examples of numbers in the first of them.
fn incomplete<'t, 'a>(
    context: &Context<'t, 'a>,
    (entry, part, select): (&'t Entry<'a>, &Part<'a>, &Select<'a>),
    originals: &[Original<'t, 'a>],
    habits: &mut Habits,
) -> Option<(&'a str, Vec<usize>, Vec<String>)> {
    let locale = context.locale;
    let variable = variable(select.selector)?;
    let wanted = context.tree.original(entry);
    let is_wanted = || {
        originals.iter().any(|original| {
            original.plurals_on(variable, wanted).next().is_some()
                || wanted
                    .is_some_and(|wanted| unselected::documents_number(*original, part.attribute, variable, wanted))
        })
    };
    let is_text = || originals.iter().any(|original| original.selects_text(variable));
    let is_plural = has_plurals(locale, select, wanted) && !is_text();
    if !(is_plural || has_number_keys(select) && is_wanted()) {
        return None;
    }
    let numbers = numbers_of(locale.plurals(), select.selector);
    let mut missing = missing(select, numbers, locale);
    let is_complete = || are_alike(select.variants) || is_one_form_enough(select, locale);
    if missing.is_empty() || is_complete() || has_forms_alike(select, &missing, locale.id.language.as_str()) {
        return None;
    }
    if entry.kind == Kind::Term {
        // A term gets only the numbers in references to it.
        let given = numbers_given(locale, entry.name, variable);
        missing.retain(|category| given.iter().any(|number| numbers.category_of(number) == Some(*category)));
    } else if !shows_number(part, variable) || follows_colon(select, variable) {
        // Without the number, as in “Delete the files”, or where it stands alone, more than one is enough.
        missing.retain(|category| *category == ONE && key_for(select, 1).is_none());
    }
    if missing.is_empty() || habits.allow(locale, select, &missing) {
        return None;
    }
    // Where only fractions are `other`, its text is that for the most numbers, and `[1]` leaves only 21 and such to add.
    if numbers.common & 1 << OTHER == 0 && key_for(select, 1).is_some() && missing.first() == Some(&ONE) {
        missing.truncate(1);
    }
    let uncovered = missing.first().into_iter().flat_map(|first| numbers.integers_of(*first));
    let uncovered = uncovered.filter(|number| key_for(select, *number).is_none());
    let examples = uncovered.take(3).map(|number| number.to_string()).collect();
    Some((variable, missing, examples))
}

/// Returns the categories of common whole numbers that have neither a variant nor a key for each of their numbers. The
/// default variant covers `other`, and the category of its key.
fn missing(select: &Select<'_>, numbers: &Numbers, locale: &Locale<'_>) -> Vec<usize> {
    let is_missing = |missing: &usize| {
        let is_named = select.variants.iter().any(|variant| category(&variant.key) == Some(*missing));
        let is_needed = numbers.common & 1 << missing != 0 && *missing != OTHER && !is_optional(locale, *missing);
        // Few texts are ever shown with 0.
        let mut others = numbers.integers_of(*missing).filter(|number| *number != 0);
        is_needed && !is_named && others.any(|number| key_for(select, number).is_none())
    };
    (0..CATEGORIES.len()).filter(is_missing).collect()
}

/// Returns whether the form of a category may be the same as the default: in Hebrew, the dual is only for some nouns, and
/// a noun after 0 in Arabic is as after 100. In Irish, it is after 2 as after 3.
fn is_optional(locale: &Locale<'_>, category: usize) -> bool {
    match locale.id.language.as_str() {
        "ga" | "he" | "iw" => category == TWO,
        "ar" => category == ZERO,
        _ => false,
    }
}

/// Returns the variant with a number as its key.
fn key_for<'s, 'a>(select: &'s Select<'a>, number: usize) -> Option<&'s Variant<&'a str>> {
    select.variants.iter().find(|variant| match variant.key {
        VariantKey::NumberLiteral { value } => value.parse() == Ok(number),
        VariantKey::Identifier { .. } => false,
    })
}

/// Returns whether all variants have the same text, or the default has a shortened word, which has no forms: the
/// translator needs no other form.
fn are_alike(variants: &[Variant<&str>]) -> bool {
    const LONGEST: usize = 4;
    let [first, others @ ..] = variants else { return false };
    let is_shortened = |variant: &Variant<&str>| match variant.value.elements.as_slice() {
        [PatternElement::TextElement { value }] => value.ends_with('.') && !value.contains(' '),
        [PatternElement::Placeable { .. }, PatternElement::TextElement { value }, ..]
        | [
            PatternElement::TextElement { .. },
            PatternElement::Placeable { .. },
            PatternElement::TextElement { value },
            ..,
        ] => {
            let value = value.strip_prefix([' ', '\u{A0}']).unwrap_or_default();
            let word = value.trim_start().split([' ', '\u{A0}']).next().unwrap_or_default();
            word.strip_suffix('.').is_some_and(|word| (1..=LONGEST).contains(&word.chars().count()))
        }
        _ => false,
    };
    !others.is_empty() && others.iter().all(|other| other.value == first.value)
        || variants.iter().any(|variant| variant.default && is_shortened(variant))
}

/// Returns whether the categories that are missing have the form of the default: by the word's form for one, or its case.
fn has_forms_alike(select: &Select<'_>, missing: &[usize], language: &str) -> bool {
    let one = select.variants.iter().find(|variant| category(&variant.key) == Some(ONE));
    let (Some(one), Some(default), Some(name)) = (one, default_of(select), variable(select.selector)) else {
        return false;
    };
    let (one, default) = (text_of(&one.value, name), text_of(&default.value, name));
    // “1 nóiméad” and “5 nóiméad”: the noun has one form.
    let is_same = one.contains('1') && one.replacen('1', "#", 1) == default;
    is_same || is_oblique(&default, language) || missing == [FEW] && has_form_of_few(&one, &default, language)
}

/// Returns a text with `#` in place of the number, and `…` of other placeables.
fn text_of(pattern: &Pattern<&str>, name: &str) -> String {
    let text = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Inline(inline) } if variable(inline) == Some(name) => {
            "#".to_owned()
        }
        PatternElement::Placeable { .. } => "…".to_owned(),
    };
    pattern.elements.iter().map(text).collect()
}

/// Returns whether the number stands alone behind a colon in the default, as in “Files: { $count }”.
fn follows_colon(select: &Select<'_>, name: &str) -> bool {
    let Some(default) = default_of(select) else { return false };
    default.value.elements.windows(2).any(|pair| match pair {
        [PatternElement::TextElement { value }, PatternElement::Placeable { expression }] => {
            let is_number = matches!(expression, Expression::Inline(inline) if variable(inline) == Some(name));
            is_number && value.trim_end().ends_with([':', '：'])
        }
        _ => false,
    })
}

/// Returns whether a text shows a number that it selects on, or another variable with a similar name: an app may pass
/// `$countText` beside `$count`.
fn shows_number(part: &Part<'_>, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_related = |other: &&&str| {
        let other = other.to_ascii_lowercase();
        other.contains(&name) || name.contains(&other)
    };
    let selectors = part.facts.selects.iter().filter_map(|select| variable(select.selector));
    let selectors = selectors.filter(|selector| is_related(&selector)).count();
    part.facts.variables.iter().filter(is_related).count() > selectors
}

/// Returns whether one text is right for all numbers: in these languages, a noun after a number does not change, as in
/// “egy kártya” and “öt kártya”.
fn is_one_form_enough(select: &Select<'_>, locale: &Locale<'_>) -> bool {
    const LANGUAGES: [&str; 17] =
        ["az", "bn", "br", "ckb", "cy", "eu", "fa", "hu", "hy", "ka", "kk", "ky", "mn", "tk", "tr", "ug", "uz"];
    matches!(select.variants, [_]) && LANGUAGES.contains(&locale.id.language.as_str())
}

/// How a locale words the texts that lack the same categories: counted once for each set of categories.
#[derive(Default)]
struct Habits(FxHashMap<(bool, Vec<usize>), Habit>);

#[derive(Clone, Copy, Default)]
struct Habit {
    /// The texts that lack exactly these categories.
    lacking: usize,
    /// Those that have one of them.
    complete: usize,
    /// Those of them whose default `other` has the same text, and those where it has another.
    same: usize,
    different: usize,
}

impl Habits {
    /// Returns whether the locale leaves categories to the default `other` on purpose.
    fn allow(&mut self, locale: &Locale<'_>, select: &Select<'_>, missing: &[usize]) -> bool {
        const SOME: usize = 3;
        if default_of(select).and_then(|default| category(&default.key)) != Some(OTHER) {
            return false;
        }
        let numbers = numbers_of(locale.plurals(), select.selector);
        let is_ordinal = std::ptr::eq(numbers, locale.plurals().ordinal());
        let habit =
            *(self.0.entry((is_ordinal, missing.to_vec()))).or_insert_with(|| Habit::of(locale, numbers, missing));
        // Where only fractions are `other`, as in Ukrainian, whole numbers use it for nothing but the one category.
        let is_for_fractions = numbers.common & 1 << OTHER == 0;
        if is_for_fractions && missing.len() == 1 {
            let is_exception = habit.lacking == 1 || habit.different >= SOME * habit.lacking;
            return habit.different <= habit.same || !is_exception;
        }
        // A locale that knows the forms needs fewer in some cases, as in “usuwanie { $count } plików”.
        missing != [ONE] && habit.lacking >= SOME && habit.complete * 2 >= habit.lacking
    }
}

impl Habit {
    fn of(locale: &Locale<'_>, numbers: &Numbers, lacking: &[usize]) -> Self {
        let mut habit = Self::default();
        let selects = locale.entries.iter().flat_map(Entry::parts).flat_map(|part| &part.facts.selects);
        let selects = selects.filter(|select| has_number_keys(select));
        for select in selects.filter(|select| std::ptr::eq(numbers_of(locale.plurals(), select.selector), numbers)) {
            let form = |wanted: usize| select.variants.iter().find(|variant| category(&variant.key) == Some(wanted));
            let mut forms = lacking.iter().filter_map(|category| form(*category));
            let default = default_of(select).filter(|default| category(&default.key) == Some(OTHER));
            match (forms.next(), default) {
                (Some(form), default) => {
                    habit.complete += usize::from(select.variants.len() > 1);
                    habit.same += usize::from(default.is_some_and(|default| default.value == form.value));
                    habit.different += usize::from(default.is_some_and(|default| default.value != form.value));
                }
                (None, Some(_)) if missing(select, numbers, locale) == lacking => {
                    let needs_none = are_alike(select.variants)
                        || variable(select.selector).is_some_and(|variable| follows_colon(select, variable));
                    habit.lacking += usize::from(!needs_none);
                }
                (None, _) => {}
            }
        }
        habit
    }
}

fn default_of<'s, 'a>(select: &'s Select<'a>) -> Option<&'s Variant<&'a str>> {
    select.variants.iter().find(|variant| variant.default)
}

fn report_incomplete<'a>(
    context: &mut Context<'_, 'a>,
    (entry, select): (&Entry<'a>, &Select<'a>),
    variable: &str,
    missing: &[usize],
    examples: &[String],
) {
    let names: Vec<&str> = missing.iter().map(|category| CATEGORIES[*category]).collect();
    let fix = add_variants(context, entry, select, &names);
    let keys = keys(missing.iter().copied());
    let message = format!(
        "readers of {} see the default variant where `${variable}` is {}: there is no {}",
        context.locale.tag,
        list_with(examples, "or"),
        list_with(&keys, "or")
    );
    let finding = context.report(entry, variable, message);
    finding.help = Some(format!("add {}", list_with(&keys, "and")));
    finding.fix = fix;
}

fn keys(categories: impl Iterator<Item = usize>) -> Vec<String> {
    categories.map(|category| format!("`[{}]`", CATEGORIES[category])).collect()
}
