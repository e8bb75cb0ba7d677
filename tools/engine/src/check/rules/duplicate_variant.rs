//! A second variant with the same key.

use fluent_syntax::ast::{Variant, VariantKey};

use crate::check::context::Context;
use crate::check::duplicates::duplicates;
use crate::project::selects::written_key;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        for select in entry.parts().flat_map(|part| &part.facts.selects) {
            let keys = select.variants.iter().map(|variant| (Key::of(variant), written_key(variant)));
            for (first, second) in duplicates(keys) {
                let related = (context.place(entry.file, first), "the first one, which is shown".to_owned());
                let what = if first == second {
                    format!("`[{second}]` appears twice")
                } else {
                    format!("`[{second}]` is the same number as `[{first}]`")
                };
                let finding =
                    context.report(entry, second, format!("{what}, and only one of the two texts is shown for it"));
                finding.help = Some("delete one of the two, or change its key".to_owned());
                finding.related = Some(related);
            }
        }
    }
}

/// A key as the runtime compares it with the selector.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Name(&'a str),
    /// The bits of a number, and the number of its fraction digits: `1.0` matches only a number that is shown as 1.0.
    Number(u64, usize),
}

impl<'a> Key<'a> {
    fn of(variant: &Variant<&'a str>) -> Self {
        match variant.key {
            VariantKey::Identifier { name } => Self::Name(name),
            VariantKey::NumberLiteral { value } => {
                // Adding 0.0 turns -0.0 into 0.0.
                let number = value.parse::<f64>().unwrap_or_default() + 0.0;
                Self::Number(number.to_bits(), value.split_once('.').map_or(0, |(_, fraction)| fraction.len()))
            }
        }
    }
}
