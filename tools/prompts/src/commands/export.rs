//! `prompts export`: writes the texts for another platform.

use std::fmt::Write as _;

use code_prompts_export::export::{Format, Loss, Options, changes, export as export_texts};
use code_prompts_reader::visible::OneLine;

use super::changes::apply;
use crate::cli::{ExportArgs, WriteArgs};
use crate::report::{Report, Status};

pub(crate) fn export(args: &ExportArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    let format = Format::from(args.format);
    let options = Options { locales: args.locale.clone(), name: args.name.clone() };
    let exported = export_texts(&project, &tree, format, &options)?;
    let (denied, others): (Vec<&Loss>, Vec<&Loss>) =
        exported.losses.iter().partition(|loss| args.deny.contains(&loss.rule));
    let allowed = others.iter().filter(|loss| !args.allow.contains(&loss.rule));
    let mut messages: Vec<String> = denied.iter().map(|loss| shown("error", loss)).collect();
    messages.extend(allowed.map(|loss| shown("warning", loss)));
    if !denied.is_empty() {
        messages.push("note: nothing was written".to_owned());
        return Ok(Report { output: String::new(), messages, status: Status::Findings });
    }
    let changes = changes(&args.output, format.name(), &exported.files)?;
    if !args.check {
        return apply(&changes, &WriteArgs { dry_run: false }, messages);
    }
    let mut output = String::new();
    for change in changes.files() {
        let _ = writeln!(output, "{}", OneLine(change.path().display()));
    }
    if changes.is_empty() {
        return Ok(Report { output, messages, status: Status::Clean });
    }
    messages.push("note: these files are not up to date; run the command without --check".to_owned());
    Ok(Report { output, messages, status: Status::Findings })
}

/// How many locales a report names.
const MAX_LOCALES: usize = 8;

fn shown(severity: &str, loss: &Loss) -> String {
    let place = loss.place.as_ref().map(|(path, line, column)| format!("{path}:{line}:{column}: ")).unwrap_or_default();
    let mut locales: Vec<String> = loss.locales.iter().cloned().collect();
    if locales.len() > MAX_LOCALES {
        let others = locales.split_off(MAX_LOCALES - 1).len();
        locales.push(format!("{others} others"));
    }
    let locales = if locales.is_empty() { String::new() } else { format!(" (in {})", locales.join(", ")) };
    format!("{severity}[{}]: {place}{}{locales}", loss.rule, loss.message())
}
