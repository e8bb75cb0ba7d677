//! A variant that is never selected.

use std::cell::OnceCell;

use code_prompts_reader::names::shortened;
use fluent_syntax::ast::{Variant, VariantKey};
use rustc_hash::FxHashSet;

use super::untranslated::find_untranslated;
use crate::check::context::Context;
use crate::check::finding::list_with;
use crate::project::entry::Entry;
use crate::project::facts::Select;
use crate::project::locale::Locale;
use crate::project::selects::{category, is_plural, numbers_of, selects_on, variable, written_key};
use crate::text::nearest::nearest;
use crate::text::scripts::Script;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let (from, to) = (Script::of(source.id), Script::of(locale.id));
    for entry in &locale.entries {
        let wanted = context.tree.original(entry);
        for part in entry.parts().filter(|part| !part.facts.selects.is_empty()) {
            // `untranslated` reports a text in the source's language, which has the source's plurals.
            let is_untranslated = OnceCell::new();
            let is_untranslated =
                || *is_untranslated.get_or_init(|| find_untranslated(context.tree, entry, part, from, to).is_some());
            let (mut impossible, mut named) = (Vec::new(), Vec::new());
            for select in &part.facts.selects {
                if is_plural(select, wanted) {
                    impossible.extend(impossible_plurals(locale, select).filter(|_| !is_untranslated()));
                } else if let Some(wanted) = wanted.filter(|_| locale.tag != source.tag) {
                    named.push((select, wanted));
                }
            }
            for variant in impossible {
                let key = written_key(variant);
                let message = format!("readers never see the variant `{key}`: no number is `{key}` in {}", locale.tag);
                context.report(entry, key, message).help = Some("delete the variant".to_owned());
            }
            for (select, wanted) in named {
                report_unknown_keys(context, entry, select, wanted);
            }
        }
    }
}

/// Returns the variants of plural categories that the language does not have.
fn impossible_plurals<'s, 'a>(
    locale: &'s Locale<'a>,
    select: &'s Select<'a>,
) -> impl Iterator<Item = &'s Variant<&'a str>> {
    let numbers = numbers_of(locale.plurals(), select.selector);
    let is_impossible =
        |variant: &&Variant<&str>| category(&variant.key).is_some_and(|category| numbers.all & 1 << category == 0);
    select.variants.iter().filter(|variant| !variant.default).filter(is_impossible)
}

/// Returns the keys of a select that the source's selects on the variable do not have, if the source's keys are
/// complete.
pub(super) fn unknown_keys<'a>(select: &Select<'a>, source: &Entry<'a>) -> Vec<&'a str> {
    let Some(variable) = variable(select.selector) else { return Vec::new() };
    let names = || names_on(source, variable);
    // If the source selects by number, or does not select, its keys are not a list of the possible values.
    if names().next().is_none() || selects_on(source, variable).any(|select| is_plural(select, Some(source))) {
        return Vec::new();
    }
    let keys = select.variants.iter().filter(|variant| !variant.default).filter_map(|variant| match variant.key {
        VariantKey::Identifier { name } => Some(name),
        VariantKey::NumberLiteral { .. } => None,
    });
    let known: FxHashSet<&str> = names().collect();
    keys.filter(|key| !known.contains(key) && !is_documented(key, source)).collect()
}

/// Returns the keys that are names, in an entry's selects on a variable.
fn names_on<'e, 'a>(entry: &'e Entry<'a>, variable: &'e str) -> impl Iterator<Item = &'a str> + use<'e, 'a> {
    let variants = selects_on(entry, variable).flat_map(|select| select.variants);
    variants.filter(|variant| matches!(variant.key, VariantKey::Identifier { .. })).map(written_key)
}

fn report_unknown_keys<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, select: &Select<'a>, source: &Entry<'a>) {
    let Some(variable) = variable(select.selector) else { return };
    let unknown = unknown_keys(select, source);
    if unknown.is_empty() {
        return;
    }
    // The key was probably translated from one of the source's keys that the select lacks.
    let present: FxHashSet<&str> = select.variants.iter().map(written_key).collect();
    let defaults = selects_on(source, variable).flat_map(|select| select.variants).filter(|variant| variant.default);
    let defaults: FxHashSet<&str> = defaults.map(written_key).collect();
    let is_lacking = |name: &&str| !present.contains(name) && !defaults.contains(name);
    let lacking: Vec<&str> = names_on(source, variable).filter(is_lacking).take(MAX_COMPARED).collect();
    let shown = shortened(variable);
    for name in unknown {
        let message = format!("readers never see the variant `{name}`: `${shown}` is never `{name}`");
        let meant: Vec<_> = match nearest(name, lacking.iter().copied()) {
            Some(near) => vec![format!("`{near}`")],
            None => lacking.iter().take(MAX_SUGGESTIONS).map(|name| format!("`{name}`")).collect(),
        };
        let help = match meant.as_slice() {
            [] => "delete the variant".to_owned(),
            meant => format!("name it {}, if that is meant, or delete it", list_with(meant, "or")),
        };
        let related =
            names_on(source, variable).next().map(|known| (context.place(source.file, known), source_label()));
        let finding = context.report(entry, name, message);
        finding.help = Some(help);
        finding.related = related;
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
