//! `prompts registry`: one JSON document with all codes and their texts.

use std::path::Path;

use code_prompts_engine::project::Project;
use code_prompts_export::registry::{Registry, registry as build};

use super::generated::output;
use crate::cli::RegistryArgs;
use crate::report::Report;

pub(crate) fn registry(args: &RegistryArgs) -> Result<Report, Report> {
    let registry = read(&args.folder.on_disk()?)?;
    let is_same = |one: &str, other: &str| one.replace("\r\n", "\n") == other;
    let dir = || args.folder.dir.iter().map(|dir| format!(" --dir {}", dir.display())).collect::<String>();
    output(registry.write(), args.output.as_deref(), args.check, is_same, || format!("prompts registry{}", dir()))
}

/// Returns the registry of a folder.
pub(super) fn read(dir: &Path) -> Result<Registry, Report> {
    let project = Project::read(dir, None)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;
    Ok(build(&project, &tree)?)
}
