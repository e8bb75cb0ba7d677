//! `prompts status`: shows the progress of each translation.

use code_prompts_engine::project::{LocaleStatus, StatusTable, status as status_of};

use super::prune;
use crate::cli::{StatusArgs, StatusFormat};
use crate::format;
use crate::report::{Report, Status};

pub(crate) fn status(args: &StatusArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let StatusTable { locales, problems } = status_of(&project, &args.locale)?;
    let status = if problems.is_empty() { Status::Clean } else { Status::Failed };
    let mut messages: Vec<_> = problems.iter().map(|problem| format!("error: {problem}")).collect();
    messages.extend(locales.iter().filter_map(note));
    let removable = |locale: &LocaleStatus| prune::removable(locale.obsolete, &locale.summary.locale, project.source());
    messages.extend(locales.iter().filter_map(removable));
    let output = match args.format {
        StatusFormat::Human => format::status::human::print(&locales),
        StatusFormat::Json => format::status::json::print(&locales),
        StatusFormat::Markdown => format::status::markdown::print(&locales),
    };
    Ok(Report { output, messages, status })
}

/// Returns a note about missing and stale terms, which the table leaves out.
fn note(status: &LocaleStatus) -> Option<String> {
    let counts = [(status.terms.missing, "missing"), (status.terms.stale, "stale")].map(|(count, state)| match count {
        0 => None,
        1 => Some(format!("1 term is {state}")),
        _ => Some(format!("{count} terms are {state}")),
    });
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    let tag = &status.summary.locale;
    (!counts.is_empty()).then(|| format!("note: {tag}: {}; see `prompts todo {tag}`", counts.join(", ")))
}
