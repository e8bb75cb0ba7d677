//! `prompts check`: finds missing messages, syntax errors and other defects.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use crate::cli::{CheckArgs, CheckFormat, FailOn};
use crate::format::findings::{self, counted};
use crate::report::{Report, Status, Styling};
use code_prompts_engine::check::{Baseline, Options, Outcome, Rule, Severity, run, run_overrides};
use code_prompts_engine::edit::write_file;

/// Writes the findings to `out`. Returns the rest of the report, and whether all was written.
pub(crate) fn check(
    args: &CheckArgs,
    styling: Styling,
    out: &mut dyn Write,
) -> Result<(Report, io::Result<()>), Report> {
    let options = options(args)?;
    let mut outcome = match args.overrides.split_last() {
        Some((dir, below)) => run_overrides(&options, &args.folder.catalog(below)?, dir)?,
        None => run(&options)?,
    };
    let messages = update_baseline(args, &mut outcome)?;
    for (format, path) in &args.output {
        let file = File::create(path).map(BufWriter::new);
        let written = file.and_then(|mut file| {
            print(args, *format, &outcome, Styling::Plain, &mut file)?;
            file.flush()
        });
        written.map_err(|error| Report::failed([format!("{}: can't be written ({error})", path.display())]))?;
    }
    let written = print(args, args.format, &outcome, styling, out);
    let report = Report { output: String::new(), messages, status: status(args, &outcome) };
    Ok((report, written))
}

/// How many findings people are shown by default.
const SHOWN: usize = 100;

fn print(
    args: &CheckArgs,
    format: CheckFormat,
    outcome: &Outcome,
    styling: Styling,
    out: &mut dyn Write,
) -> io::Result<()> {
    let max = |default| args.max_findings.map_or(default, |max| max.0);
    let some = max(Some(SHOWN));
    match format {
        CheckFormat::Human if args.statistics => findings::human::print_statistics(outcome, out),
        CheckFormat::Human => findings::human::print(outcome, some, styling, out),
        CheckFormat::Json => findings::json::print(outcome, args.statistics, out),
        CheckFormat::Sarif => findings::sarif::print(outcome, out),
        CheckFormat::Github => findings::github::print(outcome, max(None), out),
        CheckFormat::Junit => findings::junit::print(outcome, limit(args), out),
        CheckFormat::Markdown if args.statistics => findings::markdown::print_statistics(outcome, out),
        CheckFormat::Markdown => findings::markdown::print(outcome, some, out),
    }
}

/// Reads the baseline. One that will be written need not exist.
fn baseline(args: &CheckArgs) -> Result<Option<Baseline>, Report> {
    let Some(path) = &args.baseline else { return Ok(None) };
    let is_new = args.write_baseline && path.symlink_metadata().is_err();
    Ok(Some(if is_new { Baseline::new(path) } else { Baseline::read(path)? }))
}

/// Writes the baseline, if that is asked for. Returns a line about it.
fn update_baseline(args: &CheckArgs, outcome: &mut Outcome) -> Result<Vec<String>, Report> {
    let Some(path) = &args.baseline else { return Ok(Vec::new()) };
    let text = match (args.write_baseline, args.prune_baseline) {
        (true, _) => outcome.move_to_baseline(),
        (_, true) => outcome.prune_baseline(),
        _ => return Ok(Vec::new()),
    };
    write_file(path, &text)?;
    let lines = text.lines().filter(|line| !line.starts_with('#')).count();
    Ok(vec![format!("{}: {} written", path.display(), counted(lines, "finding"))])
}

fn status(args: &CheckArgs, outcome: &Outcome) -> Status {
    let worst = outcome.findings.iter().map(|finding| finding.severity).max();
    if worst >= Some(limit(args)) { Status::Findings } else { Status::Clean }
}

/// Returns the lowest severity that fails the check.
fn limit(args: &CheckArgs) -> Severity {
    match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
    }
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
        baseline: baseline(args)?,
        ..Options::default()
    })
}
