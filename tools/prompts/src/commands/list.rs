use code_prompts::{Catalog, Localizer, Value};

use crate::answer::Answer;
use crate::cli::{ListArgs, ListFormat};
use crate::format;
use crate::reader::{localizer, parse};
use crate::report::{Report, Status};
use code_prompts_engine::project::{Case, cases};

pub(crate) fn list(args: &ListArgs) -> Result<Report, Report> {
    let (catalog, mut messages) = args.folder.load(&args.overrides.overrides)?;
    messages.extend(args.reader.unmatched(&catalog));
    let requested = args.reader.requested();
    let localizer = localizer(&catalog, &requested);
    let output = match args.format {
        ListFormat::Human => format::human::table(&rows(&catalog, &localizer, &requested)),
        ListFormat::Markdown => format::markdown::table(&rows(&catalog, &localizer, &requested)),
        ListFormat::Json => {
            let answer = |code| Answer::of_case(&localizer.prompt(code), &requested);
            format::json::answers(&catalog.codes().map(|entry| answer(entry.code())).collect::<Vec<_>>())
        }
    };
    Ok(Report { output, messages, status: Status::Clean })
}

/// Returns an answer for each case of each code.
fn rows(catalog: &Catalog, localizer: &Localizer, requested: &[String]) -> Vec<(Answer, Case)> {
    let mut rows = Vec::new();
    for entry in catalog.codes() {
        for case in cases(localizer, entry.code()) {
            let args: Vec<(&str, Value<'_>)> = case.iter().map(|(name, value)| (name.as_str(), parse(value))).collect();
            rows.push((Answer::of_case(&localizer.prompt_with(entry.code(), &args), requested), case));
        }
    }
    rows
}
