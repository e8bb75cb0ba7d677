//! Reads Fluent messages for peers that only have keys and texts.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

use crate::Outcome;

/// Returns keys and texts: attributes as `id.attribute`, variants of a selector as `id-variant`. `placeholder` formats
/// a variable in a text.
pub fn flat(ftl: &str, placeholder: impl Fn(&str) -> String) -> Outcome<Vec<(String, String)>> {
    let resource = parse(ftl).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut texts = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let values = message.value.iter().map(|value| (id.to_owned(), value));
        let attributes =
            message.attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        for (key, pattern) in values.chain(attributes) {
            add(&key, pattern, &placeholder, &mut texts)?;
        }
    }
    Ok(texts)
}

fn add(
    key: &str,
    pattern: &Pattern<&str>,
    placeholder: &impl Fn(&str) -> String,
    texts: &mut Vec<(String, String)>,
) -> Outcome {
    if let [PatternElement::Placeable { expression: Expression::Select { variants, .. } }] = &*pattern.elements {
        for variant in variants {
            let VariantKey::Identifier { name } = variant.key else {
                return Err(format!("{key}: a variant for a number can't be written as a key").into());
            };
            add(&format!("{key}-{name}"), &variant.value, placeholder, texts)?;
        }
        return Ok(());
    }
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => text.push_str(&placeholder(id.name)),
            PatternElement::Placeable { .. } => return Err(format!("{key}: no key and text can say this").into()),
        }
    }
    texts.push((key.to_owned(), text));
    Ok(())
}
