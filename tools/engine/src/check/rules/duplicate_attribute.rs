//! A second attribute with the same name in a message or term.

use crate::check::context::Context;
use crate::check::duplicates::duplicates;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    for entry in locale.entries.iter().filter(|entry| entry.attributes.len() > 1) {
        let names = entry.attributes.iter().filter_map(|part| part.attribute);
        for (first, second) in duplicates(names.map(|name| (name, name))) {
            let related = (context.place(entry.file, first), "the first one, which is shown".to_owned());
            let message =
                format!("this text of `.{second}` of `{}` is never shown: an earlier one is used", entry.shown_name());
            let finding = context.report(entry, second, message);
            finding.help = Some("delete one of the two".to_owned());
            finding.related = Some(related);
        }
    }
}
