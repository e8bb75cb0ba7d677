//! `prompts man`: the manual pages, one for each command.

use std::fs;
use std::path::Path;

use clap::CommandFactory;

use crate::cli::Cli;
use crate::report::Report;

pub(crate) fn man(folder: &Path) -> Result<Report, Report> {
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Cli::command(), folder));
    written.map_err(|error| Report::failed([format!("{}: can't be written ({error})", folder.display())]))?;
    Ok(Report::clean(String::new()))
}
