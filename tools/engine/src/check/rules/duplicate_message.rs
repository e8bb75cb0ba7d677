//! A message or term whose name is taken already.

use crate::check::context::Context;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let locale = context.locale;
    // Mostly nothing is there twice, which the number of names tells.
    if locale.names.len() == locale.entries.len() {
        return;
    }
    for entry in &locale.entries {
        let Some(first) = locale.first(entry.name).filter(|first| !std::ptr::eq(*first, entry)) else { continue };
        let (this, that) = (entry.written_name(), first.written_name());
        let (message, help) = if entry.kind == first.kind {
            (format!("this text of `{this}` is never shown: there is one before it"), "delete one of the two")
        } else {
            let message = format!("`{this}` is never shown: the runtime keeps it and `{that}` under one name");
            (message, "rename one of the two, and what refers to it")
        };
        let related = (context.place(first.file, first.name), "the first one, which counts".to_owned());
        let finding = context.report(entry, entry.name, message);
        finding.help = Some(help.to_owned());
        finding.related = Some(related);
    }
}
