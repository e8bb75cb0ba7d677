//! `prompts status`: how far each translation is.

use rayon::prelude::*;

use crate::cli::{StatusArgs, StatusFormat};
use crate::format;
use crate::report::{Report, Status};
use code_prompts_engine::edit::project::locale;
use code_prompts_engine::edit::status::{LocaleStatus, is_source, of_locale};

pub(crate) fn status(args: &StatusArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    args.locale.iter().try_for_each(|tag| locale(&tree, tag).map(drop))?;
    let is_shown = |tag: &str| args.locale.is_empty() || args.locale.iter().any(|locale| locale == tag);
    let mut locales: Vec<_> = tree.locales.iter().filter(|locale| is_shown(locale.tag)).collect();
    locales.sort_by_key(|locale| !is_source(&tree, locale));

    // What can't be read of the source is missing nowhere, so every figure depends on it.
    let read: Vec<&str> = locales.iter().map(|locale| locale.tag).chain([tree.source().tag]).collect();
    let problems = project.unreadable(&read);
    let status = if problems.is_empty() { Status::Clean } else { Status::Failed };
    let mut messages: Vec<_> = problems.iter().map(|problem| format!("error: {problem}")).collect();
    let rows: Vec<_> = locales.into_par_iter().map(|locale| of_locale(&project, &tree, locale)).collect();
    messages.extend(rows.iter().filter_map(LocaleStatus::note));
    let output = match args.format {
        StatusFormat::Human => format::status::human::print(&rows),
        StatusFormat::Json => format::status::json::print(&rows),
        StatusFormat::Markdown => format::status::markdown::print(&rows),
    };
    Ok(Report { output, messages, status })
}
