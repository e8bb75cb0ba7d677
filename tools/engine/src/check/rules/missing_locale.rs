//! A locale in `codes.toml` that has no messages.

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::settings::NamedBy;

pub(super) fn check(context: &mut Context<'_, '_>) {
    report_records(context);
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

/// Reports records files of locales that do not exist, and of the source, which is not a translation.
fn report_records(context: &mut Context<'_, '_>) {
    let (input, source) = (context.tree.input, context.source().tag);
    for records in &input.records {
        let tag = &records.locale;
        let is_source = tag == source;
        let is_left_out = || input.excludes(tag) || input.layout.leaves_out(tag).is_some();
        if !is_source && (is_left_out() || input.locales.iter().any(|locale| locale.name == *tag)) {
            continue;
        }
        let (message, help) = if is_source {
            (format!("these records are for nothing: {tag} is the source"), "delete the file")
        } else {
            let message = format!("these records are for nothing: there is no locale `{tag}`");
            (message, "name the file after a locale, or delete it")
        };
        let mut finding = context.finding(Place::Path(records.file.path.clone(), 1, 1), message).help(help);
        finding.locale = Some(tag.as_str().into());
        context.push(finding);
    }
}
