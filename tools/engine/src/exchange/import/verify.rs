//! Runs the check on the folder as it would be after an import.

use code_prompts_reader::names::shortened;
use rustc_hash::FxHashMap;

use crate::check::{Options, Severity, run_on};
use crate::edit::Changes;
use crate::edit::fill::Filled;
use crate::error::Error;
use crate::project::open::Project;

/// What the check finds in the imported messages.
pub(super) struct Found {
    /// The errors, each with the id of its message.
    pub(super) errors: Vec<(String, String)>,
    pub(super) warnings: usize,
}

/// Checks the imported messages. Findings in other messages are not those of the file.
pub(super) fn check(project: &Project, tag: &str, changes: &Changes, filled: &[Filled]) -> Result<Found, Error> {
    let mut found = Found { errors: Vec::new(), warnings: 0 };
    if changes.is_empty() {
        return Ok(found);
    }
    let options = Options {
        dir: project.dir.clone(),
        source: Some(project.source().to_owned()),
        locales: vec![tag.to_owned()],
        ..Options::default()
    };
    let outcome = run_on(&options, None, &changes.folder(project)?)?;
    let names: FxHashMap<String, &str> = filled.iter().map(|filled| (shown(&filled.name), &*filled.name)).collect();
    for finding in outcome.findings.iter().filter(|finding| finding.locale.as_deref() == Some(tag)) {
        let Some(id) = finding.id.as_ref().and_then(|id| names.get(id)) else { continue };
        if finding.severity == Severity::Error {
            let help = finding.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
            found.errors.push(((*id).to_owned(), format!("{}: {}{help}", finding.rule, finding.message)));
        } else {
            found.warnings += 1;
        }
    }
    Ok(found)
}

/// Returns the name as findings have it.
fn shown(name: &str) -> String {
    match name.strip_prefix('-') {
        Some(term) => format!("-{}", shortened(term)),
        None => shortened(name).into_owned(),
    }
}
