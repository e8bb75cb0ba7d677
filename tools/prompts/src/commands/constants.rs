use std::fs;
use std::io;
use std::path::Path;

use super::changes::removed;
use crate::cli::{ConstantsArgs, ConstantsLanguage, ConstantsStyle};
use crate::report::{Report, Status};
use code_prompts_engine::edit::write_file;
use code_prompts_engine::project::{Interface, Project, SyntaxTrees};
use code_prompts_export::constants::{is_same, kotlin, rust, swift, typescript};

pub(crate) fn constants(args: &ConstantsArgs) -> Result<Report, Report> {
    let source = source(args)?;
    match &args.output {
        None => Ok(Report::clean(source)),
        Some(file) if args.check => check(file, &source, args),
        Some(file) => Ok(Report { messages: removed(&write_file(file, &source)?), ..Report::clean(String::new()) }),
    }
}

fn source(args: &ConstantsArgs) -> Result<String, Report> {
    if args.language != ConstantsLanguage::Rust && matches!(args.style, ConstantsStyle::Associated) {
        return Err(Report::failed(["--style associated is for Rust only; leave it out"]));
    }
    Ok(match args.language {
        ConstantsLanguage::Rust => match args.style {
            ConstantsStyle::Module => rust::module(&interface(args)?),
            ConstantsStyle::Associated => rust::associated(&interface(args)?),
        },
        ConstantsLanguage::Typescript => typescript::module(&interface(args)?),
        ConstantsLanguage::Kotlin | ConstantsLanguage::Swift => {
            // These call for texts where an export has put them.
            if !args.overrides.overrides.is_empty() {
                return Err(Report::failed(["overrides are not exported; leave out --overrides"]));
            }
            let project = Project::read(&args.folder.on_disk()?, None)?;
            let nodes = project.parse();
            let tree = project.tree(&nodes)?;
            match (args.language, &args.package) {
                (ConstantsLanguage::Kotlin, Some(package)) => kotlin::file(&project, &tree, package),
                (ConstantsLanguage::Kotlin, None) => {
                    return Err(Report::failed(["name the package of the app's `R` with --package com.example.app"]));
                }
                _ => swift::file(&project, &tree, args.name.as_deref().unwrap_or("Localizable")),
            }
        }
    }?)
}

fn interface(args: &ConstantsArgs) -> Result<Interface, Report> {
    let overrides = &args.overrides.overrides;
    let catalog = args.folder.catalog(overrides)?;
    let source = catalog.default_localizer().locales().last().map(str::to_owned);
    // Overrides need not have the source locale. Other errors in them are errors of the catalogue too.
    let of_overrides = overrides.iter().rev().filter_map(|dir| Project::read(dir, source.as_deref()).ok());
    let mut projects: Vec<Project> = of_overrides.collect();
    // The embedded texts have no comments.
    if let Some(dir) = args.folder.dir_or_nearest()? {
        projects.push(Project::read(&dir, None)?);
    }
    let nodes: Vec<SyntaxTrees<'_>> = projects.iter().map(Project::parse).collect();
    let trees =
        projects.iter().zip(&nodes).map(|(project, nodes)| project.tree(nodes)).collect::<Result<Vec<_>, _>>()?;
    Ok(Interface::new(&catalog, &trees))
}

/// Reports a file that is not what the command would write.
fn check(file: &Path, source: &str, args: &ConstantsArgs) -> Result<Report, Report> {
    let shown = file.display();
    match fs::read_to_string(file) {
        Ok(present) if is_same(&present, source) => return Ok(Report::clean(String::new())),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Report::failed([format!("{shown}: can't be read ({error})")]));
        }
        _ => {}
    }
    let dir = args.folder.dir.as_ref().map(|dir| format!(" --dir {}", dir.display())).unwrap_or_default();
    let style = match args.style {
        ConstantsStyle::Module => "",
        ConstantsStyle::Associated => " --style associated",
    };
    let overrides: String =
        args.overrides.overrides.iter().map(|dir| format!(" --overrides {}", dir.display())).collect();
    let language = match args.language {
        ConstantsLanguage::Rust => "",
        ConstantsLanguage::Typescript => " --language typescript",
        ConstantsLanguage::Kotlin => " --language kotlin",
        ConstantsLanguage::Swift => " --language swift",
    };
    let package = args.package.iter().map(|package| format!(" --package {package}"));
    let name = args.name.iter().map(|name| format!(" --name {name}"));
    let language = [language.to_owned()].into_iter().chain(package).chain(name).collect::<String>();
    let command = format!("prompts constants{language}{style}{dir}{overrides} --output {shown}");
    let message = format!("note: this file is not up to date; run `{command}`");
    Ok(Report { output: format!("{shown}\n"), messages: vec![message], status: Status::Findings })
}
