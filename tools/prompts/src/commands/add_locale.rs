//! `prompts add-locale`: begins a translation.

use super::changes::carry_out;
use crate::cli::AddLocaleArgs;
use crate::report::Report;
use code_prompts_engine::edit::NewLocale;

pub(crate) fn add_locale(args: &AddLocaleArgs) -> Result<Report, Report> {
    let tag = &args.locale;
    let locale = NewLocale::parse(tag)?;
    let changes = locale.files(&args.project.read()?)?;
    let mut messages = Vec::new();
    if !locale.is_known() {
        messages.push(format!("note: no language is known by the tag `{tag}`; is it the right one?"));
    }
    if !args.write.dry_run {
        messages.push(format!(
            "Fill it in as its head says. `prompts todo {tag}` lists what is left, `prompts check --locale {tag}` what is wrong."
        ));
    }
    carry_out(&changes, &args.write, messages)
}
