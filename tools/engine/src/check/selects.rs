//! Which selects are about plurals, and what they select on.

use fluent_syntax::ast::VariantKey;

use super::facts::Select;
use super::plurals::{OTHER, category, variable};
use super::tree::Entry;

/// Tells whether every key is a category or a number.
pub fn has_number_keys(select: &Select<'_>) -> bool {
    (select.variants.iter())
        .all(|variant| matches!(variant.key, VariantKey::NumberLiteral { .. }) || category(&variant.key).is_some())
}

/// Tells whether a select is about plurals. `source` is the source's entry, whose comment may say that the variable is
/// a text.
pub fn is_plural(select: &Select<'_>, source: Option<&Entry<'_>>) -> bool {
    let Some(variable) = variable(select.selector) else { return false };
    let has_category =
        select.variants.iter().any(|variant| category(&variant.key).is_some_and(|category| category != OTHER));
    has_category && has_number_keys(select) && !is_text(variable, source)
}

/// Tells whether a comment documents the variable as a text: `$name (String)`.
pub fn is_text(variable: &str, source: Option<&Entry<'_>>) -> bool {
    let lines = source.and_then(|entry| entry.comment).into_iter().flat_map(|comment| &comment.content);
    lines
        .filter_map(|line| line.split_once('$')?.1.strip_prefix(variable))
        .any(|rest| rest.trim_start().starts_with("(String"))
}

/// Lists the selects of an entry on a variable.
pub fn selects_on<'e, 'a>(entry: &'e Entry<'a>, name: &'e str) -> impl Iterator<Item = &'e Select<'a>> {
    let selects = entry.parts().flat_map(|part| &part.facts.selects);
    selects.filter(move |select| variable(select.selector) == Some(name))
}
