//! A variant whose key its selector has already.

use fluent_syntax::ast::{Variant, VariantKey};

use crate::check::context::Context;
use crate::check::twice::twice;
use crate::project::selects::written_key;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        for select in entry.parts().flat_map(|part| &part.facts.selects) {
            let keys = select.variants.iter().map(|variant| (Key::of(variant), written_key(variant)));
            for (first, second) in twice(keys) {
                let related = (context.place(entry.file, first), "the first one, which counts".to_owned());
                let what = if first == second {
                    format!("`[{second}]` is there twice")
                } else {
                    format!("`[{second}]` is the same number as `[{first}]`")
                };
                let finding =
                    context.report(entry, second, format!("{what}, and only one of the two texts is shown for it"));
                finding.help = Some("delete one of the two, or mend its key".to_owned());
                finding.related = Some(related);
            }
        }
    }
}

/// What the runtime compares a selector with.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Name(&'a str),
    /// The bits of a number, and how many digits of its fraction are shown: `1.0` is for what is shown as 1.0.
    Number(u64, usize),
}

impl<'a> Key<'a> {
    fn of(variant: &Variant<&'a str>) -> Self {
        match variant.key {
            VariantKey::Identifier { name } => Self::Name(name),
            VariantKey::NumberLiteral { value } => {
                // To add nothing makes one of the two zeros that floating point has.
                let number = value.parse::<f64>().unwrap_or_default() + 0.0;
                Self::Number(number.to_bits(), value.split_once('.').map_or(0, |(_, fraction)| fraction.len()))
            }
        }
    }
}
