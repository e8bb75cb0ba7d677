//! `prompts accept`: records that translations match the current source.

use super::changes::apply;
use crate::cli::AcceptArgs;
use crate::report::Report;
use code_prompts_engine::edit::{Acceptance, Accepted, accept as accept_in};

pub(crate) fn accept(args: &AcceptArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let accepted = if args.unrecorded { Accepted::Unrecorded } else { Accepted::Named(&args.ids) };
    let Acceptance { changes, count } = accept_in(&project, &args.locale, accepted)?;
    let tag = &args.locale;
    let done = if args.write.dry_run { "would be accepted" } else { "accepted" };
    let message = match count {
        _ if changes.is_empty() => format!("{tag}: nothing to record"),
        1 => format!("{tag}: 1 translation {done}"),
        _ => format!("{tag}: {count} translations {done}"),
    };
    apply(&changes, &args.write, vec![message])
}
