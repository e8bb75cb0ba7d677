//! An attribute that its message or term has already.

use crate::check::context::Context;
use crate::check::twice::twice;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in &locale.entries {
        let names = entry.attributes.iter().filter_map(|part| part.attribute);
        for (first, second) in twice(names.map(|name| (name, name))) {
            let related = (context.place(entry.file, first), "the first one, which counts".to_owned());
            let message = format!(
                "this text of `.{second}` of `{}` is never shown: there is one before it",
                entry.written_name()
            );
            let finding = context.report(entry, second, message);
            finding.help = Some("delete one of the two".to_owned());
            finding.related = Some(related);
        }
    }
}
