//! A locale in `codes.toml` that has no messages.

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::settings::NamedBy;

pub(super) fn check(context: &mut Context<'_, '_>) {
    for named in &context.tree.named_locales {
        let input = context.tree.input;
        if input.excludes(&named.tag) || input.locales.iter().any(|locale| locale.name == named.tag) {
            continue;
        }
        let place = Place::Path(named.path.as_str().into(), named.line, named.column);
        let tag = &named.tag;
        let message =
            format!("readers of {tag} are shown another language: there is no folder `{tag}` with .ftl files");
        let named_by = match named.named_by {
            NamedBy::Source => "`source`",
            NamedBy::Fallback => "`fallback`",
            NamedBy::Check => "`[check]`",
        };
        let help = format!("add the folder `{tag}` beside codes.toml, or remove the tag from {named_by}");
        let mut finding = context.finding(place, message).help(help);
        finding.locale = Some(tag.as_str().into());
        context.push(finding);
    }
}
