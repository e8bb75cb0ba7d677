//! `prompts accept`: records that translations match the current source.

use super::changes::apply;
use crate::cli::AcceptArgs;
use crate::report::Report;
use code_prompts_engine::edit::{Acceptance, Accepted, AcceptedLocale, accept as accept_in};

pub(crate) fn accept(args: &AcceptArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let accepted = match &args.since {
        Some(revision) => Accepted::Since(revision),
        None if args.unrecorded => Accepted::Unrecorded,
        None => Accepted::Named(&args.accepted.ids),
    };
    let locale = args.accepted.locale.as_deref();
    let Acceptance { changes, locales } = accept_in(&project, locale, accepted)?;
    let done = if args.write.dry_run { "would be accepted" } else { "accepted" };
    let message = |AcceptedLocale { tag, count, .. }: &AcceptedLocale| match count {
        0 => locale.map(|_| format!("{tag}: nothing to record")),
        1 => Some(format!("{tag}: 1 translation {done}")),
        _ => Some(format!("{tag}: {count} translations {done}")),
    };
    let mut messages: Vec<String> = locales.iter().filter_map(message).collect();
    if messages.is_empty() {
        messages.push("nothing to record".to_owned());
    }
    messages.extend(locales.iter().flat_map(|locale| &locale.lacking).map(|lacking| format!("note: {lacking}")));
    apply(&changes, &args.write, messages)
}
