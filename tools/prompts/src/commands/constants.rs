use super::generated::output;
use crate::cli::{ConstantsArgs, ConstantsLanguage, ConstantsStyle};
use crate::report::Report;
use code_prompts_engine::project::{Interface, Project, SyntaxTrees};
use code_prompts_export::constants::{is_same, kotlin, rust, swift, typescript};

pub(crate) fn constants(args: &ConstantsArgs) -> Result<Report, Report> {
    output(source(args)?, args.output.as_deref(), args.check, is_same, || command(args))
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

/// Returns the command without its output.
fn command(args: &ConstantsArgs) -> String {
    let language = match args.language {
        ConstantsLanguage::Rust => "",
        ConstantsLanguage::Typescript => " --language typescript",
        ConstantsLanguage::Kotlin => " --language kotlin",
        ConstantsLanguage::Swift => " --language swift",
    };
    let style = match args.style {
        ConstantsStyle::Module => "",
        ConstantsStyle::Associated => " --style associated",
    };
    let package = args.package.iter().map(|package| format!(" --package {package}"));
    let name = args.name.iter().map(|name| format!(" --name {name}"));
    let dir = args.folder.dir.iter().map(|dir| format!(" --dir {}", dir.display()));
    let overrides = args.overrides.overrides.iter().map(|dir| format!(" --overrides {}", dir.display()));
    let options: String = package.chain(name).chain(dir).chain(overrides).collect();
    format!("prompts constants{language}{style}{options}")
}
