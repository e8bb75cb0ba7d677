//! `prompts records`: moves the records of translations into files, or back into comments.

use super::changes::apply;
use crate::cli::{RecordsArgs, RecordsIn};
use crate::report::Report;
use code_prompts_engine::edit::{Converted, convert};
use code_prompts_engine::project::RecordStorage;

pub(crate) fn records(args: &RecordsArgs) -> Result<Report, Report> {
    let project = args.project.read()?;
    let (to, place) = match args.to {
        RecordsIn::File => (RecordStorage::File, "files"),
        RecordsIn::Comments => (RecordStorage::Comments, "comments"),
    };
    let Converted { changes, locales } = convert(&project, to)?;
    let message = match locales {
        _ if changes.is_empty() => format!("the records are in {place} already"),
        1 => format!("the records of 1 locale move into {place}"),
        _ => format!("the records of {locales} locales move into {place}"),
    };
    apply(&changes, &args.write, vec![message])
}
