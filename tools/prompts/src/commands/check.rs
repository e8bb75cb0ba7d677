//! `prompts check`: finds missing messages, syntax errors and other defects.

use crate::cli::{CheckArgs, CheckFormat, FailOn};
use crate::format::findings;
use crate::report::{Report, Status, Styling};
use code_prompts_engine::check::{Options, Rule, Severity, run, run_overrides};

pub(crate) fn check(args: &CheckArgs, styling: Styling) -> Result<Report, Report> {
    let options = options(args)?;
    let outcome = match args.overrides.split_last() {
        Some((dir, below)) => run_overrides(&options, &args.folder.catalog(below)?, dir)?,
        None => run(&options)?,
    };
    let output = match args.format {
        CheckFormat::Human => findings::human::print(&outcome, styling),
        CheckFormat::Json => findings::json::print(&outcome),
        CheckFormat::Sarif => findings::sarif::print(&outcome),
        CheckFormat::Github => findings::github::print(&outcome),
        CheckFormat::Junit => findings::junit::print(&outcome),
        CheckFormat::Markdown => findings::markdown::print(&outcome),
    };
    let worst = outcome.findings.iter().map(|finding| finding.severity).max();
    let limit = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
    };
    let status = if worst >= Some(limit) { Status::Findings } else { Status::Clean };
    Ok(Report { output, messages: Vec::new(), status })
}

fn options(args: &CheckArgs) -> Result<Options, Report> {
    let dir = if args.overrides.is_empty() {
        args.folder.on_disk()?
    } else {
        args.folder.dir_or_nearest().unwrap_or_default()
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
    })
}
