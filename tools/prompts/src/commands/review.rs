//! `prompts review`: records that translations are reviewed, or lists those that are to be.

use std::fmt::Write as _;

use super::changes::apply;
use crate::cli::ReviewArgs;
use crate::report::{Report, Status};
use code_prompts_engine::edit::{ReviewedChanges, ReviewedMessages, Reviewer, review as review_in};
use code_prompts_engine::project::{Date, Project, ReviewState, Reviews};
use code_prompts_reader::visible::OneLine;

pub(crate) fn review(args: &ReviewArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let Some(by) = &args.by else { return list(&project, &args.locale) };
    let ids: Vec<String> = args.id.iter().chain(&args.more).cloned().collect();
    if ids.is_empty() && !args.all {
        return Err(Report::failed(["name the messages that were reviewed, or give --all"]));
    }
    let messages = if args.all { ReviewedMessages::All } else { ReviewedMessages::Named(&ids) };
    let reviewer = Reviewer { by, on: args.on.unwrap_or_else(Date::today) };
    let ReviewedChanges { changes, count } = review_in(&project, &args.locale, messages, reviewer)?;
    let tag = &args.locale;
    let done = if args.write.dry_run { "would be recorded as reviewed" } else { "recorded as reviewed" };
    let message = match count {
        _ if changes.is_empty() => format!("{tag}: nothing to record"),
        1 => format!("{tag}: 1 translation {done}"),
        _ => format!("{tag}: {count} translations {done}"),
    };
    apply(&changes, &args.write, vec![message])
}

/// Returns the list of the translations that are not reviewed as they are now.
fn list(project: &Project, locale: &str) -> Result<Report, Report> {
    let reviews = Reviews::of(project, locale)?;
    let mut report = Report::clean(String::new());
    for item in &reviews.items {
        let state = match &item.state {
            ReviewState::Reviewed(_) => continue,
            ReviewState::Open => "not reviewed".to_owned(),
            ReviewState::Lapsed(review) => format!("changed since its review by {}, {}", review.by, review.on),
        };
        let _ = writeln!(report.output, "{}", OneLine(format!("{}: {state}", item.id)));
        report.status = Status::Findings;
    }
    let (all, reviewed, lapsed) = (reviews.items.len(), reviews.reviewed(), reviews.lapsed());
    let _ =
        writeln!(report.output, "{reviewed} of {all} translations in {locale} are reviewed, {lapsed} changed since");
    if !reviews.problems.is_empty() {
        report.messages.extend(reviews.problems.iter().map(|problem| format!("error: {problem}")));
        report.status = Status::Failed;
    }
    Ok(report)
}
