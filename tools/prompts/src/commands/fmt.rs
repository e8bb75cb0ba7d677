//! `prompts fmt`: writes `.ftl` files in one form.

use std::fmt::Write as _;

use super::changes::carry_out;
use crate::cli::FmtArgs;
use crate::report::{Report, Status};
use code_prompts_engine::edit::{Changes, format};

pub(crate) fn fmt(args: &FmtArgs) -> Result<Report, Report> {
    let changes = format(&args.folder.files()?, &args.locale)?;
    if args.check {
        return Ok(name(&changes));
    }
    carry_out(&changes, &args.write, Vec::new())
}

/// Names the files that have another form.
fn name(changes: &Changes) -> Report {
    let mut report = Report::clean(String::new());
    for change in changes.files() {
        let _ = writeln!(report.output, "{}", change.path().display());
    }
    if !changes.is_empty() {
        report.messages.push("note: these files have another form; `prompts fmt` writes them".to_owned());
        report.status = Status::Findings;
    }
    report
}
