//! A variant that nothing can select.

use fluent_syntax::ast::VariantKey;

use super::super::context::Context;
use super::super::facts::Select;
use super::super::nearest::nearest;
use super::super::plurals::{CATEGORIES, category, is_plural, selects_on, variable, written_key};
use super::super::tree::Entry;

pub(super) const NAME: &str = "unreachable-variant";
pub(super) const DOCS: &str = include_str!("../../../rules/unreachable-variant/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    for entry in &locale.entries {
        let wanted = context.tree.original(entry);
        for select in entry.parts().flat_map(|part| &part.facts.selects) {
            if is_plural(select, wanted) {
                impossible_plurals(context, entry, select);
            } else if let Some(wanted) = wanted.filter(|_| locale.tag != source.tag) {
                keys_without_a_source(context, entry, select, wanted);
            }
        }
    }
}

fn impossible_plurals<'a>(context: &mut Context<'_, 'a>, entry: &Entry<'a>, select: &Select<'a>) {
    let locale = context.locale;
    let numbers = locale.plurals().selected_by(select.selector);
    for variant in select.variants.iter().filter(|variant| !variant.default) {
        let Some(category) = category(&variant.key).filter(|category| numbers.all & 1 << category == 0) else {
            continue;
        };
        let key = CATEGORIES[category];
        let message = format!("readers never see the variant `{key}`: no number is `{key}` in {}", locale.tag);
        context.report(entry, written_key(variant), message).help = Some("delete the variant".to_owned());
    }
}

fn keys_without_a_source<'a>(
    context: &mut Context<'_, 'a>,
    entry: &Entry<'a>,
    select: &Select<'a>,
    source: &Entry<'a>,
) {
    let Some(variable) = variable(select.selector) else { return };
    let keys = || selects_on(source, variable).flat_map(|select| select.variants);
    let names = || keys().filter(|variant| matches!(variant.key, VariantKey::Identifier { .. })).map(written_key);
    // Where the source selects by number, or does not select, its keys say nothing of the texts that there are.
    if names().next().is_none() || selects_on(source, variable).any(|select| is_plural(select, Some(source))) {
        return;
    }
    for variant in select.variants.iter().filter(|variant| !variant.default) {
        let VariantKey::Identifier { name } = variant.key else { continue };
        if names().any(|known| known == name) || is_documented(name, source) {
            continue;
        }
        let message = format!("readers never see the variant `{name}`: `${variable}` is never `{name}`");
        let has = |name: &str| select.variants.iter().any(|variant| written_key(variant) == name);
        let help = match nearest(name, names().filter(|known| !has(known))) {
            Some(near) => format!("name it `{near}`, if that is meant, or delete it"),
            None => "delete the variant".to_owned(),
        };
        let related = keys().next().map(|known| (context.place(source.file, written_key(known)), source_says()));
        let finding = context.report(entry, name, message);
        finding.help = Some(help);
        finding.related = related;
    }
}

fn source_says() -> String {
    "the source's variants".to_owned()
}

/// Tells whether the source's comment names the text: its own default may stand for it.
fn is_documented(name: &str, source: &Entry<'_>) -> bool {
    let lines = source.comment.into_iter().flat_map(|comment| &comment.content);
    let mut words = lines.flat_map(|line| line.split(['"', '`', '“', '”']).skip(1).step_by(2));
    words.any(|word| word == name)
}
