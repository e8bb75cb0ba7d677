//! A variant whose key its selector has already.

use fluent_syntax::ast::{Variant, VariantKey};

use super::super::context::Context;
use super::super::twice::twice;

pub(super) const NAME: &str = "duplicate-variant";
pub(super) const DOCS: &str = include_str!("../../../rules/duplicate-variant/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        for select in entry.parts().flat_map(|part| &part.facts.selects) {
            for (first, second) in twice(select.variants.iter().map(key)) {
                let related = (context.place(entry.file, first), "the first one, which counts".to_owned());
                let message = format!("`[{second}]` is there twice, and only one of the two texts is shown for it");
                let finding = context.report(entry, second, message);
                finding.help = Some("delete one of the two, or mend its key".to_owned());
                finding.related = Some(related);
            }
        }
    }
}

fn key<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}
