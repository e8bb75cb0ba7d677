//! `prompts diff`: what has changed between two registries.

use std::fs;
use std::path::Path;

use code_prompts_export::diff::{Change, diff as compare};
use code_prompts_export::registry::Registry;

use super::registry::read;
use crate::cli::{DiffArgs, DiffFormat, FolderArgs};
use crate::format::changes;
use crate::report::{Report, Status};

pub(crate) fn diff(args: &DiffArgs) -> Result<Report, Report> {
    let (old, new) = (registry(&args.old, args)?, registry(&args.new, args)?);
    let mut found = compare(&old, &new);
    found.retain(|change| !args.allow.contains(&change.rule));
    let is_breaking = |change: &Change| change.rule.is_breaking() || args.deny.contains(&change.rule);
    // Those that break apps first.
    found.sort_by_key(|change| !is_breaking(change));
    let breaking = found.iter().filter(|change| is_breaking(change)).count();
    let output = match args.format {
        DiffFormat::Human => changes::human(&found, breaking),
        DiffFormat::Json => changes::json(&found, breaking),
    };
    let status = if breaking == 0 { Status::Clean } else { Status::Findings };
    Ok(Report { output, messages: Vec::new(), status })
}

fn registry(path: &Path, args: &DiffArgs) -> Result<Registry, Report> {
    if path.is_dir() {
        FolderArgs { dir: Some(path.to_owned()), follow_links: args.follow_links }.check_links(path)?;
        return read(path);
    }
    let shown = path.display().to_string();
    let text =
        fs::read_to_string(path).map_err(|error| Report::failed([format!("{shown}: can't be read ({error})")]))?;
    Ok(Registry::read(&shown, &text)?)
}
