use code_prompts::{CodeEntry, ErrorCode, Localizer, Value};

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
    let variants = |entry: &CodeEntry| variants(&localizer, entry.code(), &requested);
    let output = match args.format {
        ListFormat::Human => format::human::table(&catalog.codes().flat_map(variants).collect::<Vec<_>>()),
        ListFormat::Markdown => format::markdown::table(&catalog.codes().flat_map(variants).collect::<Vec<_>>()),
        ListFormat::Json => {
            let answer = |entry: &CodeEntry| Answer::of_case(&localizer.prompt(entry.code()), &requested);
            format::json::list(catalog.codes().map(|entry| (answer(entry), variants(entry))))
        }
    };
    Ok(Report { output, messages, status: Status::Clean })
}

/// Returns the answer for each case of a code.
fn variants(localizer: &Localizer, code: ErrorCode, requested: &[String]) -> Vec<(Answer, Case)> {
    let answer = |case: Case| {
        let args: Vec<(&str, Value<'_>)> = case.iter().map(|(name, value)| (name.as_str(), parse(value))).collect();
        (Answer::of_case(&localizer.prompt_with(code, &args), requested), case)
    };
    cases(localizer, code).into_iter().map(answer).collect()
}
