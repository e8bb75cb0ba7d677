//! An attribute of the source's message that the translation lacks.

use crate::check::context::Context;
use crate::project::entry::Kind;
use code_prompts_reader::names::shortened;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    let broken = context.broken_names(locale);
    for (wanted, entry) in context.tree.pairs(locale, Kind::Message) {
        let Some(entry) = entry.filter(|_| !wanted.attributes.is_empty()) else { continue };
        for name in wanted.attributes_not_in(entry) {
            let is_broken =
                || !broken.is_empty() && broken.contains(format!("{}.{name}", shortened(entry.name)).as_str());
            if is_broken() {
                continue;
            }
            let related = (context.place(wanted.file, name), format!("the attribute in {}", source.tag));
            let message = format!(
                "readers of {} are not shown `.{name}` of `{}`: it is missing",
                locale.tag,
                shortened(entry.name)
            );
            let finding = context.report(entry, entry.name, message);
            finding.help = Some(format!("translate `.{name}`, on an indented line below the message"));
            finding.related = Some(related);
        }
    }
}
