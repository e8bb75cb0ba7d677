//! `prompts check`: finds missing messages, syntax errors and other defects.

use std::io::{self, Write};

use crate::cli::{CheckArgs, CheckFormat, FailOn};
use crate::format::findings;
use crate::report::{Report, Status, Styling};
use code_prompts_engine::check::{Options, Outcome, Rule, Severity, run, run_overrides};

/// Writes the findings to `out`. Returns the rest of the report, and whether all was written.
pub(crate) fn check(
    args: &CheckArgs,
    styling: Styling,
    out: &mut dyn Write,
) -> Result<(Report, io::Result<()>), Report> {
    let options = options(args)?;
    let outcome = match args.overrides.split_last() {
        Some((dir, below)) => run_overrides(&options, &args.folder.catalog(below)?, dir)?,
        None => run(&options)?,
    };
    let max = args.max_findings.0;
    let written = match args.format {
        CheckFormat::Human => findings::human::print(&outcome, max, styling, out),
        CheckFormat::Json => findings::json::print(&outcome, out),
        CheckFormat::Sarif => findings::sarif::print(&outcome, out),
        CheckFormat::Github => findings::github::print(&outcome, max, out),
        CheckFormat::Junit => findings::junit::print(&outcome, out),
        CheckFormat::Markdown => findings::markdown::print(&outcome, max, out),
    };
    let report = Report { status: status(args, &outcome), ..Report::clean(String::new()) };
    Ok((report, written))
}

fn status(args: &CheckArgs, outcome: &Outcome) -> Status {
    let worst = outcome.findings.iter().map(|finding| finding.severity).max();
    let limit = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
    };
    if worst >= Some(limit) { Status::Findings } else { Status::Clean }
}

fn options(args: &CheckArgs) -> Result<Options, Report> {
    let dir = if args.overrides.is_empty() {
        args.folder.on_disk()?
    } else {
        args.overrides.iter().try_for_each(|dir| args.folder.check_links(dir))?;
        args.folder.dir_or_nearest()?.unwrap_or_default()
    };
    let mut severities = Vec::new();
    for (rules, severity) in
        [(&args.deny, Severity::Error), (&args.warn, Severity::Warning), (&args.allow, Severity::Allow)]
    {
        for rule in rules {
            severities.push((Rule::named(rule)?, severity));
        }
    }
    Ok(Options {
        dir,
        source: args.source.clone(),
        locales: args.locale.clone(),
        only: args.only.iter().map(|rule| Rule::named(rule)).collect::<Result<_, _>>()?,
        severities,
        functions: args.function.clone(),
        since: args.since.clone(),
        exclude: args.exclude.clone(),
    })
}
