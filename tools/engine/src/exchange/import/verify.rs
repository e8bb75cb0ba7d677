//! Runs the check on the folder as it would be after an import.

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
    for finding in outcome.findings.iter().filter(|finding| finding.locale.as_deref() == Some(tag)) {
        let Some(filled) = filled.iter().find(|filled| finding.id.as_ref() == Some(&filled.name)) else { continue };
        if finding.severity == Severity::Error {
            let help = finding.help.as_ref().map_or_else(String::new, |help| format!("; {help}"));
            found.errors.push((filled.name.clone(), format!("{}: {}{help}", finding.rule, finding.message)));
        } else {
            found.warnings += 1;
        }
    }
    Ok(found)
}
