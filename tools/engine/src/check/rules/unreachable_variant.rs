//! A variant that is never selected.

use std::cell::OnceCell;

use code_prompts_reader::characters::is_invisible;
use code_prompts_reader::names::shortened;
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};
use rustc_hash::FxHashSet;

use super::untranslated::find_untranslated;
use crate::check::calls::{texts_given, texts_given_to_any};
use crate::check::context::Context;
use crate::check::finding::list_with;
use crate::check::originals::{Original, has_plurals, is_copy, originals};
use crate::project::entry::{Entry, Kind, Part};
use crate::project::facts::Select;
use crate::project::locale::Locale;
use crate::project::selects::{
    category, have_same_keys, is_number, is_plural, numbers_of, same_selects, selects_on, variable, written_key,
};
use crate::text::nearest::nearest;
use crate::text::plurals::{CATEGORIES, OTHER};
use crate::text::scripts::Script;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (Script::of(source.id), Script::of(locale.id));
    for entry in &locale.entries {
        if entry.parts().all(|part| part.facts.selects.is_empty()) {
            continue;
        }
        let wanted = context.tree.original(entry);
        let originals = originals(context, entry);
        for part in entry.parts().filter(|part| !part.facts.selects.is_empty()) {
            // `untranslated` reports a text in the source's language, which has the source's plurals.
            let is_translated = OnceCell::new();
            let is_translated = || {
                *is_translated.get_or_init(|| {
                    !is_copy(context.tree, locale, entry, part)
                        && find_untranslated(context.tree, entry, part, from, to).is_none()
                })
            };
            let has_same_keys = wanted
                .and_then(|wanted| wanted.part(part.attribute))
                .is_some_and(|original| have_same_keys(original, part));
            let (mut numbers, mut named) = (Vec::new(), Vec::new());
            for select in &part.facts.selects {
                if selects_number(locale, select, wanted, &originals) {
                    numbers.extend(not_numbers(locale, select).map(|variant| (select, variant)));
                } else if let Some(wanted) = wanted.filter(|_| locale.tag != source.tag && !has_same_keys) {
                    named.push((select, wanted));
                }
            }
            numbers.retain(|_| is_translated());
            for (select, variant) in numbers {
                report_no_number(context, entry, select, variant);
            }
            for (select, wanted) in named {
                report_unknown_keys(context, (entry, part, select), wanted);
            }
        }
    }
}

/// Returns whether a select is on a number for certain: by its keys, its function, the originals or the comment.
fn selects_number<'a>(
    locale: &Locale<'a>,
    select: &Select<'a>,
    wanted: Option<&Entry<'a>>,
    originals: &[Original<'_, 'a>],
) -> bool {
    let Some(variable) = variable(select.selector) else { return false };
    let is_documented = || wanted.is_some_and(|wanted| is_number(variable, wanted));
    let is_formatted = matches!(select.selector, InlineExpression::FunctionReference { .. });
    let has_keys = is_plural(select, wanted);
    // Words such as `one` and `two` may also be the texts of a variable.
    if originals.iter().any(|original| original.selects_text(variable)) {
        return false;
    }
    has_keys && (has_plurals(locale, select, wanted) || is_named_count(variable))
        || is_formatted
        || is_documented()
        || originals.iter().any(|original| original.plurals_on(variable, wanted).next().is_some())
        || has_keys && !originals.is_empty()
}

/// Returns whether the name of a variable says that it is a number.
fn is_named_count(variable: &str) -> bool {
    let name = variable.to_ascii_lowercase();
    name == "n" || name.contains("count") || name.starts_with("num")
}

/// Returns the variants that no number selects: for plural categories that the language does not have, and for words.
/// A variant with the text of another one does no harm.
fn not_numbers<'s, 'a>(locale: &'s Locale<'a>, select: &'s Select<'a>) -> impl Iterator<Item = &'s Variant<&'a str>> {
    let numbers = numbers_of(locale.plurals(), select.selector);
    let is_never = |variant: &&Variant<&str>| match (&variant.key, category(&variant.key)) {
        (VariantKey::NumberLiteral { .. }, _) => false,
        (VariantKey::Identifier { .. }, None) => true,
        (_, Some(category)) => numbers.all & 1 << category == 0,
    };
    let is_repeated = |variant: &Variant<&str>| {
        let text = text_for(select, variant, variant);
        select.variants.iter().any(|other| !std::ptr::eq(other, variant) && text_for(select, other, variant) == text)
    };
    let never = select.variants.iter().filter(|variant| !variant.default).filter(is_never);
    never.filter(move |variant| category(&variant.key).is_none() || !is_repeated(variant))
}

/// Returns the text of a variant without spaces and commas, with the number of a category such as `one` in place of the variable.
fn text_for(select: &Select<'_>, variant: &Variant<&str>, category_of: &Variant<&str>) -> String {
    let number = category(&category_of.key).and_then(|category| NUMBERS.get(category));
    let mut text = String::new();
    for element in &variant.value.elements {
        match element {
            PatternElement::TextElement { value } => text.extend(value.chars().filter(|c| !is_blank_char(*c))),
            PatternElement::Placeable { expression: Expression::Inline(inline) }
                if number.is_some() && variable(inline).is_some_and(|name| Some(name) == variable(select.selector)) =>
            {
                text.extend(number.copied());
            }
            PatternElement::Placeable { expression } => text.push_str(&format!("{expression:?}")),
        }
    }
    text
}

fn is_blank_char(character: char) -> bool {
    character.is_whitespace() || is_invisible(character) || matches!(character, ',' | '，' | '、')
}

/// The numbers that the first categories are named for.
const NUMBERS: [&str; 3] = ["0", "1", "2"];

fn report_no_number<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    select: &Select<'a>,
    variant: &Variant<&'a str>,
) {
    let locale = context.locale;
    let key = written_key(variant);
    let has = |key: &str| select.variants.iter().any(|variant| written_key(variant) == key);
    let help = match category(&variant.key).and_then(|category| NUMBERS.get(category)) {
        // Without the number that the default shows, the text may be a copy of another language's form.
        Some(number) if !has(number) && !drops_number(select, variant) => {
            format!("write `[{number}]` if it is for {number} alone, or delete it")
        }
        Some(_) => "delete the variant".to_owned(),
        None => {
            let numbers = numbers_of(locale.plurals(), select.selector);
            let is_lacking = |at: &usize| numbers.common & 1 << at != 0 && *at != OTHER && !has(CATEGORIES[*at]);
            let lacking: Vec<_> =
                (0..CATEGORIES.len()).filter(is_lacking).map(|at| format!("`{}`", CATEGORIES[at])).collect();
            match (category(&variant.key), lacking.as_slice()) {
                (Some(_), _) | (None, []) => "delete the variant".to_owned(),
                (None, lacking) => format!("name it {}, if that is meant, or delete it", list_with(lacking, "or")),
            }
        }
    };
    let shown = shortened(key);
    let message = format!("readers never see the variant `{shown}`: no number is `{shown}` in {}", locale.tag);
    context.report(entry, key, message).help = Some(help);
}

/// Returns whether a variant is the default's text without its number, such as “小时” beside “{ $hours } 小时”: as a text for one
/// number it would lack the number.
fn drops_number(select: &Select<'_>, variant: &Variant<&str>) -> bool {
    let is_number = |element: &&PatternElement<&str>| match element {
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            variable(inline) == variable(select.selector)
        }
        _ => false,
    };
    let text = |variant: &Variant<&str>| -> String {
        let elements = variant.value.elements.iter();
        let texts = elements.filter_map(|element| match element {
            PatternElement::TextElement { value } => Some(*value),
            PatternElement::Placeable { .. } => None,
        });
        texts.flat_map(str::chars).filter(|c| !is_blank_char(*c)).collect()
    };
    let default = select.variants.iter().find(|variant| variant.default);
    let shows = |variant: &Variant<&str>| variant.value.elements.iter().any(|element| is_number(&element));
    default.is_some_and(|default| shows(default) && !shows(variant) && text(default) == text(variant))
}

/// Returns the keys of a select that the source's selects on the variable do not have, if the source's keys are
/// complete. A term gets its texts from the locale's own references to it.
pub(super) fn unknown_keys<'a>(
    locale: &Locale<'a>,
    (entry, part, select): (&Entry<'a>, &Part<'a>, &Select<'a>),
    source: &Entry<'a>,
) -> Vec<&'a str> {
    let Some(variable) = variable(select.selector) else { return Vec::new() };
    let known: FxHashSet<&str> = names_on(source, part.attribute, variable).into_iter().collect();
    // If the source selects by number, or does not select, its keys are not a list of the possible values.
    if known.iter().all(|key| *key == CATEGORIES[OTHER])
        || selects_on(source, variable).any(|select| is_plural(select, Some(source)))
    {
        return Vec::new();
    }
    let keys = select.variants.iter().filter(|variant| !variant.default).filter_map(|variant| match variant.key {
        VariantKey::Identifier { name } => Some(name),
        VariantKey::NumberLiteral { .. } => None,
    });
    let unknown: Vec<_> = keys.filter(|key| !known.contains(key) && !is_documented(key, source)).collect();
    if unknown.is_empty() || entry.kind == Kind::Message {
        return unknown;
    }
    match texts_given(locale, entry.name, variable) {
        // A form of its own that the locale gives to other terms is a spare one.
        Some(given) => {
            let spare = texts_given_to_any(locale, variable);
            unknown.into_iter().filter(|key| !given.contains(key) && !spare.contains(key)).collect()
        }
        None => Vec::new(),
    }
}

/// Returns the keys that are names, in the source's selects on a variable.
fn names_on<'a>(source: &Entry<'a>, attribute: Option<&str>, variable: &str) -> Vec<&'a str> {
    let variants = same_selects(source, attribute, variable).into_iter().flat_map(|select| select.variants);
    variants.filter(|variant| matches!(variant.key, VariantKey::Identifier { .. })).map(written_key).collect()
}

fn report_unknown_keys<'a>(
    context: &mut Context<'_, 'a>,
    (entry, part, select): (&Entry<'a>, &Part<'a>, &Select<'a>),
    source: &Entry<'a>,
) {
    let Some(variable) = variable(select.selector) else { return };
    let unknown = unknown_keys(context.locale, (entry, part, select), source);
    if unknown.is_empty() {
        return;
    }
    // The key was probably translated from one of the source's keys that the select lacks.
    let present: FxHashSet<&str> = select.variants.iter().map(written_key).collect();
    let selects = same_selects(source, part.attribute, variable);
    let defaults = selects.iter().flat_map(|select| select.variants).filter(|variant| variant.default);
    let defaults: FxHashSet<&str> = defaults.map(written_key).collect();
    let names = names_on(source, part.attribute, variable);
    // A term's variant may also be for a text that one of its references passes.
    let given = (entry.kind == Kind::Term).then(|| texts_given(context.locale, entry.name, variable)).flatten();
    let mut lacking: Vec<&str> = Vec::new();
    for name in names.iter().copied().chain(given.into_iter().flatten()) {
        let is_known = present.contains(name) || defaults.contains(name) || lacking.contains(&name);
        if !is_known && lacking.len() < MAX_COMPARED {
            lacking.push(name);
        }
    }
    let shown = shortened(variable);
    for name in unknown {
        let message = format!("readers never see the variant `{name}`: `${shown}` is never `{name}`");
        let nearest = nearest(name, lacking.iter().copied());
        let meant: Vec<_> = match nearest {
            Some(near) => vec![format!("`{near}`")],
            None => lacking.iter().take(MAX_SUGGESTIONS).map(|name| format!("`{name}`")).collect(),
        };
        let help = match meant.as_slice() {
            [] => "delete the variant".to_owned(),
            meant => format!("name it {}, if that is meant, or delete it", list_with(meant, "or")),
        };
        let related = names.first().map(|known| (context.place(source.file, known), source_label()));
        let finding = context.report(entry, name, message);
        finding.help = Some(help);
        finding.related = related;
        nearest.into_iter().for_each(|name| finding.replace(format!("Name it `[{name}]`"), name));
    }
}

/// The maximum number of keys that are compared with an unknown one.
const MAX_COMPARED: usize = 100;

/// The maximum number of keys in a help.
const MAX_SUGGESTIONS: usize = 4;

fn source_label() -> String {
    "the source's variants".to_owned()
}

/// Returns whether the source's comment names the key: the source's default may be for it.
fn is_documented(name: &str, source: &Entry<'_>) -> bool {
    let lines = source.comment.into_iter().flat_map(|comment| &comment.content);
    let mut words = lines.flat_map(|line| line.split(['"', '`', '“', '”']).skip(1).step_by(2));
    words.any(|word| word == name)
}
