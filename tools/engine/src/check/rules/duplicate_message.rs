//! A second message or term with the same name.

use crate::check::context::Context;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    // Usually there are no duplicates.
    if !locale.has_repeated() {
        return;
    }
    for entry in &locale.entries {
        let Some(first) = locale.first_of(entry).filter(|first| !std::ptr::eq(*first, entry)) else { continue };
        let (this, that) = (entry.shown_name(), first.shown_name());
        let (message, help) = if entry.kind == first.kind {
            (format!("this text of `{this}` is never shown: an earlier one is used"), "delete one of the two")
        } else {
            let message = format!("`{this}` is never shown: to the runtime, it and `{that}` have the same name");
            (message, "rename one of the two, and the references to it")
        };
        let related = (context.place(first.file, first.name), "the first one, which is shown".to_owned());
        let finding = context.report(entry, entry.name, message);
        finding.help = Some(help.to_owned());
        finding.related = Some(related);
    }
}
