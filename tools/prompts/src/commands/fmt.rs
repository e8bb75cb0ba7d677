//! `prompts fmt`: writes `.ftl` files in one form.

mod canonical;

use std::fmt::Write as _;

use rayon::prelude::*;

use crate::cli::FmtArgs;
use crate::commands::changes::carry_out;
use crate::report::{Report, Status};
use canonical::canonical;
use code_prompts_engine::edit::change::Changes;

pub(crate) fn fmt(args: &FmtArgs) -> Result<Report, Report> {
    let folder = args.folder.files()?;
    let files = folder.of(&args.locale)?;
    let texts: Vec<String> = files.par_iter().map(|file| canonical(&file.text)).collect();
    let mut changes = Changes::default();
    for (file, text) in files.iter().zip(texts) {
        changes.rewrite(&file.on_disk, &file.text, text);
    }
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
