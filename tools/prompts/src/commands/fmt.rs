//! `prompts fmt`: formats `.ftl` files.

use std::fmt::Write as _;

use super::changes::apply;
use crate::cli::FmtArgs;
use crate::report::{Report, Status};
use code_prompts_engine::edit::{Changes, format, unformatted};
use code_prompts_reader::visible::OneLine;

pub(crate) fn fmt(args: &FmtArgs) -> Result<Report, Report> {
    let changes = format(&args.folder.files()?, &args.locale)?;
    if args.check {
        return Ok(check(&changes));
    }
    apply(&changes, &args.write, Vec::new())
}

/// Reports the files that are not formatted.
fn check(changes: &Changes) -> Report {
    let mut report = Report::clean(String::new());
    for change in unformatted(changes) {
        let _ = writeln!(report.output, "{}", OneLine(change.path().display()));
    }
    if !report.output.is_empty() {
        report.messages.push("note: these files are not formatted; run `prompts fmt`".to_owned());
        report.status = Status::Findings;
    }
    report
}
