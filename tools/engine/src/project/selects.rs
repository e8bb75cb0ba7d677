//! Helpers for select expressions: plurals, variables and keys.

use fluent_syntax::ast::{Expression, InlineExpression, Variant, VariantKey};

use super::entry::{Entry, Part};
use super::facts::Select;
use super::notes::Note;
use crate::text::plurals::{CATEGORIES, Numbers, OTHER, Plurals};

/// Returns whether every key is a plural category or a number.
pub(crate) fn has_number_keys(select: &Select<'_>) -> bool {
    (select.variants.iter())
        .all(|variant| matches!(variant.key, VariantKey::NumberLiteral { .. }) || category(&variant.key).is_some())
}

/// Returns whether a select is on a plural category. `source` is the source's entry; its comment may say that the
/// variable is a text.
pub(crate) fn is_plural(select: &Select<'_>, source: Option<&Entry<'_>>) -> bool {
    let Some(variable) = variable(select.selector) else { return false };
    let has_category =
        select.variants.iter().any(|variant| category(&variant.key).is_some_and(|category| category != OTHER));
    has_category && has_number_keys(select) && !is_text(variable, source)
}

/// Returns whether the comment of an entry documents a variable as a text: `$name (String)`.
pub(crate) fn is_text(variable: &str, source: Option<&Entry<'_>>) -> bool {
    source.is_some_and(|entry| has_type(entry, variable, "String"))
}

/// Returns whether the comment of an entry documents a variable as a number: `$name (Number)`.
pub(crate) fn is_number(variable: &str, entry: &Entry<'_>) -> bool {
    has_type(entry, variable, "Number")
}

fn has_type(entry: &Entry<'_>, variable: &str, name: &str) -> bool {
    let note = entry.comment.and_then(|comment| Note::on(variable, comment));
    note.and_then(|note| note.type_name).is_some_and(|written| written.eq_ignore_ascii_case(name))
}

/// Returns the selects of an entry on a variable.
pub(crate) fn selects_on<'e, 'a>(entry: &'e Entry<'a>, name: &'e str) -> impl Iterator<Item = &'e Select<'a>> {
    let selects = entry.parts().flat_map(|part| &part.facts.selects);
    selects.filter(move |select| variable(select.selector) == Some(name))
}

/// Returns the selects on a variable in a part of an entry, or those in the whole entry if the part has none.
pub(crate) fn same_selects<'e, 'a>(entry: &'e Entry<'a>, attribute: Option<&str>, name: &str) -> Vec<&'e Select<'a>> {
    let is_on = |select: &&Select<'_>| variable(select.selector) == Some(name);
    let same: Vec<_> = entry.part(attribute).into_iter().flat_map(|part| &part.facts.selects).filter(is_on).collect();
    if same.is_empty() { entry.parts().flat_map(|part| &part.facts.selects).filter(is_on).collect() } else { same }
}

/// Returns whether two parts have selects on the same variables, with the same keys in the same order.
pub(crate) fn have_same_keys(one: &Part<'_>, other: &Part<'_>) -> bool {
    let (one, other) = (&one.facts.selects, &other.facts.selects);
    let is_same = |(one, other): (&Select<'_>, &Select<'_>)| {
        variable(one.selector) == variable(other.selector)
            && one.variants.iter().map(written_key).eq(other.variants.iter().map(written_key))
    };
    one.len() == other.len() && one.iter().zip(other).all(is_same)
}

/// Returns the numbers of a selector: ordinal or cardinal.
pub(crate) fn numbers_of<'p>(plurals: &'p Plurals, selector: &InlineExpression<&str>) -> &'p Numbers {
    if is_ordinal(selector) { plurals.ordinal() } else { plurals.cardinal() }
}

/// Returns the category of a key, as an index of [`CATEGORIES`].
pub(crate) fn category(key: &VariantKey<&str>) -> Option<usize> {
    let VariantKey::Identifier { name } = key else { return None };
    CATEGORIES.iter().position(|category| category == name)
}

/// Returns the key as written, a slice of its file.
pub(crate) fn written_key<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// Returns the variable of a selector: `$variable` or `NUMBER($variable)`.
pub(crate) fn variable<'a>(selector: &InlineExpression<&'a str>) -> Option<&'a str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            match arguments.positional.first()? {
                InlineExpression::VariableReference { id } => Some(id.name),
                _ => None,
            }
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(InlineExpression::VariableReference { id }) => Some(id.name),
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether a selector is `NUMBER($variable, type: "ordinal")`.
pub(crate) fn is_ordinal(selector: &InlineExpression<&str>) -> bool {
    let InlineExpression::FunctionReference { arguments, .. } = selector else { return false };
    let kind = arguments.named.iter().find(|argument| argument.name.name == "type");
    kind.is_some_and(|kind| matches!(kind.value, InlineExpression::StringLiteral { value: "ordinal" }))
}
