//! A number or a URL in the source's text that the translation lacks.

use super::super::context::Context;
use super::super::figures::{Figure, figures, has_any};

pub(super) const NAME: &str = "mismatched-number";
pub(super) const DOCS: &str = include_str!("../../../rules/mismatched-number/README.md");

pub(super) fn check(context: &mut Context<'_, '_>) {
    let (source, locale) = (context.source(), context.locale);
    for entry in &locale.entries {
        let Some(original) = context.tree.original(entry) else { continue };
        for wanted in original.parts().filter(|part| has_any(part)) {
            let Some(part) = entry.part(wanted.attribute) else { continue };
            let Some(wanted) = figures(source, wanted.pattern, false) else { continue };
            if wanted.is_empty() {
                continue;
            }
            let Some(mut there) = figures(locale, part.pattern, true) else { continue };
            there.iter_mut().for_each(|figure| figure.leave_out(locale.tag));
            for mut figure in wanted {
                figure.leave_out(source.tag);
                if let Some(index) = there.iter().position(|other| other.text == figure.text) {
                    there.swap_remove(index);
                    continue;
                }
                let Figure { at, is_url, .. } = figure;
                let what = if is_url { "address" } else { "number" };
                let message = format!("readers of {} are not told the {what} `{at}`", locale.tag);
                let related = context.place(original.file, at);
                let finding = context.report(entry, part.attribute.unwrap_or(entry.name), message);
                finding.help = Some(format!("write `{at}` in the translation too"));
                finding.related = Some((related, format!("the {what} in {}", source.tag)));
            }
        }
    }
}
