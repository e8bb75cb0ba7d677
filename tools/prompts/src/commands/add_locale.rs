//! `prompts add-locale`: starts a new translation.

use super::changes::apply;
use crate::cli::AddLocaleArgs;
use crate::report::Report;
use code_prompts_engine::edit::NewLocale;

pub(crate) fn add_locale(args: &AddLocaleArgs) -> Result<Report, Report> {
    let tag = &args.locale;
    let locale = NewLocale::parse(tag)?;
    let changes = locale.files(&args.project.read()?)?;
    let mut messages = Vec::new();
    if !locale.is_known() {
        messages.push(format!("note: `{tag}` is not the tag of a known language; check that it is right"));
    }
    if !args.write.dry_run {
        messages.push(format!(
            "Fill it in as the lines at its top say. `prompts todo {tag}` lists the rest, `prompts check --locale {tag}` the defects."
        ));
    }
    apply(&changes, &args.write, messages)
}
